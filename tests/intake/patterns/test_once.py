"""What a past cramp was like counts where nothing says what it is like now."""

from __future__ import annotations

from collections.abc import Callable

from charley.intake import Story

Tell = Callable[[str], Story]


def test_the_place_and_the_time_of_a_past_cramp_are_told(tell: Tell) -> None:
    answers = tell("I used to get cramp in my calf every night. Gone now").answers
    assert answers["cramp_site"] == frozenset({"calf"})
    assert answers["cramp_timing"] == "at night in bed"


def test_what_it_is_like_now_comes_first(tell: Tell) -> None:
    answers = tell("I used to get it at night. These days the cramp comes when I swim").answers
    assert answers["cramp_timing"] == "during exercise"


def test_how_often_it_came_once_is_not_how_often_it_comes(tell: Tell) -> None:
    assert "cramps_per_week" not in tell("Used to have cramp every night in the calf, all gone now").answers


def test_years_ago_stays_past(tell: Tell) -> None:
    assert "cramp_side" not in tell("Cramp in my calf in bed. A clot in the left leg in 2015").answers
