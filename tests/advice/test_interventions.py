"""Every intervention laid beside one person: do now, discuss, not for you, does not help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from charley.advice.interventions import Choice, choose, interventions
from charley.history import History
from charley.reading import read_history
from charley.records.conditions import Is
from charley.records.interventions import Bar, Interventions
from charley.records.library import Library
from charley.records.situations import Situation

TODAY = date(2026, 11, 21)
Chosen = Callable[[dict[str, Any]], dict[str, Choice]]
NOTHING_TOLD: dict[str, Any] = {}
AT_NIGHT = {"wakes_from_sleep": True}


def but(told: dict[str, Any], **findings: Any) -> dict[str, Any]:
    """The same history with other answers; None takes an answer out."""
    answers = {id_: value for id_, value in (told["findings"] | findings).items() if value is not None}
    return told | {"findings": answers}


def says(choice: Choice) -> list[str]:
    return [reason.situation for reason in choice.because]


def test_all_58_are_judged_for_anybody(library: Library) -> None:
    assert len(choose(History(), library)) == 58
    assert {choice.id for choice in choose(History(), library)} == set(interventions().by_id)


def test_a_person_with_answers_may_do_the_safe_things_now(calm: dict[str, Any], chosen: Chosen) -> None:
    found = chosen(calm)
    now = {id_ for id_, choice in found.items() if choice.verdict == "do_now"}
    assert {"stretch-acute", "weight-bearing", "massage", "heat-cold", "stretch-bedtime"} <= now
    assert all(interventions().by_id[id_].role == "self_care" for id_ in now)


def test_nothing_told_means_that_nothing_with_a_contraindication_is_done_now(chosen: Chosen) -> None:
    now = {id_ for id_, choice in chosen(NOTHING_TOLD).items() if choice.verdict == "do_now"}
    assert [id_ for id_ in now if interventions().by_id[id_].never_when] == []


@pytest.mark.parametrize(
    ("told", "id_", "verdict", "because"),
    [
        ({"findings": {"one_leg_swollen": True}}, "massage", "not_for_you", ["clot_sign"]),
        ({"findings": {"one_leg_swollen": True}}, "stretch-bedtime", "not_for_you", ["clot_sign"]),
        ({"findings": {"feet_numb_tingle": True}}, "heat-cold", "not_for_you", ["numb_feet"]),
        ({"conditions": ["N18.4"]}, "magnesium", "not_for_you", ["kidney_disease"]),
        ({"conditions": ["N18.4"]}, "potassium-magnesium-aspartate", "not_for_you", ["kidney_disease"]),
        (
            {"medicines": ["ramipril"]},
            "potassium-magnesium-aspartate",
            "not_for_you",
            ["takes_potassium_raising"],
        ),
        ({"age": 70, "medicines": ["warfarin"]}, "vitamin-k2", "not_for_you", ["takes_warfarin_kind"]),
        (
            {"age": 70, "medicines": ["digoxin"]},
            "quinine",
            "not_for_you",
            ["takes_digoxin", "takes_rhythm_or_qt_drug"],
        ),
        ({"conditions": ["cirrhosis", "glaucoma"]}, "orphenadrine", "not_for_you", ["glaucoma"]),
        (
            {"conditions": ["dialysis", "cirrhosis"]},
            "baclofen",
            "not_for_you",
            ["dialysis", "kidney_disease"],
        ),
        ({"pregnant": True, "age": 30}, "rubefacient", "not_for_you", ["pregnant"]),
        ({"pregnant": True, "age": 30}, "magnesium", "not_for_you", []),
        ({"pregnant": True, "age": 30}, "magnesium-pregnancy", "discuss", []),
        ({"conditions": ["dialysis"]}, "vitamin-k2", "not_for_you", []),
        (
            {"conditions": ["dialysis"], "medicines": ["warfarin"]},
            "dialysis-k2",
            "not_for_you",
            ["takes_warfarin_kind"],
        ),
        ({"conditions": ["dialysis"]}, "hydration", "not_for_you", ["dialysis"]),
        (
            {"age": 70, "medicines": ["indapamide"], "findings": {"wakes_from_sleep": True}},
            "vitamin-k2",
            "not_for_you",
            ["takes_water_tablet"],
        ),
        ({"medicines": ["quinine"]}, "quinine-stop", "discuss", []),
        ({"medicines": ["simvastatin"]}, "review-statin", "discuss", []),
        ({"medicines": ["simvastatin"]}, "review-laba", "not_for_you", []),
        ({"labs": [{"name": "magnesium", "value": 0.5, "unit": "mmol/L"}]}, "magnesium", "discuss", []),
        ({"labs": [{"name": "magnesium", "value": 0.8, "unit": "mmol/L"}]}, "magnesium", "does_not_help", []),
    ],
)
def test_verdicts(told: dict[str, Any], id_: str, verdict: str, because: list[str], chosen: Chosen) -> None:
    choice = chosen(told)[id_]
    assert (choice.verdict, says(choice)) == (verdict, because)


def test_quinine_is_never_offered(calm: dict[str, Any], chosen: Chosen) -> None:
    for told in (calm, NOTHING_TOLD, {"medicines": ["quinine"]}, {"conditions": ["cirrhosis"]}):
        assert chosen(told)["quinine"].verdict == "not_for_you"
        assert chosen(told)["potassium-magnesium-aspartate"].verdict == "not_for_you"


def test_an_unknown_contraindication_is_first_checked(calm: dict[str, Any], chosen: Chosen) -> None:
    choice = chosen(but(calm, one_leg_swollen=None))["stretch-bedtime"]
    assert choice.verdict == "discuss"
    assert [reason.situation for reason in choice.first_check] == ["clot_sign"]
    assert choice.because == ()


def test_a_doubt_is_unknown_too(calm: dict[str, Any], chosen: Chosen) -> None:
    assert chosen(but(calm, one_leg_swollen="not sure"))["massage"].verdict == "discuss"


def test_a_lesser_caution_makes_it_a_thing_to_discuss_only_when_it_holds(
    calm: dict[str, Any], chosen: Chosen
) -> None:
    known = chosen(calm)["hydration"]
    sporty = but(calm, cramp_with_exercise=True)
    assert known.verdict == "discuss" and not known.relevant
    free = chosen(sporty)["hydration"]
    assert free.verdict == "do_now"
    assert "high_blood_pressure" in [reason.situation for reason in free.ask_if]
    tied = chosen(sporty | {"conditions": ["high blood pressure"]})["hydration"]
    assert (tied.verdict, says(tied)) == ("discuss", ["high_blood_pressure"])


def test_what_is_meant_for_others_is_not_relevant(calm: dict[str, Any], chosen: Chosen) -> None:
    choice = chosen(but(calm, on_dialysis=False))["dialysis-measures"]
    assert (choice.verdict, choice.relevant) == ("not_for_you", False)
    assert choice.note == "It is for cramps on dialysis."
    unknown = chosen(NOTHING_TOLD)["dialysis-measures"]
    assert (unknown.verdict, unknown.relevant) == ("discuss", False)
    assert [reason.says for reason in unknown.first_check] == ["you are on dialysis"]


def test_adaptations_stand_only_where_they_hold(calm: dict[str, Any], chosen: Chosen) -> None:
    assert chosen(calm)["stretch-bedtime"].adaptations == ()
    old = chosen(calm | {"age": 83})["stretch-bedtime"]
    assert old.verdict == "do_now"
    assert old.adaptations == ("At your age we play safe: do every stretch sitting.",)
    assert chosen(calm | {"age": 83})["weight-bearing"].verdict == "not_for_you"


def _only(shelf: Interventions, id_: str, bar: Bar) -> Interventions:
    """The shelf with one intervention whose only contraindication is `bar`, and which everybody may do."""
    free = replace(
        shelf.by_id[id_], role="self_care", worth_it_when=(), only_for=(), instead=(), never_when=(bar,),
        ask_first_when=(),
    )  # fmt: skip
    return Interventions({id_: free}, shelf.situations)


BARS = [
    pytest.param(one.id, index, id=f"{one.id}-{bar.situation.id}")
    for one in interventions().by_id.values()
    for index, bar in enumerate(one.never_when)
]


@pytest.mark.parametrize(("id_", "index"), BARS)
def test_every_contraindication_can_hold_and_then_rules_its_intervention_out(
    id_: str, index: int, library: Library, situation_stories: dict[str, dict[str, Any]]
) -> None:
    shelf = interventions()
    bar = shelf.by_id[id_].never_when[index]
    history = read_history(situation_stories[bar.situation.id], library, TODAY)
    (alone,) = choose(history, library, _only(shelf, id_, bar))
    assert (alone.verdict, [r.because for r in alone.because]) == ("not_for_you", [bar.because])
    (open_,) = choose(History(), library, _only(shelf, id_, bar))
    assert (open_.verdict, [r.because for r in open_.first_check]) == ("discuss", [bar.because])
    whole = {choice.id: choice for choice in choose(history, library)}
    assert whole[id_].verdict == "not_for_you"


@pytest.fixture(scope="module")
def situation_stories() -> dict[str, dict[str, Any]]:
    """For every situation that speaks against something, a history in which it holds."""
    return STORIES


STORIES: dict[str, dict[str, Any]] = {
    "adrenal_weak": {"conditions": ["Addison's disease"]},
    "allergy_skin": {"findings": {"foot_sores": True}},
    "bleeding_tendency": {"findings": {"new_bruises_spots": True}},
    "breathless": {"findings": {"breathless_sudden": True}},
    "child": {"age": 9},
    "clot_sign": {"findings": {"one_leg_swollen": True}},
    "confused": {"findings": {"confused_or_drowsy": True}},
    "dialysis": {"conditions": ["dialysis"]},
    "dried_out": {"findings": {"vomiting_or_runny_poo": True}},
    "drug_dependence": {"conditions": ["drug dependence"]},
    "epilepsy": {"conditions": ["epilepsy"]},
    "foot_sore": {"findings": {"foot_sores": True}},
    "glaucoma": {"conditions": ["glaucoma"]},
    "heart_disease": {"conditions": ["coronary artery disease"]},
    "heart_failure": {"conditions": ["heart failure"]},
    "heart_rhythm": {"conditions": ["atrial fibrillation"]},
    "high_blood_pressure": {"conditions": ["high blood pressure"]},
    "high_calcium": {"labs": [{"name": "adjusted calcium", "value": 2.9, "unit": "mmol/L"}]},
    "high_magnesium": {"labs": [{"name": "magnesium", "value": 1.4, "unit": "mmol/L"}]},
    "high_potassium": {"labs": [{"name": "potassium", "value": 5.9, "unit": "mmol/L"}]},
    "kidney_disease": {"conditions": ["N18.4"]},
    "kidney_stones": {"conditions": ["kidney stones"]},
    "leg_injury": {"findings": {"injury_recent": True}},
    "liquorice": {"findings": {"licorice_often": True}},
    "low_platelets": {"findings": {"quinine_bleed_sight": True}},
    "low_potassium": {"labs": [{"name": "potassium", "value": 3.1, "unit": "mmol/L"}]},
    "motor_neurone_disease": {"conditions": ["motor neurone disease"]},
    "myasthenia": {"conditions": ["myasthenia gravis"]},
    "nerve_muscle_disease": {"conditions": ["muscular dystrophy"]},
    "numb_feet": {"findings": {"feet_numb_tingle": True}},
    "old_age": {"age": 85},
    "poor_circulation": {"conditions": ["peripheral arterial disease"]},
    "pregnant": {"pregnant": True},
    "pregnant_or_new_mother": {"findings": {"pregnant": "had a baby in the last 6 weeks"}},
    "prostate": {"sex": "male", "conditions": ["enlarged prostate"]},
    "sore_or_weak": {"findings": {"muscle_thinner": True}},
    "swollen_belly": {"findings": {"yellow_or_swollen_belly": True}},
    "takes_beta_blocker": {"medicines": ["bisoprolol"]},
    "takes_blood_thinner": {"medicines": ["apixaban"]},
    "takes_digoxin": {"medicines": ["digoxin"]},
    "takes_opioid": {"medicines": ["codeine"]},
    "takes_potassium_raising": {"medicines": ["spironolactone"]},
    "takes_rhythm_or_qt_drug": {"medicines": ["amiodarone"]},
    "takes_seizure_drug_raised_by_quinine": {"medicines": ["carbamazepine"]},
    "takes_steroid": {"medicines": ["prednisolone"]},
    "takes_thyroid_tablet": {"medicines": ["levothyroxine"]},
    "takes_warfarin_kind": {"medicines": ["warfarin"]},
    "takes_water_tablet": {"medicines": ["indapamide"]},
    "tight_leg": {"findings": {"leg_tight_hard": True}},
    "unsteady": {"findings": {"foot_drop": True}},
}


def test_a_situation_without_anything_that_settles_it_leaves_a_choice_open(library: Library) -> None:
    unsettled = Situation("x", "you are x", when=Is("leg_tight_hard", (True,)))
    shelf = interventions()
    only = _only(shelf, "massage", Bar(unsettled, "It is bad.", judged="made up"))
    (choice,) = choose(read_history({"findings": {"leg_tight_hard": False}}, library), library, only)
    assert choice.verdict == "do_now"
