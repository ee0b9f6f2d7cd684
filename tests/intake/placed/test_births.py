"""A pregnancy, and a birth in the last six weeks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

TOLD = [
    (
        "My left leg has gone up like a balloon, it's 3 weeks since the section.",
        "had a baby in the last 6 weeks",
    ),
    ("7th month running, leg cramps at night", "pregnant now"),
    ("had the baby a fortnight ago, calf sore", "had a baby in the last 6 weeks"),
    ("10 days post partum, calf swollen", "had a baby in the last 6 weeks"),
    ("nine days since my little girl came, calf is hot", "had a baby in the last 6 weeks"),
    ("Baby is 10 days old. My calf's been cramping.", "had a baby in the last 6 weeks"),
    ("I gave birth last Tuesday and my calf hurts", "had a baby in the last 6 weeks"),
    ("C-section 3 weeks ago, calf swollen", "had a baby in the last 6 weeks"),
    ("4/52 postpartum, L calf pain", "had a baby in the last 6 weeks"),
    ("my son was born 12 days ago, left calf sore", "had a baby in the last 6 weeks"),
    ("our little one arrived two weeks ago, my calf cramps", "had a baby in the last 6 weeks"),
    ("day 5 post section, calf tender", "had a baby in the last 6 weeks"),
    ("expecting our first in January, cramps in the calf", "pregnant now"),
    ("five months on with my second, cramp in bed", "pregnant now"),
    ("up the duff and cramping every night in my calf", "pregnant now"),
    ("not pregant before you ask. cramps in calves", "no"),
    ("my baby's three weeks old and my calf is sore", "had a baby in the last 6 weeks"),
    ("delivered twins 9 days ago, leg swollen", "had a baby in the last 6 weeks"),
    ("had a little boy last month, calf pain and swelling", "had a baby in the last 6 weeks"),
    ("5 weeks postnatal, calf sore", "had a baby in the last 6 weeks"),
    ("emergency section on Sunday, calf sore", "had a baby in the last 6 weeks"),
]


@pytest.mark.parametrize(("text", "answer"), TOLD)
def test_a_pregnancy_or_a_birth(tell: Tell, text: str, answer: str | float) -> None:
    assert tell(text).answers.get("pregnant") == answer


NOT_TOLD = [
    "since the birth of my grandson two weeks ago I babysit, calf cramps",
    "26 weeks since my knee op, calf cramps",
    "I keep carrying on but the calf cramps",
    "he's got a belly like he's nine months gone, cramps in calf",
    "my dog is 8 weeks pregnant, I get cramp in the calf",
    "I had my hip done 6 weeks ago, calf sore",
    "had my baby two years ago, calf cramps",
    "calf cramps for 34 weeks",
    "12 weeks off work with this leg",
    "my sister is 30 weeks pregnant; my calf cramps",
    "6 weeks post op, calf cramps",
    "he is 64 and gets calf cramps, 8 weeks now",
    "physio in 3 weeks, calf cramps",
    "10 weeks of cramps in my calf",
    "my wife had a baby two weeks ago, I get calf cramps",
    "I broke my ankle 22 weeks ago, calf cramps",
    "24 weeks on the waiting list with this leg",
    "my baby is 8 months old, calf cramps",
    "30 weeks of physio for this calf",
    "the dog had pups two weeks ago; my calf cramps",
    "carrying shopping, my calf cramps",
    "he's 71, 26 weeks after his hip op",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_neither_of_this_person_nor_of_now(tell: Tell, text: str) -> None:
    assert "pregnant" not in tell(text).answers
