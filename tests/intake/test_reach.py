"""How far a word reaches: where a denial, a doubt, a supposition or a time ends, and what swallows what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story
from charley.library.lexicon.patterns import read_pattern

Tell = Callable[[str], Story]
YES, NO, NOTHING = True, False, None

CASES: dict[str, list[tuple[str, dict[str, object]]]] = {
    "a denial ends where something is told": [
        ("never smoked, my left calf is swollen", {"one_leg_swollen": YES}),
        ("no allergies, swollen left calf", {"one_leg_swollen": YES}),
        ("no allergies, high fever", {"fever": YES}),
        ("I take no medicines, dark-brown pee after a race", {"dark_urine": YES}),
        ("I'm 54, no operations, coughed up blood this morning", {"coughing_blood": YES}),
        ("not on any tablets, no allergies, high fever", {"fever": YES}),
        ("no allergies and high fever", {"fever": YES}),
        ("no cough and a fever", {"fever": YES}),
        ("no cough, passed out on the stairs", {"passed_out": YES}),
        ("nothing else wrong with me, vomiting and diarrhoea", {"vomiting_or_runny_poo": YES}),
        ("never been abroad, high fever", {"fever": YES}),
        ("no diabetes, numb from my bits to my bum hole", {"saddle_numb": YES}),
    ],
    "a bare list stays denied": [
        ("I've never had fits, faints or blackouts", {"passed_out": NO, "whole_body_shaking": NO}),
        ("no chest pain, shortness of breath, fever", {"breathless_sudden": NO, "fever": NO}),
        ("no cough and fever", {"fever": NO}),
        ("I have not had a cough and fever", {"fever": NO}),
        ("No fever, vomiting, calf swelling in the last week", {"fever": NO, "one_leg_swollen": NO}),
        (
            "no operations, flights, plaster casts",
            {"bed_rest_surgery": NO, "leg_in_plaster_or_paralysed": NO},
        ),
        ("nothing like a fever, chest pain or cough", {"fever": NO, "chest_pain_breathing": NO}),
        ("no medical problems, diabetes, heart disease or cancer", {"cancer_active": NO, "diabetes": "no"}),
        ("never smoked, drunk or vaped", {"smoker": "never", "alcohol_units": 0.0}),
    ],
    "a reason not known doubts nothing": [
        ("my left calf is swollen and I don't know why", {"one_leg_swollen": YES}),
        ("my left calf is swollen, no idea why", {"one_leg_swollen": YES}),
        ("Not sure what to do, fever since yesterday", {"fever": YES}),
        ("no idea what's going on, my left calf is swollen", {"one_leg_swollen": YES}),
        ("I don't know why my ankles swell in the evening", {"heavy_ankles_evening": YES}),
        ("I am not sure whether my left calf is swollen", {"one_leg_swollen": NOTHING}),
        ("my left calf is swollen, not sure though", {"one_leg_swollen": NOTHING}),
        ("maybe two nights a week, always the right calf", {"cramp_side": "always the right"}),
        ("Once a month maybe, always the right calf", {"cramp_side": "always the right"}),
        ("maybe a fever, or a chill", {"fever": NOTHING}),
    ],
    "a way of speaking supposes nothing": [
        ("the cramp lasts I'd say five minutes", {"cramp_minutes": 5.0}),
        ("I reckon it's five minutes each time the cramp comes", {"cramp_minutes": 5.0}),
        ("my calf would just go into a hard knot", {"sudden_hard_knot": YES}),
        ("my calf would go into a hard knot if I ran", {"sudden_hard_knot": NOTHING}),
        ("I reckon it's a fever", {"fever": NOTHING}),
        ("If my left leg swelled or I got chest pain, would I know?", {"chest_pain_breathing": NOTHING}),
        ("what is foot drop?", {"foot_drop": NOTHING}),
        ("what is wrong with my left calf, it is swollen?", {"one_leg_swollen": YES}),
        ("it's different from a cramp in bed", {"cramp_timing": NOTHING}),
    ],
    "a time belongs to its clause": [
        ("In the past few days my left calf has been swollen", {"one_leg_swollen": YES}),
        ("In the past I had a swollen left calf", {"one_leg_swollen": NOTHING}),
        ("years ago my left leg swelled", {"one_leg_swollen": NOTHING}),
        ("In 2010 I had a swollen left calf", {"one_leg_swollen": NOTHING}),
        ("In 2015, my left calf was swollen", {"one_leg_swollen": NOTHING}),
        ("back in 1999 I had a fever", {"fever": NOTHING}),
        ("Had a stroke in 2019, my face dropped on one side then", {"face_arm_speech": NOTHING}),
        ("years ago I broke it, my left calf is swollen now", {"one_leg_swollen": YES}),
        ("two years ago I had chest pain, and my left calf is swollen", {"one_leg_swollen": YES}),
        (
            "Gave up smoking in 1998, a couple of pints on a Saturday",
            {"smoker": "used to", "alcohol_units": 4.0},
        ),
        ("my cramps started years ago", {"first_started": "more than a year ago"}),
        ("cramps used to be five times a week, down to once a week", {"cramps_per_week": 1.0}),
    ],
    "what somebody puts right": [
        ("cramps for two weeks, well, two and a half months", {"first_started": "1 to 12 months ago"}),
        ("cramps four or five times a week... well, four", {"cramps_per_week": 4.0}),
        ("cramps five times a week, sorry, four", {"cramps_per_week": 4.0}),
        ("cramps five times a week, well, I hope it stops", {"cramps_per_week": 5.0}),
    ],
    "what is denied swallows nothing that speaks": [
        ("I am up and down to the toilet and I can't quench my thirst", {"thirsty_pee_lots": YES}),
        ("back pain yes but it does not go into the leg", {"back_pain_any": YES, "back_pain_down_leg": NO}),
    ],
    "a result is none of its own denials": [
        ("Pedal pulses: absent", {"exam:pulse_absent": YES}),
        ("Romberg: negative", {"exam:romberg_abnormal": NO}),
    ],
    "as it is spoken and noted": [
        ("I cannae put weight on my leg", {"cannot_put_weight": YES}),
        ("I havnt had a fever", {"fever": NO}),
        ("I keep sweatin all day", {"heavy_sweating": YES}),
        ("cramps 4-5/wk", {"cramps_per_week": 4.5}),
        ("cramps x3/week", {"cramps_per_week": 3.0}),
        ("BP 150/95", {"systolic_bp": 150.0, "diastolic_bp": 95.0}),
    ],
}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(text, wanted, id=f"{rule}: {text}")
        for rule, told in CASES.items()
        for text, wanted in told
    ],
)
def test_how_far_a_word_reaches(tell: Tell, text: str, wanted: dict[str, object]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in wanted} == wanted


BACKGROUND = [
    "I have never smoked",
    "no allergies",
    "I take no medicines",
    "I don't drink",
    "no other problems",
]
DANGERS = [
    ("one_leg_swollen", "my left calf is swollen"), ("one_leg_swollen", "swollen left calf"),
    ("fever", "high fever"), ("passed_out", "blacked out at work"), ("coughing_blood", "coughing up blood"),
    ("saddle_numb", "numb between my legs"), ("dark_urine", "dark brown urine"),
]  # fmt: skip


@pytest.mark.parametrize("lead", BACKGROUND)
@pytest.mark.parametrize(("finding", "danger"), DANGERS)
def test_no_danger_sign_is_lost_behind_what_everybody_is_asked(
    tell: Tell, lead: str, finding: str, danger: str
) -> None:
    assert tell(f"{lead}, {danger}").answers.get(finding) is True


@pytest.mark.parametrize("word", ["hardly", "barely", "nobody", "nil", "neither", "not", "never"])
def test_a_pattern_knows_its_own_denial(word: str) -> None:
    assert [denies for _, denies in read_pattern(f"{word} any & urine").split()] == [True]
