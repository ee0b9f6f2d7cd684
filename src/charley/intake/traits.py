"""What a passage is compared by: its words, and its pairs of neighbours.

The same for learning from sayings and for reading a story.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache

from charley.intake.numbers import Amount
from charley.intake.tokens import Token

NUMBER = "#"
COMMON = frozenset((
    "the", "a", "an", "of", "and", "to", "i", "it", "is", "my", "me", "he", "she", "his", "her", "him",
    "they", "them", "in", "on", "at", "for", "with", "that", "this", "was", "were", "be", "been", "have",
    "has", "had", "so", "as", "but", "or", "we", "us", "our", "you", "your", "am", "are", "'s", "s", "not",
    "no", "can", "could", "will", "would", "do", "did", "get", "got", "now", "just", "since", "if", "then",
    "when", "from", "by", "about", "there", "what", "which", "some", "any", "too", "very", "also", "than",
    "who", "should", "may", "might", "its", "one", "after", "before", "day", "days", "today", "doe", "thi",
    "hi", "ha", "wa", "gett",
))  # fmt: skip
"""Words that tell nothing on their own; in a pair they do. As `stem` leaves them."""

ENDINGS = ("ingly", "edly", "ing", "ed", "es", "ly", "s")
SHORTEST = 3
"""Letters that must be left when an ending is taken off."""

MOST_WORDS = 20_000


def bare_words(tokens: list[Token], numbers: Iterable[Amount]) -> list[str]:
    """For each token its word without ending; a number is a number, whatever it says."""
    words = [stem(token.norm) for token in tokens]
    for amount in numbers:
        words[amount.start : amount.end] = [NUMBER] * (amount.end - amount.start)
    return words


@lru_cache(maxsize=MOST_WORDS)
def stem(word: str) -> str:
    """A word without its ending: "wobbling" and "wobbled" are one. Crude, and the same everywhere."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            bare = word[: -len(ending)]
            doubled = len(bare) > SHORTEST and bare[-1] == bare[-2] and bare[-1] not in "ls"
            return bare[:-1] if doubled else bare
    return word


def traits_at(words: list[str], place: int, first: int) -> Iterator[str]:
    """The traits that end at a word of a passage which begins at `first`."""
    word = words[place]
    if word not in COMMON:
        yield word
    if place > first:
        yield f"{words[place - 1]} {word}"


def scale(traits: int) -> float:
    """What a sum of weights is divided by: long passages hold more, but not more of one sign."""
    return math.sqrt(math.sqrt(max(traits, 1)))
