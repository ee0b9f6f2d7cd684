"""Blood pressures that can be, and the newest of several."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

TOLD = [
    ("my blood pressure was 150 over 95", 150.0),
    ("BP 178/96, second 164/90", 164.0),
    ("I am G2P1 34+2, nocturnal calf cramps x 3 wks, BP 118/72", 118.0),
    ("it was 160 over 100 last year, now 142 over 88, calf cramps", 142.0),
    ("bp 138/84 today, cramp in calf", 138.0),
    ("blood pressure one forty six over ninety", 146.0),
    ("BP was 132/80 yesterday, calf cramp", 132.0),
    ("first reading 170/100, repeat 150/90", 150.0),
]


@pytest.mark.parametrize(("text", "answer"), TOLD)
def test_the_newest_pressure(tell: Tell, text: str, answer: str | float) -> None:
    assert tell(text).answers.get("systolic_bp") == answer


NOT_TOLD = [
    "furosemide up on 3/11, cramps since then",
    "L4/5 stenosis, calf cramps",
    "walks with pain 2/7, cramps calf",
    "cramps 3/10 in pain, calf",
    "24/7 pain in the calf",
    "seen on 12/10 for calf pain",
    "10/10 pain in calf",
    "L3/4 disc, calf cramps",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_no_cuff_shows(tell: Tell, text: str) -> None:
    assert "systolic_bp" not in tell(text).answers


def test_the_lower_figure_goes_with_the_newest(tell: Tell) -> None:
    answers = tell("BP 178/96, second 164/90").answers
    assert (answers["systolic_bp"], answers["diastolic_bp"]) == (164.0, 90.0)
