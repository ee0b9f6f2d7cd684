"""Names of illnesses in prose that are not the person's: prefixes, plans, other people, everyday words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]


@pytest.mark.parametrize(
    "text",
    [
        "I'm non-diabetic",
        "I've never been told I had diabetes",
        "I may need dialysis one day",
        "I'm pre-dialysis",
        "I was on dialysis for a week in 2012",
        "when I was pregnant ten years ago I had cramps",
        "no chance I'm pregnant",
        "my daughter is pregnant and I get cramp in my calf",
        "my legs are sore af",
        "I do breast stroke",
        "mi back hurts",
        "I'm soaking a pad an hour",
        "I'm on a low sugar diet",
        "I'm on a low salt diet",
        "CP on inspiration",
        "people with Parkinson's get cramp",
        "no thyroid surgery",
        "waiting for a thyroid operation",
        "Ms Patel is 60 and has cramp",
        "the pain is static",
        "I thought I was having a stroke, I had slept on my arm. My calf cramps.",
        "Husband thought I was having a heart attack. It was the calf.",
        "What's the difference between a cramp and a DVT?",
        "There's a programme on about DVT every night and I get cramp in my calf",
        "We lost a neighbour to a pulmonary embolism and I get cramp in my calf",
        "collapsed in PE with cramps in both calves",
        "PSA was up, biopsy clear. My legs cramp at night.",
        "His pad has hardly anything in it",
    ],
)
def test_no_illness_of_the_person(tell: Tell, text: str) -> None:
    assert [reading.what for reading in tell(text).taken("condition")] == []


@pytest.mark.parametrize(
    ("text", "illnesses"),
    [
        ("I have MS and AF", {"multiple_sclerosis", "atrial_fibrillation"}),
        ("i've got ms", {"multiple_sclerosis"}),
        ("PMH: MI, AF", {"coronary_disease", "atrial_fibrillation"}),
        ("I'm on dialysis", {"dialysis"}),
        ("I'm pregnant", {"pregnancy"}),
        ("I had a stroke in 2015", {"stroke"}),
        ("I was told I have diabetes, type 2", {"type_2_diabetes"}),
        ("I was never told why but I have Parkinson's", {"parkinson"}),
    ],
)
def test_an_illness_of_the_person(tell: Tell, text: str, illnesses: set[str]) -> None:
    assert {reading.what for reading in tell(text).taken("condition")} == illnesses


def test_what_is_refused_answers_nothing(tell: Tell) -> None:
    assert "pregnant" not in tell("no chance I'm pregnant").answers


def test_a_festival_is_no_enzyme(tell: Tell) -> None:
    assert tell("we were at a festival").taken("medicine") == []
