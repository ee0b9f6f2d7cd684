"""Medicines, illnesses and laboratory values in prose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]


@pytest.mark.parametrize(
    ("text", "medicines"),
    [
        ("I take Lasix 40 mg and atorvastatin", {"furosemide", "atorvastatin"}),
        ("I'm not on statins", set()),
        ("my wife takes warfarin, I get cramp in my calf", set()),
        ("Should I take quinine?", set()),
        ("I stopped taking simvastatin", set()),
        ("my potassium was low", set()),
        ("I eat bananas for the potassium", set()),
        ("bisoprolal 2.5 and ramapril 5 every day", {"bisoprolol", "ramipril"}),
    ],
)
def test_medicines(tell: Tell, text: str, medicines: set[str]) -> None:
    assert {reading.what for reading in tell(text).taken("medicine")} == medicines


def test_a_guessed_medicine_is_marked(tell: Tell) -> None:
    (reading,) = tell("I am on bisoprolal").taken("medicine")
    assert reading.guess


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("my potassium came back at 2.9 mmol/L", [("potassium", "2.9", "mmol/L")]),
        ("K 2.4 mmol/L, Mg 0.5 mmol/L", [("potassium", "2.4", "mmol/L"), ("magnesium", "0.5", "mmol/L")]),
        ("CK was over 5000 U/L", [("ck", ">5000", "U/L")]),
        ("my dad's potassium was 2.9 mmol/L, I get cramp in my calf", []),
        ("potassium is good for me, I am 40", []),
    ],
)
def test_laboratory_values(tell: Tell, text: str, values: list[tuple[str, str, str]]) -> None:
    read = [(reading.what, reading.answer, reading.unit) for reading in tell(text).taken("lab")]
    assert read == values


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("I have asthma and gout", {"asthma", "gout"}),
        ("no asthma", set()),
        ("I thought it was sciatica", set()),
    ],
)
def test_conditions(tell: Tell, text: str, conditions: set[str]) -> None:
    assert {reading.what for reading in tell(text).taken("condition")} == conditions
