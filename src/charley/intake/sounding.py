"""A second look at each sentence: whether its words are such as signs of danger are told with, by counting.

People's ways of telling have no end, and a sentence may tell of danger in words that no pattern holds. Each
word weighs as much as it stands oftener in sentences that tell a sign of danger than in others; the weights
of a sentence are added. Where they come to enough and no pattern read the sign, the one whose sentences share
most of these words is taken, asked back, and counts until it is answered. Less is enough in a story that
sounds grave as a whole: a danger told in new words is told all through it. (docs/decisions/0012)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from heapq import nlargest
from math import sqrt

from charley.intake.hits import Context
from charley.intake.scopes import NONE
from charley.intake.values import Reading
from charley.records.lexicon import Sounds
from charley.records.library import Library

SURE = 2.2
"""From so much on a sentence sounds like danger: the sum of its weights over the root of their number."""

GRAVE = 2.6
"""From so much on a whole story sounds like danger, weighed in the same way."""

LIKELY = 1.2
"""From so much on a sentence of such a story does."""

STORY = 40
"""A text of fewer words is short enough for the patterns."""

FEWEST = 5
"""So few different words can sound like anything."""

SHOWN = 4
WHY = "sounds like a sign of danger by its words"
YES_NO = "yes_no"
DANGER = ("safety", "child")
"""Sections of findings of danger."""


def sounding(
    readings: list[Reading], context: Context, sounds: Sounds, library: Library
) -> Iterator[Reading]:
    """A reading for each sentence that sounds like a sign which was not read."""
    layout, count = context.layout, len(context.tokens.items)
    if count < STORY:
        return
    read = {reading.what for reading in readings if reading.status != "dropped"}
    told = [r.start for r in readings if r.status == "taken" and r.answer is True and _is_sign(r, library)]
    sure = LIKELY if _weight(_own_words(context, 0, count), sounds) > GRAVE else SURE
    start = 0
    while start < count:
        end = layout.sentence_end[start]
        words = set() if _is_read(context, start, end, told) else _own_words(context, start, end)
        finding = _sign(words, sounds) if len(words) >= FEWEST and _weight(words, sounds) > sure else None
        if finding is not None and finding not in read and library.findings[finding].type == YES_NO:
            read.add(finding)
            heavy = nlargest(SHOWN, sorted(words), key=lambda word: sounds.words.get(word, 0.0))
            why = f"{WHY}: {', '.join(heavy)}"
            yield Reading("finding", finding, True, *context.words(start, end), why, guess=True)
        start = end


def _is_sign(reading: Reading, library: Library) -> bool:
    return reading.kind == "finding" and library.findings[reading.what].section in DANGER


def _is_read(context: Context, start: int, end: int, told: list[int]) -> bool:
    """Whether a sign of danger was read in a sentence."""
    first, last, _ = context.words(start, end)
    return any(first <= place < last for place in told)


def _own_words(context: Context, start: int, end: int) -> set[str]:
    """The different words of a sentence that are said of the person and are no supposition."""
    scopes, items = context.scopes, context.tokens.items
    if context.is_plain_from(start, end):
        return {token.norm for token in items[start:end]}
    return {
        items[p].norm
        for p in range(start, end)
        if not (context.others[p] or scopes.asked[p] or scopes.over[p])
        and (scopes.supposed[p] == NONE or scopes.supposed[p] in scopes.pictures)
    }


def _weight(words: set[str], sounds: Sounds) -> float:
    """How much different words sound like danger together: the sum of their weights over the root of their
    number."""
    return sum(sounds.words.get(word, 0.0) for word in words) / sqrt(max(1, len(words)))


def _sign(words: set[str], sounds: Sounds) -> str | None:
    """The sign whose sentences share most of these words."""
    shares: defaultdict[str, float] = defaultdict(float)
    for word in sorted(words):
        for finding, weight in sounds.signs.get(word, ()):
            shares[finding] += weight
    return max(sorted(shares), key=lambda finding: shares[finding]) if shares else None
