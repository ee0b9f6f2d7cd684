"""What the writer sets against somebody else, or answers to what was asked: a "no", and only that."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("My sister had a clot in her lung. Me, never had one. Just charley horses.", "past_clot"),
        ("My brother's face fell on one side last year, stroke. Mine is fine.", "face_arm_speech"),
        ("My neighbour fainted. I never have.", "passed_out"),
        ("they asked if I'd been confused. I haven't.", "confused_or_drowsy"),
        ("The doctor asked me if I cough blood. No, nothing like that.", "coughing_blood"),
        ("The leaflet says call if you get confused or pass out. Neither.", "passed_out"),
    ],
)
def test_what_is_set_against_somebody_elses_is_denied(tell: Tell, text: str, finding: str) -> None:
    assert tell(text).answers.get(finding) is False


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("Should I worry about fever? No idea.", "fever"),
        ("Could my leg be swollen because of the plane? No, it is really swollen.", "one_leg_swollen"),
        ("My neighbour fainted. I never thought it would happen to me.", "passed_out"),
        ("My brother's face fell last year. Mine is not fine either.", "face_arm_speech"),
        ("My neighbour's calf is swollen. Mine is good and swollen.", "one_leg_swollen"),
        ("Is my calf swollen? No wonder after that flight.", "one_leg_swollen"),
        ("My mate had chest pain. I never had it until today.", "chest_pain_breathing"),
    ],
)
def test_other_words_deny_nothing(tell: Tell, text: str, finding: str) -> None:
    assert tell(text).answers.get(finding) is not False
