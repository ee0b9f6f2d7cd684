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
