"""A beginning dated by what happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

BEGAN = [
    ("Started Lipitor two weeks ago. Cramps every evening since.", "in the last month"),
    ("The mower kicked a stone at my shin on Saturday. Cramp in the same calf since.", "in the last week"),
    ("My baby was born four weeks ago and since then I've a sore right leg", "in the last month"),
    (
        "I stopped drinking last Saturday. I was on a bottle a day. Since then cramps all over.",
        "in the last week",
    ),
    ("Since they put me on the water tablet in September I've had cramp most nights", "1 to 12 months ago"),
    ("Started indapamide in September and within a week the cramps came", "1 to 12 months ago"),
    ("Fell off my bike Sunday and my shin has got tighter and tighter, it hurts", "in the last week"),
    ("Did 200 squats on Friday. Thighs cramping like mad", "in the last week"),
    ("I got bit by a spider this afternoon and now my belly and legs are in hard cramps", "today"),
    (
        "sat on a plane on the 8th of this month and since we landed my calf has been cramping",
        "in the last month",
    ),
]

NOT_SO = [
    "Bad chest since Monday, a cough, and now my calf is killing me",
    "I've not had a cramp since the clocks went back",
    "Dreadful cold in October. My cramps started long before that",
    "Cramps worse since they doubled my tablets three weeks ago",
    "I had a clot in my leg in 1998, been fine since, this is just the odd toe cramp",
    "I haven't had a cramp since the operation in May",
    "Depressed since my layoff, started zoloft 3 weeks ago, my legs twitch",
    "We have lived upstairs since the flood in 2019, and I get a calf cramp at night",
]


@pytest.mark.parametrize(("text", "answer"), BEGAN)
def test_what_happened_dates_the_cramps(tell: Tell, text: str, answer: str) -> None:
    assert tell(text).answers.get("first_started") == answer


@pytest.mark.parametrize("text", NOT_SO)
def test_an_end_or_another_thing_dates_nothing(tell: Tell, text: str) -> None:
    assert "first_started" not in tell(text).answers
