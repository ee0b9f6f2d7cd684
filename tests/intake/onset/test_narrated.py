"""When it began, as long stories tell it."""

from __future__ import annotations

from datetime import date

import pytest

from charley.reading.telling import story_of
from charley.records.library import Library

MORE = (
    " The neighbours say it is nothing, but then they say that about everything, and the surgery is shut"
    " with all the snow. There is plenty of food in the house. What ought to be done about it? Thank you"
    " kindly for reading."
)
TOLD = {
    "My calf went as I got off the bus. That was on Tuesday, and it is no better.": "in the last week",
    "It has hold of both calves on the hill. Two years of that, and no end.": "more than a year ago",
    "But for five days the left hip has got steadily worse, and the calf.": "in the last week",
    "Half a year back I could walk to the market, now I stop for the calf.": "1 to 12 months ago",
    "Day before yesterday our lad took a boot on the shin and the calf is hard.": "in the last week",
    "Since they swapped her tablets in August she has had cramps in the feet.": "1 to 12 months ago",
    "Around noon he moaned that his legs and stomach were knotting. He is hot.": "today",
    "I had a monster cramp in the left calf two Sundays ago, and it is tender.": "in the last month",
}
NOT_TOLD = (
    "I saw the physio on Tuesday and she said the calf was tight.",
    "I have the dentist on Monday. My toes cramp when I point them.",
    "We moved into a bungalow last month. My thigh cramps if I kneel.",
    "I gave up smoking in May. The calf cramps if I point my toes.",
    "At six I get up and walk the dog. Some nights a calf cramps.",
)


def began(text: str, library: Library) -> object:
    return story_of(text + MORE, library, date(2026, 11, 22)).answers.get("first_started")


@pytest.mark.parametrize("text", TOLD)
def test_when_it_began(text: str, library: Library) -> None:
    assert began(text, library) == TOLD[text]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_a_time_of_something_else(text: str, library: Library) -> None:
    assert began(text, library) is None
