"""Ages told with few words beside them, and numbers that look like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

AGES = [
    ("Cramp in the calf most nights. 71 female", 71.0),
    ("It is my foot that cramps. Seventy-nine I am", 79.0),
    ("am 58 & on dialysis, my legs cramp on the machine", 58.0),
    ("We've a lady here 91 who cries out with her legs at night", 91.0),
    ("I was 50 on Saturday, and both calves cramped at the party", 50.0),
    ("I was born in 1948 and have had cramp in my toes since spring", 78.0),
]
NO_AGES = [
    "They start me on 25 of thyroxine and now 75. My calves cramp",
    "I was nine stone when I married, fifteen now. Cramp in the foot",
    "Ramipril it's called, 40. My calf cramps",
    "I'm a patient here 20 years and my calf cramps",
    "I was 20 last time my calf cramped",
]


@pytest.mark.parametrize(("text", "age"), AGES)
def test_an_age_is_read(tell: Tell, text: str, age: float) -> None:
    assert tell(text).answers.get("age") == age


@pytest.mark.parametrize("text", NO_AGES)
def test_a_dose_or_a_weight_is_no_age(tell: Tell, text: str) -> None:
    assert "age" not in tell(text).answers


def test_one_that_came_yesterday_is_a_cramp_and_no_child(tell: Tell) -> None:
    assert "pregnant" not in tell("Had one yesterday, in the left foot").answers
    born = tell("I had my second three weeks ago and my legs cramp").answers
    assert born["pregnant"] == "had a baby in the last 6 weeks"
