"""What is told to be over behind the telling, and what counts though it has passed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

READ = [
    (
        "Had dark urine last spring with a kidney infection, but that's cleared. It's straw coloured now.",
        {"dark_urine": False},
    ),
    ("Passed out on Tuesday, fine since.", {"passed_out": True}),
    ("Passed out this morning but I'm fine now.", {"passed_out": True}),
    ("My face drooped for ten minutes this morning, it's back to normal now", {"face_arm_speech": True}),
    ("Had a fit on Monday, no more since.", {"whole_body_shaking": True}),
    ("The fever came back last night", {"fever": True}),
    ("my fever went but it came back", {"fever": True}),
    ("My feet have been numb since chemo in 2020", {"feet_numb_tingle": True}),
    ("had a DVT in 2009", {"past_clot": True}),
    ("No palpitations since the ablation", {"palpitations": False}),
    ("haven't fainted in years", {"passed_out": False}),
    ("Haven't had a fever since Christmas", {"fever": False}),
    ("the redness has faded, my leg is still swollen", {"one_leg_swollen": True}),
    ("swollen since the operation in May, left calf", {"one_leg_swollen": True}),
    ("It was swollen yesterday, the left calf, and it's bigger today", {"one_leg_swollen": True}),
    ("coughed blood on Friday, not since", {"coughing_blood": True}),
    ("I had rhabdo with brown urine five years ago. This time my urine is normal.", {"dark_urine": False}),
    ("years ago had shingles, feet burn since then", {"feet_burn": True}),
    ("I had brown urine last Tuesday", {"dark_urine": True}),
    ("On Sunday I was confused, better now", {"confused_or_drowsy": True}),
    ("I had a funny turn on Friday, slurred speech for ten minutes, all gone now", {"face_arm_speech": True}),
    ("My leg went cold and white last night, it's gone back to normal", {"leg_sudden_cold_pale": True}),
    ("I coughed blood this morning, none since", {"coughing_blood": True}),
    ("a fit two days ago, none since", {"whole_body_shaking": True}),
    ("fainted last week, never before, never since", {"passed_out": True}),
    (
        "when i was carrying my first i got terrible varicose veins and still have them",
        {"visible_veins": True},
    ),
]


@pytest.mark.parametrize(("text", "said"), READ)
def test_what_still_counts(tell: Tell, text: str, said: dict[str, object]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in said} == said


NEVER_SO = [
    (
        "peed brown after the ultra but that was 2018, all fine now. Calf cramps on long runs only.",
        {"dark_urine": True},
    ),
    ("I had a fit in my teens, none since. Cramp in the calf.", {"whole_body_shaking": True}),
    ("I used to faint as a girl, never since I was twenty", {"passed_out": True}),
    ("I had a swollen calf two years ago, never again", {"one_leg_swollen": True}),
    ("Fainted once in 2015, not since.", {"passed_out": True}),
    ("Last winter I had chest pain and they found nothing. None these days.", {"chest_pain_breathing": True}),
    ("In 2019 my pee went brown after a marathon. It never happened again.", {"dark_urine": True}),
    ("Years ago I had black stools from an ulcer. That's long healed.", {"black_poo": True}),
    ("Chest pain last night, gone now.", {"chest_pain_breathing": False}),
    ("I had a fever last week but it's gone now", {"fever": True}),
    ("I had numb toes last year, that cleared up", {"feet_numb_tingle": True}),
    ("I had cancer, 2006, all clear since", {"cancer_active": True}),
    ("used to have twitching calves, gone since I stopped coffee", {"twitching": True}),
    ("was short of breath in the spring with pneumonia, breathing is fine now", {"breathless_sudden": True}),
    ("I had palpitations last year before the ablation, none after", {"palpitations": True}),
    ("not had a fit since 2003", {"whole_body_shaking": True}),
    ("Last fit was 2003.", {"whole_body_shaking": True}),
    ("My last blackout was ten years ago", {"passed_out": True}),
    ("It's twenty years since I last fainted", {"passed_out": True}),
    ("I once passed out giving blood as a student", {"passed_out": True}),
    ("When I was pregnant with my first I had a swollen calf", {"one_leg_swollen": True}),
    ("as a child I had fits", {"whole_body_shaking": True}),
    ("My calf used to swell up; it doesn't any more", {"one_leg_swollen": True}),
    ("My calf was swollen and red last month, antibiotics sorted it", {"one_leg_swollen": True}),
    ("Numb between the legs last week, feeling's back now", {"saddle_numb": False}),
    ("I lost feeling in my foot for a day in March, full feeling since", {"feet_numb_tingle": True}),
    ("Coughed up blood twice in 2016, TB, treated.", {"coughing_blood": True}),
    ("two summers ago i collapsed in the heat", {"passed_out": True}),
    (
        "When I had covid in 2021 I had a fever and was breathless. Now just cramps.",
        {"fever": True, "breathless_sudden": True},
    ),
    ("Before my stent I got chest pain on hills. Not any more.", {"chest_pain_breathing": True}),
    ("The ulcers healed in 2019", {"foot_sores": True}),
    ("I had leg ulcers, all healed up now", {"foot_sores": True}),
    ("I was in hospital in January with a fever. Nothing since.", {"fever": True}),
    ("Passed out once, in 1998.", {"passed_out": True}),
    ("haven't passed out since I was a teenager", {"passed_out": True}),
    ("my calf was swollen after the op but that was ten years back", {"one_leg_swollen": True}),
    ("In my twenties I had a few seizures. No more after I was thirty.", {"whole_body_shaking": True}),
    ("Before the pacemaker I used to pass out.", {"passed_out": True}),
    ("a couple of winters ago I coughed up blood, it was bronchitis", {"coughing_blood": True}),
    ("I had chest pain with it yesterday, not today", {"chest_pain_breathing": False}),
    ("I've had diabetes since 1999", {"diabetes": False}),
    (
        "Last year I was vomiting for weeks, it turned out to be gallstones. Fine since.",
        {"vomiting_or_runny_poo": True},
    ),
]


@pytest.mark.parametrize(("text", "never"), NEVER_SO)
def test_what_still_counts_and_nothing_more(tell: Tell, text: str, never: dict[str, bool]) -> None:
    answers = tell(text).answers
    assert all(answers.get(id_) is not value for id_, value in never.items())
