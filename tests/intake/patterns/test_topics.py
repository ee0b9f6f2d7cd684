"""A place, a side, a time or a count is the cramp's only where its piece of a sentence tells of the cramp."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

OF_OTHERS = [
    # another part of the body
    (
        "This morning the left side of my mouth is hanging and my leg is heavy, with a cramp in it",
        "cramp_side",
    ),
    ("Pins and needles in my lips every night since March, and one cramp in the calf", "cramp_timing"),
    # another sign of the leg, where a cramp is told of elsewhere
    ("Hands and feet tingling, cramps in the calves when I grip the wheel", "cramp_site:foot or toes"),
    ("Cramp in my calf, and both feet have pins and needles all day", "cramp_side"),
    ("I have cramps in the calf. The right foot is numb, has been for three years now", "first_started"),
    ("Calf cramps most nights. A bruise on the left shin from the gate", "cramp_side"),
    # a medicine, an illness, an event
    ("Cramps in my calf. On losartan, have been for three years", "first_started"),
    ("Cramp in the calf most nights. I take the baclofen, twice a week now", "first_started"),
    ("Cramp in my calf when I lie down. A clot in the left leg in 2015", "cramp_side"),
    ("My left leg has lymphoedema since 2013. The cramp is in the right calf", "first_started"),
    ("They put a stent in the left one. Cramps in bed, the calves", "cramp_side"),
    ("I flew home last week, a long flight. My calf cramps at night", "first_started"),
]


@pytest.mark.parametrize(("text", "what"), OF_OTHERS)
def test_what_belongs_to_something_else_says_nothing_of_the_cramp(tell: Tell, text: str, what: str) -> None:
    finding, _, option = what.partition(":")
    answer = tell(text).answers.get(finding)
    if option:
        assert isinstance(answer, frozenset)
        assert option not in answer
    else:
        assert answer is None


OF_THE_CRAMP = [
    ("67. Left. Nights. Toes.", "cramp_side", "always the left"),
    ("67. Left. Nights. Toes.", "cramp_timing", "at night in bed"),
    ("Left calf, most nights, on ramipril 5 mg and amlodipine", "cramp_side", "always the left"),
    ("On ramipril 5 mg and amlodipine, calf cramp, left, most nights", "cramp_timing", "at night in bed"),
    ("It started the day after they doubled my lasix, ten days ago.", "first_started", "in the last month"),
    # without a cramp the other sign is the complaint
    ("My foot has gone ice cold and white since dinner time and I can't wiggle it. Right one.", "cramp_side",
     "always the right"),
    ("One leg is swollen, the left one, and it aches like a long cramp", "cramp_side", "always the left"),
    # a list of places keeps those of the trunk
    ("My thighs, stomach, forearms all cramping at once after working in the sun", "cramp_site",
     frozenset(("front of thigh", "tummy or back", "hands or arms"))),
]  # fmt: skip


@pytest.mark.parametrize(("text", "finding", "answer"), OF_THE_CRAMP)
def test_a_fragment_goes_on_with_the_complaint(tell: Tell, text: str, finding: str, answer: object) -> None:
    assert tell(text).answers.get(finding) == answer


def test_the_reason_names_what_owns_the_words(tell: Tell) -> None:
    story = tell("Cramp in my calf, and both feet have pins and needles all day")
    whys = [r.why for r in story.readings if r.what == "cramp_side" and r.status == "dropped"]
    assert any("another sign of the leg" in why for why in whys)
