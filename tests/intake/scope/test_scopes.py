"""Denial, doubt, whose it is, when it was, questions, lists and corrections."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

READ = [
    # denial and its reach
    ("no swelling, redness or fever", {"one_leg_swollen": False, "leg_red_hot": False, "fever": False}),
    ("No fever, my calf is red and hot", {"fever": False, "leg_red_hot": True}),
    ("no fever but my left calf is swollen", {"fever": False, "one_leg_swollen": True}),
    ("I can't bend my neck, temp of 39", {"fever": True}),
    ("Fever: no. Vomiting - none.", {"fever": False, "vomiting_or_runny_poo": False}),
    (
        "patient denies chest pain or shortness of breath",
        {"chest_pain_breathing": False, "breathless_sudden": False},
    ),
    ("neither fever nor vomiting", {"fever": False, "vomiting_or_runny_poo": False}),
    ("my legs won't stop twitching", {"twitching": True}),
    ("I can't keep anything down", {"cannot_keep_fluids": True}),
    ("no swelling i had cramps in my calf since march", {"one_leg_swollen": False}),
    # whose
    ("my mother had clots but i have cramp in my calf", {"past_clot": None}),
    ("I get cramp in my calf and my sister has diabetes", {"diabetes": None}),
    ("my husband says I kick in my sleep", {"leg_jerks_asleep": True}),
    ("Clots run in my family, I get cramp in my foot", {"past_clot": None}),
    (
        "My son is 7 and his legs hurt at night, he had a cold last week",
        {"age": 7.0, "child_recent_virus": True},
    ),
    # when
    ("I used to have fits, now I get cramp in my calf", {"whole_body_shaking": None}),
    ("I broke my leg in 1987, now it cramps", {"injury_recent": None}),
    ("I had a DVT ten years ago", {"past_clot": True}),
    ("the cramps started four months ago", {"first_started": "1 to 12 months ago"}),
    ("cramps for the last three weeks", {"first_started": "in the last month"}),
    ("they put me on a water tablet three weeks ago", {"medicine_change_3m": True}),
    ("I've been on a statin for ten years, started back then", {"medicine_change_3m": None}),
    # doubt, questions, suppositions
    ("my calf might be a bit swollen", {"one_leg_swollen": None}),
    ("Could it be a blood clot?", {"past_clot": None}),
    ("If I get chest pain I will call", {"chest_pain_breathing": None}),
    ("I'm worried about a stroke", {"long_term_conditions": None}),
    ("Why is my left calf swollen?", {"one_leg_swollen": True}),
    # how often, how long, how many
    ("cramps two or three times a week", {"cramps_per_week": 2.5}),
    ("cramp every other night", {"cramps_per_week": 3.5}),
    ("the cramp lasts a couple of minutes", {"cramp_minutes": 2.0}),
    ("I drink two glasses of wine a night", {"alcohol_units": 14.0}),
    ("BP 150/95", {"systolic_bp": 150.0, "diastolic_bp": 95.0}),
    ("temp 101.5 last night", {"fever": True}),
    ("temperature is 36.8", {"fever": False}),
    # corrections
    ("it is the left calf that cramps. Actually it is the other leg.", {"cramp_side": "always the right"}),
    ("I have type 1, no, type 2 diabetes", {"diabetes": "type 2"}),
    ("It's always the right calf, sorry, the left one", {"cramp_side": "always the left"}),
    ("I get it in the right calf. Scrap that, it's the left.", {"cramp_side": "always the left"}),
    ("Always the left leg, no wait, the right leg", {"cramp_side": "always the right"}),
    ("I get cramp in my left calf, I mean the right", {"cramp_side": "always the right"}),
    # "'d" is had, or would
    ("She'd been confused all day", {"confused_or_drowsy": True}),
    ("He'd suddenly become short of breath", {"breathless_sudden": True}),
    ("I'd had a fever since the morning", {"fever": True}),
    ("he'd a fever when I looked in", {"fever": True}),
    ("I'd pass out if it lasted any longer", {"passed_out": None}),
    ("I'd know if my pee was dark brown", {"dark_urine": None}),
    ("I'd need a doctor if I had a fever", {"fever": None}),
    # a list of denials ends where something is told
    ("No fever, walking fine, calf swollen", {"fever": False, "one_leg_swollen": True}),
    ("no fever, left calf red and hot", {"fever": False, "leg_red_hot": True}),
    ("no cough, afebrile, no vomiting", {"fever": False, "vomiting_or_runny_poo": False}),
    ("No chest pain, fever or calf swelling", {"fever": False, "one_leg_swollen": False}),
    ("no chest pain, only a fever", {"chest_pain_breathing": False, "fever": True}),
    ("no symptoms except a fever", {"fever": True}),
    ("Nothing apart from a fever", {"fever": True}),
    ("nothing but a fever and cramps", {"fever": True}),
    ("My left calf isn't only painful but swollen too", {"one_leg_swollen": True}),
    ("My left calf isn't only painful but it is not swollen", {"one_leg_swollen": False}),
    ("I can't shake off this fever", {"fever": True}),
    ("My left leg is swollen, isn't it, doctor?", {"one_leg_swollen": True}),
    ("Chest pain no, fever yes", {"chest_pain_breathing": False, "fever": True}),
    ("Chest pain: no, fever: yes", {"chest_pain_breathing": False, "fever": True}),
    ("he said no, and I have a fever", {"fever": True}),
    # over, and not over
    ("I no longer have a fever", {"fever": False}),
    ("My feet used to be numb but aren't any longer", {"feet_numb_tingle": False}),
    ("My pee was dark brown but now it's clear", {"dark_urine": False}),
    ("My pee was dark brown and still is", {"dark_urine": True}),
    ("My feet never used to be numb, now they are", {"feet_numb_tingle": True}),
    ("My feet never used to be numb", {"feet_numb_tingle": None}),
    ("I had a DVT but no longer take anything for it", {"past_clot": True}),
    # supposed
    ("Unless I get a fever I will stay at home", {"fever": None}),
    ("I was told to watch for a fever", {"fever": None}),
    ("I'm worried this is a DVT", {"past_clot": None}),
    # whose: only somebody who does something is talked of
    ("My left calf is bigger than its mate", {"one_leg_swollen": True}),
    ("I tripped over the dog and my left calf is swollen", {"one_leg_swollen": True}),
    ("The dog has a swollen leg and I get cramp in my calf", {"one_leg_swollen": None}),
    ("The children at school all have a fever, I just get cramp in my calf", {"fever": None}),
    ("My mother's left leg swells; mine only cramps", {"one_leg_swollen": None}),
    ("My mother's left leg is swollen; mine is fine", {"one_leg_swollen": False}),
    ("My mother's left leg is swollen", {"one_leg_swollen": True}),
    ("My father's feet are numb; my own are all right", {"feet_numb_tingle": None}),
    # carers
    ("My husband blacked out before he knew who I was", {"passed_out": True}),
    ("Dad's leg was cramping and now we can't rouse him", {"confused_or_drowsy": True}),
    ("My wife is confused and very sleepy", {"confused_or_drowsy": True}),
    ("I am ringing about my dad. He passed out when it happened.", {"passed_out": True}),
    ("My mum has leg cramps. I am on simvastatin myself.", {"medicines": None, "cramp_minutes": None}),
    ("My mum passed out and I get cramps in my calf", {"passed_out": None}),
    ("My sister had a DVT", {"past_clot": None}),
    (
        "I look after my mum, 84, her left calf is swollen. I take ramipril.",
        {"one_leg_swollen": True},
    ),
    ("I look after my mum who is 84 and my left calf is swollen", {"one_leg_swollen": True, "age": None}),
    (
        "I look after my mum who has dementia, and I get leg cramps in bed",
        {"cramp_timing": "at night in bed"},
    ),
    (
        "My husband has had leg cramps for years and I'm fed up with it",
        {"first_started": "more than a year ago"},
    ),
    ("My mum gets leg cramps and I get it too, my calf is sore", {"sex_at_birth": None}),
    ("My father had chest pain before he died", {"chest_pain_breathing": None}),
]


@pytest.mark.parametrize(("text", "wanted"), READ)
def test_what_a_text_says(tell: Tell, text: str, wanted: dict[str, object]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in wanted} == wanted


def test_doubt_is_remembered(tell: Tell) -> None:
    assert "one_leg_swollen" in tell("my calf might be a bit swollen").doubted


@pytest.mark.parametrize(("text", "_"), READ)
def test_every_reading_stands_where_it_says(tell: Tell, text: str, _: object) -> None:
    for reading in tell(text).readings:
        assert text[reading.start : reading.end] == reading.words
        assert reading.words.strip() == reading.words != ""


def test_a_contradiction_is_kept_open_and_a_danger_sign_counts(tell: Tell) -> None:
    story = tell("I have no chest pain. There is pain in my chest.")
    assert story.answers["chest_pain_breathing"] is True
    assert len(story.differing["chest_pain_breathing"]) == 2


def test_a_harmless_contradiction_stays_unknown(tell: Tell) -> None:
    story = tell("I have flat feet. I don't have flat feet.")
    assert "flat_feet" not in story.answers
    assert "flat_feet" in story.differing
