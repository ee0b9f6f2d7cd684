"""A time, a length or a count belongs to what its clause tells of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

OTHERS = [
    ("Haven't passed water since last night", "first_started"),
    ("I was put on losartan and have been for three years", "first_started"),
    ("Gnawing pain under the right ribs all night, 36 weeks pregnant", "cramp_timing"),
]


@pytest.mark.parametrize(("text", "finding"), OTHERS)
def test_the_time_of_something_else_is_not_that_of_the_cramp(tell: Tell, text: str, finding: str) -> None:
    assert finding not in tell(text).answers


@pytest.mark.parametrize(
    ("text", "finding", "answer"),
    [
        ("One leg is swollen and it has cramped every night since last night", "one_leg_swollen", True),
        (
            "they came on after I started the water tablets four months ago",
            "first_started",
            "1 to 12 months ago",
        ),
        ("the muscle is sore the next day", "sore_afterwards", True),
        ("cramp in my calf for two minutes", "cramp_minutes", 2.0),
    ],
)
def test_what_is_told_of_the_cramp_stays(tell: Tell, text: str, finding: str, answer: object) -> None:
    assert tell(text).answers.get(finding) == answer


def test_the_reason_says_what_the_clause_tells(tell: Tell) -> None:
    story = tell("Gnawing pain under the right ribs all night, 36 weeks pregnant")
    whys = [r.why for r in story.readings if r.what == "cramp_timing" and r.status == "dropped"]
    assert any("its clause tells of" in why for why in whys)
