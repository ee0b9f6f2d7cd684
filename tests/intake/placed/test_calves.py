"""Two calves measured with a tape."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

TOLD = [
    ("left calf 41, right 37.5", 3.5),
    ("L 38 cm, R 34.5, pitting L shin", 3.5),
    ("calves 43 vs 38", 5.0),
    ("calf circ +3cm on the left", 3.0),
    ("R calf 36.5 L calf 36. No pitting.", 0.5),
    ("Measure: left calf 43, right 38.", 5.0),
    ("Measured both calves with a tape: 41 cm on the right, 37.5 on the left.", 3.5),
    ("L leg > R by 4 cm", 4.0),
    ("right calf measures 40 cm and the left one 37", 3.0),
    ("L calf 38cm, R calf 34.5cm", 3.5),
    ("calf circumference 42 on the right against 38 on the left", 4.0),
    ("I put the tape round them: 36 left and 38 right", 2.0),
    ("Calf girth L 39.2 / R 36.0", 3.2),
    ("tape says 40cm left calf and 36cm right", 4.0),
    ("Calves: R 40, L 37.5", 2.5),
    ("left calf is 3cm bigger than the right", 3.0),
    ("46 v 40 cm calves", 6.0),
]


@pytest.mark.parametrize(("text", "answer"), TOLD)
def test_two_calves_are_subtracted(tell: Tell, text: str, answer: str | float) -> None:
    assert tell(text).answers.get("calf_difference_cm") == answer


NOT_TOLD = [
    "I walk 40 yards left, 38 right, calf cramps",
    "cramps left calf 4 times, right 2 times",
    "left calf 30 seconds, right 20",
    "left calf 90 cm, right 38 cm",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_other_figures_are_no_calves(tell: Tell, text: str) -> None:
    assert "calf_difference_cm" not in tell(text).answers


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("left calf 41, right 37.5", True),
        ("Measure: left calf 43, right 38.", True),
        ("now L leg > R by 4 cm, cramp in the calf", True),
        ("R calf 36.5 L calf 36. Cramp at night.", None),
    ],
)
def test_three_centimetres_are_a_swollen_leg(tell: Tell, text: str, answer: bool | None) -> None:
    assert tell(text).answers.get("one_leg_swollen") is answer


def test_a_difference_that_no_two_legs_have_is_not_used(tell: Tell) -> None:
    assert "calf_difference_cm" not in tell("left calf is 40 cm bigger than the right").answers
