"""Where denials and their lists end, what answers no, and two denials that cancel."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

READ = [
    ("mum had it in her toes with me its not the toes my hands curl up and get stuck", {"hand_spasm": True}),
    (
        "Didn't bang it anywhere and the skin on my calf crackles when I touch it",
        {"skin_purple_blister": True},
    ),
    ("This one doesn't: the leg has been hard as wood for five hours", {"leg_tight_hard": True}),
    ("no fever and the chills", {"fever": False}),
    ("No ulcers, no sores, varicose veins these forty years.", {"foot_sores": False, "visible_veins": True}),
    (
        "Not present: fever, swelling of the calf, chest pain",
        {"fever": False, "one_leg_swollen": False, "chest_pain_breathing": False},
    ),
    ("Pertinent negatives: fever, chest pain", {"fever": False, "chest_pain_breathing": False}),
    ("Neg for fever, chest pain", {"fever": False, "chest_pain_breathing": False}),
    ("Present: fever. Not present: chest pain", {"fever": True, "chest_pain_breathing": False}),
    ("fever not present, chest pain since noon", {"chest_pain_breathing": True}),
    ("no diabetes, high fever", {"fever": True}),
    ("no diabetes, high fever since last night", {"fever": True}),
    ("no heart trouble, calf swollen", {"one_leg_swollen": True}),
    ("No stroke, no seizures, chest pain when I breathe in", {"chest_pain_breathing": True}),
    ("No chest pain, dark urine", {"chest_pain_breathing": False, "dark_urine": False}),
    ("no cough, no fever, varicose veins", {"fever": False, "visible_veins": True}),
    ("no rash, burning feet at night", {"feet_burn": True}),
    ("No sores, burning feet for years", {"foot_sores": False, "feet_burn": True}),
    ("no swelling, numb toes since March", {"feet_numb_tingle": True}),
    ("no fever, no chills, vomiting since Tuesday", {"fever": False, "vomiting_or_runny_poo": True}),
    ("no fever, vomiting or diarrhoea", {"fever": False, "vomiting_or_runny_poo": False}),
    (
        "No fever nor chest pain nor breathlessness",
        {"fever": False, "chest_pain_breathing": False, "breathless_sudden": False},
    ),
    ("no fever or swelling of the calf", {"fever": False, "one_leg_swollen": False}),
    ("neither a fever nor a swollen calf", {"fever": False, "one_leg_swollen": False}),
    ("it's not red or hot, just swollen, the left calf", {"leg_red_hot": False, "one_leg_swollen": True}),
    ("not a day without twitching in my calves", {"twitching": True}),
    ("Nobody has had any trouble waking him, he's 80", {"confused_or_drowsy": False}),
    ("Fever? Chest pain? No, neither of those.", {"fever": False, "chest_pain_breathing": False}),
    ("fever or chest pain? no, neither of those", {"fever": False, "chest_pain_breathing": False}),
    ("chest pain, coughing blood? none of that", {"chest_pain_breathing": False, "coughing_blood": False}),
    ("Fever, chest pain: no to both", {"fever": False, "chest_pain_breathing": False}),
    ("Any fever? Not at all.", {"fever": False}),
    ("Dark urine? Never.", {"dark_urine": False}),
    ("Had the fever on Monday, gone by Wednesday, temp normal since.", {"fever": False}),
    ("No temperature to speak of, calf is red and hot", {"fever": False, "leg_red_hot": True}),
    ("No fever as such, but the left calf is swollen and red", {"fever": False, "one_leg_swollen": True}),
    (
        "no blood in the sputum, short of breath since this morning",
        {"coughing_blood": False, "breathless_sudden": True},
    ),
    (
        "none of the following: fever, chest pain, coughing blood",
        {"fever": False, "chest_pain_breathing": False, "coughing_blood": False},
    ),
    (
        "Not had fever, chest pain, or breathlessness",
        {"fever": False, "chest_pain_breathing": False, "breathless_sudden": False},
    ),
    ("I have had no fits, faints or funny turns", {"whole_body_shaking": False, "passed_out": False}),
    (
        "never had a fit, never passed out, wet the bed last night",
        {"whole_body_shaking": False, "passed_out": False},
    ),
    ("I don't get numbness or tingling in my feet, only cramps", {"feet_numb_tingle": False}),
    ("I've no numbness in the feet, twitching calves though", {"feet_numb_tingle": False, "twitching": True}),
    ("no weakness, twitching everywhere", {"twitching": True}),
    ("No weakness, calves twitching all day", {"twitching": True}),
    ("No weakness, muscle twitching", {"twitching": False}),
    ("no back pain, no leg weakness, pins and needles in both feet", {"feet_numb_tingle": True}),
    ("Without fever, without chest pain, with a swollen calf", {"fever": False, "one_leg_swollen": True}),
    ("apart from a fever, nothing else", {"fever": True}),
    ("can't say I've noticed any numbness in my feet", {"feet_numb_tingle": False}),
    ("Haven't noticed dark urine", {"dark_urine": False}),
    ("Haven't seen any blood when I cough", {"coughing_blood": False}),
    ("There's never been any swelling in that calf", {"one_leg_swollen": False}),
    ("My calf is neither red nor hot nor swollen", {"leg_red_hot": False, "one_leg_swollen": False}),
    ("Not one bit of fever", {"fever": False}),
    ("not a trace of fever", {"fever": False}),
    ("Not so much as a fever", {"fever": False}),
    (
        "there is no sign of redness, heat or swelling in the calf",
        {"leg_red_hot": False, "one_leg_swollen": False},
    ),
    ("Calf not swollen, not red, not hot.", {"one_leg_swollen": False, "leg_red_hot": False}),
    ("calf is soft, not swollen, fever 38.9", {"one_leg_swollen": False, "fever": True}),
    ("No dizziness, blackouts twice last week", {"passed_out": True}),
    ("No injury, no travel, calf swollen and warm", {"one_leg_swollen": True}),
    (
        "no recent surgery, no long flights, left leg swollen",
        {"bed_rest_surgery": False, "long_travel": False, "one_leg_swollen": True},
    ),
    ("No allergies. Chest pain on breathing in.", {"chest_pain_breathing": True}),
    ("Nil fever, nil rigors, nil SOB, calf swollen 4cm", {"fever": False, "one_leg_swollen": True}),
    ("pt denies fever, SOB, CP; reports dark urine", {"fever": False, "dark_urine": True}),
    ("denies fever but admits to vomiting", {"fever": False, "vomiting_or_runny_poo": True}),
    ("no pain now but the calf is swollen", {"one_leg_swollen": True}),
    ("It doesn't swell, my calf, and it isn't red", {"one_leg_swollen": False, "leg_red_hot": False}),
    ("I'm not pregnant, I've got a fever and my leg is swollen", {"fever": True}),
    ("not pregnant, no pill, calf swollen since the flight", {"one_leg_swollen": True}),
    ("hasn't been sick, hasn't got a temperature", {"vomiting_or_runny_poo": False, "fever": False}),
    ("My wee isn't dark and I'm not short of breath", {"dark_urine": False, "breathless_sudden": False}),
    ("no not swollen calf but a hard one", {"one_leg_swollen": False}),
    ("No, no fever.", {"fever": False}),
    ("nope no fever here", {"fever": False}),
    ("No chest pain. Nor any fever.", {"chest_pain_breathing": False, "fever": False}),
    ("I don't have chest pain, nor do I have a fever", {"chest_pain_breathing": False, "fever": False}),
    (
        "Don't have a fever, don't have chest pain, do have a swollen left calf",
        {"fever": False, "chest_pain_breathing": False, "one_leg_swollen": True},
    ),
    ("no fever although my calf is hot and red", {"fever": False, "leg_red_hot": True}),
    ("rather than fever I have chills and a swollen calf", {"one_leg_swollen": True}),
    (
        "My nan had a fall Tuesday, she's 84. Her hip hurts and her left calf is swollen and hot.",
        {"age": 84.0, "one_leg_swollen": True, "leg_red_hot": True, "sex_at_birth": "female"},
    ),
    (
        "Hello, asking about my dad. He's 73. Since yesterday his left leg is cold and white.",
        {"age": 73.0, "leg_sudden_cold_pale": True, "sex_at_birth": "male"},
    ),
    (
        "It's about my little one. She's 5. She's limping and has a temp of 39.",
        {"age": 5.0, "fever": True, "sex_at_birth": "female"},
    ),
    (
        "My wife is a diabetic and I do her feet. My own feet are numb now.",
        {"feet_numb_tingle": True, "diabetes": None},
    ),
    ("I share a house with three lads, one of them has the flu. My calves ache.", {"fever": None}),
    (
        "Our baby had a fit last year with a fever. I'm asking for myself: calf cramps.",
        {"whole_body_shaking": None, "fever": None},
    ),
    (
        "My uncle coughed up blood and it was cancer. I've a cough, no blood.",
        {"coughing_blood": False, "cancer_active": None},
    ),
    (
        "My hubby's calf swelled after covid and it was a clot. Mine's swollen now, the left calf.",
        {"one_leg_swollen": True, "past_clot": None},
    ),
    ("not once have I fainted", {"passed_out": False}),
    ("at no point did I pass out", {"passed_out": False}),
    ("I was not, and am not, feverish", {"fever": False}),
    ("I am not feverish nor have I been", {"fever": False}),
    ("no fever no chills no rash left calf swollen", {"fever": False, "one_leg_swollen": True}),
    ("no fever no swelling just cramp in calf", {"fever": False, "one_leg_swollen": False}),
    (
        "no fever but swollen left calf no redness",
        {"fever": False, "one_leg_swollen": True, "leg_red_hot": False},
    ),
    (
        "no chest pain or sob or palps but passed out yesterday",
        {"chest_pain_breathing": False, "passed_out": True},
    ),
    ("not only my left calf is swollen, it's red as well", {"one_leg_swollen": True, "leg_red_hot": True}),
    (
        "breathing fine, no chest pain, coughing up blood a bit",
        {"coughing_blood": True, "chest_pain_breathing": False},
    ),
    ("no cough no fever, bringing up blood", {"fever": False}),
    ("never smoked, never drank, never fainted till last week", {"passed_out": True, "smoker": "never"}),
    ("No seizures until last night", {"whole_body_shaking": True}),
    ("no fever till this morning", {"fever": True}),
    ("first time I ever passed out", {"passed_out": True}),
    ("not swollen in the morning, swollen by night, the left calf", {"one_leg_swollen": True}),
    ("only a slight fever", {"fever": True}),
    ("No obvious swelling.", {"one_leg_swollen": False}),
    ("not as swollen as yesterday, the left calf", {"one_leg_swollen": True}),
    ("no worse, still swollen, left calf", {"one_leg_swollen": True}),
    ("can't see any swelling in the calf", {"one_leg_swollen": False}),
    ("the swelling isn't new, left leg since 2013", {"one_leg_swollen": True}),
    ("Stiff neck, purple spots that don't fade and a fever since this morning", {"fever": True}),
    ("I can't get out of the chair and swallowing is getting hard", {"speech_swallow_trouble": True}),
    ("I don't think swelling and redness are new", {"one_leg_swollen": False, "leg_red_hot": False}),
    ("I can't keep my legs still once I sit, an evening crawling feeling", {"urge_to_move": True}),
]


@pytest.mark.parametrize(("text", "said"), READ)
def test_what_is_denied_and_what_is_told(tell: Tell, text: str, said: dict[str, object]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in said} == said


NEVER_SO = [
    ("I'm not without numbness in my feet", {"feet_numb_tingle": False}),
    ("It isn't only at night that my calf cramps", {"cramp_timing": False}),
    ("The swelling in my calf went down days ago, normal since", {"one_leg_swollen": True}),
    ("I'd not say it was swollen, the calf", {"one_leg_swollen": True}),
    ("no allergies, chest pain since this morning", {"chest_pain_breathing": False}),
    ("denies numbness, has tingling in both feet", {"feet_numb_tingle": False}),
    ("No it isn't swollen and no it isn't red.", {"one_leg_swollen": True, "leg_red_hot": True}),
    ("It's far from swollen, the calf", {"one_leg_swollen": True}),
    ("hardly any fever", {"fever": True}),
    ("Not a fever as far as I know", {"fever": True}),
    ("By no means swollen", {"one_leg_swollen": True}),
    ("nothing wrong with my breathing, chest pain though", {"breathless_sudden": True}),
    ("hadn't had a fever before yesterday", {"fever": False}),
    ("I had never passed out before Tuesday", {"passed_out": False}),
    ("My feet weren't numb until the chemo", {"feet_numb_tingle": False}),
    ("the calf isn't always swollen", {"one_leg_swollen": False}),
    ("Not much of a fever", {"fever": False}),
    ("no real swelling in the calf", {"one_leg_swollen": True}),
    ("not particularly swollen, the left calf", {"one_leg_swollen": True}),
    ("no more swollen than the other", {"one_leg_swollen": True}),
    ("the left calf is no longer swollen but it's red", {"one_leg_swollen": True}),
    ("I don't think it's swollen, the calf", {"one_leg_swollen": True}),
    ("I don't think I have a fever", {"fever": True}),
    ("I doubt I've a fever", {"fever": True}),
    ("you'd not call it swollen", {"one_leg_swollen": True}),
    ("swelling isn't a problem", {"one_leg_swollen": True}),
]


@pytest.mark.parametrize(("text", "never"), NEVER_SO)
def test_what_is_denied_and_what_is_told_and_nothing_more(
    tell: Tell, text: str, never: dict[str, bool]
) -> None:
    answers = tell(text).answers
    assert all(answers.get(id_) is not value for id_, value in never.items())
