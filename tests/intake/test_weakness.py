"""Legs that go weak within days are read as such, whatever else the sentence tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

WEAK = ("rapid_weakness", "both_legs_weak_numb_new")

TOLD = [
    "legs weak since Monday, had the runs last week",
    "had a stomach bug a fortnight ago, now both legs are weak and tingling",
    "my legs have got weaker every day this week after a bad dose of the runs",
    "can't climb the stairs since Sunday, had covid two weeks ago",
    "my legs gave way on the way to the bus stop this morning and again at work",
    "legs have gone weak in two days, I was playing football on Saturday",
    "I was at the gym on Monday and since Wednesday my legs are weak and numb",
    "my arms and legs are weak since I started dialysis sessions this week",
    "missed the session because of the snow and now my legs are weak like jelly",
    "legs weak today, missed dialysis twice, heart fluttering",
    "on my feet all day and my legs are weak since the weekend",
    "prostate cancer spread to my back, legs weak since Tuesday",
]
INNOCENT = [
    "my legs are weak after the marathon on Sunday",
    "go weak at the knees whenever I see the bill",
]


@pytest.mark.parametrize("text", TOLD)
def test_legs_gone_weak_are_read(tell: Tell, text: str) -> None:
    answers = tell(text).answers
    assert any(answers.get(finding) is True for finding in WEAK)


@pytest.mark.parametrize("text", INNOCENT)
def test_tired_legs_are_not(tell: Tell, text: str) -> None:
    answers = tell(text).answers
    assert not any(answers.get(finding) is True for finding in WEAK)
