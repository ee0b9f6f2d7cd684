"""An error told to programs: problem+json (RFC 9457)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse, JsonResponse

from charley.errors import Fault

MEDIA_TYPE = "application/problem+json"


def problem(status: int, title: str, detail: str, faults: Iterable[Fault] = ()) -> HttpResponse:
    """A problem as a response."""
    plain: dict[str, Any] = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "faults": [{"where": f.where, "problem": f.problem, "mend": f.mend} for f in faults],
    }
    return JsonResponse(plain, status=status, content_type=MEDIA_TYPE)
