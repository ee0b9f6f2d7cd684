"""Days that come round each week date nothing; one that went by does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

COME_ROUND = [
    "Left calf, Monday to Friday, never at the weekend",
    "I get cramp of a Tuesday, after choir, in the right foot",
    "Cramp in the calf on a Thursday, that's the day I clean the church",
    "My feet cramp on Saturdays when I dance, and then again Saturday night",
    "Cramp in the arch Sunday morning always",
]
WENT_BY = [
    ("I've had cramp in my calf since Thursday", "in the last week"),
    ("The cramps in my foot started on Tuesday", "in the last week"),
]


@pytest.mark.parametrize("text", COME_ROUND)
def test_a_day_that_comes_round_dates_nothing(tell: Tell, text: str) -> None:
    assert "first_started" not in tell(text).answers


@pytest.mark.parametrize(("text", "answer"), WENT_BY)
def test_a_day_gone_by_dates_the_cramps(tell: Tell, text: str, answer: str) -> None:
    assert tell(text).answers["first_started"] == answer
