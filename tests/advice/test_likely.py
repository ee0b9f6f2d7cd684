"""What may be behind it: sorted, with a meaning, and no name without a leader."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from charley.advice.likely import LEAST_NAMED, leading, meaning
from charley.advice.plan import Plan
from charley.assess import assess
from charley.reading import read_history
from charley.records.library import Library

Planned = Callable[[dict[str, Any]], Plan]


def test_causes_are_sorted_and_say_what_they_mean(calm: dict[str, Any], planned: Planned) -> None:
    found = planned(calm).likely
    assert found
    assert [c.probability for c in found] == sorted((c.probability for c in found), reverse=True)
    assert all(c.meaning.endswith(".") for c in found)


def test_without_a_leader_no_cause_is_named(library: Library, planned: Planned) -> None:
    told = {"age": 35, "findings": {"severe_muscle_pain": True, "mouth_hand_tingling": True}}
    answer = assess(read_history(told, library), library)
    largest = max(cause.probability for cause in answer.causes)
    assert (leading(answer) is None) == (largest < LEAST_NAMED)
    assert bool(planned(told).likely) == (largest >= LEAST_NAMED)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("One thing.", "One thing."),
        ("It is short. So is this. And a third.", "It is short. So is this."),
        (f"It is {'very ' * 20}long. So it stands alone.", f"It is {'very ' * 20}long."),
    ],
)
def test_meaning(text: str, said: str) -> None:
    assert meaning(text) == said
