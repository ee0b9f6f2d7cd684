"""Open safety questions: this person's dangers first, each with what a yes asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from charley.advice.open_questions import MOST_SHOWN, fired_by_yes, open_questions
from charley.advice.plan_texts import Case
from charley.assess import assess
from charley.history import History
from charley.records.library import Library

Read = Callable[[dict[str, Any]], History]


@pytest.fixture
def case(read: Read, library: Library) -> Callable[[dict[str, Any]], Case]:
    def made(told: dict[str, Any]) -> Case:
        history = read(told)
        return Case(history, library, assess(history, library))

    return made


@pytest.mark.parametrize(
    ("told", "first"),
    [
        ({"conditions": ["peripheral arterial disease"]}, ["foot_pain_rest_hang", "foot_sores"]),
        ({"findings": {"one_leg_swollen": True}}, ["chest_pain_breathing", "coughing_blood"]),
        ({"findings": {"legs_stiff_all_time": True}}, ["bladder_bowel_change", "saddle_numb"]),
        ({"medicines": ["simvastatin"]}, ["dark_urine", "rapid_weakness"]),
    ],
)
def test_this_persons_dangers_come_first(
    case: Callable[..., Case], told: dict[str, Any], first: list[str]
) -> None:
    assert [one.id for one in open_questions(case(told))][:2] == first


def test_a_yes_has_the_action_of_the_rule_that_it_would_fire(case: Callable[..., Case]) -> None:
    asked = {one.id: one.yes for one in open_questions(case({"findings": {"one_leg_swollen": True}}))}
    assert asked["chest_pain_breathing"] == "Yes: call an ambulance now."
    here = case({"medicines": ["simvastatin"]})
    assert "rf_rhabdo" in {rule.id for rule in fired_by_yes("dark_urine", here)}
    assert {one.id: one.yes for one in open_questions(here)}["dark_urine"].startswith(
        "Yes: go to an emergency"
    )


def test_what_was_answered_is_not_asked(case: Callable[..., Case]) -> None:
    told = {"findings": {"one_leg_swollen": True, "chest_pain_breathing": False}}
    assert "chest_pain_breathing" not in {one.id for one in open_questions(case(told))}


def test_a_question_with_choices_names_them(case: Callable[..., Case]) -> None:
    asked = {one.id: one.text for one in open_questions(case({"findings": {"mouth_hand_tingling": True}}))}
    assert "fish poison" in asked["toxin_contact"]


def test_only_a_few_are_shown(case: Callable[..., Case]) -> None:
    assert len(open_questions(case({}))) == MOST_SHOWN
