"""What an answer implies: the sex of who is pregnant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]


@pytest.mark.parametrize(
    "text",
    [
        "34 weeks, cramps in feet at night",
        "pregnant with number four, calf cramps by teatime",
        "had a baby five weeks ago, calf cramps since",
    ],
)
def test_who_is_pregnant_is_female(tell: Tell, text: str) -> None:
    assert tell(text).answers["sex_at_birth"] == "female"


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("not pregnant, calf cramps at night", None),
        ("my wife is pregnant and sleeps well, I get calf cramps at night", "male"),
        ("calf cramps for three weeks", None),
        ("I might be pregnant, calf cramps at night", None),
    ],
)
def test_nothing_else_says_so(tell: Tell, text: str, sex: str | None) -> None:
    assert tell(text).answers.get("sex_at_birth") in (sex, None)


def test_what_says_so_can_be_seen(tell: Tell) -> None:
    (reading,) = [r for r in tell("calf cramps, 34 weeks").readings if r.what == "sex_at_birth"]
    assert reading.words == "34 weeks"
    assert "pregnant" in reading.why


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I get out of breath walking up the stairs and my calves cramp", None),
        ("I am 34, I get out of breath walking and my calves cramp", None),
        ("I am 12, I get out of breath walking and my calves cramp", True),
        ("My son gets out of breath walking and his calves cramp", True),
        ("Gets out of breath walking, calves cramp", True),
    ],
)
def test_who_tells_of_a_grown_body_tells_of_no_child(text: str, told: bool | None, tell: Tell) -> None:
    assert tell(text).answers.get("child_unwell_bruise") is told
