"""Causes from their files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charley.errors import Fault
from charley.library.assemble import build_library
from charley.records.conditions import Compare, Has, Is, WithinDays
from charley.records.library import Library
from charley.records.numbers import Figure, Number
from charley.records.rules import Urgency


def test_a_cause_keeps_all_that_its_file_says(mini: Library) -> None:
    clot = mini.causes["clot"]
    assert (clot.name, clot.clinical_name, clot.icd10cm) == (
        "A clot in the leg",
        "Deep vein thrombosis",
        "I82.40",
    )
    assert (clot.group, clot.kind, clot.mimic, clot.also_true_cramp) == ("vessel", "disease", True, False)
    assert clot.mechanism == ("blood stands still", "a clot forms")
    assert clot.prior == Number(10, 5, 20, "derived", "per_1000_askers", "guideline", "page 1", "2 of 200")
    assert clot.by_age == {"under_16": 0.1, "from_16": 0.5, "from_40": 1, "from_65": 2}
    assert clot.by_sex == {"female": 1.2, "male": 1}
    assert clot.by_pregnancy == {"pregnant": 4, "recent_birth": 5, "neither": 1}
    assert (clot.true_cramp.word, clot.contributes.value) == ("seldom", 0.05)
    assert (clot.urgency, clot.review_floor) == (Urgency.SAME_DAY, None)
    assert clot.threshold is not None
    assert clot.threshold.value == 0.04
    assert (clot.confirmed_by, clot.excluded_by) == (("ultrasound",), ("ultrasound",))
    assert clot.look_for == ("one leg swells", "sudden short breath")
    assert clot.sources == ("guideline",)


def test_what_a_cause_leaves_out_is_empty(mini: Library) -> None:
    cramps = mini.causes["night_cramps"]
    assert (cramps.by_sex, cramps.by_pregnancy, cramps.threshold, cramps.look_for) == ({}, {}, None, ())


def test_evidence_keeps_its_order_and_knows_what_is_a_fact_of_the_person(mini: Library) -> None:
    assert [(e.condition, e.risk) for e in mini.causes["night_cramps"].evidence] == [
        (Has("medicines", ("statin", "water_tablet")), True),
        (Is("hard_knot", (True,)), False),
        (Is("first_started", ("long ago",)), False),
        (WithinDays("first_started", 31), False),
    ]


def test_evidence_has_its_own_chance_and_the_background_of_its_finding(mini: Library) -> None:
    medicines, knot, *_ = mini.causes["night_cramps"].evidence
    assert (knot.chance.value, knot.chance.source, knot.chance.where) == (0.9, "survey", "table 2")
    assert knot.background == mini.findings["hard_knot"].background
    assert medicines.background.value == pytest.approx(1 - (1 - 0.1) * (1 - 0.1))


def test_a_sign_against_has_weight_and_background(mini: Library) -> None:
    (against,) = mini.causes["night_cramps"].argues_against
    assert (against.condition, against.weight.word) == (Compare("cramp_minutes", "above", 30.0), "strongly")
    assert against.background.value == pytest.approx(0.5 - (30 - 10) / (60 - 10) * (0.5 - 0.1))


def test_figures_stay_with_the_entry_that_carries_them(knowledge: Path) -> None:
    file = knowledge / "causes" / "clot.yaml"
    entry = "  - finding: one_leg_swollen\n    chance: often\n"
    figure = "    figures: [{text: Seven in ten swell., source: survey}]\n"
    text = file.read_text(encoding="utf-8")
    assert entry in text
    file.write_text(text.replace(entry, entry + figure), encoding="utf-8")
    (swollen,) = build_library(knowledge).causes["clot"].evidence
    assert swollen.figures == (Figure("Seven in ten swell.", "survey"),)
    assert isinstance(swollen.leak, float)


@pytest.mark.parametrize(("chance", "count"), [(0.4, 0), (0.401, 1)])
def test_the_chances_of_one_question_may_reach_1_but_not_pass_it(
    chance: float, count: int, knowledge: Path, faults: Callable[[], tuple[Fault, ...]]
) -> None:
    number = f"{{value: {chance}, range: [0.1, 0.6], kind: judged, why: a guess}}"
    file = knowledge / "causes" / "night_cramps.yaml"
    written = "    is: long ago\n    chance: half\n"
    more = f"  - finding: first_started\n    is: today\n    chance: {number}\n"
    text = file.read_text(encoding="utf-8")
    assert written in text
    file.write_text(text.replace(written, written + more), encoding="utf-8")
    assert [fault.problem for fault in faults()] == [
        "the chances of the answers to 'first_started' add up to 1.00"
    ] * count


@pytest.mark.parametrize("level", [level.word for level in Urgency])
def test_what_is_dangerous_says_what_to_look_for(
    level: str, knowledge: Path, faults: Callable[[], tuple[Fault, ...]]
) -> None:
    file = knowledge / "causes" / "night_cramps.yaml"
    text = file.read_text(encoding="utf-8").replace("urgency: self_care", f"urgency: {level}")
    file.write_text(text, encoding="utf-8")
    dangerous = level in ("same_day", "emergency_now")
    assert [fault.problem for fault in faults()] == (
        ["'night_cramps' is dangerous and has no 'look_for'"] if dangerous else []
    )


def test_causes_come_in_the_order_of_their_ids(mini: Library) -> None:
    assert list(mini.causes) == ["clot", "night_cramps"]
