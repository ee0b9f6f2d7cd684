"""What can be called. Nothing is kept: each call is answered from its own body alone."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from ninja import Body, NinjaAPI, Path
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.throttling import AnonRateThrottle

from charley.assess import assess
from charley.errors import InputError
from charley.formats import to_plain
from charley.history import History
from charley.interview import Page
from charley.reading import read_history
from charley.reading.strict import parse_json
from charley.records.findings import Finding
from charley_web import reads
from charley_web.api import problems, shapes
from charley_web.names import suggest
from charley_web.problems import MEDIA_TYPE
from charley_web.visit import Visit

ABOUT = """Why do my legs cramp, and what should I do? One history in, one assessment out.
This is information, not a diagnosis. Nothing that is sent is kept or logged."""

ERRORS: dict[int, Any] = {
    400: problems.Problem,
    413: problems.Problem,
    422: problems.Problem,
    429: problems.Problem,
}


class CharleyAPI(NinjaAPI):
    """An API whose description names every finding and says that errors are problem+json."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: Any = None) -> OpenAPISchema:
        schema = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        schema["components"]["schemas"] |= shapes.history_schemas()
        for operations in schema["paths"].values():
            for operation in operations.values():
                _as_problems(operation["responses"])
        return schema


def _as_problems(responses: dict[int, Any]) -> None:
    """ninja writes every answer as application/json; ours that are problems have a type of their own."""
    for status, response in responses.items():
        content = response.get("content", {})
        if int(status) >= 400 and "application/json" in content:
            content[MEDIA_TYPE] = content.pop("application/json")


api = CharleyAPI(
    title="Charley",
    version="1",
    description=ABOUT,
    docs_url=None,
    openapi_url="/openapi.json",
    throttle=[AnonRateThrottle(settings.API_RATE)],
)
api.add_exception_handler(InputError, problems.refused)
api.add_exception_handler(ValidationError, problems.malformed)
api.add_exception_handler(HttpError, problems.http_error)


HISTORY_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/HistoryIn"}}},
    }
}
"""The body is read by `read_history` alone, as on the command line, so that every fault is named at once."""


def _told(request: HttpRequest) -> tuple[Any, History]:
    """What was sent, and as it is understood. Raises InputError with every fault."""
    data = parse_json(request.body, "history")
    return data, read_history(data, reads.library(), timezone.localdate())


@api.post(
    "/assess",
    response={200: shapes.AnswerOut, **ERRORS},
    summary="Assess one history",
    openapi_extra=HISTORY_BODY,
)
def assess_one(request: HttpRequest) -> HttpResponse:
    """The whole assessment, exactly as on the command line."""
    _, history = _told(request)
    return JsonResponse(to_plain(assess(history, reads.library())))


@api.post(
    "/next",
    response={200: shapes.StepOut, **ERRORS},
    summary="The next page of the interview",
    openapi_extra=HISTORY_BODY,
)
def next_step(request: HttpRequest) -> Any:
    """What to ask next: safety first, then what could change the answer most."""
    data, _ = _told(request)
    step = reads.step_of(
        Visit(told={key: value for key, value in data.items() if key != "date" and value is not None})
    )
    return {"emergency": step.emergency, "page": step.page and _page(step.page), "left": step.left}


@api.post(
    "/names", response={200: list[shapes.NameOut], **ERRORS}, summary="Medicines or illnesses by letters"
)
def names(request: HttpRequest, wanted: Body[shapes.NamesIn]) -> Any:
    """Names that begin with the letters typed; when there is none, the nearest as a guess."""
    found = suggest(wanted.kind, wanted.typed, reads.library())
    return [{"told": s.told, "name": s.name, "guess": s.guess} for s in found]


@api.get(
    "/findings", response={200: list[shapes.FindingOut], 429: problems.Problem}, summary="Every question"
)
def findings(request: HttpRequest) -> Any:
    """Every finding with its question and what it may be answered with."""
    return [_finding(finding) for finding in reads.library().findings.values()]


@api.get(
    "/findings/{id}",
    response={200: shapes.FindingOut, 404: problems.Problem, 422: problems.Problem, 429: problems.Problem},
    summary="One question",
)
def finding(request: HttpRequest, id: Path[str]) -> Any:
    """One finding by its id."""
    found = reads.library().findings.get(id)
    if found is None:
        raise HttpError(404, "There is no such finding.")
    return _finding(found)


@api.get("/library", response={200: shapes.HealthOut, 429: problems.Problem}, summary="The library in use")
def the_library(request: HttpRequest) -> Any:
    """The version and fingerprint that every answer carries."""
    library = reads.library()
    return {
        "version": library.version,
        "fingerprint": library.fingerprint,
        "causes": len(library.causes),
        "findings": len(library.findings),
        "rules": len(library.red_flags),
        "sources": len(library.sources),
    }


def _page(page: Page) -> dict[str, Any]:
    return {
        "title": page.title,
        "intro": page.intro,
        "why": page.why,
        "tick_list": page.screen,
        "findings": [_finding(finding) for finding in page.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "type": finding.type,
        "question": finding.question,
        "help": finding.help,
        "answers": [option.value for option in finding.options],
        "unit": finding.unit,
        "minimum": finding.minimum,
        "maximum": finding.maximum,
        "safety": finding.is_core_safety,
    }
