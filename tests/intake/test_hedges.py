"""A hedge before a number or a time, and one that doubts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

HEDGED = [
    ("The cramp lasts maybe five minutes", {"cramp_minutes": 5.0}),
    ("each cramp lasts about ten minutes", {"cramp_minutes": 10.0}),
    ("I get cramp maybe three times a week", {"cramps_per_week": 3.0}),
    ("My left calf has been swollen for maybe three days", {"one_leg_swollen": True}),
    ("about a week ago my left calf swelled up", {"one_leg_swollen": True}),
    ("my left calf is swollen, about 3 cm bigger", {"one_leg_swollen": True}),
    ("my left calf is maybe 2 inches bigger, swollen", {"one_leg_swollen": True}),
    ("fever of maybe 39", {"fever": True}),
    ("a temperature of about 39.5 since last night", {"fever": True}),
    ("I've maybe had two days of fever", {"fever": True}),
    ("I have had a fever for perhaps three days", {"fever": True}),
    ("I passed out for maybe 30 seconds", {"passed_out": True}),
    ("blacked out for possibly a minute", {"passed_out": True}),
    ("fainted maybe twice this week", {"passed_out": True}),
    ("I've blacked out about three times since Sunday", {"passed_out": True}),
    ("He was shaking all over for maybe two minutes", {"whole_body_shaking": True}),
    ("coughed up blood about four times today", {"coughing_blood": True}),
    ("coughed up blood maybe three times", {"coughing_blood": True}),
    ("I've been sick maybe ten times since yesterday", {"vomiting_or_runny_poo": True}),
    ("perhaps six or seven times I've thrown up", {"vomiting_or_runny_poo": True}),
    ("chest pain when I breathe in for maybe two hours", {"chest_pain_breathing": True}),
    ("suddenly breathless maybe an hour ago", {"breathless_sudden": True}),
    ("brown wee maybe four times now", {"dark_urine": True}),
    ("my wee turned brown maybe two days ago", {"dark_urine": True}),
    ("numb between my legs since maybe Tuesday", {"saddle_numb": True}),
    ("wet myself maybe three times this week", {"bladder_bowel_change": True}),
    ("I lay on the floor for maybe six hours yesterday", {"crushed_or_long_lie": True}),
    ("stuck under the beam for perhaps two hours yesterday", {"crushed_or_long_lie": True}),
    ("my face drooped for maybe ten minutes today", {"face_arm_speech": True}),
    ("Fell down perhaps four steps on Saturday", {"injury_recent": True}),
    ("worked in the heat for maybe eight hours today", {"heat_exposure": True}),
    ("heart racing for maybe twenty minutes", {"palpitations": True}),
    ("I've passed maybe two tablespoons of wee since yesterday", {"little_urine": True}),
    ("I drink maybe 20 units a week", {"alcohol_units": 20.0}),
    ("weaker and weaker over maybe six weeks", {"weakness_progressive": True}),
    ("My feet have been numb for maybe two years", {"feet_numb_tingle": True}),
    ("poo has been black for maybe three days", {"black_poo": True}),
    ("maybe twenty new bruises on my legs", {"new_bruises_spots": True}),
    ("it lasts three minutes maybe", {"cramp_minutes": 3.0}),
    ("Mine are in the right calf, once a fortnight maybe", {"cramps_per_week": 0.5}),
    (
        "Cramp in the left calf, once a month perhaps, since I was a teenager",
        {"cramp_side": "always the left"},
    ),
    ("it goes on for two, possibly three minutes", {"cramp_minutes": 2.5}),
    ("I stopped drinking maybe three days ago", {"sedative_cut": True}),
    ("Maybe since Tuesday I've had a fever", {"fever": True}),
    ("it's been about three days with fever, maybe four", {"fever": True}),
    ("I'm 60 and my legs cramp maybe once a week", {"age": 60.0}),
    ("the skin went purple with blisters in maybe an hour", {"skin_purple_blister": True}),
    ("a red hot patch on my shin about the size of my palm", {"leg_red_hot": True}),
    ("my shin is red and hot, maybe a hand wide", {"leg_red_hot": True}),
]

DOUBTED = [
    ("maybe I have a fever", {"fever": None}),
    ("perhaps my left calf is swollen", {"one_leg_swollen": None}),
    ("I may have passed out", {"passed_out": None}),
    ("I possibly have a temperature", {"fever": None}),
    ("not sure if my left calf is swollen", {"one_leg_swollen": None}),
    ("perhaps her face is drooping", {"face_arm_speech": None}),
    ("my wee might be brown", {"dark_urine": None}),
    ("maybe there are new bruises", {"new_bruises_spots": None}),
]


@pytest.mark.parametrize(("text", "said"), HEDGED)
def test_a_hedged_amount_leaves_the_finding_as_told(tell: Tell, text: str, said: dict[str, object]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in said} == said


@pytest.mark.parametrize(("text", "said"), DOUBTED)
def test_a_doubt_of_the_finding_itself_stays(tell: Tell, text: str, said: dict[str, object]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in said} == said
