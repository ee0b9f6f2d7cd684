"""The shapes of what goes in and out, for the OpenAPI description; `read_history` decides what is right."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import ConfigDict, Field

from charley.library import load
from charley.records.findings import Finding

Level = Literal["self_care", "routine", "within_days", "same_day", "emergency_now"]
Name = Annotated[str, Field(min_length=1, max_length=200, pattern=r"\S")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", json_schema_extra={"format": "date"})]
MOST = 200


class Closed(Schema):
    """An object without any other keys."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Lab(Closed):
    """One blood result: a plain name or LOINC code, a number (or text such as "<0.6"), and its unit."""

    name: Name
    value: float | Annotated[str, Field(max_length=40)]
    unit: Annotated[str, Field(max_length=40)] | None = None
    date: Day | None = None


class HistoryIn(Closed):
    """What one person told. Every key may be left out; what is left out is unknown, never "no"."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        json_schema_extra={
            "example": {
                "age": 72,
                "sex": "female",
                "findings": {
                    "cramp_timing": "at night in bed",
                    "stretch_helps": True,
                    "cramp_site": ["calf"],
                },
                "conditions": ["type 2 diabetes"],
                "medicines": ["bendroflumethiazide"],
                "labs": [{"name": "potassium", "value": 3.6, "unit": "mmol/L"}],
            }
        },
    )

    id: Annotated[str, Field(max_length=200, pattern=r"^[ -~]*$")] | None = None
    date: Day | None = None
    age: Annotated[float, Field(ge=0, le=120)] | None = None
    sex: Literal["female", "male", "f", "m", "intersex", "other"] | None = None
    pregnant: bool | None = None
    findings: dict[str, Any] | None = Field(
        None, description="Finding ids and answers: see GET /api/findings."
    )
    conditions: Annotated[list[Name], Field(max_length=MOST)] | None = None
    medicines: Annotated[list[Name], Field(max_length=MOST)] | None = None
    labs: Annotated[list[Lab], Field(max_length=MOST)] | None = None
    text: Annotated[str, Field(max_length=20_000)] | None = None


class LibraryOut(Schema):
    version: str
    fingerprint: str


class HealthOut(LibraryOut):
    """The library in use and how much it holds."""

    causes: int
    findings: int
    rules: int
    sources: int


class FindingOut(Schema):
    """One question: its id is a key of `findings` in a history."""

    id: str
    type: str
    question: str
    help: str
    answers: list[str]
    unit: str
    minimum: float | None
    maximum: float | None
    safety: bool


class PageOut(Schema):
    """One page of the interview: a tick list of several findings, or a single question."""

    title: str
    intro: str
    why: str
    tick_list: bool
    findings: list[FindingOut]


class StepOut(Schema):
    """Where an interview stands: the next page, None at its end or in an emergency."""

    emergency: bool
    page: PageOut | None
    left: int


class NameOut(Schema):
    """A name that can be given: `told` as people write it, `name` as the catalogue has it."""

    told: str
    name: str
    guess: bool


class NamesIn(Closed):
    """Letters typed, and whether they are a medicine's or an illness's."""

    kind: Literal["medicines", "conditions"]
    typed: Annotated[str, Field(max_length=200)]


class AnswerOut(Schema):
    """The Assessment: see the README for every key."""

    model_config = ConfigDict(extra="allow")

    id: str
    library: LibraryOut
    engine: str
    urgency: Level
    urgency_from: list[str]
    provisional: bool
    safety_questions_left: list[str]
    advice: list[str]


def history_schemas() -> dict[str, Any]:
    """The JSON schemas of a history and its parts, for the OpenAPI document."""
    schema = HistoryIn.model_json_schema(ref_template="#/components/schemas/{model}")
    parts: dict[str, Any] = schema.pop("$defs")
    schema["properties"]["findings"] = {"anyOf": [findings_schema(), {"type": "null"}]}
    return {"HistoryIn": schema, **parts}


def findings_schema() -> dict[str, Any]:
    """The JSON schema of `findings`: every finding with what it may be answered with."""
    properties = {finding.id: _answer_schema(finding) for finding in load().findings.values()}
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _answer_schema(finding: Finding) -> dict[str, Any]:
    values = [option.value for option in finding.options]
    doubt: dict[str, Any] = {"enum": ["not sure", None]}
    match finding.type:
        case "yes_no":
            answer: dict[str, Any] = {"type": "boolean"}
        case "choice":
            answer = {"enum": values}
        case "multi":
            listed = [value for value in values if value != "none"]
            answer = {"type": "array", "items": {"enum": listed}, "maxItems": MOST}
        case "number":
            answer = {"type": "number", "minimum": finding.minimum, "maximum": finding.maximum}
        case _:
            name = {"type": "string", "minLength": 1, "maxLength": 200, "pattern": r"\S"}
            answer = {"type": "array", "items": name, "maxItems": MOST}
    return {"title": finding.question, "anyOf": [answer, doubt]}
