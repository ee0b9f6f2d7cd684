"""Words of a question read as words that the cards know, forgiving spelling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from charley.advice.claims.index import Entry

ALIKE = 78.0
"""Least likeness (0 to 100) of a misspelt word and the known one it is read as."""

SAME_ROOT = 0.9
"""Likeness of two words of which one goes on from the other by an ending."""

SHORTEST = 4
"""Shorter words are never guessed at, nor are those with a figure: K1 is not K2."""

UNKNOWN = 4
"""A word that no card holds weighs as one that so many hold: people tell more than cards know."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A word of the question as a known word, and how alike the two are (1 when they are the same)."""

    told: str
    word: str
    likeness: float


class Reader:
    """Knows the words of all cards, and on how many cards each stands."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._cards_with = Counter(word for entry in self._entries for word in entry.weights)

    def rarity(self, word: str) -> float:
        """The more, the fewer cards hold a word."""
        return log(1 + len(self._entries) / self._cards_with.get(word, UNKNOWN))

    def read(self, word: str) -> list[Reading]:
        """A word as itself, or as the known words nearest to it, best first; as itself when there is none."""
        itself = [Reading(word, word, 1.0)]
        if word in self._cards_with or len(word) < SHORTEST or any(c.isdigit() for c in word):
            return itself
        longer = [known for known in self._cards_with if _same_root(word, known)]
        if longer:
            return [Reading(word, known, SAME_ROOT) for known in longer]
        return self._alike(word) or itself

    def _alike(self, word: str) -> list[Reading]:
        """Known words of nearly the same letters. People seldom miss the first: ginger is no finger."""
        from rapidfuzz import fuzz, process  # only when needed: it costs start-up time

        pool = [known for known in self._cards_with if len(known) >= SHORTEST and known[0] == word[0]]
        found = process.extract(word, pool, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=2)
        return [Reading(word, known, likeness / 100) for known, likeness, _ in found]


def _same_root(told: str, known: str) -> bool:
    """Whether one word goes on from the other by an ending: walk and walking, prick and pricking."""
    short, long = sorted((told, known), key=len)
    return len(short) >= SHORTEST and len(long) - len(short) <= 3 and long.startswith(short)
