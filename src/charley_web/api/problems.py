"""Errors as problem+json (RFC 9457), with every fault by name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Schema
from ninja.errors import HttpError, Throttled, ValidationError
from pydantic import Field

from charley.errors import Fault, InputError
from charley_web.problems import problem


class FaultOut(Schema):
    """One thing that is wrong: where, what, and how to mend it."""

    where: str
    problem: str
    mend: str


class Problem(Schema):
    """An error. `faults` names each thing that is wrong; it may be empty."""

    type: str = Field("about:blank", description="Always about:blank.")
    title: str
    status: int
    detail: str
    faults: list[FaultOut]


def refused(request: HttpRequest, error: InputError | type[InputError]) -> HttpResponse:
    """A history that cannot be used as it stands."""
    faults = error.faults if isinstance(error, InputError) else ()
    return problem(422, "The history cannot be used as it stands", "Nothing of it was computed with.", faults)


def malformed(request: HttpRequest, error: ValidationError | type[ValidationError]) -> HttpResponse:
    """A body or a parameter of the wrong form."""
    listed = error.errors if isinstance(error, ValidationError) else []
    faults = [Fault(_place(entry.get("loc", ())), str(entry.get("msg", "wrong"))[:200]) for entry in listed]
    return problem(422, "The request has the wrong form", "See the OpenAPI description.", faults)


def http_error(request: HttpRequest, error: HttpError | type[HttpError]) -> HttpResponse:
    """An error with its own status, too many calls included."""
    if isinstance(error, Throttled):
        return problem(429, "Too many calls", "Wait a little, then try again.")
    status = error.status_code if isinstance(error, HttpError) else 400
    return problem(status, "The request cannot be answered", str(error)[:200])


def _place(location: Iterable[Any]) -> str:
    parts = [str(part)[:60] for part in location]
    return ".".join(parts[2:] if parts[:1] == ["body"] and len(parts) > 2 else parts)
