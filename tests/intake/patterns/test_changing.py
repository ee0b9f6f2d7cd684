"""How often it comes now, where it was otherwise before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

NEWER = [
    ("Heat pad on the calf before bed, cuts it from every night to maybe once a week.", 1.0),
    ("Cramps in my calf have gone from nightly to about twice a month", 0.46),
    ("The cramps were most nights, now it's maybe once a week.", 1.0),
    ("Calf cramps four a week, now they are every night", 7.0),
    ("My calf cramped once a month, now it's twice a week, no idea why", 2.0),
]

ONE = [
    ("Calf cramps every night, now and then twice", 7.0),
    ("Calf cramps three nights a week from August to now", 3.0),
]


@pytest.mark.parametrize(("text", "rate"), [*NEWER, *ONE])
def test_the_rate_of_now_counts(tell: Tell, text: str, rate: float) -> None:
    told = tell(text)
    assert told.answers["cramps_per_week"] == rate
    assert "cramps_per_week" not in told.differing


def test_what_was_before_is_shown_as_set_aside(tell: Tell) -> None:
    told = tell("The cramps were most nights, now it's maybe once a week.")
    (old,) = [r for r in told.readings if r.what == "cramps_per_week" and r.answer == 5.0]
    assert old.status == "dropped"
