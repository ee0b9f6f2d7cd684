"""Numbers and words of an entry, wherever the number stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.advice.food.amounts import Told, parts_of, read_told, split_list


@pytest.mark.parametrize(
    ("entry", "number", "words"),
    [
        ("banana", None, ("banana",)),
        ("2 slices wholemeal bread", 2, ("slices", "wholemeal", "bread")),
        ("2 slices of wholemeal bread", 2, ("slices", "wholemeal", "bread")),
        ("150g salmon", 150, ("g", "salmon")),
        ("salmon 150 g", 150, ("g", "salmon")),
        ("milk (200 ml)", 200, ("ml", "milk")),
        ("1,5 l water", 1.5, ("l", "water")),
        ("1/2 cup oats", 0.5, ("cup", "oats")),
        ("1 1/2 cups rice", 1.5, ("cups", "rice")),
        ("½ avocado", 0.5, ("avocado",)),
        ("1½ cups rice", 1.5, ("cups", "rice")),
        ("half an avocado", 0.5, ("avocado",)),
        ("half a dozen eggs", 6, ("eggs",)),
        ("a couple of eggs", 2, ("eggs",)),
        ("Two Eggs.", 2, ("eggs",)),
        ("2 x egg", 2, ("egg",)),
        ("about 200 g rice", 200, ("g", "rice")),
    ],
)
def test_an_entry_has_a_number_and_words(entry: str, number: float | None, words: tuple[str, ...]) -> None:
    assert read_told(entry) == Told(number, words)


def test_two_numbers_are_their_middle_and_a_guess() -> None:
    assert read_told("2-4 prunes") == Told(3, ("prunes",), range=True)


def test_a_list_is_split_at_commas_but_no_number_is() -> None:
    assert split_list("2 eggs,3 figs, 1,5 l water; tea\ncake") == [
        "2 eggs",
        "3 figs",
        "1,5 l water",
        "tea",
        "cake",
    ]


def test_joined_foods_come_apart() -> None:
    assert parts_of("bread and butter with honey") == ["bread", "butter", "honey"]


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    told = read_told(text)
    assert told.number is None or told.number >= 0
