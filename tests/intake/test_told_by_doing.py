"""Danger told by what was felt, by what hands and legs no longer do, and by what a muddled head does."""

from datetime import date

import pytest

from charley.library import load
from charley.reading.telling import story_of


def answers(text: str) -> dict:
    return dict(story_of(text, load(), date(2026, 11, 22)).answers)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("Something nipped me in the shed. An hour later the cramps climbed into my belly.", "toxin_contact"),
        ("I do the balloons, cream chargers, two boxes most weekends.", "toxin_contact"),
        ("This morning my legs said no and two men carried me to the bench.", "rapid_weakness"),
        ("Last night my wife had to push me up one flight of stairs.", "rapid_weakness"),
        ("Yesterday my mum put the post in the oven.", "confused_or_drowsy"),
        ("If a car hoots my legs turn to wood.", "startle_spasm"),
    ],
)
def test_told(text: str, finding: str) -> None:
    assert answers(text).get(finding) not in (None, False)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("The nurse took blood, I felt a prick, and an hour later I had cramp in my calf.", "toxin_contact"),
        ("We blew up balloons for the party.", "toxin_contact"),
        ("I have had arthritis for years, so getting off the sofa takes three goes.", "rapid_weakness"),
        ("After the marathon yesterday I crawled up the stairs.", "rapid_weakness"),
        ("If a door bangs I wake.", "startle_spasm"),
    ],
)
def test_innocent(text: str, finding: str) -> None:
    assert answers(text).get(finding) in (None, False)
