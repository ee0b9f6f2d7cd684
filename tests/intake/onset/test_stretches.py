"""A stretch of time up to now tells since when, where it is told of the complaint and of nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from charley.library import load
from charley.reading.telling import story_of

TODAY = date(2026, 11, 22)
SOME_MONTHS, LONG, WEEK, MONTH = (
    "1 to 12 months ago",
    "more than a year ago",
    "in the last week",
    "in the last month",
)


def since(text: str) -> object:
    return story_of(text, load(), TODAY).answers.get("first_started")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("For eight months my legs are not mine. Cramps come many times a day.", SOME_MONTHS),
        ("One year already my right calf gives trouble, it cramps when I jog.", SOME_MONTHS),
        ("Both legs go crampy when I stand. It's crept up over two or three years.", LONG),
        ("It's the cramps. Legs and feet for four or five months.", SOME_MONTHS),
        ("I get knots in my legs like golf balls. Three days of it now.", WEEK),
        ("The last two weeks she can't settle at night, cramps in both legs.", MONTH),
    ],
)
def test_a_stretch_of_the_complaint_tells_since_when(text: str, answer: str) -> None:
    assert since(text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "For thirty-one years I kept a wool shop. I get cramps in my legs.",
        "For five years I can't eat dairy. I get cramps in my calves.",
        "I got my cramp in assembly. 31 weeks, left calf, about thirty seconds, no harm done.",
        "No ulcers, no sores, varicose veins these forty years. Cramp once in a blue moon.",
    ],
)
def test_a_stretch_of_something_else_does_not(text: str) -> None:
    assert since(text) is None


@pytest.mark.parametrize(
    ("text", "finding", "answer"),
    [
        ("She has leg pains. No fever, no limp on one side, sleeps well.", "wakes_from_sleep", False),
        ("I do hot yoga and get muscle cramps in my legs at night.", "cramp_timing", "at night in bed"),
    ],
)
def test_what_belongs_to_no_other_sign(text: str, finding: str, answer: object) -> None:
    assert story_of(text, load(), TODAY).answers.get(finding) == answer
