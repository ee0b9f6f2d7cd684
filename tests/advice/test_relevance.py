"""Open safety questions in the order of this person's own dangers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from charley.advice.relevance import by_relevance, pointed_at
from charley.assess import assess
from charley.reading import read_history
from charley.records.library import Library
from charley.triage import safety_questions_left

TODAY = date(2026, 11, 21)


def in_order(library: Library, findings: dict[str, Any]) -> tuple[str, ...]:
    history = read_history({"age": 50, "sex": "male", "findings": findings}, library, TODAY)
    return by_relevance(safety_questions_left(history, library), library, assess(history, library))


@pytest.mark.parametrize(
    ("findings", "first"),
    [
        ({"one_leg_swollen": True}, {"breathless_sudden", "chest_pain_breathing", "coughing_blood"}),
        (
            {"legs_stiff_all_time": True, "first_started": "in the last month"},
            {"bladder_bowel_change", "saddle_numb", "both_legs_weak_numb_new"},
        ),
        ({"severe_muscle_pain": True, "cramp_with_exercise": True}, {"dark_urine", "rapid_weakness"}),
        ({"hand_spasm": True, "mouth_hand_tingling": True}, {"whole_body_shaking"}),
    ],
    ids=["a clot", "stiff legs", "muscle breakdown", "tetany"],
)
def test_the_questions_of_this_persons_dangers_come_first(
    library: Library, findings: dict[str, Any], first: set[str]
) -> None:
    assert first <= set(in_order(library, findings)[:12])


def test_no_question_is_lost_or_added(library: Library) -> None:
    history = read_history({"age": 50, "findings": {"one_leg_swollen": True}}, library, TODAY)
    left = safety_questions_left(history, library)
    assert sorted(by_relevance(left, library, assess(history, library))) == sorted(left)


def test_poor_arteries_point_beyond_the_core_questions(library: Library) -> None:
    told = {"cramp_timing": "at night in bed", "long_term_conditions": ["poor leg circulation"]}
    history = read_history({"age": 74, "findings": told}, library, TODAY)
    assert {"foot_pain_rest_hang", "foot_sores"} <= set(pointed_at(library, assess(history, library)))
