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
from typing import NamedTuple

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

MOST = 2
"""So many sentences of a grave story, at most, are taken because they are likely."""

ENOUGH = 2
"""A sentence in which so many answers about the cramp were read was understood."""

STORY = 40
"""A text of fewer words is short enough for the patterns."""

FEWEST = 5
"""So few different words can sound like anything."""

SHOWN = 4
WHY = "sounds like a sign of danger by its words"
YES_NO = "yes_no"
DANGER = ("safety", "child")
CRAMP = "the_cramp"
"""Sections of findings: of danger, and of the cramp itself."""


class _Sentence(NamedTuple):
    """A sentence in which no danger was read: its first token, the place after its last, its words, how much
    they sound like danger, the likeliest sign, and how many answers about the cramp were read in it."""

    start: int
    end: int
    words: set[str]
    weight: float
    sign: str
    understood: int


def sounding(readings: list[Reading], context: Context, sounds: Sounds, library: Library) -> list[Reading]:
    """Readings for the sentences that sound like a sign which was not read."""
    count = len(context.tokens.items)
    if count < STORY:
        return []
    found = list(_unread(readings, context, sounds, library))
    heard = {s.sign: s for s in reversed(found) if s.weight > SURE}
    if _weight(_own_words(context, 0, count), sounds) > GRAVE:
        likely = (s for s in found if s.weight > LIKELY and s.understood < ENOUGH and s.sign not in heard)
        strongest = {s.sign: s for s in sorted(likely, key=lambda s: s.weight)}
        chosen = nlargest(MOST - len(heard), strongest.values(), key=lambda s: s.weight)
        heard |= {s.sign: s for s in chosen}
    return [_guess(sentence, context, sounds) for sentence in heard.values()]


def _unread(
    readings: list[Reading], context: Context, sounds: Sounds, library: Library
) -> Iterator[_Sentence]:
    """The sentences in which no sign of danger was read, and whose likeliest sign was read nowhere."""
    told = [(r.start, r.what) for r in readings if r.status == "taken" and r.kind == "finding"]
    of_danger = {r.what for r in readings if r.answer is True and _section(r, library) in DANGER}
    of_cramp = {r.what for r in readings if _section(r, library) == CRAMP}
    read = {r.what for r in readings if r.status != "dropped"}
    start = 0
    while start < len(context.tokens.items):
        end = context.layout.sentence_end[start]
        first, last, _ = context.words(start, end)
        here = {what for place, what in told if first <= place < last}
        words = _own_words(context, start, end) if here.isdisjoint(of_danger) else set()
        weight = _weight(words, sounds)
        sign = _sign(words, sounds) if len(words) >= FEWEST and weight > LIKELY else None
        if sign is not None and sign not in read and library.findings[sign].type == YES_NO:
            yield _Sentence(start, end, words, weight, sign, len(here & of_cramp))
        start = end


def _guess(one: _Sentence, context: Context, sounds: Sounds) -> Reading:
    heavy = nlargest(SHOWN, sorted(one.words), key=lambda word: sounds.words.get(word, 0.0))
    why = f"{WHY}: {', '.join(heavy)}"
    return Reading("finding", one.sign, True, *context.words(one.start, one.end), why, guess=True)


def _section(reading: Reading, library: Library) -> str:
    return library.findings[reading.what].section if reading.kind == "finding" else ""


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
