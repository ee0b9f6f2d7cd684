"""People to whom something is only likened say nothing of themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]


LIKENED = [
    (
        "My legs went and I was walking like a toddler, can't lift my foot since yesterday",
        {"foot_drop": True},
    ),
    (
        "My foot feels like someone else's foot, numb since Tuesday.",
        {"feet_numb_tingle": True},
    ),
    (
        "It's as if somebody poured concrete into it. My calf is swollen and hot.",
        {"one_leg_swollen": True},
    ),
    (
        "It feels as if a child is sitting on my chest and my calf is swollen.",
        {"one_leg_swollen": True},
    ),
    (
        "like a big brother's grip on my calf, it locks at night in bed",
        {"cramp_timing": "at night in bed", "cramp_site": frozenset({"calf"})},
    ),
    (
        "my leg is like a fat man's leg, swollen to the groin",
        {"whole_leg_swollen": True},
    ),
    (
        "felt like a partner had kicked me, calf rock hard",
        {"pop_in_calf": True},
    ),
    (
        "I walk like my grandad used to, bent over a trolley, it eases my legs.",
        {"trolley_helps": True},
    ),
    (
        "My calf knots up, as my granny used to say, something cruel. My calf is swollen now.",
        {"one_leg_swollen": True},
    ),
    (
        "As a friend of mine puts it, my calf turns to stone. It wakes me.",
        {"wakes_from_sleep": True},
    ),
    (
        "My legs shake like my father's did with Parkinson's. My calf cramps in bed.",
        {"long_term_conditions": None, "cramp_timing": "at night in bed"},
    ),
    (
        "I'd like my husband seen, he is confused and drowsy and 70",
        {"confused_or_drowsy": True},
    ),
    (
        "It looks like my son has a fever, he is 7 and won't walk",
        {"fever": True, "child_wont_walk": True, "age": 7.0},
    ),
]


@pytest.mark.parametrize(("text", "said"), LIKENED)
def test_what_is_likened_to_somebody_is_told_of_the_person(
    tell: Tell, text: str, said: dict[str, object]
) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in said} == said
