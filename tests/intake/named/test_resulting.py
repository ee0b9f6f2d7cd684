"""Which value of a test counts: the newest, none that is old, and no dose."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from charley.intake import Story
from charley.reading.reader import read_history
from charley.records.library import Library

Tell = Callable[[str], Story]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("K 3.0, Mg 0.6", [("potassium", "3.0"), ("magnesium", "0.6")]),
        ("potassium was three point one", [("potassium", "3.1")]),
        ("vitamin D 1000 units", []),
        ("magnesium 375", []),
        ("potassium was 3.1 in 2019", []),
        ("potassium was 3.1 in 2019, now 4.2", [("potassium", "4.2")]),
        ("potassium 3.1 in June and 3.9 yesterday", [("potassium", "3.9")]),
        ("My potassium 2 weeks ago was 3.1", [("potassium", "3.1")]),
        ("K+ 3.1", [("potassium", "3.1")]),
        ("plts 60", [("platelets", "60")]),
        ("Ur 6", [("urea", "6")]),
        ("is ur 6 tablets too much", []),
        ("vitamin D 20 nmol/L", [("vitamin_d", "20")]),
    ],
)
def test_the_value_that_counts(tell: Tell, text: str, values: list[tuple[str, str]]) -> None:
    assert [(reading.what, reading.answer) for reading in tell(text).taken("lab")] == values


def test_a_value_that_fits_one_unit_only_is_understood_without_it(library: Library) -> None:
    history = read_history({"text": "K 3.0, Mg 0.6"}, library, date(2026, 11, 22))
    assert [(lab.analyte, lab.value) for lab in history.labs] == [("potassium", 3.0)]
    assert any("Magnesium has no unit" in why for _, why in history.not_understood)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("I feel healthy", "long_term_conditions"),
        ("I am otherwise well, cramp in my calf", "long_term_conditions"),
        ("I'm fit and healthy", "long_term_conditions"),
        ("waking with cramps 3-4 nights a week", "sleep_lost"),
    ],
)
def test_what_only_seems_to_be_said(tell: Tell, text: str, finding: str) -> None:
    assert finding not in tell(text).answers


def test_no_illness_in_so_many_words_counts(tell: Tell) -> None:
    assert tell("no medical problems, I take nothing").answers["long_term_conditions"] == frozenset()
    assert tell("I lose sleep 3 nights a week").answers["sleep_lost"] == 3.0
