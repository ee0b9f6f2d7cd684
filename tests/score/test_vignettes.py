"""Scoring: each measure on outcomes made by hand, and what of a vignette the program is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from charley.errors import InputError
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.score import Report, score
from charley.score.vignettes import MEASURES, Outcome

SELF, ROUTINE, DAYS, TODAY, NOW = Urgency


@dataclass(frozen=True)
class Named:
    """All that a measure reads of a cause or of an entry that was ruled out."""

    id: str


@dataclass(frozen=True)
class Answer:
    """All that a measure reads of an assessment."""

    urgency: Urgency
    causes: tuple[Named, ...]
    ruled_out: tuple[Named, ...]
    urgency_from: tuple[Any, ...] = ()


def outcome(
    got: Urgency | None,
    expected: Urgency,
    least: Urgency,
    ranked: str = "a b c d",
    wanted: str = "a",
    feared: str = "",
    ruled_out: str = "",
    kind: str = "published",
) -> Outcome:
    answer = None
    if got is not None:
        answer = Answer(got, tuple(map(Named, ranked.split())), tuple(map(Named, ruled_out.split())))
    wanted_ids, feared_ids = frozenset(wanted.split()), frozenset(feared.split())
    return Outcome("v", kind, wanted_ids, feared_ids, expected, least, answer)  # type: ignore[arg-type]


REPORT = Report(
    (
        outcome(NOW, NOW, TODAY, feared="a", kind="composed"),
        outcome(TODAY, NOW, NOW, wanted="c", feared="x", ruled_out="x"),
        outcome(TODAY, ROUTINE, SELF, wanted="d", feared="a y", ruled_out="x"),
        outcome(SELF, SELF, SELF, wanted="z x"),
        outcome(ROUTINE, SELF, SELF, wanted=""),
        outcome(None, DAYS, ROUTINE, feared="b"),
    ),
    "findings",
)
"""Six people: a found emergency, a missed one, an alarm for nothing, two calm ones, and one refused."""


@pytest.mark.parametrize(
    ("measure", "hits", "total"),
    [
        ("top-1", 1, 5),
        ("top-3", 2, 5),
        ("triage exact", 2, 6),
        ("emergency sensitivity", 1, 2),
        ("under-triage", 2, 6),
        ("over-triage", 1, 3),
        ("feared covered", 2, 4),
    ],
)
def test_each_measure_counts_who_it_is_about_and_marks_the_right_ones(
    measure: str, hits: int, total: int
) -> None:
    found = REPORT.measure(measure)
    assert (found.hits, found.total) == (hits, total)


def test_a_measure_of_one_kind_counts_only_that_kind() -> None:
    assert REPORT.kinds() == ["composed", "published"]
    assert REPORT.measure("top-1", "composed").total == 1
    assert sum(REPORT.measure("triage exact", kind).total for kind in REPORT.kinds()) == 6
    plain = REPORT.plain()
    assert set(plain["measures"]) == {"all", "composed", "published"}
    assert set(plain["measures"]["all"]) == set(MEASURES)


def test_an_alarm_beyond_routine_is_only_over_triage_from_same_day_on() -> None:
    reports = [Report((outcome(level, SELF, SELF),), "findings") for level in Urgency]
    assert [report.measure("over-triage").hits for report in reports] == [0, 0, 0, 1, 1]


def test_a_refused_history_counts_as_the_least_level_and_as_no_hit(library: Library) -> None:
    refused = vignette(findings={"no_such_finding": True}, triage_min_safe="routine")
    report = score([refused], library)
    assert report.outcomes[0].answer is None
    assert report.outcomes[0].level is SELF
    assert [fault.problem for fault in report.outcomes[0].faults] == ["unknown finding"]
    assert report.measure("under-triage").hits == 1
    assert report.measure("top-3").hits == 0
    assert report.measure("feared covered").hits == 0


def vignette(**changes: Any) -> dict[str, Any]:
    return {
        "id": "a",
        "kind": "made up",
        "narrative": "My calf hurts.",
        "age": 61,
        "sex": None,
        "findings": {"saddle_numb": True},
        "final_ids": ["cauda_equina"],
        "acceptable_ids": [],
        "feared_ids": ["dvt"],
        "triage_expected": "emergency_now",
        "triage_min_safe": "emergency_now",
        "key_reason": "never given to the program",
    } | changes


def test_the_findings_and_the_narrative_are_given_apart(library: Library) -> None:
    by_findings = score([vignette()], library)
    assert by_findings.measure("emergency sensitivity").hits == 1
    assert by_findings.measure("feared covered").hits == 1
    by_story = score([vignette()], library, "narrative")
    answer = by_story.outcomes[0].answer
    assert answer is not None
    assert "saddle_numb" in answer.safety_questions_left
    assert answer.id == "a"


def test_what_is_for_reading_only_never_reaches_the_program(library: Library) -> None:
    one, other = (score([vignette(key_reason=reason)], library) for reason in ("x", "a clot"))
    assert one.outcomes[0].answer == other.outcomes[0].answer


@pytest.mark.parametrize("vignettes", [None, {}, [], "text", 5, [[]]], ids=str)
def test_what_is_no_list_of_vignettes_is_refused(library: Library, vignettes: object) -> None:
    with pytest.raises(InputError):
        score(vignettes, library)
