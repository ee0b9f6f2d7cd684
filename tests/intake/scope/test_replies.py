"""Denials that stand behind what they deny, and those that end before the next statement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

READ = [
    (
        "Veins have popped up on my left calf since last week that I never had before",
        {"new_surface_veins": True},
    ),
    ("I have chest pain when I breathe in that I never had before", {"chest_pain_breathing": True}),
    ("my feet are the problem, I can't feel my feet and my knees buckle", {"feet_numb_tingle": True}),
    ("I can't bend my knee and my left calf is swollen", {"one_leg_swollen": True}),
    ("I can't sleep and my calf has swollen up on the left", {"one_leg_swollen": True}),
    ("no fever and my left calf is swollen", {"fever": False, "one_leg_swollen": True}),
    ("I haven't a fever and my left leg has swollen up", {"fever": False, "one_leg_swollen": True}),
    ("I don't walk much and my shin has gone red and hot", {"leg_red_hot": True}),
    ("I do not cough and my chest hurts when I breathe in", {"chest_pain_breathing": True}),
    (
        "Chest pain on breathing: nil. Coughing blood: nil.",
        {"chest_pain_breathing": False, "coughing_blood": False},
    ),
    ("Fever 39, leg swelling: nil", {"fever": True, "one_leg_swollen": False}),
    ("Dark brown urine since yesterday, fever: nil", {"fever": False, "dark_urine": True}),
    ("Left calf swollen; fever: nil", {"one_leg_swollen": True, "fever": False}),
    ("left calf swollen - numb saddle: nil", {"saddle_numb": False, "one_leg_swollen": True}),
    ("Chest pain isn't something I get", {"chest_pain_breathing": False}),
    ("chest pain is not something I've had", {"chest_pain_breathing": False}),
    ("fever has never been part of it", {"fever": False}),
    ("Fever was never a feature", {"fever": False}),
    ("Fever I don't think so", {"fever": None}),
    ("a fever? I don't believe so", {"fever": None}),
    ("numb down below? No. I can feel the paper", {"saddle_numb": False}),
    ("Numb between the legs? No, I can feel the paper when I wipe", {"saddle_numb": False}),
    ("pee's never been brown", {"dark_urine": False}),
    ("my pee has never been brown", {"dark_urine": False}),
    ("Pee's not brown", {"dark_urine": False}),
    ("Passing out is not something that happens to me", {"passed_out": False}),
    ("blackouts have never been an issue", {"passed_out": False}),
    ("Blood when I cough? Never.", {"coughing_blood": False}),
    ("Coughing up blood doesn't apply to me", {"coughing_blood": False}),
    ("wetting myself has never happened", {"bladder_bowel_change": False}),
    ("Accidents with my bladder? None.", {"bladder_bowel_change": False}),
    ("The calf isn't swollen", {"one_leg_swollen": False}),
    ("Swelling in one leg, no", {"one_leg_swollen": False}),
    ("neither leg is swollen", {"one_leg_swollen": False}),
    ("no fever or vomiting", {"fever": False, "vomiting_or_runny_poo": False}),
    ("my heart hasn't been racing", {"palpitations": False}),
    ("palpitations aren't a thing for me", {"palpitations": False}),
    ("Breathlessness? Not at all.", {"breathless_sudden": False}),
    ("I've not been suddenly breathless", {"breathless_sudden": False}),
    ("not red, not hot, the leg", {"leg_red_hot": False}),
    ("Jaw opens fine, not stiff", {"jaw_stiff": False}),
    ("stiff jaw I haven't got", {"jaw_stiff": False}),
    ("My poo has never been black", {"black_poo": False}),
    ("black poo? Nope", {"black_poo": False}),
    ("Fits I've never had", {"whole_body_shaking": False}),
    ("my face isn't drooping and my speech is fine", {"face_arm_speech": False}),
    ("He isn't confused or drowsy", {"confused_or_drowsy": False}),
    ("no stiff neck and no headache", {"stiff_neck_headache": False}),
    ("flashing lights: none", {"vision_flashes": False}),
    ("pain under the ribs: no", {"pain_under_ribs": False}),
    ("there are no new bruises or spots", {"new_bruises_spots": False}),
    ("Thoughts of harming myself I do not have", {"self_harm_thoughts": False}),
    ("I've never thought of harming myself", {"self_harm_thoughts": False}),
    ("I'm not numb round my bottom", {"saddle_numb": False}),
    ("I'm peeing normally", {"little_urine": False}),
    ("No tingling in my feet but my calves twitch", {"feet_numb_tingle": False, "twitching": True}),
    (
        "there is no tingling in my feet and my calves are twitching",
        {"feet_numb_tingle": False, "twitching": True},
    ),
    ("skin isn't purple, and no blisters", {"skin_purple_blister": False}),
    ("I can put weight on it", {"cannot_put_weight": False}),
    ("I'm keeping fluids down", {"cannot_keep_fluids": False}),
    ("what I cough up isn't bloody", {"coughing_blood": False}),
    ("Blood? I've never coughed any up", {"coughing_blood": False}),
    ("I've not had so much as a temperature", {"fever": False}),
    ("Temperature's never gone up", {"fever": False}),
    ("my leg's never swollen", {"one_leg_swollen": False}),
    ("Leg not swollen nor red nor hot", {"one_leg_swollen": False, "leg_red_hot": False}),
    ("I can't feel my legs and my knees give way, both weak since yesterday", {"rapid_weakness": True}),
    ("I've no pain and my left calf is swollen", {"one_leg_swollen": True}),
    ("no pain in the foot and my left calf swells up", {"one_leg_swollen": True}),
    ("I have no fever and my wee is brown", {"dark_urine": True}),
    ("I couldn't lift my arm this morning and my face has dropped on one side", {"face_arm_speech": True}),
    ("I can't speak properly and my face droops", {"face_arm_speech": True}),
    ("I can't feel when I need a wee and my bladder leaks", {"bladder_bowel_change": True}),
    ("I didn't sleep and my chest hurts when I breathe in", {"chest_pain_breathing": True}),
    ("not feverish but I've coughed up blood", {"coughing_blood": True, "fever": False}),
    ("my leg isn't red or hot and I've no fever", {"leg_red_hot": False, "fever": False}),
    ("I haven't got a fever and my wee isn't dark", {"fever": False, "dark_urine": False}),
    (
        "no fever, no dark urine and no leg swelling",
        {"fever": False, "dark_urine": False, "one_leg_swollen": False},
    ),
    ("I've not passed out and my heart hasn't raced", {"passed_out": False}),
    ("haven't fainted, chest pain: none", {"passed_out": False, "chest_pain_breathing": False}),
    ("vomiting, diarrhoea: none", {"vomiting_or_runny_poo": False}),
    (
        "chest pain, sudden breathlessness, palpitations: nil",
        {"chest_pain_breathing": False, "breathless_sudden": False, "palpitations": False},
    ),
    ("fever, rigors: nil; left calf swollen", {"fever": False, "one_leg_swollen": True}),
    ("Coughing up blood isn't something that's happened", {"coughing_blood": False}),
    ("coughing up blood has never happened to me", {"coughing_blood": False}),
    ("a stiff jaw isn't something I have", {"jaw_stiff": False}),
    ("one swollen leg is not something I've noticed", {"one_leg_swollen": False}),
    ("black poo I've never had", {"black_poo": False}),
    ("black poo, never", {"black_poo": False}),
    ("brown wee? no, never", {"dark_urine": False}),
    ("my water has never been dark", {"dark_urine": False}),
    ("wee's not been brown at any point", {"dark_urine": False}),
    ("my face has never drooped", {"face_arm_speech": False}),
    ("it's never been numb down below", {"saddle_numb": False}),
    ("Any numbness down below? No, all normal there", {"saddle_numb": False}),
    ("Any numbness down below? Yes.", {"saddle_numb": True}),
    ("Any numbness down below? No pain, but it's numb between my legs", {"saddle_numb": True}),
    ("Chest pain I've never had but I do have a fever of 39", {"fever": True}),
    ("my left calf is swollen, something I've never had", {"one_leg_swollen": True}),
    ("swollen left calf, never had that before", {"one_leg_swollen": True}),
    ("I passed out this morning, which has never happened before", {"passed_out": True}),
    ("I blacked out today. That has never happened to me.", {"passed_out": True}),
    ("Coughed up blood today, never had that", {"coughing_blood": True}),
    ("my wee is brown, it has never been that colour", {"dark_urine": True}),
    ("Chest pain when I breathe in, not something I usually get", {"chest_pain_breathing": True}),
    ("a fever of 39, and I'm not someone who gets fevers", {"fever": True}),
    ("He had a fit this morning. He has never had one.", {"whole_body_shaking": True}),
    ("I'm numb down below, has never happened", {"saddle_numb": True}),
    ("I don't know whether my leg is swollen", {"one_leg_swollen": None}),
    ("Suicidal? God no.", {"self_harm_thoughts": False}),
    ("Fever yes, leg swelling no", {"fever": True, "one_leg_swollen": False}),
    ("Fever no, left calf swollen yes", {"fever": False, "one_leg_swollen": True}),
    ("Yes to fever, no to swelling of the leg", {"fever": True, "one_leg_swollen": False}),
    ("Blackouts, fits, funny turns: never.", {"passed_out": False, "whole_body_shaking": False}),
    ("bruises I haven't got", {"new_bruises_spots": False}),
    ("I haven't had a fever or been sick", {"fever": False, "vomiting_or_runny_poo": False}),
    ("Chest pain? Absolutely not.", {"chest_pain_breathing": False}),
    ("Fever? Not that I know of.", {"fever": False}),
    ("They keep asking about numb down below. No. I can feel the paper when I wipe.", {"saddle_numb": False}),
]

NOT_DENIED = [
    ("my feet are the problem, I can't feel my feet and my knees buckle", "both_legs_weak_numb_new"),
    ("I can't feel my feet and my knees give way since yesterday", "rapid_weakness"),
    ("I can't feel my toes and my ankles wobble", "feet_numb_tingle"),
    ("I can't feel my legs and my knees give way, both weak since yesterday", "leg_cannot_feel_or_move"),
    ("I cannot feel my feet and both my legs are weak since this morning", "both_legs_weak_numb_new"),
]


@pytest.mark.parametrize(("text", "said"), READ)
def test_what_is_denied_behind_and_what_is_told(tell: Tell, text: str, said: dict[str, object]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in said} == said


@pytest.mark.parametrize(("text", "id_"), NOT_DENIED)
def test_a_denial_ends_before_the_next_part(tell: Tell, text: str, id_: str) -> None:
    assert tell(text).answers.get(id_) is not False
