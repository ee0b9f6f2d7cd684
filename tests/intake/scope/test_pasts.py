"""What is over long ago, and what passed a day ago and is told in the past tense."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

READ = [
    ("It was better, now the calf is swollen and hot", {"one_leg_swollen": True}),
    ("I was fine, now my face droops on one side", {"face_arm_speech": True}),
    ("I was numb in 2015 and was fine, now both legs are numb", {"both_legs_weak_numb_new": True}),
    ("fever on Sunday, okay now", {"fever": None}),
    (
        "Used to have slim ankles, yesterday they were normal, today both feet and hands are suddenly huge.",
        {"sudden_face_hand_swelling": True},
    ),
    ("I used to get swollen, hot calves after work", {"leg_red_hot": None}),
    (
        "both legs gave way on me this morning, all weak and tingly numb, used to run every day.",
        {"both_legs_weak_numb_new": True},
    ),
    (
        "Used to have lovely legs, then on Monday a network of veins appeared on one leg out of nowhere",
        {"new_surface_veins": True},
    ),
    ("With my first pregnancy I got these at 30 weeks. Not expecting now.", {"pregnant": "no"}),
    (
        "I was in a crash in 1999 and was numb from the waist down for a week",
        {"both_legs_weak_numb_new": None},
    ),
    ("Once, ten years ago, my urine went cola coloured after swimming.", {"dark_urine": None}),
    (
        "Two years ago I overdid it and landed in hospital: swollen thighs, brown urine, drips for days.",
        {"dark_urine": None, "muscle_swollen_stuck": None},
    ),
    (
        "Five years ago I had a nerve illness after a stomach bug: in three days my legs went weak.",
        {"rapid_weakness": None, "both_legs_weak_numb_new": None},
    ),
    ("Five years ago I had a stroke: now my left leg is swollen and hot.", {"one_leg_swollen": True}),
    (
        "Two years ago, I had my hip done: since this morning the leg is white and cold.",
        {"leg_sudden_cold_pale": True},
    ),
    ("I had a stroke in 2019 and was fine, chest pain for a week", {"chest_pain_breathing": True}),
    ("hip done in 2019 and was told to expect cramp, my left calf is swollen", {"one_leg_swollen": True}),
    ("hip done in 2019 and I am breathless", {"breathless_sudden": True}),
    ("I went down in the kitchen this morning, out cold", {"passed_out": True}),
    ("went down like a sack of spuds yesterday, out cold for a minute", {"passed_out": True}),
    ("She went down in the shop and was out cold", {"passed_out": True}),
    (
        "My chest hurts when I breathe in and my dad, who died ten years ago, had the same",
        {"chest_pain_breathing": True},
    ),
    ("my mother who died ten years ago had clots and now my left calf is swollen", {"one_leg_swollen": True}),
    (
        "since my husband who passed away five years ago I never smoked but this week I am coughing up blood",
        {"coughing_blood": True},
    ),
    ("after the fall yesterday I lay there three hours on the floor", {"crushed_or_long_lie": True}),
    (
        "I fell on Friday night. After the fall, lay there three hours before the neighbour came",
        {"crushed_or_long_lie": True},
    ),
    ("A beam pinned my shin for ages, that was the day before yesterday", {"crushed_or_long_lie": True}),
    (
        "the ladder slipped and I came down on my leg, that was the day before yesterday",
        {"injury_recent": True},
    ),
    ("I've a fever of 39, but it's July and everybody is hot", {"fever": True}),
    (
        "my foot went suddenly white and cold like it does at Christmas in the snow, but it's July",
        {"leg_sudden_cold_pale": True},
    ),
    ("all at once my leg is cold as a turkey at Christmas and pale", {"leg_sudden_cold_pale": True}),
    ("I had a fever at Christmas", {"fever": None}),
    ("my legs buckled getting out of the tub", {"rapid_weakness": True}),
    ("Both legs went weak and numb last night getting out of the tub", {"both_legs_weak_numb_new": True}),
    ("My leg went dead this morning and I couldn't move it", {"leg_cannot_feel_or_move": True}),
    ("I could not feel my left leg at all when I got up today", {"leg_cannot_feel_or_move": True}),
    ("I threw up all night", {"vomiting_or_runny_poo": True}),
    ("Was sick twice this morning", {"vomiting_or_runny_poo": True}),
    ("I fainted yesterday in the shower", {"passed_out": True}),
    ("he shook all over for two minutes this afternoon", {"whole_body_shaking": True}),
    ("I bit my tongue during it yesterday", {"tongue_bitten": True}),
    ("my speech was slurred this morning", {"face_arm_speech": True}),
    ("her face dropped on one side an hour ago", {"face_arm_speech": True}),
    ("I had chest pain when breathing in last night", {"chest_pain_breathing": True}),
    ("last night I suddenly could not get my breath", {"breathless_sudden": True}),
    ("I coughed up blood this morning", {"coughing_blood": True}),
    ("my wee was brown this morning", {"dark_urine": True}),
    ("yesterday my wee was like cola", {"dark_urine": True}),
    ("my poo was black yesterday", {"black_poo": True}),
    ("I had a temperature of 39 last night", {"fever": True}),
    ("woke up with a fever of 39 two nights ago", {"fever": True}),
    ("it was numb down below when I wiped this morning", {"saddle_numb": True}),
    ("I wet myself yesterday without noticing", {"bladder_bowel_change": True}),
    ("I could not pee at all this morning", {"bladder_bowel_change": True}),
    ("I passed hardly any urine yesterday", {"little_urine": True}),
    ("my heart was racing for an hour this evening", {"palpitations": True}),
    ("I couldn't open my jaw this morning", {"jaw_stiff": True}),
    ("my shin went red and hot overnight", {"leg_red_hot": True}),
    ("My left calf swelled up on Tuesday", {"one_leg_swollen": True}),
    ("my calf swelled up after the flight ten days ago", {"one_leg_swollen": True}),
    ("I could not put any weight on it last night", {"cannot_put_weight": True}),
    ("the skin went purple and blistered yesterday", {"skin_purple_blister": True}),
    ("he was confused and drowsy this morning", {"confused_or_drowsy": True}),
    ("I had a terrible headache with a stiff neck yesterday", {"stiff_neck_headache": True}),
    ("I worked all day in the heat yesterday", {"heat_exposure": True}),
    ("purple spots came up on my legs yesterday", {"new_bruises_spots": True}),
    ("I had a sudden tearing pain in my back two hours ago", {"sudden_back_tummy_pain": True}),
    ("my left calf was swollen in 2015 with a clot", {"one_leg_swollen": None}),
    ("when I had covid two years ago I had a fever", {"fever": None}),
    ("I fainted once as a child", {"passed_out": None}),
    ("Passed out at a concert ten years ago", {"passed_out": None}),
    ("I had chest pain when breathing three years ago, it was pleurisy", {"chest_pain_breathing": None}),
    ("coughed up blood in 2010 with TB", {"coughing_blood": None}),
    ("when I was training for the marathon in 2019 my wee went brown", {"dark_urine": None}),
    ("my face dropped five years ago with Bell's palsy", {"face_arm_speech": None}),
    ("I used to have fits as a kid", {"whole_body_shaking": None}),
    ("broke my leg twenty years ago", {"injury_recent": None}),
    ("ten years ago I went numb down below with a slipped disc", {"saddle_numb": None}),
    (
        "Spin class Saturday, thighs in agony ever since, wee came out like Pepsi this morning",
        {"dark_urine": True, "severe_muscle_pain": True},
    ),
    (
        "About two hours ago my left leg suddenly went cold as ice and white, like it had been in a freezer",
        {"leg_sudden_cold_pale": True},
    ),
    ("he just went down in the queue, out cold for maybe a minute, that was yesterday", {"passed_out": True}),
    ("I went down like a ton of bricks in Tesco's on Tuesday", {"passed_out": True}),
    (
        "She'd slipped in the bath on Monday and lay there for about five hours till the carer came",
        {"crushed_or_long_lie": True},
    ),
    ("a pallet had my thigh pinned for ages, two days back that was", {"crushed_or_long_lie": True}),
    ("if I pull my toes up it is agony in the calf", {"pain_on_toe_stretch": True}),
    (
        "in August we flew back and by September my left calf was swollen and it still is",
        {"one_leg_swollen": True},
    ),
    ("it's Christmas and my left leg is swollen, wonderful", {"one_leg_swollen": True}),
    (
        "my brother died of a clot six years ago so when I coughed up blood today I panicked",
        {"coughing_blood": True},
    ),
    ("Dad died of lung cancer in 2009. I coughed up blood this morning.", {"coughing_blood": True}),
    ("my wee went brown after the marathon in 2018", {"dark_urine": None}),
    ("last fit was fifteen years ago", {"whole_body_shaking": None}),
    ("had a stroke eight years ago, face dropped, all back now", {"face_arm_speech": None}),
    ("In 2017 my right leg swelled after a flight, that was a clot", {"one_leg_swollen": None}),
    ("I wet myself on Sunday and again yesterday, couldn't feel it coming", {"bladder_bowel_change": True}),
    ("two guys went down in the heat while we were roofing today", {"passed_out": None}),
    ("came off the ladder yesterday teatime, landed on my leg", {"injury_recent": True}),
    ("the cramps got like this in March", {"first_started": "1 to 12 months ago"}),
    ("the cramps have been bad since the fall", {"first_started": "1 to 12 months ago"}),
    ("I tripped on the kerb yesterday; since the fall I cramp", {"first_started": None}),
    ("But it's July and I have a cramp", {"first_started": None}),
]


@pytest.mark.parametrize(("text", "said"), READ)
def test_what_is_past_and_what_only_is_told_so(tell: Tell, text: str, said: dict[str, object]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in said} == said
