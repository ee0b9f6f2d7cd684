"""A denial inside a phrase of a group: it says what the phrase means, and denies everything else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story
from charley.intake.scope.denials import bound_denials
from charley.intake.text.chart import build_chart
from charley.intake.text.tokens import tokenise
from charley.reading.telling import speller

Tell = Callable[[str], Story]

READ = [
    ("there is no feeling in my feet", {"feet_numb_tingle": True}),
    ("In my feet no feeling, no swelling in my calf", {"feet_numb_tingle": True, "one_leg_swollen": False}),
    ("In my feet hardly any numbness", {"feet_numb_tingle": False}),
    ("In my feet barely any pins and needles", {"feet_numb_tingle": False}),
    ("In my feet not much numbness", {"feet_numb_tingle": False}),
    ("my leg has not a drop of weakness", {"foot_drop": False}),
    ("my leg will not hold me", {"cannot_put_weight": True}),
    ("My jaw will not open", {"jaw_stiff": True}),
]


@pytest.mark.parametrize(("text", "said"), READ)
def test_a_denial_of_one_group_denies_for_all_others(tell: Tell, text: str, said: dict[str, bool]) -> None:
    answers = tell(text).answers
    assert {id_: answers.get(id_) for id_ in said} == said


def bound(text: str) -> dict[str, set[str]]:
    """The denials of a text, each with the groups of which a phrase holds it."""
    items = tokenise(text).items
    chart = build_chart(items, speller(), [], [len(items)] * len(items))
    found = bound_denials(chart, speller())
    return {items[place].norm: {group for group, _, _ in held} for place, held in found.items()}


def test_a_denial_is_bound_to_the_groups_whose_phrase_holds_it() -> None:
    assert "<numb>" in bound("there is no feeling here")["no"]
    assert "<jaw_shut>" not in bound("there is no feeling here")["no"]


def test_a_denial_outside_all_phrases_is_free() -> None:
    assert bound("I have no swelling") == {}
