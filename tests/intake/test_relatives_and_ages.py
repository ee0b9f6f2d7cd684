"""Relatives as forums write them, ages at the edge of a sentence, the sex of a writer."""

from __future__ import annotations

from datetime import date

import pytest

from charley.library import load
from charley.reading.telling import story_of

TODAY = date(2026, 11, 22)


def answer(text: str, finding: str) -> object:
    return story_of(text, load(), TODAY).answers.get(finding)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("DS is 5, had a rotten cold. He will not walk today.", 5.0),
        ("LO is 3 and wakes screaming. She points to her shins.", 3.0),
        ("At seventy-six one expects the machinery to rattle. My calf cramps.", 76.0),
        ("I will be eighty-two come October. My calf cramps.", 81.0),
        ("42, divorced, two months ago it began. My calf cramps.", 42.0),
        ("Hello doctor, I am Kamala, 55 years. My calf cramps.", 55.0),
        ("My daughter is three and a half. Her legs look bent.", 3.0),
        ("I danced behind my ten-year-old. I'm 45 and my calves ache.", 45.0),
        ("'Daddy, my legs hurt.' She's four. She points to both shins.", 4.0),
        ("No temperature, I checked, 99. My calf cramps in bed every night and I am tired.", None),
        ("My pulse sat at 77, but my calf cramps.", None),
        ("I clean offices since 41 years, my calf cramps.", None),
    ],
)
def test_age(text: str, age: float | None) -> None:
    assert answer(text, "age") == age


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("DH woke with a cramp in his calf.", "male"),
        ("My calf cramps in bed. Roger", None),
        ("My calf cramps in bed. Thanks, Margaret x", None),
        ("The DP pulses are weak, my calf cramps.", None),
        ("My calf cramps. Dr Roger says wait.", None),
    ],
)
def test_sex(text: str, sex: str | None) -> None:
    assert answer(text, "sex_at_birth") == sex
