"""Situations: three-valued, by group of people, and with signs that can only add a yes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from charley.advice.interventions import interventions
from charley.advice.situations import any_holds, holds, is_about_medicines
from charley.history import History
from charley.reading import read_history
from charley.records.library import Library
from charley.truth import Truth

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


@pytest.fixture
def truth(library: Library) -> Callable[[str, dict[str, Any]], Truth]:
    def of(situation: str, told: dict[str, Any]) -> Truth:
        return holds(interventions().situations[situation], read_history(told, library), library)

    return of


@pytest.mark.parametrize(
    ("situation", "told", "wanted"),
    [
        ("pregnant", {}, UNKNOWN),
        ("pregnant", {"sex": "female", "age": 30}, UNKNOWN),
        ("pregnant", {"sex": "female", "age": 30, "pregnant": False}, NO),
        ("pregnant", {"pregnant": True}, YES),
        ("pregnant", {"sex": "male"}, NO),
        ("pregnant", {"age": 72}, NO),
        ("pregnant_or_new_mother", {"sex": "female", "age": 30, "pregnant": False}, UNKNOWN),
        ("third_trimester", {"pregnant": True}, UNKNOWN),
        ("third_trimester", {"pregnant": True, "findings": {"weeks_pregnant": 33}}, YES),
        ("third_trimester", {"pregnant": True, "findings": {"weeks_pregnant": 20}}, NO),
        ("second_trimester", {"pregnant": True, "findings": {"weeks_pregnant": 20}}, YES),
        ("second_trimester", {"pregnant": True, "findings": {"weeks_pregnant": 13}}, NO),
        ("second_trimester", {"pregnant": True, "findings": {"weeks_pregnant": 28}}, NO),
        ("first_trimester", {"pregnant": True, "findings": {"weeks_pregnant": 13}}, YES),
        ("third_trimester", {"age": 72, "findings": {"weeks_pregnant": 33}}, NO),
        ("child", {"age": 8}, YES),
        ("child", {"age": 16}, NO),
        ("child", {}, UNKNOWN),
        ("kidney_disease", {}, UNKNOWN),
        ("kidney_disease", {"findings": {"long_term_conditions": "none"}}, NO),
        ("kidney_disease", {"conditions": ["N18.4"]}, YES),
        ("kidney_disease", {"findings": {"long_term_conditions": ["liver disease"]}}, NO),
        (
            "kidney_disease",
            {
                "findings": {"long_term_conditions": "none"},
                "labs": [{"name": "eGFR", "value": 40, "unit": "mL/min/1.73m2"}],
            },
            YES,
        ),
        (
            "kidney_disease",
            {
                "findings": {"long_term_conditions": "none"},
                "labs": [{"name": "eGFR", "value": 90, "unit": "mL/min/1.73m2"}],
            },
            NO,
        ),
        ("myasthenia", {"findings": {"long_term_conditions": "none"}}, NO),
        ("myasthenia", {"findings": {"long_term_conditions": ["muscle or nerve disease"]}}, UNKNOWN),
        ("myasthenia", {"conditions": ["myasthenia gravis"]}, YES),
        ("glaucoma", {"findings": {"long_term_conditions": "none"}}, UNKNOWN),
        ("prostate", {"sex": "female"}, NO),
        ("prostate", {"sex": "male"}, UNKNOWN),
        ("takes_warfarin_kind", {}, UNKNOWN),
        ("takes_warfarin_kind", {"medicines": ["warfarin"]}, YES),
        ("takes_warfarin_kind", {"medicines": ["apixaban"]}, NO),
        ("takes_warfarin_kind", {"medicines": ["apixaban", "blorpamide"]}, UNKNOWN),
        ("takes_blood_thinner", {"medicines": ["apixaban"]}, YES),
        ("clot_sign", {"findings": {"one_leg_swollen": False, "calf_tender_deep": False}}, UNKNOWN),
        (
            "clot_sign",
            {"findings": {"one_leg_swollen": False, "calf_tender_deep": False, "leg_red_hot": False}},
            NO,
        ),
        ("clot_sign", {"findings": {"leg_red_hot": True}}, YES),
        (
            "leg_injury",
            {"findings": {"injury_recent": False, "cannot_put_weight": False, "pop_in_calf": True}},
            YES,
        ),
    ],
)
def test_truth_of_a_situation(
    truth: Callable[[str, dict[str, Any]], Truth], situation: str, told: dict[str, Any], wanted: Truth
) -> None:
    assert truth(situation, told) is wanted


def test_nothing_told_settles_no_situation(library: Library) -> None:
    truths = {id_: holds(s, History(), library) for id_, s in interventions().situations.items()}
    assert [id_ for id_, found in truths.items() if found is not UNKNOWN] == []


def test_of_several_the_greatest_counts_and_none_is_no(library: Library) -> None:
    known = interventions().situations
    history = read_history({"age": 72, "sex": "female"}, library)
    assert any_holds([known["pregnant"], known["over_65"]], history, library) is YES
    assert any_holds([known["pregnant"], known["dialysis"]], history, library) is UNKNOWN
    assert any_holds([], history, library) is NO


def test_medicine_situations_are_told_apart() -> None:
    known = interventions().situations
    assert is_about_medicines(known["takes_digoxin"])
    assert not is_about_medicines(known["pregnant"])
    assert not is_about_medicines(known["heart_rhythm"])
