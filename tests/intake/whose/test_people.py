"""Whom a text is about: the writer, or somebody whom the writer looks after; and whom it only names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "My husband collapsed last night, he was shaking all over and bit his tongue",
            {"passed_out", "whole_body_shaking", "tongue_bitten"},
        ),
        ("My mum collapsed and her tongue was bleeding", {"passed_out", "tongue_bitten"}),
        ("mum's tongue was bleeding", {"tongue_bitten"}),
        ("dad's been coughing blood", {"coughing_blood"}),
        ("my wife is very sleepy and hard to wake", {"confused_or_drowsy"}),
        ("my dad is confused", {"confused_or_drowsy"}),
        ("my mum has chest pain", {"chest_pain_breathing"}),
        ("my father is not making sense", {"confused_or_drowsy"}),
        ("my dad has not woken up", {"confused_or_drowsy"}),
        ("my dad is not breathing", {"breathless_sudden"}),
        ("I can't wake my husband properly, he just mumbles and drops off again", {"confused_or_drowsy"}),
        ("my dad has stopped breathing", {"breathless_sudden"}),
        ("my mum is hardly breathing", {"breathless_sudden"}),
        ("he is not breathing properly", {"breathless_sudden"}),
        ("my mum can't move her legs", {"rapid_weakness"}),
        ("my husband is out cold on the floor", {"passed_out"}),
        ("my son won't wake up", {"confused_or_drowsy"}),
        ("my son is 8 and will not wake up, his legs cramped all night", {"confused_or_drowsy"}),
        ("my little boy won't stand on his leg", {"cannot_put_weight"}),
        ("mum was on the floor for hours before we found her", {"crushed_or_long_lie"}),
        ("Mum's got terrible veins", {"visible_veins"}),
        ("ma leg is swollen and red hot", {"one_leg_swollen", "leg_red_hot"}),
        ("I tripped over the dog and my calf is swollen", {"one_leg_swollen"}),
        ("I was out walking with my friends and my calf got swollen", {"one_leg_swollen"}),
        ("my son is a nurse and told me to ask about my swollen calf", {"one_leg_swollen"}),
        ("my husband pushes my foot back and it eases", {"stretch_helps"}),
        ("My husband beside me in the car has crushing chest pain", {"chest_pain_breathing"}),
        ("the kids were at school, I came over all airless in the lift", {"breathless_sudden"}),
        ("my wife was out, can't raise my foot off the floor, it drags", {"foot_drop"}),
        ("My mum next to me has a cold white foot", {"leg_sudden_cold_pale"}),
        ("My client's foot is cold and blue since breakfast", {"leg_sudden_cold_pale"}),
        ("My wife says she saw it in the toilet, tea-coloured wee", {"dark_urine"}),
        ("My wife poured all my whisky away last week, but I'm twitching all over", {"sedative_cut"}),
        (
            "My wife says it's like dough, she pushes her finger in my left leg and the mark stays",
            {"pitting_one_leg"},
        ),
    ],
)
def test_what_is_told_of_the_person(tell: Tell, text: str, finding: set[str]) -> None:
    answers = tell(text).answers
    assert {id_ for id_ in finding if answers.get(id_) is True} == finding


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("my dad had chest pain", "chest_pain_breathing"),
        ("My dad is confused. I get cramp in my calf at night", "confused_or_drowsy"),
        ("I get cramp in my calf at night. My dad is confused", "confused_or_drowsy"),
        ("The dog has a fever and I get cramp in my calf", "fever"),
        ("My neighbour has a fever, I get cramp in my calf", "fever"),
        ("My neighbour collapsed last night and bit his tongue", "tongue_bitten"),
        ("Everyone in the office has a fever", "fever"),
        ("My union rep had a stroke right there in the meeting. I get cramp", "long_term_conditions"),
        ("The man next door had a clot in his leg. I only get cramp", "past_clot"),
        ("My client Sheila, she had a DVT off the pill. My legs cramp", "past_clot"),
        ("My calf cramps, but the old man had a clot at eighty", "past_clot"),
        ("I'm 71 and petrified of a stroke", "long_term_conditions"),
        ("My grandad coughed up blood with TB when he was young", "coughing_blood"),
        ("Calf swollen since yesterday. My dad had a clot, he was coughing blood", "coughing_blood"),
    ],
)
def test_what_is_told_of_somebody_else(tell: Tell, text: str, finding: str) -> None:
    assert finding not in tell(text).answers


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("I'm a guy, I get cramp in my calf", "male"),
        ("I'm the mother of four and I get cramp in my calf", "female"),
        ("my wife is pregnant and gets cramp in her calf", "female"),
        ("my little boy won't stand on his leg", "male"),
        ("My mum (81, type 2 diabetes, high BP) gets cramp", "female"),
        ("I get cramp in my calf, my daughter too", None),
    ],
)
def test_the_sex_of_the_person(tell: Tell, text: str, sex: str | None) -> None:
    assert tell(text).answers.get("sex_at_birth") == sex


def test_the_illnesses_in_brackets_behind_a_relative_are_hers(tell: Tell) -> None:
    story = tell("My mum (81, type 2 diabetes, high BP) gets cramp")
    assert {reading.what for reading in story.taken("condition")} == {"type_2_diabetes", "hypertension"}


def test_a_pregnancy_is_that_of_the_one_who_is_written_about(tell: Tell) -> None:
    assert tell("my wife is pregnant and gets cramp in her calf").answers["pregnant"] == "pregnant now"
    assert "pregnant" not in tell("my wife is pregnant, I get cramp in my calf").answers


def test_a_child_keeps_its_story_under_another_word(tell: Tell) -> None:
    story = tell("My little boy is five. The boy has a fever and his calves hurt")
    assert story.about_child
    assert story.answers["fever"] is True


BESIDE = [
    ("My wife couldn't get a word out of me, I was confused", {"confused_or_drowsy": True}),
    ("I yelp if the cat walks across it, my shin is red and hot and swollen", {"leg_red_hot": True}),
    ("My granddaughter jumped on my leg and now it's swollen and tight", {"one_leg_swollen": True}),
    ("My little girl kicked me in the calf last week", {"injury_recent": True}),
    (
        "I carried my daughter up the hill and got cramp in my thigh",
        {"cramp_site": frozenset({"front of thigh"})},
    ),
    ("I got the flu from my granddaughter, fever of 39", {"fever": True}),
    (
        "Baby is 10 days old. My calf is swollen",
        {"pregnant": "had a baby in the last 6 weeks", "one_leg_swollen": True},
    ),
    (
        "Since my baby was born 3 weeks ago my left leg is swollen and hot",
        {"pregnant": "had a baby in the last 6 weeks", "one_leg_swollen": True},
    ),
    ("cannae put ma weight on it, calf went bang", {"cannot_put_weight": True}),
    ("I couldn't remember his sister's name, I was so confused", {"confused_or_drowsy": True}),
    (
        "My mother's legs gave way last week and she is in hospital; me, I only get cramps in my calf",
        {"both_legs_weak_numb_new": None},
    ),
    (
        "A mate of mine ended up in hospital with it, swollen leg and a clot. I get cramp in my calf",
        {"one_leg_swollen": None, "past_clot": None},
    ),
    ("Everybody has a fever, but I don't. Calf cramps.", {"fever": False}),
    ("Half of my office is off with a fever. I'm ok, just calf cramp at night.", {"fever": None}),
    (
        "My brother's face drooped and he couldn't speak: stroke. I'm fine apart from calf cramp.",
        {"long_term_conditions": None, "face_arm_speech": None},
    ),
    (
        "Two women in my antenatal group had clots. I am 30 weeks with calf cramps.",
        {"past_clot": None, "pregnant": "pregnant now"},
    ),
    ("My husband says he feels numb in his feet. I only cramp in the calf.", {"feet_numb_tingle": None}),
    ("She smokes, my wife. I never did. My calf cramps when I walk.", {"smoker": None}),
    (
        "The other runner was confused and staggering at the finish. I had a cramp in my calf.",
        {"confused_or_drowsy": None},
    ),
    (
        "My mum gets cramp and hers is from kidney failure. I'm 30 and get cramp after football.",
        {"age": 30.0, "sex_at_birth": None},
    ),
    (
        "My husband had a clot in his leg after a flight. I get cramp in my foot.",
        {"past_clot": None, "sex_at_birth": None},
    ),
]


@pytest.mark.parametrize(("text", "said"), BESIDE)
def test_who_only_stands_by_or_has_it_too(tell: Tell, text: str, said: dict[str, object]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in said} == said


@pytest.mark.parametrize(
    ("text", "medicine", "taken"),
    [
        ("He's on warfarin, my husband. I get cramps in my calf.", "warfarin", False),
        ("I take my husband's furosemide now and then. I get cramp in the calf.", "furosemide", True),
        ("My wife takes furosemide. I get cramp in the calf.", "furosemide", False),
        ("I borrowed one of my husband's quinine pills for my cramps.", "quinine", True),
        ("I took some of my wife's furosemide for my ankles.", "furosemide", True),
    ],
)
def test_whose_medicine_it_is(tell: Tell, text: str, medicine: str, taken: bool) -> None:
    assert (medicine in {reading.what for reading in tell(text).taken("medicine")}) is taken


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("My friend took two pills at a festival and nearly died. I get leg cramps in bed.", "toxin_contact"),
        ("My sister's jaw clenched up with the antidepressants. I have cramp in my left calf.", "jaw_stiff"),
        ("My mate snorted something and his jaw locked. I just have cramps at night.", "jaw_stiff"),
        ("When the nurse pumped the cuff up on mum, her hand curled. I get cramp in bed.", "exam:trousseau"),
        ("my nan never gets confused", "confused_or_drowsy"),
        ("My mum is sharp as a tack. I get cramp in bed.", "confused_or_drowsy"),
        (
            "My neighbour was bitten by an adder last summer and his leg blew up. I get cramp.",
            "toxin_contact",
        ),
        ("The man in the next bed couldn't move his leg. I was in for my cramps.", "leg_cannot_feel_or_move"),
    ],
)
def test_what_befell_somebody_else_is_not_the_writers(tell: Tell, text: str, finding: str) -> None:
    assert finding not in tell(text).answers


@pytest.mark.parametrize(
    ("text", "not_read"),
    [
        (
            "My sister had a clot in her lung two years back, so I panic. Me, never had one. Just cramps.",
            {"sex_at_birth"},
        ),
        (
            "My brother and my grandma both have muscular dystrophy, runs on mom's side. So far I'm clear.",
            {"long_term_conditions", "sex_at_birth"},
        ),
        (
            "Everybody in family of my father has weak legs from young, my cousin is in wheelchair.",
            {"both_legs_weak_numb_new", "sex_at_birth"},
        ),
        (
            "Our lad cycles far and never gets cramp, and here's me can't walk to the bus",
            {"sex_at_birth"},
        ),
        ("Me mother had cramps from being a girl. Mine only started this year.", {"sex_at_birth"}),
    ],
)
def test_beside_whom_the_writer_stands_out_nothing_is_taken_from(
    tell: Tell, text: str, not_read: set[str]
) -> None:
    assert not_read.isdisjoint(tell(text).answers)


def test_the_writers_age_counts_beside_a_relatives(tell: Tell) -> None:
    assert tell("Dad is 71 and shuffles. I'm 45 and my walk is fine, I get cramp.").answers["age"] == 45


def test_a_little_brother_is_somebody_to_ask_for(tell: Tell) -> None:
    story = tell("my little bro is 5, hes limping, bruises all over him and he looks white as a sheet")
    assert story.about_child
    assert story.answers["child_unwell_bruise"] is True
