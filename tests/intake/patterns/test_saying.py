"""What takes an answer back, and what is only the next thing told: here of how often the cramps come."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

TOLD = [
    ("it's off and on all night, every night, the calf", 7.0),
    ("my legs cramp at nite about twise a week", 2.0),
    ("two nights in seven I get the cramp", 2.0),
    ("cramp every other night in the calf", 3.5),
    ("cramps in calf of a night 4x a week", 4.0),
    ("cramps 4x/wk in the calf", 4.0),
    ("was monthly now it's daily, the cramp in my calf", 7.0),
    ("it's 4 o'clock every morning, left shin cramp", 7.0),
    ("twice nightly, both calves", 14.0),
    ("knot in the calf, 2 or 3 nights a week", 2.5),
    ("Cramps? Once a fortnight if that.", 0.5),
    ("five nights out of seven my foot cramps", 5.0),
    ("get a cramp the odd time, once a week maybe", 1.0),
    ("I get one cramp a month", 0.23),
    ("calf cramps thrice weekly", 3.0),
    ("three cramps a night, calf", 21.0),
    ("nightly calf cramps", 7.0),
    ("six cramps a week in my calf", 6.0),
    ("one every two weeks, cramp in toes", 0.5),
    ("each and every night the calf cramps", 7.0),
    ("once or twice a week my calf cramps", 1.5),
    ("cramp in calf a couple of times a week", 2.0),
    ("not a night goes by without a cramp", 7.0),
    ("without fail every single night, calf cramp", 7.0),
    ("about four a month, cramp in my foot", 0.92),
    ("Mon, Wed and Fri nights I get cramps, 3x weekly", 3.0),
    ("three nights out of seven the calf goes", 3.0),
    ("calf cramps twice weekly", 2.0),
    ("calf cramp on a nightly basis", 7.0),
    ("four to five cramps per week, calf", 4.5),
    ("a cramp once a month in my calf", 0.23),
    ("every second night my foot cramps", 3.5),
    ("one cramp a week in my toes", 1.0),
    ("one or two cramps each night, calf", 10.5),
    ("now it's every single night, the cramp", 7.0),
    ("3x a week calf cramp", 3.0),
    ("most nights the calf cramps", 5.0),
]


@pytest.mark.parametrize(("text", "answer"), TOLD)
def test_how_often(tell: Tell, text: str, answer: str | float) -> None:
    assert tell(text).answers.get("cramps_per_week") == answer


NOT_TOLD = [
    "I drink three times a week, calf cramps",
    "methotrexate once weekly, calf cramps",
    "I swim twice a week, cramp in my foot",
    "my calf cramps, ibuprofen three times a day",
    "prednisolone 5 mg daily, calf cramps in bed",
    "paracetamol four times a day, calf cramp",
    "gym five days a week, calf cramp",
    "I get up to pee three times a night, calf cramp",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_how_often_something_else_is(tell: Tell, text: str) -> None:
    assert "cramps_per_week" not in tell(text).answers


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("cramps in calf 4x a week, take amlodipine", 4.0),
        ("my legs cramp about twise a week", 2.0),
        ("was monthly now it's daily, the cramp in my calf", 7.0),
    ],
)
def test_the_next_thing_told_takes_nothing_back(tell: Tell, text: str, answer: float) -> None:
    assert tell(text).answers.get("cramps_per_week") == answer


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "husband has to rub my calf for five minutes, always the right one, after a day on my feet",
            "calf",
        ),
        ("my grandson comes in crying with his legs most evenings, both shins, and is well next day", "shin"),
    ],
)
def test_a_place_needs_no_word_of_cramp_where_its_piece_tells_of_a_leg_alone(
    tell: Tell, text: str, place: str
) -> None:
    assert tell(text).answers.get("cramp_site") == frozenset({place})


def test_a_part_of_the_day_beside_a_leg_is_that_of_the_complaint(tell: Tell) -> None:
    told = tell("Felt like a knife in my calf at 4 in the morning and I screamed the whole house down")
    assert told.answers.get("cramp_timing") == "at night in bed"


def test_a_night_that_tells_of_no_leg_is_not(tell: Tell) -> None:
    told = tell(
        "I am up three times a night for a wee with my prostate and have been like that for years now"
    )
    assert "cramp_timing" not in told.answers
