"""How far doubts and questions reach, and what a question takes as given."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

READ = [
    (
        "Yesterday's cycle race took five hours, I was scared of the heat so drank about 7 litres of water.",
        {"endurance_drank_lots": True},
    ),
    ("I'm worried so I rang, my left leg is swollen", {"one_leg_swollen": True}),
    ("scared my left leg might get swollen", {"one_leg_swollen": None}),
    ("My mate joked I had gangrene, cheers Dougie.", {"skin_purple_blister": None}),
    ("I wish I could say I run marathons.", {"new_hard_exercise": None, "inactive": None}),
    ("Is it normal for a five year old to climb up his own thighs?", {"child_falls_slow": True}),
    ("maybe I'd be better off dead", {"self_harm_thoughts": True}),
    ("I have wondered whether it would be easier not to wake", {"self_harm_thoughts": True}),
    ("should I worry that I think about ending it", {"self_harm_thoughts": True}),
    ("I used to think about ending it, years ago", {"self_harm_thoughts": None}),
    ("I would never harm myself", {"self_harm_thoughts": False}),
    ("Perhaps my wee's been a touch brown? Or is it the bathroom light.", {"dark_urine": None}),
    ("black stools but im on ferrous sulphate so could be that", {"black_poo": None}),
    ("My stools are black, it might be the iron though", {"black_poo": None}),
    ("black poo but I take iron tablets, so it's probably them", {"black_poo": None}),
    ("Maybe my urine's a bit dark?", {"dark_urine": None}),
    ("Is my wee brown or is it the light?", {"dark_urine": None}),
    ("my wee looks brown, or maybe it's just the light", {"dark_urine": None}),
    ("I think my calf might be swollen, hard to tell", {"one_leg_swollen": None}),
    ("Not sure if it's swollen or I'm imagining it, left calf", {"one_leg_swollen": None}),
    ("Could be a fever, haven't checked", {"fever": None}),
    ("I feel warm, no thermometer, so can't say if it's a fever", {"fever": None}),
    ("possibly some numbness in my toes?", {"feet_numb_tingle": None}),
    ("I wonder whether my foot is numb", {"feet_numb_tingle": None}),
    ("I couldn't tell you if my calf is swollen", {"one_leg_swollen": None}),
    ("Don't know about fever.", {"fever": None}),
    ("no idea if I've a fever", {"fever": None}),
    ("Fever? don't know", {"fever": None}),
    ("fever: not sure", {"fever": None}),
    ("Fever - maybe", {"fever": None}),
    ("Calf swollen? Can't tell.", {"one_leg_swollen": None}),
    ("I'm scared it's a clot.", {"past_clot": None}),
    ("I keep thinking it's a clot", {"past_clot": None}),
    ("terrified I'll have a stroke", {"long_term_conditions": None, "face_arm_speech": None}),
    ("worried about my kidneys and brown urine", {"dark_urine": None}),
    ("my fear is that I'll pass out in the shower", {"passed_out": None}),
    ("Is numbness in the feet a sign of diabetes?", {"diabetes": None}),
    ("Can statins give you dark urine?", {"dark_urine": None}),
    ("Should I look out for dark urine?", {"dark_urine": None}),
    ("How do I know if my calf is swollen?", {"one_leg_swollen": None}),
    ("Does a clot always cause a swollen calf?", {"one_leg_swollen": None}),
    ("Is it normal that my calf is swollen and red?", {"one_leg_swollen": True}),
    ("Why am I twitching all the time?", {"twitching": True}),
    ("How come my feet are numb?", {"feet_numb_tingle": True}),
    ("Would a fever come with cramp?", {"fever": None}),
    ("Could the twitching in my calves be ALS?", {"twitching": True}),
    ("Could my swollen calf be a clot?", {"one_leg_swollen": True}),
    ("Is the numbness in my feet from the chemo?", {"feet_numb_tingle": True}),
    ("Can my swollen left leg wait till Monday?", {"one_leg_swollen": True}),
    ("the doctor told me to come back if I get chest pain", {"chest_pain_breathing": None}),
    ("said to ring 999 if I cough blood", {"coughing_blood": None}),
    ("I'd say it's swollen, the left calf", {"one_leg_swollen": True}),
    ("I believe I have a fever", {"fever": True}),
    ("I think I've a fever", {"fever": True}),
    ("I'm sure my calf is swollen", {"one_leg_swollen": True}),
    ("I'm not sure why my left calf is swollen", {"one_leg_swollen": True}),
    ("no idea how my left calf got so swollen", {"one_leg_swollen": True}),
    ("don't know what it is but my feet are numb", {"feet_numb_tingle": True}),
    ("Not sure about the fever, but the calf is definitely swollen", {"one_leg_swollen": True}),
    ("Maybe I'm overreacting, but my left calf is swollen and red", {"one_leg_swollen": True}),
    ("Sorry if this is silly but I've been coughing up blood", {"coughing_blood": True}),
    ("Perhaps I should mention I passed out on Tuesday", {"passed_out": True}),
    ("It may be nothing but I have chest pain when I breathe in", {"chest_pain_breathing": True}),
    ("Could be nothing, but my wee is brown", {"dark_urine": True}),
    ("could it be the statin? my wee is brown", {"dark_urine": True}),
    ("Might be the heat, I've been twitching all day", {"twitching": True}),
    ("my wee is brown, could that be the statin?", {"dark_urine": True}),
    ("my urine is dark, maybe from the statin", {"dark_urine": True}),
    ("they ruled out a stroke", {"long_term_conditions": None}),
    ("Is dark wee something to worry about? Mine is pale.", {"dark_urine": False}),
    ("what if I pass out while driving?", {"passed_out": None}),
    ("I'd hate to have a stroke", {"long_term_conditions": None}),
    ("I keep checking my calf for swelling, there isn't any", {"one_leg_swollen": False}),
    ("is my calf swollen? I can't decide", {"one_leg_swollen": None}),
    ("do you think I have a fever?", {"fever": None}),
    ("would you call this swollen?", {"one_leg_swollen": None}),
    ("Can you have a clot without a swollen leg?", {"one_leg_swollen": None, "past_clot": None}),
    ("Is the swelling in my left calf a clot?", {"one_leg_swollen": True}),
    ("Does the numbness in my feet mean diabetes?", {"feet_numb_tingle": True, "diabetes": None}),
    ("Is my swollen left calf dangerous?", {"one_leg_swollen": True}),
    ("Should my fever be treated?", {"fever": True}),
    ("Is it safe to fly with my swollen calf?", {"one_leg_swollen": True}),
    ("Is it okay that I passed out after the cramp?", {"passed_out": True}),
]


@pytest.mark.parametrize(("text", "said"), READ)
def test_what_is_sure(tell: Tell, text: str, said: dict[str, object]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in said} == said


NEVER_SO = [
    ("Stools black, on iron.", {"black_poo": False}),
    ("I might have passed out, I don't remember", {"passed_out": False}),
    ("Might have blacked out for a second, my wife isn't sure.", {"passed_out": False}),
    ("What would a swollen calf mean?", {"one_leg_swollen": False}),
    ("if I faint again who do I call", {"passed_out": False}),
    ("When I stand up too quick I nearly faint", {"passed_out": False}),
    ("I nearly passed out with the pain", {"passed_out": False}),
    ("felt like I was going to faint", {"passed_out": False}),
    ("it's as if my feet were numb", {"feet_numb_tingle": False}),
    ("I would have said it was a fever but the thermometer says 36.9", {"fever": True}),
    ("I could be wrong but my left calf looks swollen", {"one_leg_swollen": False}),
    ("they queried a clot but the scan was clear", {"past_clot": True}),
    ("they thought it was a DVT but it was a Baker's cyst", {"past_clot": True}),
    ("the wife reckons my pee's dark, I can't see it myself", {"dark_urine": False}),
    ("my urine could be darker than usual, hard to say", {"dark_urine": False}),
    ("Could it be that my calf is swollen because of the bite?", {"one_leg_swollen": False}),
    ("Will my foot drop get better?", {"foot_drop": False}),
]

ASKED = [
    (
        "The doctor's receptionist asked me was I breathless. I've a cramp in my foot.",
        {"breathless_sudden": None},
    ),
    ("The nurse asked about chest pain and I get cramp in both calves", {"chest_pain_breathing": None}),
    ("Somebody asked me at cards if it wakes me, the cramp in my calf", {"wakes_from_sleep": None}),
    ("The nurse asked about my swollen leg and told me to write", {"one_leg_swollen": True}),
    ("I asked my GP about my chest pain", {"chest_pain_breathing": True}),
    ("I asked him to look because my left calf is swollen and hot", {"one_leg_swollen": True}),
    ("My husband asked me to write, my left calf is swollen", {"one_leg_swollen": True}),
    ("The doctor asked about chest pain and I do have it when I breathe in", {"chest_pain_breathing": True}),
    ("They asked if I passed out, I did, twice", {"passed_out": True}),
    ("They asked if I passed out, I did not", {"passed_out": None}),
    ("She asked if I think of ending it and honestly I do want to die", {"self_harm_thoughts": True}),
    ("The nurse asked if I was numb down below and yes, I can't feel the paper", {"saddle_numb": True}),
]


@pytest.mark.parametrize(("text", "said"), ASKED)
def test_what_somebody_was_asked_is_not_said(tell: Tell, text: str, said: dict[str, bool | None]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in said} == said


@pytest.mark.parametrize(("text", "never"), NEVER_SO)
def test_what_is_sure_and_nothing_more(tell: Tell, text: str, never: dict[str, bool]) -> None:
    answers = tell(text).answers
    assert all(answers.get(id_) is not value for id_, value in never.items())


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Should I worry that my chest hurts?", True),
        ("Should I ring somebody about the chest pain?", True),
        ("Should I get chest pain, what do I do?", None),
    ],
)
def test_a_should_that_asks_for_advice_supposes_nothing(tell: Tell, text: str, answer: object) -> None:
    assert tell(text).answers.get("chest_pain_breathing") is answer
