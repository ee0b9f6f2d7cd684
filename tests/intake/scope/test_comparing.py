"""Pictures and habits that tell, and suppositions that do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

TOLD = [
    ("My feet are so numb I would not know they were there", {"feet_numb_tingle": True}),
    (
        "the soles of my feet feel as if somebody wrapped them in cotton wool, quite numb",
        {"feet_numb_tingle": True},
    ),
    ("it's as if somebody tied a hard knot in my calf in an instant", {"sudden_hard_knot": True}),
    ("I've got a tight pain in my chest, as if somebody is sitting on it", {"chest_pain_breathing": True}),
    ("It's as if someone stuck a knife in my chest every time I breathe in", {"chest_pain_breathing": True}),
    (
        "My leg suddenly went cold and white, you'd think it belonged to a corpse",
        {"leg_sudden_cold_pale": True},
    ),
    (
        "My foot went white and icy all at once, as if I'd stuck it in a bucket of snow",
        {"leg_sudden_cold_pale": True},
    ),
    ("my left calf is swollen up as though somebody had pumped it", {"one_leg_swollen": True}),
    ("you'd think my right leg belonged to an elephant, it's that swollen", {"one_leg_swollen": True}),
    ("this thirst would kill you, and I am up all night to wee", {"thirsty_pee_lots": True}),
    ("she didn't know she'd wet herself", {"bladder_bowel_change": True}),
    ("I didn't even know I'd wet myself till I stood up", {"bladder_bowel_change": True}),
    ("I'd passed out on the bathroom floor this morning before my wife found me", {"passed_out": True}),
    ("when I came round I'd bitten my tongue", {"tongue_bitten": True}),
    ("I'd coughed up blood into the tissue by the time he got back", {"coughing_blood": True}),
    ("My wee is so dark you'd think it was cola", {"dark_urine": True}),
    ("my pee is brown, like I am passing tea", {"dark_urine": True}),
    ("my wee looks as if someone poured coke into it", {"dark_urine": True}),
    ("my speech is slurred, anyone would think I was drunk", {"speech_swallow_trouble": True}),
    ("my words come out slurred, people would think I'm drunk", {"face_arm_speech": True}),
    ("I'm numb down below, feels like I'm sitting on a cushion", {"saddle_numb": True}),
    ("It's numb where I sit, as though I was still on the dentist's needle", {"saddle_numb": True}),
    (
        "Both my legs have gone weak and numb since yesterday, as if they weren't mine",
        {"both_legs_weak_numb_new": True},
    ),
    ("suddenly I'm gasping, like I'm running a marathon sitting down", {"breathless_sudden": True}),
    ("Since this morning I am breathless as if I'd run upstairs", {"breathless_sudden": True}),
    ("I can't feel my leg, it is as if it would belong to somebody else", {"leg_cannot_feel_or_move": True}),
    ("I'm shivering with a fever of 39 and would give anything for some sleep", {"fever": True}),
    ("I've a fever you could fry an egg on me would believe it", {"fever": True}),
    ("press my calf and I would hit the ceiling, it's that tender", {"calf_tender_deep": True}),
    ("My calf is so tender deep inside that I'd scream if you touched it", {"calf_tender_deep": True}),
    ("I've been vomiting so much you'd think I was poisoned", {"vomiting_or_runny_poo": True}),
    ("My shin is red and hot, you would think it was sunburnt", {"leg_red_hot": True}),
    ("the calf is red and hot as if I'd been scalded", {"leg_red_hot": True}),
    ("The skin's gone purple with blisters, like I am burnt", {"skin_purple_blister": True}),
    ("Bruises all over him, you'd think he'd been in a fight", {"new_bruises_spots": True}),
    ("My jaw's stiff, as if it would not open any more", {"jaw_stiff": True}),
    ("my jaw is locked, like I'm wired shut", {"jaw_stiff": True}),
    ("heart racing like I am being chased", {"palpitations": True}),
    ("my heart is fluttering as if a bird was trapped in there", {"palpitations": True}),
    ("my poo is black as if I had eaten liquorice", {"black_poo": True}),
    ("the pain is far worse than it looks, you'd never think so to see it", {"pain_beyond_looks": True}),
    ("He is confused and drowsy, as though somebody had drugged him", {"confused_or_drowsy": True}),
    ("my calves are twitching, it's like worms would live in there", {"twitching": True}),
    ("my foot slaps down and drops as if it would not listen to me", {"foot_drop": True}),
    ("her face has drooped on one side as if it was melting", {"face_arm_speech": True}),
    (
        "I've a splitting headache and a stiff neck, would not wish it on anybody",
        {"stiff_neck_headache": True},
    ),
    ("my right calf's swollen and that would worry me", {"one_leg_swollen": True}),
    ("My left leg is swollen and I'd like to know why", {"one_leg_swollen": True}),
    ("my urine is the colour of cola and I would like some advice", {"dark_urine": True}),
    ("I have a temperature of 39.5 and would be grateful for a call", {"fever": True}),
    ("he was shaking all over as if electricity went through him", {"whole_body_shaking": True}),
    ("My thighs hurt so badly I would cry", {"severe_muscle_pain": True}),
    ("My feet burn as if I'd walked over hot coals", {"feet_burn": True}),
    ("my lips are tingling as if I'd eaten chilli", {"mouth_hand_tingling": True}),
    ("my back's killing me, it's as if it would snap", {"back_pain_any": True}),
    ("I mentioned to the nurse that my left calf is swollen", {"one_leg_swollen": True}),
    ("I thought it was indigestion, the pain in my chest when I breathe in", {"chest_pain_breathing": True}),
    ("I thought it was the beetroot but my wee is still dark brown", {"dark_urine": True}),
    ("my wife thought my left calf was swollen and she was right", {"one_leg_swollen": True}),
    ("I blamed the heating but I've got a fever of 39", {"fever": True}),
    ("They reckon I passed out on the bus this morning", {"passed_out": True}),
    ("he thinks I blacked out for a minute today", {"passed_out": True}),
    ("my daughter thinks my face is drooping on one side", {"face_arm_speech": True}),
    ("I suddenly can't get my breath, feels like I can't fill my lungs", {"breathless_sudden": True}),
    ("it feels like I can't breathe since this morning", {"breathless_sudden": True}),
    ("it feels like someone is squeezing my chest", {"chest_pain_breathing": True}),
    ("feels like an elephant is sitting on my chest", {"chest_pain_breathing": True}),
    ("As if somebody were standing on my chest, that pain", {"chest_pain_breathing": True}),
    ("Both legs feel as if they would give way, weak since Monday", {"both_legs_weak_numb_new": True}),
    ("feels like I'm walking on cotton wool, both feet numb", {"feet_numb_tingle": True}),
    ("feels like I'm walking on cotton wool", {"feet_numb_tingle": True}),
    ("my feet feel as though somebody set them on fire", {"feet_burn": True}),
    ("it is as if my leg is dead, I can't move it at all", {"leg_cannot_feel_or_move": True}),
    ("My shin is rock hard, as if it's going to burst", {"leg_tight_hard": True}),
    ("you'd swear I'd been beaten, I'm covered in new bruises", {"new_bruises_spots": True}),
    ("I've hardly passed any water since yesterday, wouldn't fill an egg cup", {"little_urine": True}),
    ("I can't put any weight on it, I'd fall over", {"cannot_put_weight": True}),
    ("my leg would not take my weight this morning", {"cannot_put_weight": True}),
    ("the leg won't hold me if I stand up", {"cannot_put_weight": True}),
    ("if you press on my calf it is really sore deep in", {"calf_tender_deep": True}),
    ("if I breathe in deep my chest hurts like mad", {"chest_pain_breathing": True}),
    ("if anybody bends my toes up the pain is unbearable", {"pain_on_toe_stretch": True}),
    ("If I cough I wet myself, that is new", {"bladder_bowel_change": True}),
    ("when I wipe, if I'm honest, I can't feel anything down there, it's numb", {"saddle_numb": True}),
    ("I'm not sure if it matters but my heart is racing", {"palpitations": True}),
    ("not sure whether to ring, I have a fever of 39.2", {"fever": True}),
    ("I don't know if it's important but my left leg is swollen", {"one_leg_swollen": True}),
    ("I wonder whether the tablets caused it, my left leg is swollen", {"one_leg_swollen": True}),
    ("what worries me is that the left leg is swollen", {"one_leg_swollen": True}),
    ("Worried that I am coughing up blood", {"coughing_blood": True}),
    ("I'm worried because I coughed up blood", {"coughing_blood": True}),
    ("I am concerned about the dark brown urine I am passing", {"dark_urine": True}),
    ("Worried about my dark urine", {"dark_urine": True}),
    ("I'd bad back pain all week", {"back_pain_any": True}),
    ("I'd chest pain when breathing in this morning", {"chest_pain_breathing": True}),
    ("I'd awful diarrhoea since yesterday", {"vomiting_or_runny_poo": True}),
    ("to be honest, if I'm honest, my left calf is swollen", {"one_leg_swollen": True}),
    ("he just wouldn't walk on it, calves really sore to touch", {"severe_muscle_pain": True}),
    ("I've been dx'd with PAD, my left calf is swollen", {"one_leg_swollen": True}),
    ("Left calf swollen as though I'd a second knee down there", {"one_leg_swollen": True}),
    (
        "it's as if a rib would snap every time I breathe in, such a pain in my chest",
        {"chest_pain_breathing": True},
    ),
    ("I'd keeled over before I knew it, this morning", {"passed_out": True}),
    ("I'd been sick four times by breakfast", {"vomiting_or_runny_poo": True}),
    ("I'd a mouthful of blood after a coughing fit today", {"coughing_blood": True}),
]

SUPPOSED = [
    ("if it swells I'll ring you", {"muscle_swollen_stuck": None}),
    ("I wouldn't know if it's getting weaker", {"weakness_progressive": None}),
    ("if it swells I'll come in", {"one_leg_swollen": None}),
    ("I worry it could be a clot", {"past_clot": None}),
    ("should I come in if my leg goes numb", {"leg_cannot_feel_or_move": None}),
    ("They said ring if I get a fever", {"fever": None}),
    ("what would it mean if I coughed up blood", {"coughing_blood": None}),
    ("I'm scared I would pass out", {"passed_out": None}),
    ("The leaflet says to watch out for dark urine", {"dark_urine": None}),
    ("would I have chest pain with a clot?", {"chest_pain_breathing": None}),
    ("wouldn't my leg be swollen if it was a clot?", {"one_leg_swollen": None}),
    ("I'd have a fever if it was infected, wouldn't I", {"fever": None}),
    ("if it were a clot my calf would be swollen", {"one_leg_swollen": None}),
    ("the physio told me to go to A&E if I go numb down below", {"saddle_numb": None}),
    ("In case my face droops I have an aspirin by the bed", {"face_arm_speech": None}),
    ("the pharmacist warned me that naproxen could cause black poo", {"black_poo": None}),
    ("I'm terrified of passing out on the bus", {"passed_out": None}),
    ("unless I wet myself they don't want to scan me", {"bladder_bowel_change": None}),
    ("my calf feels as if I'd been kicked by a horse", {"injury_recent": None}),
    ("It's like I was kicked in the leg", {"injury_recent": None}),
    ("it feels as though I had twisted my knee, but I haven't", {"injury_recent": False}),
    ("I feel like I am going to pass out", {"passed_out": None}),
    ("I felt as if I would faint", {"passed_out": None}),
    ("it's not like I am having a fit or anything", {"whole_body_shaking": None}),
    ("I walk as if I'd had ten pints", {"alcohol_units": None}),
    ("my legs feel as if I'd run a marathon", {"new_hard_exercise": None}),
    ("legs ache like I was in a marathon", {"endurance_drank_lots": None}),
    ("would the muscle get swollen and stuck if I carry on", {"muscle_swollen_stuck": None}),
    ("I'd go in if my leg swelled up", {"one_leg_swollen": None}),
    ("I'd be worried if I was coughing blood", {"coughing_blood": None}),
    ("they'd have told me if I had a fever", {"fever": None}),
    ("do you think I'd have chest pain if it was a clot?", {"chest_pain_breathing": None}),
    ("they say a clot would make one leg swell", {"one_leg_swollen": None}),
    ("the tablets might make me faint", {"passed_out": None}),
    ("I was told to watch for my face drooping", {"face_arm_speech": None}),
    ("I'd have passed out if I'd stood up", {"passed_out": None}),
    ("thought I was going to pass out", {"passed_out": None}),
    ("I'd take paracetamol if I had a fever", {"fever": None}),
    ("what if I get chest pain", {"chest_pain_breathing": None}),
    ("supposing my leg swelled up, what then", {"one_leg_swollen": None}),
    ("if my wee were brown I'd come in", {"dark_urine": None}),
    ("I worry that I will cough up blood", {"coughing_blood": None}),
    ("coffee would give me palpitations", {"palpitations": None}),
    ("doesn't magnesium give you diarrhoea?", {"vomiting_or_runny_poo": None}),
    ("would a fever be a worry?", {"fever": None}),
    ("tetanus would make my jaw stiff, wouldn't it", {"jaw_stiff": None}),
    ("he's scared that I might black out", {"passed_out": None}),
    ("in case I can't feel my leg", {"leg_cannot_feel_or_move": None}),
    ("ring 111 if you get a fever, they said", {"fever": None}),
    ("come back if you see blood when you cough", {"coughing_blood": None}),
    ("111 said to phone back should I get a fever", {"fever": None}),
    ("I'm keeping an eye out for dark urine", {"dark_urine": None}),
    ("I worry that I will cough up blood", {"coughing_blood": None}),
]


@pytest.mark.parametrize(("text", "said"), TOLD)
def test_a_picture_tells_how_it_feels(tell: Tell, text: str, said: dict[str, object]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in said} == said


@pytest.mark.parametrize(("text", "said"), SUPPOSED)
def test_what_is_only_supposed_is_not_told(tell: Tell, text: str, said: dict[str, object]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in said} == said


@pytest.mark.parametrize(
    "text",
    [
        "Thursday my calves ached like the day after a marathon",
        "my thighs ache like after squats",
        "the muscles feel stiff and sore like the day after football",
    ],
)
def test_an_effort_that_a_pain_is_likened_to_was_not_made(tell: Tell, text: str) -> None:
    told = tell(text).answers
    assert not {"cramp_with_exercise", "new_hard_exercise", "sore_afterwards", "cramp_timing"} & set(told)
