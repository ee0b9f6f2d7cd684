"""What a card is found by."""

from __future__ import annotations

from charley.advice.claims.index import ASKED, MEDICINE, OWN_WORDS, REASON, entries_of
from charley.advice.claims.shelf import load_claims
from charley.records.library import Library


def test_a_word_weighs_by_the_best_place_where_it_stands(library: Library) -> None:
    entry = next(e for e in entries_of(load_claims(), library) if e.card.id == "more-tonic-water")
    assert entry.weights["tonic"] == OWN_WORDS
    assert entry.weights["platelet" if "platelet" in entry.weights else "trial"] == REASON
    assert entry.phrases[0] == ("do", "tonic", "water", "help", "leg", "cramp")


def test_brands_of_the_medicines_that_a_card_is_about_are_its_words(library: Library) -> None:
    entry = next(e for e in entries_of(load_claims(), library) if e.card.id == "cause-diuretics")
    assert entry.weights["microzide"] == MEDICINE
    assert entry.weights["tablet"] >= ASKED


def test_a_part_of_a_mixed_medicine_is_no_word(library: Library) -> None:
    entry = next(e for e in entries_of(load_claims(), library) if e.card.id == "cause-diuretics")
    assert any(len(phrase) > 1 for phrase in entry.phrases[-5:])
    assert "ramipril" not in entry.weights
