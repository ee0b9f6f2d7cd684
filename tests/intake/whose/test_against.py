"""Who only says that it is not so with him or her tells of a relative, and is no patient's helper."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

NOT_THE_WRITERS = [
    ("My brother got really sore swollen muscles from statins, I don't", "severe_muscle_pain"),
    ("My father had a sudden tearing pain in his back when his aorta burst, I've had nothing like it",
     "sudden_back_tummy_pain"),
    ("the kids had a tummy bug with vomiting at half term, I escaped it", "vomiting_or_runny_poo"),
    ("the old cat is so drowsy these days, I myself am bright as a button", "confused_or_drowsy"),
]  # fmt: skip

THE_PATIENTS = [
    ("My wife is breathless, I am not. She coughed blood.", "coughing_blood"),
    ("My son was sick this morning, I wasn't. He has a stiff neck and a fever.", "stiff_neck_headache"),
    ("My dad has chest pain, I don't know what to do", "chest_pain_breathing"),
    ("My husband's calf is swollen and he thinks it is a cramp, but I don't", "one_leg_swollen"),
    ("my mum says her chest hurts, I haven't told the doctor", "chest_pain_breathing"),
]


@pytest.mark.parametrize(("text", "finding"), NOT_THE_WRITERS)
def test_what_a_relative_had_is_not_the_writers(tell: Tell, text: str, finding: str) -> None:
    assert tell(text).answers.get(finding) is not True


@pytest.mark.parametrize(("text", "finding"), THE_PATIENTS)
def test_what_somebody_thinks_or_does_sets_nothing_against(tell: Tell, text: str, finding: str) -> None:
    assert tell(text).answers.get(finding) is True
