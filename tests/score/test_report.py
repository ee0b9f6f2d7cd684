"""The score as a table: every miss stands on a line of its own and says what was wanted."""

from __future__ import annotations

from typing import Any

from charley.records.library import Library
from charley.score import score, table


def vignette(
    id_: str, expected: str, least: str, findings: dict[str, Any], **ids: list[str]
) -> dict[str, Any]:
    return {
        "id": id_, "kind": "made up", "age": 50, "findings": findings, "triage_expected": expected,
        "triage_min_safe": least, "final_ids": ids.get("final", []), "acceptable_ids": ids.get("accept", []),
        "feared_ids": ids.get("feared", []),
    }  # fmt: skip


NEAR = ("idiopathic_nocturnal_leg_cramps", "exercise_cramp", "restless_legs", "lumbar_radiculopathy")
CASES = [
    vignette(
        "hit",
        "emergency_now",
        "emergency_now",
        {"saddle_numb": True},
        accept=list(NEAR),
        final=["cauda_equina"],
    ),
    vignette("missed", "emergency_now", "same_day", {"stretch_helps": True}, final=["lead_poisoning"]),
    vignette("alarm", "self_care", "self_care", {"saddle_numb": True}, final=["cauda_equina"]),
    vignette("fear", "routine", "self_care", {"stretch_helps": True}, feared=["no_such_cause"]),
    vignette("refused", "routine", "self_care", {"saddle_numb": "perhaps"}),
]


def test_misses_are_listed_one_a_line_and_hits_are_not(library: Library) -> None:
    lines = table(score(CASES, library)).splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("misses: "))
    misses = lines[start + 1 :]
    assert lines[start] == f"misses: {len(misses)}"
    assert not [line for line in misses if line.startswith("hit ")]
    assert any(line.startswith("missed not in top-3: wanted lead_poisoning; got ") for line in misses)
    assert any(
        line.startswith("missed UNDER-TRIAGE: ") and line.endswith("same_day is safe") for line in misses
    )
    assert any(line.startswith("missed EMERGENCY MISSED: ") for line in misses)
    assert any(line.startswith("alarm over-triage: emergency_now for self_care (rule:") for line in misses)
    assert "fear feared cause not covered" in misses
    assert any(line.startswith("refused refused: findings.saddle_numb") for line in misses)


def test_every_measure_has_a_row_and_every_kind_a_column(library: Library) -> None:
    lines = table(score(CASES, library)).splitlines()
    assert lines[0] == "input: findings, 5 vignettes, 95% Wilson intervals"
    assert lines[1].split() == ["measure", "all", "made", "up"]
    rows = lines[2:9]
    assert all(row.count("(") == 2 for row in rows), rows
