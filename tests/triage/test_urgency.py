"""The four voices of urgency."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from charley.assessment import Assessment
from charley.history import History
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.triage.urgency import cause_level

Assessed = Callable[[dict[str, Any]], Assessment]
ORDINARY = {
    "sudden_hard_knot": True,
    "cramp_timing": "at night in bed",
    "cramp_site": ["calf"],
    "cramp_minutes": 2,
    "stretch_helps": True,
}


def names(answer: Assessment) -> list[str]:
    return [source.name for source in answer.urgency_from]


@pytest.mark.parametrize(
    ("story", "data", "level", "voice"),
    [
        (
            "a red flag",
            {"age": 40, "findings": {"saddle_numb": True}},
            "emergency_now",
            "rule:rf_cauda_equina",
        ),
        (
            "a potassium of 2.3 is an emergency whatever the story",
            {"age": 40, "findings": ORDINARY, "labs": [{"name": "K", "value": 2.3, "unit": "mmol/L"}]},
            "emergency_now",
            "lab:potassium",
        ),
        (
            "the same in another unit",
            {"age": 40, "findings": ORDINARY, "labs": [{"name": "potassium", "value": 2.3, "unit": "mEq/L"}]},
            "emergency_now",
            "lab:potassium",
        ),
        (
            "a medicine to review",
            {"age": 60, "findings": ORDINARY, "medicines": ["indapamide"]},
            "routine",
            "floor:medicine_to_review",
        ),
        (
            "an illness to follow",
            {"age": 60, "findings": ORDINARY, "conditions": ["slipped disc"]},
            "routine",
            "floor:illness_to_follow",
        ),
        ("only who, nothing of the cramps", {"age": 50, "sex": "male"}, "routine", "floor:nothing_known"),
        (
            "a story that was not read",
            {"age": 60, "findings": ORDINARY, "text": "my leg"},
            "routine",
            "floor:not_read",
        ),
        (
            "not sure about a safety question",
            {"age": 60, "findings": ORDINARY | {"one_leg_swollen": "not sure"}},
            "routine",
            "floor:not_sure",
        ),
    ],
)
def test_each_voice_speaks_and_is_named(
    assessed: Assessed, story: str, data: dict[str, Any], level: str, voice: str
) -> None:
    answer = assessed(data)
    assert answer.urgency.word == level, story
    assert voice in names(answer)


def test_an_ordinary_night_cramp_is_self_care_but_provisional(assessed: Assessed) -> None:
    answer = assessed({"age": 60, "findings": ORDINARY | {"medicines": []}})
    assert answer.urgency is Urgency.SELF_CARE
    assert answer.provisional
    assert "one_leg_swollen" in answer.safety_questions_left


def test_with_nothing_known_nothing_reassures(assessed: Assessed) -> None:
    answer = assessed({})
    assert answer.urgency >= Urgency.ROUTINE
    assert answer.provisional
    assert "floor:nothing_known" in names(answer)
    assert not any(entry.settled for entry in answer.ruled_out)


SORE = {"calf_sore_2_days": True, "cramp_site": ["calf"]}


@pytest.mark.parametrize(
    ("also", "fires"),
    [
        ({"long_travel": True}, True),
        ({"long_travel": True, "cramp_side": "both together"}, True),
        ({"long_travel": True, "cramp_side": "swaps from side to side"}, False),
        ({"past_clot": True}, True),
        ({}, False),
        ({"long_travel": True, "injury_recent": True}, False),
    ],
)
def test_a_calf_that_stays_sore_is_a_clot_until_shown_otherwise_where_clots_are_likely(
    assessed: Assessed, also: dict[str, Any], fires: bool
) -> None:
    answer = assessed({"age": 41, "findings": SORE | also})
    assert ("rule:rf_dvt_possible" in names(answer)) is fires


@pytest.mark.parametrize(
    "told",
    [
        {"conditions": ["blorpitis"]},
        {"conditions": ["none"]},
        {"medicines": ["blorpamide"]},
        {"findings": {"cramp_site": []}},
        {"age": 40, "sex": "male"},
    ],
)
def test_what_is_empty_or_was_not_understood_reassures_no_more_than_silence(
    assessed: Assessed, told: dict[str, Any]
) -> None:
    answer = assessed(told)
    assert answer.urgency is Urgency.ROUTINE
    assert "floor:nothing_known" in names(answer)


def test_an_old_result_does_not_stand_against_a_newer_one(assessed: Assessed) -> None:
    days = {"2026-10-20": 4.2, "2016-01-01": 2.4}
    labs = [{"name": "K", "value": value, "unit": "mmol/L", "date": day} for day, value in days.items()]
    answer = assessed({"date": "2026-11-20", "labs": labs})
    assert not any(name.startswith("lab:") for name in names(answer))
    assert any(meaning.endswith("a newer one counts") for _, meaning in answer.understood)


def test_of_the_limits_that_a_result_is_past_the_worst_is_told(assessed: Assessed) -> None:
    answer = assessed({"labs": [{"name": "K", "value": 2.4, "unit": "mmol/L"}]})
    assert names(answer).count("lab:potassium") > 1
    assert [voice.level for voice in answer.reasons if voice.name == "lab:potassium"] == [
        Urgency.EMERGENCY_NOW
    ]


def test_a_three_in_a_hundred_chance_of_a_clot_is_seen_the_same_day(library: Library) -> None:
    dvt = library.causes["dvt"]
    assert dvt.threshold is not None
    assert dvt.threshold.value == pytest.approx(0.03)
    assert cause_level(dvt, 0.031, library) >= Urgency.SAME_DAY
    assert cause_level(dvt, 0.029, library) < Urgency.SAME_DAY


def test_every_threshold_of_a_dangerous_cause_rises_with_its_chance(library: Library) -> None:
    for cause in library.causes.values():
        levels = [cause_level(cause, chance / 100, library) for chance in range(0, 101, 5)]
        assert levels == sorted(levels), cause.id
        if cause.urgency >= Urgency.SAME_DAY:
            assert levels[-1] >= Urgency.SAME_DAY, cause.id


def test_the_most_urgent_voice_comes_first(assessed: Assessed) -> None:
    answer = assessed({"age": 60, "findings": {"saddle_numb": True}, "medicines": ["indapamide"]})
    levels = [source.level for source in answer.urgency_from]
    assert levels == sorted(levels, reverse=True)


def test_answering_every_safety_question_with_no_ends_the_provisional_state(
    library: Library, told: Callable[..., History]
) -> None:
    from charley.assess import assess

    history = told(60, **ORDINARY)
    for _ in range(3):
        answer = assess(history, library)
        no = {
            id_: False if library.findings[id_].type == "yes_no" else library.findings[id_].options[-1].value
            for id_ in answer.safety_questions_left
        }
        fixed = {k: (frozenset() if library.findings[k].type == "multi" else v) for k, v in no.items()}
        history = replace(history, answers={**history.answers, **fixed})
    assert not assess(history, library).provisional


KIDNEY = {"name": "creatinine", "value": 900, "unit": "umol/L"}


@pytest.mark.parametrize(
    ("dialysis", "speaks"), [(None, True), ("not sure", True), (False, True), (True, False)]
)
def test_a_laboratory_limit_holds_unless_it_is_clearly_not_for_this_person(
    assessed: Assessed, dialysis: object, speaks: bool
) -> None:
    """Whether somebody is on dialysis is seldom told: not knowing must not silence a failing kidney."""
    answer = assessed({"age": 60, "findings": {"on_dialysis": dialysis}, "labs": [KIDNEY]})
    assert ("lab:creatinine" in names(answer)) is speaks


@pytest.mark.parametrize(("diabetes", "speaks"), [(None, True), ("no", True), ("type 2", False)])
def test_a_high_sugar_speaks_unless_diabetes_is_known(
    assessed: Assessed, diabetes: str | None, speaks: bool
) -> None:
    sugar = {"name": "glucose", "value": 14, "unit": "mmol/L"}
    answer = assessed({"age": 60, "findings": {"diabetes": diabetes}, "labs": [sugar]})
    assert ("lab:glucose" in names(answer)) is speaks


def test_a_limit_for_pregnancy_is_not_used_for_everybody(assessed: Assessed) -> None:
    """A creatinine of 90 is usual in a man of 60 and raised only in pregnancy."""
    usual = {"name": "creatinine", "value": 90, "unit": "umol/L"}
    assert "lab:creatinine" not in names(assessed({"age": 60, "labs": [usual]}))


def test_not_pregnant_says_nothing_of_a_recent_birth(assessed: Assessed, library: Library) -> None:
    told = {"age": 30, "sex": "female", "pregnant": False, "findings": ORDINARY}
    answer = assessed(told)
    assert "pregnancy_cramps" not in [cause.id for cause in answer.causes[:3]]
    swollen = assessed(told | {"findings": ORDINARY | {"one_leg_swollen": True}})
    assert "rf_dvt_pregnant" not in [rule.id for rule in swollen.red_flags]
    after = assessed(
        told | {"findings": {"one_leg_swollen": True, "pregnant": "had a baby in the last 6 weeks"}}
    )
    assert "rf_dvt_pregnant" in [rule.id for rule in after.red_flags]
    assert not after.contradictions
