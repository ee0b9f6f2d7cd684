"""Whose body is told of most: carers who name the patient once, he or she alone, and ill relatives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]


OF_A_PATIENT = [
    (
        "My son is 7. Three days ago he had a cold. This morning he will not walk.",
        {"age": 7.0, "sex_at_birth": "male", "child_wont_walk": True},
    ),
    (
        "My lad's 7. My mother had a clot years back. He's limping since Monday and has a temperature.",
        {"age": 7.0, "fever": True, "past_clot": None, "sex_at_birth": "male"},
    ),
    (
        "My lad's 7. My mother had a stroke. He can't stand up and his calves are sore.",
        {"child_wont_walk": True, "long_term_conditions": None},
    ),
    (
        "We have our Lily, who's 5, with us. She won't put her foot down.",
        {"age": 5.0, "cannot_put_weight": True, "sex_at_birth": "female"},
    ),
    (
        "It's our 5 yr old girl, pale, tired, says her legs hurt at night.",
        {"age": 5.0, "sex_at_birth": "female"},
    ),
    (
        "Young Brayden, 27, only started Monday, he's over from Tassie. Now he's asking where"
        " his nan's parked, and he's staggering and confused.",
        {"age": 27.0, "confused_or_drowsy": True, "sex_at_birth": "male"},
    ),
    (
        "Our Kyle is 16. He did 200 squats for a dare. His thighs are swollen and his pee is like cola.",
        {"age": 16.0, "dark_urine": True, "sex_at_birth": "male"},
    ),
    (
        "her mouths droopin one side",
        {"face_arm_speech": True, "sex_at_birth": "female"},
    ),
    (
        "hes only 15 and he passed out at training, calf cramp first",
        {"age": 15.0, "passed_out": True, "sex_at_birth": "male"},
    ),
    (
        "She is 93, tiny, on a water tablet and she's muddled since last night.",
        {"age": 93.0, "confused_or_drowsy": True, "sex_at_birth": "female"},
    ),
    (
        "She is on no regular meds apart from the pill. 23. Gets it in the calf doing Pilates.",
        {"sex_at_birth": "female"},
    ),
    (
        "Maw's had a stroke last year, she got oot the hospital in June. Noo her left calf's swollen.",
        {"one_leg_swollen": True, "sex_at_birth": "female"},
    ),
    (
        "My neighbour Ted is 79 and lives alone. I found him on the kitchen floor this "
        "morning. His legs were stiff and his wee was brown.",
        {"crushed_or_long_lie": True, "dark_urine": True},
    ),
    (
        "My old neighbour can't get to the phone. She's 91, her leg is black and she's burning up.",
        {"age": 91.0, "fever": True},
    ),
    (
        "It's about my sister. She collapsed at the sink. She bit her tongue.",
        {"passed_out": True, "tongue_bitten": True, "sex_at_birth": "female"},
    ),
    (
        "husband 54, dialysis. Cramps when on the machine. Today he's breathless and his heart is pounding.",
        {"age": 54.0, "breathless_sudden": True, "palpitations": True},
    ),
    (
        "I hope I'm only being a nervous grandmother. We have our Lily, who's 5, since her "
        "mom deployed. She wakes up and holds her legs. She'll be carried from the car. Her "
        "gums bled. She looks like skim milk and she's hot.",
        {"age": 5.0, "sex_at_birth": "female"},
    ),
    (
        "I mind my granddaughter while her mam's at work; she's 6. We were told growing pains"
        " and I had those myself. She's been waking with her legs five weeks now, and her "
        "wee's fine.",
        {"age": 6.0, "dark_urine": False, "sex_at_birth": "female"},
    ),
    (
        "My daughter is 17. She was sick on Tuesday. Since last night her neck keeps pulling "
        "to the left. She's crying and telling me about it, her cousin has epilepsy and I've "
        "seen plenty. Her right foot cramped.",
        {"age": 17.0, "cramp_side": "always the right", "long_term_conditions": None},
    ),
    (
        "My friend Sue, 58, is here with me. Her face has dropped on one side.",
        {"age": 58.0, "face_arm_speech": True},
    ),
    (
        "Hx from husband as pt drowsy. 59F. Cramps both legs, confused, vomiting.",
        {"age": 59.0, "confused_or_drowsy": True, "sex_at_birth": "female"},
    ),
    (
        "Wife of pt rang: he is 70, coughing blood, calf swollen.",
        {"age": 70.0, "coughing_blood": True, "sex_at_birth": "male"},
    ),
    (
        "Hi, I'm mum to Jake, 6. Jake won't walk today. He has a temperature.",
        {"fever": True, "child_wont_walk": True},
    ),
    (
        "Dear colleague, thank you for seeing this 68-year-old. Five weeks of cramps. She has"
        " no palpitations. Her father dropped dead at fifty. I have stopped the thiazide.",
        {"palpitations": False},
    ),
    (
        "A lady of 44 with calf cramps. Her mother had DVT. Calf swollen.",
        {"past_clot": None, "one_leg_swollen": True},
    ),
    (
        "G3P2, cramps in calves at night. No swelling.",
        {"sex_at_birth": "female"},
    ),
    (
        "♀ 59, calf swollen",
        {"age": 59.0, "sex_at_birth": "female", "one_leg_swollen": True},
    ),
    (
        "We are worried about Poppy, 6. She has had a limp for a week. She looks pale.",
        {"age": 6.0, "sex_at_birth": "female", "child_limp_one_spot": True},
    ),
    (
        "One of our residents, Betty, 91, cannot feel her legs since breakfast.",
        {"age": 91.0, "sex_at_birth": "female", "both_legs_weak_numb_new": True},
    ),
]


@pytest.mark.parametrize(("text", "said"), OF_A_PATIENT)
def test_the_patient_is_found_however_he_is_called(tell: Tell, text: str, said: dict[str, object]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in said} == said


OF_THE_WRITER = [
    (
        "My neighbour collapsed last night and bit his tongue",
        {"tongue_bitten": None, "passed_out": None},
    ),
    (
        "Doctor put me on statins, she says it's not that. Thighs ache, wee brown.",
        {"dark_urine": True, "sex_at_birth": None},
    ),
    (
        "Cramp. The nurse took blood, she says potassium low. Heart skipping.",
        {"sex_at_birth": None},
    ),
    (
        "Swollen calf since Monday, red and hot. My husband is worried, he had a clot "
        "himself. He takes warfarin.",
        {"one_leg_swollen": True, "past_clot": None},
    ),
    (
        "My husband died last year. He had MND. He couldn't lift his arms, he fell, he "
        "choked. My leg twitches.",
        {"twitching": True, "long_term_conditions": None},
    ),
    (
        "My sister's in hospital with a clot. She's breathless, she's grey. I take the same "
        "pill and I get cramps in my calf.",
        {"breathless_sudden": None, "past_clot": None},
    ),
]


@pytest.mark.parametrize(("text", "said"), OF_THE_WRITER)
def test_the_writer_is_not_lost_behind_somebody_else(tell: Tell, text: str, said: dict[str, object]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in said} == said
