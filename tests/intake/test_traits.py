"""What a passage is compared by."""

from __future__ import annotations

import pytest

from charley.intake.numbers import find_numbers
from charley.intake.tokens import tokenise
from charley.intake.traits import bare_words, scale, stem, traits_at


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        (("wobbling", "wobbled", "wobble"), {"wobbl", "wobble"}),
        (("buckled", "buckling"), {"buckl"}),
        (("stopped", "stopping", "stop", "stops"), {"stop"}),
        (("leg", "legs"), {"leg"}),
        (("falling", "fall", "falls"), {"fall"}),
        (("bed", "his", "gas"), {"bed", "his", "gas"}),
    ],
)
def test_forms_of_a_word_share_a_stem(words: tuple[str, ...], bare: set[str]) -> None:
    assert {stem(word) for word in words} == bare


def test_a_number_is_a_number_whatever_it_says() -> None:
    tokens = tokenise("twenty two steps, then 40 more").items
    words = bare_words(tokens, find_numbers(tokens))
    assert words == ["#", "#", "step", "then", "#", "more"]


def test_a_passage_has_its_words_and_its_neighbours_but_no_common_word_alone() -> None:
    words = ["my", "foot", "like", "wax"]
    told = [trait for place in range(4) for trait in traits_at(words, place, 0)]
    assert told == ["foot", "my foot", "like", "foot like", "wax", "like wax"]


def test_no_pair_reaches_over_the_beginning_of_a_passage() -> None:
    assert list(traits_at(["cold", "wax"], 1, 1)) == ["wax"]


def test_a_longer_passage_counts_more_but_not_in_proportion() -> None:
    assert scale(0) == scale(1) == 1.0
    assert scale(16) == pytest.approx(2.0)
