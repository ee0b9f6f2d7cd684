"""Tests worth discussing: only where the knowledge says so, those of likely causes first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from charley.assessment import FiredRule
from charley.history import History, LabResult
from charley.network.engine import CauseScore, Ranking
from charley.records.conditions import Is
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.testing import LIKELY, reference_text, suggest_tests
from charley.triage import fired_rules


def ranking(**chances: float) -> Ranking:
    scores = tuple(CauseScore(id_, p, p / 2, min(1, p * 2), p, ()) for id_, p in chances.items())
    return replace(Ranking("made-up", (), 0.7), scores=scores)


def names(history: History, library: Library, limit: int = 100, **chances: float) -> list[str]:
    return [test.id for test in suggest_tests(history, library, ranking(**chances), limit=limit)]


def test_an_ordinary_night_cramp_needs_no_test(library: Library, told: Callable[..., History]) -> None:
    history = told(
        50, sudden_hard_knot=True, cramp_timing="at night in bed", stretch_helps=True, medicines=[]
    )
    assert names(history, library, idiopathic_nocturnal_leg_cramps=0.9) == []


def test_a_likely_cause_brings_the_tests_that_would_confirm_it(library: Library) -> None:
    confirmed_by = list(library.causes["restless_legs"].confirmed_by)
    assert confirmed_by
    assert names(History(), library, restless_legs=LIKELY) == confirmed_by
    assert names(History(), library, restless_legs=LIKELY - 1e-6) == []


def test_a_cause_likely_enough_to_be_seen_today_brings_its_tests_whatever_its_chance(
    library: Library,
) -> None:
    assert names(History(), library, dvt=LIKELY / 2) == list(library.causes["dvt"].confirmed_by)


def test_a_cause_that_can_be_looked_after_at_home_brings_no_test_by_itself(library: Library) -> None:
    mild = next(c for c in library.causes.values() if c.urgency is Urgency.SELF_CARE)
    with_test = replace(
        library, causes={**library.causes, mild.id: replace(mild, confirmed_by=("potassium",))}
    )
    assert names(History(), with_test, **{mild.id: 0.9}) == []


def test_a_medicine_that_shifts_salts_brings_salt_tests(
    library: Library, told: Callable[..., History]
) -> None:
    found = names(told(70, medicines=["furosemide"]), library)
    assert {"potassium", "sodium", "magnesium"} <= set(found)


def test_tests_of_likely_causes_come_first_and_each_once(
    library: Library, told: Callable[..., History]
) -> None:
    history = told(70, medicines=["furosemide"])
    asked_for = names(history, library)
    last = asked_for[-1]
    cause = replace(library.causes["dvt"], confirmed_by=("venous_ultrasound", last))
    changed = replace(library, causes={**library.causes, "dvt": cause})
    found = names(history, changed, dvt=0.5)
    assert found[0] == last
    assert sorted(found) == sorted({*asked_for, "venous_ultrasound"})
    assert found[-1] == "venous_ultrasound"


def test_no_more_than_the_limit_are_named(library: Library, told: Callable[..., History]) -> None:
    history = told(70, medicines=["furosemide"])
    assert names(history, library, limit=2) == names(history, library)[:2]


def test_a_test_that_must_be_avoided_is_never_named(library: Library, told: Callable[..., History]) -> None:
    history = told(70, medicines=["furosemide"], fever=True)
    potassium = library.tests["potassium"]
    barred = replace(potassium, avoid_when=Is("fever", (True,)))
    changed = replace(library, tests={**library.tests, "potassium": barred})
    assert "potassium" in names(history, library)
    assert "potassium" not in names(history, changed)
    assert "potassium" in names(told(70, medicines=["furosemide"]), changed), "unknown does not bar it"


def test_d_dimer_is_not_named_to_somebody_pregnant(library: Library, told: Callable[..., History]) -> None:
    swollen = {"one_leg_swollen": True, "sex_at_birth": "female"}
    assert "d_dimer" not in names(told(30, pregnant="pregnant now", **swollen), library, dvt=0.5)


def test_a_policy_is_no_test(library: Library) -> None:
    policy = [test.id for test in library.tests.values() if test.kind == "policy"]
    assert policy
    cause = replace(library.causes["dvt"], confirmed_by=tuple(policy))
    assert names(History(), replace(library, causes={"dvt": cause}), dvt=0.9) == []


def test_in_pregnancy_the_range_of_pregnancy_is_shown(library: Library, told: Callable[..., History]) -> None:
    history = told(30, sex_at_birth="female", pregnant="pregnant now", medicines=["furosemide"])
    shown = {test.id: test.reference for test in suggest_tests(history, library, ranking(), limit=100)}
    potassium = library.tests["potassium"]
    assert shown["potassium"] == reference_text(potassium.pregnancy_reference)
    assert shown["potassium"] != reference_text(potassium.adult_reference)


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ({}, ""),
        ({"mmol/L": [3.5, 5.3], "note": "some laboratories differ"}, "3.5 to 5.3 mmol/L"),
        ({"umol_per_L": [60, 110], "eGFR": "90 or more"}, "60 to 110 umol/L; eGFR: 90 or more"),
        ({"mmol/L in late pregnancy": [3.2, 4.6]}, "3.2 to 4.6 mmol/L in late pregnancy"),
        ({"half_open": [3.5]}, ""),
    ],
    ids=["none", "a range and a note", "two of them", "a note in the unit", "half a range is left out"],
)
def test_a_reference_as_one_line(reference: dict[str, Any], text: str) -> None:
    assert reference_text(reference) == text


def test_every_reference_of_the_knowledge_is_shown_whole(library: Library) -> None:
    for test in library.tests.values():
        for reference in (test.adult_reference, test.pregnancy_reference):
            parts = [key for key in reference if key != "note"]
            assert len([p for p in reference_text(reference).split("; ") if p]) >= len(parts), test.id


@pytest.mark.parametrize(
    ("who", "offered"),
    [
        ({"age": 30, "sex_at_birth": "female"}, False),
        ({"age": 30, "sex_at_birth": "female", "pregnant": "no"}, True),
        ({"age": 30, "sex_at_birth": "female", "pregnant": "pregnant now"}, False),
        ({"age": 30, "sex_at_birth": "male"}, True),
        ({"age": 60, "sex_at_birth": "female"}, True),
    ],
    ids=["pregnancy not known", "not pregnant", "pregnant", "a man", "past the years of pregnancy"],
)
def test_no_d_dimer_while_a_pregnancy_is_possible(
    library: Library, told: Callable[..., History], who: dict[str, Any], offered: bool
) -> None:
    history = told(**who, one_leg_swollen=True)
    assert (
        "d_dimer" in {test.id for test in suggest_tests(history, library, ranking(), limit=100)}
    ) is offered


def rule(id_: str, level: Urgency, *suspected: str) -> FiredRule:
    return FiredRule(id_, level, "", (), (), suspected, "", "", ())


def test_rules_that_hold_bring_their_tests_in_turn_the_likeliest_danger_first(library: Library) -> None:
    fired = (
        rule("rf_necrotising", Urgency.EMERGENCY_NOW, "necrotising_infection"),
        rule("rf_dvt_possible", Urgency.SAME_DAY, "dvt"),
    )
    found = [t.id for t in suggest_tests(History(), library, ranking(dvt=0.1), fired)]
    assert found[:2] == ["venous_ultrasound", "surgical_exploration"]
    assert set(found) >= {t for r in fired for t in library.red_flags[r.id].tests if t != "d_dimer"}


def test_rules_below_same_day_level_come_after_likely_causes(library: Library) -> None:
    fired = (rule("rf_claudication", Urgency.WITHIN_DAYS, "claudication_pad"),)
    found = [t.id for t in suggest_tests(History(), library, ranking(restless_legs=0.9), fired)]
    assert found.index("abpi") < found.index("blood_pressure") < found.index("ferritin")


def test_a_pressing_value_is_measured_again(library: Library) -> None:
    history = History(labs=(LabResult("potassium", 6.9),))
    assert names(history, library)[0] == "potassium"


@pytest.mark.parametrize("level", [Urgency.SAME_DAY, Urgency.EMERGENCY_NOW])
def test_no_level_of_today_is_left_without_a_test(library: Library, level: Urgency) -> None:
    for red_flag in library.red_flags.values():
        if red_flag.level is level and red_flag.tests:
            fired = (rule(red_flag.id, level, *red_flag.suspected),)
            assert suggest_tests(History(age=30, sex="male"), library, ranking(), fired), red_flag.id


def test_a_scan_not_d_dimer_for_a_leg_that_is_grossly_swollen_or_purple(
    library: Library, told: Callable[..., History]
) -> None:
    for sign in ("whole_leg_swollen", "skin_purple_blister"):
        history = told(18, sex_at_birth="male", one_leg_swollen=True, **{sign: True})
        fired = (rule("rf_dvt_possible", Urgency.SAME_DAY, "dvt"),)
        found = [t.id for t in suggest_tests(history, library, ranking(dvt=0.5), fired)]
        assert found[0] == "venous_ultrasound"
        assert "d_dimer" not in found


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ({"medicines": ["rosuvastatin"], "rapid_weakness": True}, {"ck", "tsh"}),
        ({"medicines": ["glipizide"], "vomiting_or_runny_poo": True}, {"glucose"}),
        ({"hot_shaky_weight_loss": True, "rapid_weakness": True}, {"tsh"}),
        ({"cold_tired_weight_gain": True}, {"tsh"}),
        ({"urge_to_move": True}, {"ferritin"}),
        ({"cramps_per_week": 7.0, "sleep_lost": 7.0}, {"potassium", "calcium_adjusted", "hba1c"}),
        (
            {
                "cramp_with_exercise": True,
                "cramp_timing": "during exercise",
                "first_started": "more than a year ago",
            },
            {"abpi", "arterial_ultrasound"},
        ),
    ],
)
def test_what_was_told_brings_its_own_tests(
    library: Library, told: Callable[..., History], facts: dict[str, Any], wanted: set[str]
) -> None:
    fired = fired_rules(told(50, sex_at_birth="male", **facts), library)
    found = {t.id for t in suggest_tests(told(50, sex_at_birth="male", **facts), library, ranking(), fired)}
    assert wanted <= found


def test_no_lumbar_puncture_before_the_spine_was_seen(library: Library, told: Callable[..., History]) -> None:
    history = told(33, saddle_numb=True, bladder_bowel_change=True)
    assert "lumbar_puncture" not in names(history, library, guillain_barre=0.5)
