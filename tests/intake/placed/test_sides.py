"""The side of the complaint that no phrase tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

ONE_SIDE = [
    ("He had a fall from the commode. The right hip is very painful. He keeps saying cramp.", "right"),
    ("There was a lump behind my left knee. It ran down in my calf, I thought it was a cramp.", "left"),
    ("My knee is worn, the right one. The muscle behind it catches when I stretch.", "right"),
    ("My calf gets tight when I jog. My left leg was hurt in May and it is that calf.", "left"),
]


@pytest.mark.parametrize(("text", "side"), ONE_SIDE)
def test_the_one_side_named_of_a_leg_is_the_complaints(tell: Tell, text: str, side: str) -> None:
    assert tell(text).answers.get("cramp_side") == f"always the {side}"


NO_SIDE = [
    "I broke my left leg in March and get cramp",
    "I had polio in my right leg as a child. The good leg is the one that cramps.",
    "My mouth drooped and my left leg felt dead. I only meant to ask about cramp.",
    "She flopped out to the side with cramp in her calf",
    "A pain in the left side of my back, and a cramp in the calf",
]


@pytest.mark.parametrize("text", NO_SIDE)
def test_other_sides_are_none(tell: Tell, text: str) -> None:
    assert "cramp_side" not in tell(text).answers


def test_both_legs_named_together(tell: Tell) -> None:
    assert tell("Then at night, cramps in me two calf").answers.get("cramp_side") == "both together"
    assert "cramp_side" not in tell("Both my legs swell by night. Cramps come later.").answers
