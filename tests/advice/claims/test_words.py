"""Words as they are compared."""

from __future__ import annotations

import pytest

from charley.advice.claims.words import all_words, holds, stem, telling_words


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("bananas", "banana"), ("berries", "berry"), ("dishes", "dish"), ("potatoes", "potato"),
        ("boxes", "box"), ("dates", "date"), ("gas", "gas"), ("grass", "grass"), ("diagnosis", "diagnosis"),
        ("virus", "virus"), ("bus", "bus"), ("ties", "tie"), ("k2", "k2"),
    ],
)  # fmt: skip
def test_plurals_and_single_words_are_one(word: str, root: str) -> None:
    assert stem(word) == root


def test_case_accents_and_marks_are_forgiven() -> None:
    assert all_words("Camomile-Téa?") == ("camomile", "tea")
    assert all_words("the writer's cramp") == ("the", "writer", "cramp")


def test_empty_words_are_left_out_and_each_other_stands_once() -> None:
    assert telling_words("Does soap in the bed help my leg cramps, soap?") == ("soap", "bed")


def test_a_question_of_empty_words_keeps_them() -> None:
    assert telling_words("leg cramps") == ("leg", "cramp")
    assert telling_words("???") == ()


@pytest.mark.parametrize(
    ("words", "phrase", "held"),
    [
        (("soap", "in", "bed"), ("soap", "in", "bed"), True),
        (("a", "soap", "in", "bed", "please"), ("in", "bed"), True),
        (("soap", "under", "bed"), ("soap", "bed"), False),
        (("bed",), ("in", "bed"), False),
    ],
)
def test_a_phrase_is_held_only_whole_and_in_order(
    words: tuple[str, ...], phrase: tuple[str, ...], held: bool
) -> None:
    assert holds(words, phrase) is held
