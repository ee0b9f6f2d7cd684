"""What each card is found by: its phrases, and its words with their weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from charley.advice.claims.words import all_words, telling_words
from charley.records.claims import Claim, Claims
from charley.records.library import Library

Phrase: TypeAlias = tuple[str, ...]
OWN_WORDS, MEDICINE, ASKED, CLAIMED, REASON = 1.0, 0.9, 0.8, 0.7, 0.25
"""Weight of a word by where it stands: among the card's own words, in the name of a medicine that the card is
about, in its question, in its claim, in its harm or its reasons."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A card as it is searched.

    Its phrases are its own question, its own words, and names of medicines of more than one word: a part of
    such a name ("ramipril" of a mixed tablet) does not say that the card is about it.
    """

    card: Claim
    phrases: tuple[Phrase, ...]
    weights: Mapping[str, float]


def entries_of(claims: Claims, library: Library) -> tuple[Entry, ...]:
    """Every card as it is searched, in the order of the shelf."""
    names = _medicine_names(library)
    return tuple(_entry(card, names) for card in claims.cards.values())


def _entry(card: Claim, medicine_names: Mapping[str, list[str]]) -> Entry:
    medicines = [name for kind in card.links.medicines for name in medicine_names.get(kind, ())]
    whole = [name for name in medicines if len(all_words(name)) > 1]
    fields = (
        (REASON, (card.why, card.harm)),
        (CLAIMED, (card.claim,)),
        (ASKED, (card.asks,)),
        (MEDICINE, [name for name in medicines if name not in whole]),
        (OWN_WORDS, card.words),
    )
    weights: dict[str, float] = {}
    for weight, texts in fields:  # the heaviest last, so that it stays
        for text in texts:
            weights |= dict.fromkeys(telling_words(text), weight)
    return Entry(card, tuple(all_words(phrase) for phrase in (card.asks, *card.words, *whole)), weights)


def _medicine_names(library: Library) -> dict[str, list[str]]:
    """Names and brands of medicines by class."""
    names: dict[str, list[str]] = {}
    for medicine in library.medicines.values():
        for kind in medicine.classes:
            names.setdefault(kind, []).extend((medicine.name, *medicine.also, *medicine.brands))
    return names
