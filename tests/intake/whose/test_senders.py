"""Who writes for whom, strangers of whom a story is told, and the age beside the word for the person."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

READ = [
    (
        "I was so scared of cramp that I drank ten litres of plain water at the ultra. My legs cramped. This"
        " is her husband finishing this, she gave up typing. She keeps nodding off.",
        {"endurance_drank_lots": True, "confused_or_drowsy": True, "sex_at_birth": "female"},
    ),
    (
        "I have cramps in both calves and my chest hurts. Husband typing now: she's passed out.",
        {"chest_pain_breathing": True, "passed_out": True},
    ),
    ("I have a swollen left leg. My wife here says her own calf aches.", {"one_leg_swollen": True}),
    (
        "My husband, 67, has a fever and his left calf is swollen.",
        {"age": 67.0, "sex_at_birth": "male", "fever": True, "one_leg_swollen": True},
    ),
    ("The man in the next bed had a fever all night. My own calf just cramps.", {"fever": None}),
    ("A woman on our road had a clot. I get cramp in my calf.", {"past_clot": None}),
    ("The chap beside me on the plane passed out. My calves cramped after.", {"passed_out": None}),
    (
        "A fella at work had dark urine after a marathon, so now I'm worried. I only get calf cramps.",
        {"dark_urine": None},
    ),
    (
        "Someone on the forum had brown pee and kidney failure. My legs are just sore after spin.",
        {"dark_urine": None},
    ),
    ("The girl next to me in class fainted. I had cramp in my foot.", {"passed_out": None}),
    (
        "Daughter writing. Mam is 82, cramps in both calves, no fever.",
        {"age": 82.0, "sex_at_birth": "female", "fever": False},
    ),
    (
        "it's the husband that's writing. She's 58, calf cramps, ankle swollen on the left",
        {"age": 58.0, "sex_at_birth": "female", "one_leg_swollen": True},
    ),
    (
        "This is her son. She is 77 and her left leg is swollen and red.",
        {"age": 77.0, "sex_at_birth": "female", "one_leg_swollen": True},
    ),
    (
        "Carer here, writing for a gentleman of 85. His feet are numb and he had a fall.",
        {"age": 85.0, "sex_at_birth": "male", "feet_numb_tingle": True},
    ),
    (
        "Son here, Dad is 71 and passed out twice this week.",
        {"age": 71.0, "sex_at_birth": "male", "passed_out": True},
    ),
    (
        "Mother of a 9 year old girl: her legs hurt at night, no fever.",
        {"age": 9.0, "sex_at_birth": "female", "fever": False},
    ),
    (
        "I'm her sister. She's 35 and 20 weeks pregnant with calf cramps.",
        {"age": 35.0, "pregnant": "pregnant now", "sex_at_birth": "female"},
    ),
    ("I am his wife. He has diabetes and burning feet.", {"sex_at_birth": "male", "feet_burn": True}),
    (
        "She had a seizure in the kitchen and she'd wet herself. It's my mum, 70.",
        {"whole_body_shaking": True, "age": 70.0},
    ),
    (
        "me da has the cramps something shocking, his calf is swelled up on the left, 68 he is",
        {"one_leg_swollen": True, "sex_at_birth": "male"},
    ),
    (
        "My da is 74, coughing blood since yesterday",
        {"coughing_blood": True, "age": 74.0, "sex_at_birth": "male"},
    ),
    (
        "our wee man is 6 and his legs ache at night, he's got a temperature",
        {"age": 6.0, "fever": True, "sex_at_birth": "male"},
    ),
    (
        "our wee girl, 4, won't walk since this morning, temp 39",
        {"age": 4.0, "fever": True, "sex_at_birth": "female", "child_wont_walk": True},
    ),
    ("The wee fella is limping and has a fever, he's five", {"age": 5.0, "fever": True}),
    (
        "my auld fella, 80, his left leg's swollen and red",
        {"age": 80.0, "one_leg_swollen": True, "leg_red_hot": True},
    ),
    (
        "The missus is 55, gets cramp in her calf, her feet are numb.",
        {"age": 55.0, "sex_at_birth": "female", "feet_numb_tingle": True},
    ),
    (
        "My other half gets cramp in his calf most nights, he's 49, no fever",
        {"age": 49.0, "sex_at_birth": "male", "fever": False},
    ),
    (
        "My nan's 88 and she is confused and drowsy today, had cramp all night.",
        {"age": 88.0, "sex_at_birth": "female", "confused_or_drowsy": True},
    ),
    (
        "I look after my uncle, 76. His feet are numb and burning.",
        {"age": 76.0, "sex_at_birth": "male", "feet_numb_tingle": True},
    ),
    (
        "My mother had a stroke at 60. I'm 45 and get cramps in my feet.",
        {"age": 45.0, "long_term_conditions": None},
    ),
    ("My father died of a clot. I get calf cramp.", {"past_clot": None}),
    (
        "My sister has MND so every twitch terrifies me. I'm 38, calves flicker at rest.",
        {"age": 38.0, "twitching": True},
    ),
    (
        "My mate has had the same with a swollen calf and it was a clot. Mine isn't swollen, just cramps.",
        {"one_leg_swollen": False, "past_clot": None},
    ),
    ("My kids have all had a temperature this week. I get cramp in my foot.", {"fever": None}),
    ("My wife says my left calf is swollen.", {"one_leg_swollen": True}),
    ("My wife thinks I passed out for a minute after the cramp.", {"passed_out": True}),
    ("My partner noticed my legs jerk in my sleep.", {"leg_jerks_asleep": True}),
    ("The nurse at the surgery said my left calf is swollen.", {"one_leg_swollen": True}),
    ("My daughter drove me in because I was short of breath suddenly.", {"breathless_sudden": True}),
    ("My dog has cramps too. I get them in my calf. No fever.", {"fever": False}),
    (
        "I nursed my husband through a stroke. Now I get calf cramps.",
        {"long_term_conditions": None, "face_arm_speech": None},
    ),
    ("Both my parents had diabetes. My calves cramp at night.", {"diabetes": None}),
    (
        "I'm writing for my neighbour, Mrs B, 83, whose left leg is swollen.",
        {"age": 83.0, "one_leg_swollen": True},
    ),
    (
        "asking for my boyfriend, 24, peed brown after crossfit, thighs hugely swollen",
        {"age": 24.0, "dark_urine": True, "sex_at_birth": "male"},
    ),
    ("Pt's mother had DVT. Pt denies past clots.", {"past_clot": False}),
    (
        "Patient is a 60M, wife reports he was confused, tongue bitten.",
        {"age": 60.0, "sex_at_birth": "male", "tongue_bitten": True},
    ),
    (
        "Dad has had a fever and his calf is red and swollen, I'm worried sick.",
        {"fever": True, "leg_red_hot": True},
    ),
    (
        "Grandad, 81: left foot gone cold and white since this morning.",
        {"age": 81.0, "leg_sudden_cold_pale": True, "sex_at_birth": "male"},
    ),
    ("my lad's 15 and he passed out at football, calf cramps after", {"age": 15.0, "passed_out": True}),
    ("I'm 31, my son is 4. My calf cramps at night.", {"age": 31.0}),
    ("I'm 62 and my wife is 60. My feet are numb.", {"age": 62.0, "feet_numb_tingle": True}),
    ("My mum is 80, I'm 55 and it's my legs that cramp, no fever.", {"age": 55.0, "fever": False}),
    ("My husband snores. I can't sleep with calf cramps, I've a fever as well.", {"fever": True}),
    (
        "Hiya, it's for my nephew, he's 12, his calves twitch",
        {"age": 12.0, "twitching": True, "sex_at_birth": "male"},
    ),
    ("Her feet are always cold, his are fine. I mean my mother, 79.", {"age": 79.0}),
    ("A colleague suggested it's the statin, he had brown wee with his.", {"dark_urine": None}),
    ("My boss dropped dead of a clot in his lung at 50. I've a cramp in my calf.", {"past_clot": None}),
    ("the other lad I run with fainted at the finish. I just cramped.", {"passed_out": None}),
    (
        "One of the women in my yoga class had a stroke. My foot cramps in downward dog.",
        {"face_arm_speech": None, "long_term_conditions": None},
    ),
    (
        "My son's teacher had a fit in class. His calf cramps at football, he's 10.",
        {"whole_body_shaking": None, "age": 10.0},
    ),
    (
        "In the queue a man had a seizure and wet himself. I came home and my legs cramped.",
        {"whole_body_shaking": None, "bladder_bowel_change": None},
    ),
    ("My last doctor had numb feet himself! I've cramp in the arch.", {"feet_numb_tingle": None}),
    (
        "My son's friend had meningitis. My son is 9 with sore calves and a fever.",
        {"fever": True, "age": 9.0},
    ),
    (
        "Our neighbour collapsed on Sunday. Since then I've been scared; I get cramps in my calf.",
        {"passed_out": None},
    ),
    (
        "My brother-in-law had a clot after a flight, I've just flown 12 hours and my calf is swollen",
        {"past_clot": None, "one_leg_swollen": True, "long_travel": True},
    ),
    (
        "My dad and his brother both had strokes. I'm 50, cramps in the calf, no weakness.",
        {"long_term_conditions": None, "age": 50.0},
    ),
    ("The nurse who took my blood said my calf was hot and swollen", {"one_leg_swollen": True}),
    ("The physio reckons my calf is swollen", {"one_leg_swollen": True}),
    ("Doctor noticed my left calf was swollen", {"one_leg_swollen": True}),
    ("My daughter says I was confused last night and talking nonsense", {"confused_or_drowsy": True}),
    ("The ambulance man said I'd had a seizure", {"whole_body_shaking": True}),
    ("People at the bus stop said I passed out", {"passed_out": True}),
    ("A man in the shop caught me when I fainted", {"passed_out": True}),
    ("the woman next to me on the bus held me up when I passed out", {"passed_out": True}),
    ("My friend had to catch me, I fainted", {"passed_out": True}),
    ("Writing on behalf of my aunt, 84, who has swollen left calf", {"age": 84.0, "one_leg_swollen": True}),
    (
        "Grandson typing this for her: Gran, 91, left calf red and swollen.",
        {"age": 91.0, "leg_red_hot": True, "sex_at_birth": "female"},
    ),
    (
        "I'm the daughter. Dad, 79, coughing up blood since last night.",
        {"age": 79.0, "coughing_blood": True, "sex_at_birth": "male"},
    ),
    (
        "His wife here, he's 70 and he had a fit in his sleep, bit his tongue",
        {"age": 70.0, "whole_body_shaking": True, "tongue_bitten": True, "sex_at_birth": "male"},
    ),
    ("Nurse here, my own calf is swollen, 45", {"one_leg_swollen": True, "age": 45.0}),
    (
        "I'm a mother of three and my left calf is swollen",
        {"one_leg_swollen": True, "sex_at_birth": "female"},
    ),
    ("I'm a grandad, 76, and my left calf is swollen", {"one_leg_swollen": True, "age": 76.0}),
    ("As a wife and carer I'm worn out, my calves cramp, no fever", {"fever": False}),
    ("me mam's legs are swelled, both of them, she's 80", {"age": 80.0}),
    ("Ma's 77, her left calf's swollen and hot", {"age": 77.0, "one_leg_swollen": True}),
    ("our Gary, 19, passed out on the pitch", {"passed_out": True}),
    (
        "my partner (f, 29) has a swollen calf after a flight",
        {"age": 29.0, "one_leg_swollen": True, "sex_at_birth": "female"},
    ),
    ("my gf 22 has numb feet", {"age": 22.0, "feet_numb_tingle": True, "sex_at_birth": "female"}),
    (
        "my flatmate has a fever and a swollen leg, should he go to A&E?",
        {"fever": True, "one_leg_swollen": True},
    ),
    (
        "my friend's calf is swollen after a flight, he's 30, what should he do",
        {"one_leg_swollen": True, "age": 30.0},
    ),
]


@pytest.mark.parametrize(("text", "said"), READ)
def test_whose_signs_are_read(tell: Tell, text: str, said: dict[str, object]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in said} == said


NEVER_SO = [
    ("My granny used to have ulcers on her legs. I've none.", {"foot_sores": True}),
    ("a lad I cycle with got rhabdo, brown pee and all. Mine's clear.", {"dark_urine": True}),
    ("Two of my mates had brown pee after the Murph workout. I didn't.", {"dark_urine": True}),
]


@pytest.mark.parametrize(("text", "never"), NEVER_SO)
def test_whose_signs_are_read_and_nothing_more(tell: Tell, text: str, never: dict[str, bool]) -> None:
    answers = tell(text).answers
    assert all(answers.get(id_) is not value for id_, value in never.items())
