"""What a denial denies: not the sign beside which something else is denied."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

GIVEN = [
    ("can't sleep for chest pain", "chest_pain_breathing"),
    ("I can't explain the fever", "fever"),
    ("I can't walk for the swelling in my calf", "one_leg_swollen"),
    ("I can't ignore the chest pain any more", "chest_pain_breathing"),
    ("it doesn't help the chest pain", "chest_pain_breathing"),
    ("no painkiller touches the chest pain", "chest_pain_breathing"),
    ("I have not told anyone about the chest pain", "chest_pain_breathing"),
    ("doctor didn't look at my swollen calf", "one_leg_swollen"),
    ("nobody has looked at the swollen calf", "one_leg_swollen"),
    ("I don't think it's normal to cough blood", "coughing_blood"),
    ("it's not right that my leg is cold and white", "leg_sudden_cold_pale"),
    ("I didn't expect the calf to swell", "one_leg_swollen"),
    ("paracetamol won't bring the fever down", "fever"),
    ("can't drive with this numb foot", "feet_numb_tingle"),
    ("never had chest pain like this before", "chest_pain_breathing"),
    ("no cough but blood came up this morning", "coughing_blood"),
    ("I can't tell you how bad the chest pain is", "chest_pain_breathing"),
    ("never known chest pain like it", "chest_pain_breathing"),
    ("I can't imagine worse chest pain than this", "chest_pain_breathing"),
    ("No one was in the room when I blacked out", "passed_out"),
    ("I can't hold even a sip, it all comes back", "cannot_keep_fluids"),
    ("he won't see anyone about coughing blood", "coughing_blood"),
]
"""Something else is denied, and the sign is told."""

UNKNOWN = [
    ("I don't want this fever to go on", "fever"),
    ("I'm not calling about chest pain, it's my leg", "chest_pain_breathing"),
    ("never checked for a swollen calf", "one_leg_swollen"),
    ("that's not a normal fever", "fever"),
]
"""Something else is denied, and of the sign nothing is known."""

DENIED = [
    ("no sign of any swelling", "one_leg_swollen"),
    ("I haven't had any chest pain", "chest_pain_breathing"),
    ("he hasn't had the fever since Monday", "fever"),
    ("I don't suffer with chest pain", "chest_pain_breathing"),
    ("no trouble with swelling", "one_leg_swollen"),
    ("not been troubled by chest pain", "chest_pain_breathing"),
    ("I don't think my calf is swollen", "one_leg_swollen"),
    ("I can't see any swelling", "one_leg_swollen"),
    ("I wouldn't call it swollen", "one_leg_swollen"),
    ("I'm not one for headaches", "stiff_neck_headache"),
    ("no pleuritic chest pain", "chest_pain_breathing"),
    ("Neither leg is weak or numb", "rapid_weakness"),
    ("I haven't had chest pain", "chest_pain_breathing"),
    ("not once have I fainted", "passed_out"),
    ("not had fever, chest pain, or breathlessness", "breathless_sudden"),
]
"""The sign itself is denied, over words of having and of seeming."""


@pytest.mark.parametrize(("text", "finding"), GIVEN)
def test_what_something_else_is_denied_beside_is_told(tell: Tell, text: str, finding: str) -> None:
    assert tell(text).answers.get(finding) is True


@pytest.mark.parametrize(("text", "finding"), UNKNOWN)
def test_of_what_a_denial_does_not_reach_nothing_is_known(tell: Tell, text: str, finding: str) -> None:
    assert tell(text).answers.get(finding) is None


@pytest.mark.parametrize(("text", "finding"), DENIED)
def test_a_denial_reaches_a_sign_over_words_of_having(tell: Tell, text: str, finding: str) -> None:
    assert tell(text).answers.get(finding) is False
