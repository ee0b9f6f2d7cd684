"""What asks or doubts only how much a sign matters, or what causes it, takes the sign as given."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

GIVEN = [
    ("not sure whether the chest pain is serious", "chest_pain_breathing"),
    ("I wonder whether the chest pain is anything", "chest_pain_breathing"),
    ("wondering if my swollen calf is anything to worry about", "one_leg_swollen"),
    ("not sure whether this is normal, chest pain since lunch", "chest_pain_breathing"),
    ("not sure if it's the new pills, throat feels like it is closing up", "throat_tight"),
    ("nothing to worry about probably, just chest pain", "chest_pain_breathing"),
    (
        "Nothing to worry about I'm sure, only I've coughed up a bit of pink stuff twice today",
        "coughing_blood",
    ),
    ("Should I have told someone that my poo is black", "black_poo"),
    ("should we have rung you, his face is drooping on one side", "face_arm_speech"),
]

COME_TRUE = [
    ("they warned me my leg could swell and now my calf is swollen", "one_leg_swollen"),
    ("I was afraid of a clot, now the calf is swollen", "one_leg_swollen"),
    ("if I stand up I get dizzy and now I have chest pain", "chest_pain_breathing"),
]

NOT_GIVEN = [
    ("they warned me my leg could swell", "one_leg_swollen"),
    ("I googled and now I worry I have chest pain", "chest_pain_breathing"),
    ("I worry about chest pain", "chest_pain_breathing"),
    ("I worry about clots, chest pain and all that", "chest_pain_breathing"),
    ("not sure if the calf is swollen", "one_leg_swollen"),
    ("should I get a fever, what do I do", "fever"),
    ("not sure whether it is chest pain", "chest_pain_breathing"),
    ("they said to come back if the chest pain is bad", "chest_pain_breathing"),
    ("if the fever is anything over 38 I am to ring the ward", "fever"),
]


@pytest.mark.parametrize(("text", "finding"), GIVEN)
def test_the_sign_is_told(tell: Tell, text: str, finding: str) -> None:
    assert tell(text).answers.get(finding) is True


@pytest.mark.parametrize(("text", "finding"), COME_TRUE)
def test_what_was_feared_and_is_now_so_is_told(tell: Tell, text: str, finding: str) -> None:
    assert tell(text).answers.get(finding) is True


@pytest.mark.parametrize(("text", "finding"), NOT_GIVEN)
def test_a_sign_that_is_itself_doubted_or_feared_is_not(tell: Tell, text: str, finding: str) -> None:
    assert tell(text).answers.get(finding) is None
