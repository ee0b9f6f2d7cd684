"""A helper's fear is no body of their own; who is carried is the one who is ill."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]


TOLD = [
    (
        "Tonight my wife, 59, woke with a cramp in her left leg. She can't get the left arm or leg to do what"
        " she tells them. I thought it was only the cramp and that she had slept on the arm.",
        {"age": 59.0, "face_arm_speech": True, "sex_at_birth": "female"},
    ),
    (
        "Our son of seven says his legs hurt. I was told growing pains. But he's pale and has bruises on his"
        " back, and he's had a temperature on and off.",
        {"age": 7.0, "child_unwell_bruise": True, "fever": True, "sex_at_birth": "male"},
    ),
    (
        "I was told it's sciatica, but my calf is swollen and hot. My brother had a clot.",
        {"one_leg_swollen": True, "sex_at_birth": None},
    ),
    (
        "It's for my husband, he's 68. His foot is white and cold since noon, he can't feel me rub it.",
        {"age": 68.0, "leg_sudden_cold_pale": True, "sex_at_birth": "male"},
    ),
    (
        "I've never had cramp. My wife gets them, left calf, once a week, and she's 63.",
        {"age": 63.0, "sex_at_birth": "female", "cramp_side": "always the left"},
    ),
    (
        "Its me nan, she's got a fever and her leg is red hot.",
        {"fever": True, "leg_red_hot": True, "sex_at_birth": "female"},
    ),
    (
        "I'm typing this on the wife's phone. She is 51 and has cramp in both calves.",
        {"age": 51.0, "cramp_side": "both together"},
    ),
    (
        "Caller's mother gets cramp in the right calf at night.",
        {"cramp_side": "always the right", "sex_at_birth": "female"},
    ),
    (
        "My heart is in my mouth. My little girl, 3, won't walk, she has a fever.",
        {"age": 3.0, "fever": True, "sex_at_birth": "female"},
    ),
    (
        "I can't sleep for worry. My son passed brown urine after rugby, his thighs are swollen.",
        {"dark_urine": True},
    ),
    (
        "I feel sick with worry. Dad's cold, he's confused, and he was on the floor all night.",
        {"confused_or_drowsy": True, "crushed_or_long_lie": True},
    ),
    (
        "I'm 8 months pregnant and my husband is the one that's ill: he has a swollen leg and"
        " he's breathless.",
        {"one_leg_swollen": True, "breathless_sudden": True, "pregnant": None},
    ),
    (
        "Woke with saddle area numb. Husband's 60, he thinks he should drive me.",
        {"saddle_numb": True, "age": None},
    ),
    (
        "My son was fanning me when I passed out in the kitchen.",
        {"passed_out": True},
    ),
    (
        "My brother is the epileptic, he shakes all over and bites his tongue. With me it's "
        "only the one leg that tightens.",
        {"tongue_bitten": None, "long_term_conditions": None},
    ),
    (
        "It's my wife who's 68, I'm 70. She gets the cramps, in the feet, not me.",
        {"cramp_site": frozenset({"foot or toes"})},
    ),
    (
        "My son broke his leg in March and he is okay now. It's me who has the cramps, in my calf.",
        {"sex_at_birth": None, "cramp_site": frozenset({"calf"})},
    ),
    (
        "It's my husband who's been poorly. All that lifting him has given me cramps in my calves. I am 63.",
        {"sex_at_birth": None, "cramp_site": frozenset({"calf"}), "age": 63.0},
    ),
    (
        "Cramp in the calf getting up, and my granddaughter laughing at me all the way down the stairs",
        {"sex_at_birth": None, "cramp_site": frozenset({"calf"})},
    ),
    (
        "My insulin was changed in the autumn, my daughter has it written down. The calves cramp at night.",
        {"sex_at_birth": None, "cramp_site": frozenset({"calf"})},
    ),
    (
        "I'm Josh's mum, he's 9. On Tuesday night he woke screaming about his left calf.",
        {"sex_at_birth": "male", "age": 9.0},
    ),
    (
        "It's always been the left, I was thinking of my sister. Left calf. She's the diabetic, not me.",
        {"diabetes": "no"},
    ),
]


@pytest.mark.parametrize(("text", "said"), TOLD)
def test_whose_body_is_meant(tell: Tell, text: str, said: dict[str, object]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in said} == said
