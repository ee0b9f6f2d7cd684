"""Cards for a question in plain words, ranked so that every rank can be explained.

A card scores from 0 to 100: up to 60 for the share of the question that it answers, the rest for a
phrase. Each telling word of the question weighs the more the fewer cards hold it; on a card it counts
fully when it is one of the card's own words, less in the question or the claim of the card, and least in
its reasons. A whole phrase of the card ("soap in bed") lifts it to the top, its first phrases most. A
misspelt word counts as the nearest known one, and the hit says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from charley.advice.claims.index import Entry, Phrase, entries_of
from charley.advice.claims.reading import Reader, Reading
from charley.advice.claims.shelf import load_claims
from charley.advice.claims.words import COMMON, all_words, holds, stem, telling_words
from charley.library import load
from charley.records.claims import VERDICTS, Claim, Claims
from charley.records.library import Library

LEAST = 34.0
"""Least score of a hit; what lies below is only near."""

SHARE, EXACT, PHRASE = 60.0, 40.0, 25.0
"""For the share of the question answered; added when the question is a phrase of the card; added when
it holds one (less for a phrase that says only part of it)."""

LATER, LATEST = 1.0, 10
"""Taken off for each phrase of the card before it, ten at most: the first are what the card is about."""

LITTLE = 0.15
"""Weight of a common word beside that of another as rare."""

MOST_CHARACTERS = 300
"""A longer question is cut here."""

NEAREST = 3
NEAR_ENOUGH = 72.0
"""Least likeness (0 to 100) of a question and a phrase of a card that is offered when nothing was found."""

COMMON_STEMS = frozenset(stem(word) for word in COMMON)


@dataclass(frozen=True, slots=True)
class Hit:
    """A card that answers the question. `because` says in plain words why it was found."""

    card: Claim
    score: float
    because: tuple[str, ...]
    guess: bool
    """True when a word had to be read as another one."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, best first; `near` only when nothing was: cards that may be meant."""

    query: str
    hits: tuple[Hit, ...]
    near: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is compared: its words, each telling word as known words, and what each weighs."""

    words: Phrase
    readings: tuple[Reading, ...]
    weights: Mapping[str, float]

    @property
    def whole(self) -> float:
        """The weight of all telling words together."""
        return sum(self.weights.values())


class Finder:
    """Finds cards by plain words."""

    def __init__(self, claims: Claims, library: Library) -> None:
        """`library` gives the names and brands of the medicines that a card is about."""
        self._entries = entries_of(claims, library)
        self._reader = Reader(self._entries)

    def find(self, query: str, most: int = 8) -> Found:
        """The cards that answer a question, best first; among equals a warning comes first.

        Of a question longer than 300 characters only the beginning is read.
        """
        query = query[:MOST_CHARACTERS]
        question = self._question(query)
        hits = [hit for entry in self._entries if (hit := _hit(entry, question))]
        hits.sort(key=lambda hit: (-hit.score, VERDICTS.index(hit.card.verdict)))
        good = tuple(hit for hit in hits if hit.score >= LEAST)[:most]
        return Found(query, good, () if good else self._near(query, hits))

    def _question(self, query: str) -> Question:
        readings = tuple(r for word in telling_words(query) for r in self._reader.read(word))
        nearest = {r.told: r.word for r in reversed(readings)}
        words = tuple(nearest.get(word, word) for word in all_words(query))
        rarity = {r.told: self._reader.rarity(r.word) for r in reversed(readings)}
        weights = {told: value * (LITTLE if told in COMMON_STEMS else 1) for told, value in rarity.items()}
        return Question(words, readings, weights)

    def _near(self, query: str, hits: list[Hit]) -> tuple[Claim, ...]:
        """The best of what was too little for a hit; else the cards whose phrases look most alike."""
        if hits:
            return tuple(hit.card for hit in hits[:NEAREST])
        from rapidfuzz import fuzz, process  # only when needed: it costs start-up time

        phrases = {" ".join(phrase): e.card for e in self._entries for phrase in e.phrases}
        told = " ".join(telling_words(query))
        found = process.extract(told, phrases.keys(), scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
        return tuple({phrases[name].id: phrases[name] for name, _, _ in found}.values())[:NEAREST]


@lru_cache(maxsize=1)
def finder() -> Finder:
    """The finder over the built-in library."""
    return Finder(load_claims(), load())


def _hit(entry: Entry, question: Question) -> Hit | None:
    best: dict[str, tuple[float, Reading]] = {}
    for reading in question.readings:
        value = entry.weights.get(reading.word, 0.0) * reading.likeness
        if value > best.get(reading.told, (0.0, reading))[0]:
            best[reading.told] = (value, reading)
    phrase, bonus = _phrase(entry, question)
    if not best or (best.keys() <= COMMON_STEMS and phrase != question.words):
        return None  # "is it safe": nothing says what
    share = sum(question.weights[told] * value for told, (value, _) in best.items()) / question.whole
    used = [reading for _, reading in best.values()]
    guess = any(reading.told != reading.word for reading in used)
    return Hit(entry.card, round(SHARE * share + bonus, 1), _because(phrase, used), guess)


def _phrase(entry: Entry, question: Question) -> tuple[Phrase, float]:
    """The phrase of the card that adds most, and what it adds."""
    best: tuple[Phrase, float] = ((), 0.0)
    for place, phrase in enumerate(entry.phrases):
        if holds(question.words, phrase):
            told = {reading.told for reading in question.readings if reading.word in phrase}
            said = sum(question.weights[word] for word in told) / question.whole
            bonus = EXACT if phrase == question.words else PHRASE * said
            best = max(best, (phrase, bonus - LATER * min(place, LATEST)), key=lambda found: found[1])
    return best


def _because(phrase: Phrase, used: Iterable[Reading]) -> tuple[str, ...]:
    reasons = [f"'{' '.join(phrase)}' is one of its names"] if phrase else []
    for reading in used:
        if reading.told != reading.word:
            reasons.append(f"'{reading.told}' was read as '{reading.word}'")
        elif reading.word not in phrase:
            reasons.append(f"it speaks of '{reading.word}'")
    return tuple(reasons)
