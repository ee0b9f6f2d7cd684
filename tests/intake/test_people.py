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
        ("my little boy won't stand on his leg", {"cannot_put_weight"}),
        ("mum was on the floor for hours before we found her", {"crushed_or_long_lie"}),
        ("Mum's got terrible veins", {"visible_veins"}),
        ("ma leg is swollen and red hot", {"one_leg_swollen", "leg_red_hot"}),
        ("I tripped over the dog and my calf is swollen", {"one_leg_swollen"}),
        ("I was out walking with my friends and my calf got swollen", {"one_leg_swollen"}),
        ("my son is a nurse and told me to ask about my swollen calf", {"one_leg_swollen"}),
        ("my husband pushes my foot back and it eases", {"stretch_helps"}),
    ],
)
def test_what_is_told_of_the_person(tell: Tell, text: str, finding: set[str]) -> None:
    answers = tell(text).answers
    assert {id_ for id_ in finding if answers.get(id_) is True} == finding


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("my dad is confused", "confused_or_drowsy"),
        ("My dad is confused. I get cramp in my calf at night", "confused_or_drowsy"),
        ("I get cramp in my calf at night. My dad is confused", "confused_or_drowsy"),
        ("The dog has a fever and I get cramp in my calf", "fever"),
        ("My neighbour has a fever, I get cramp in my calf", "fever"),
        ("My neighbour collapsed last night and bit his tongue", "tongue_bitten"),
        ("Everyone in the office has a fever", "fever"),
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
