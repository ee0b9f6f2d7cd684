"""Spelling is forgiven, but no word that matters is mistaken for another."""

from __future__ import annotations

import pytest

from charley.advice.claims.index import Entry
from charley.advice.claims.reading import Reader
from charley.advice.claims.shelf import load_claims

CARD = next(iter(load_claims().cards.values()))


def reader(*words: str, copies: int = 1) -> Reader:
    return Reader([Entry(CARD, (), dict.fromkeys(words, 1.0)) for _ in range(copies)])


@pytest.mark.parametrize(
    ("told", "known"),
    [("magnezium", "magnesium"), ("mistletow", "mistletoe"), ("walking", "walk"), ("prick", "pricking")],
)
def test_a_word_spelt_otherwise_is_read_as_the_known_one(told: str, known: str) -> None:
    found = reader(known, "banana").read(told)
    assert [reading.word for reading in found] == [known]
    assert 0.7 < found[0].likeness < 1


@pytest.mark.parametrize(
    ("told", "known"),
    [("k1", "k2"), ("b12", "b16"), ("tea", "pea"), ("ginger", "finger"), ("banana", "mango"), ("mk7", "mk4")],
)
def test_a_word_too_unlike_or_too_short_stays_itself(told: str, known: str) -> None:
    assert [(r.word, r.likeness) for r in reader(known).read(told)] == [(told, 1.0)]


def test_a_rare_word_weighs_more_and_an_unknown_one_as_a_fairly_rare_one() -> None:
    many = Reader([Entry(CARD, (), {"tea": 1.0} | ({"soap": 1.0} if n < 1 else {})) for n in range(20)])
    assert many.rarity("soap") > many.rarity("never heard") > many.rarity("tea")
