"""What is taken now, and what was taken once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]


def _taken(story: Story) -> set[str]:
    return {reading.what for reading in story.taken("medicine")}


@pytest.mark.parametrize(
    "text",
    [
        "Three years ago I had a clot in my thigh and took warfarin for six months. The calf cramps.",
        "Five years ago after the operation I was on warfarin for three months. My calf cramps.",
        "I took warfarin after my operation three years ago. My calf cramps.",
        "I took warfarin years ago. My calf cramps.",
    ],
)
def test_a_course_that_began_and_ended_long_ago_is_not_taken(text: str, tell: Tell) -> None:
    assert "warfarin" not in _taken(tell(text))


@pytest.mark.parametrize(
    "text",
    [
        "Three years ago I had a clot and I've been on warfarin for three years. The calf cramps.",
        "I had a clot six months ago and I take warfarin for six months more. The calf cramps.",
        "Two years ago I had a clot. I am on warfarin for my heart. The calf cramps.",
        "I took warfarin for six weeks now and my calf cramps.",
        "I took warfarin first three years ago and still do. My calf cramps.",
        "I took warfarin two weeks ago. My calf cramps.",
    ],
)
def test_what_may_go_on_is_taken(text: str, tell: Tell) -> None:
    assert "warfarin" in _taken(tell(text))
