"""A second look at each sentence: whether its words are such as signs of danger are told with, by counting.

People's ways of telling have no end, and a sentence may tell of danger in words that no pattern holds. Each
word weighs as much as it stands oftener in sentences that tell a sign of danger than in others; the weights
of a sentence are added. Where they come to enough and no pattern read the sign, the one whose sentences share
most of these words is taken, asked back, and counts until it is answered. Less is enough in a story that
sounds grave as a whole: a danger told in new words is told all through it. (docs/decisions/0012)
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from heapq import nlargest
from math import fsum, sqrt
from typing import NamedTuple

from charley.intake.patterns.hits import Context
from charley.intake.scope.scopes import NONE
from charley.intake.text.tokens import Token
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

ABSENT = frozenset(("no", "nothing", "nor", "neither"))
LOST = frozenset((
    "feeling", "sensation", "power", "strength", "pulse", "pulses", "grip", "movement", "control", "air",
    "breath", "response", "reaction", "life", "use", "urge", "pee", "urine", "water", "wee", "drink",
))  # fmt: skip
"""To have none of them is a danger itself."""

SHOWN = 4
WHY = "sounds like a sign of danger by its words"
YES_NO = "yes_no"
DANGER = ("safety", "child")
CRAMP = "the_cramp"
"""Sections of findings: of danger, and of the cramp itself."""


class _Sentence(NamedTuple):
    """A sentence: its first token, the place after its last, its words, how much they sound like danger,
    whether a danger was read in it, and how many answers about the cramp."""

    start: int
    end: int
    words: set[str]
    weight: float
    danger: bool
    understood: int


def sounding(readings: list[Reading], context: Context, sounds: Sounds, library: Library) -> list[Reading]:
    """Readings for the sentences that sound like a sign which was not read."""
    if len(context.tokens.items) < STORY:
        return []
    read = {reading.what for reading in readings if reading.status != "dropped"}
    story = list(_sentences(readings, context, sounds, library))
    found = [s for s in story if s.weight > LIKELY and not s.danger and len(s.words) >= FEWEST]
    heard = _by_sign((s for s in reversed(found) if s.weight > SURE), read, sounds, library)
    likely = [s for s in found if s.weight <= SURE and s.understood < ENOUGH]
    if likely and _weight(set().union(*(s.words for s in story)), sounds) > GRAVE:
        weakest_first = sorted(likely, key=lambda s: s.weight)
        more = _by_sign(weakest_first, read | heard.keys(), sounds, library)
        heard |= dict(nlargest(MOST - len(heard), more.items(), key=lambda item: item[1].weight))
    return [_guess(sign, sentence, context, sounds) for sign, sentence in heard.items()]


def _by_sign(
    sentences: Iterable[_Sentence], read: Set[str], sounds: Sounds, library: Library
) -> dict[str, _Sentence]:
    """The last of the sentences for each likeliest sign that was read nowhere."""
    signs = ((_sign(sentence.words, sounds), sentence) for sentence in sentences)
    return {
        sign: sentence
        for sign, sentence in signs
        if sign is not None and sign not in read and library.findings[sign].type == YES_NO
    }


def _sentences(
    readings: list[Reading], context: Context, sounds: Sounds, library: Library
) -> Iterator[_Sentence]:
    start = 0
    for told in _by_sentence(readings, context):
        end = context.layout.sentence_end[start]
        sections = {one.what: library.findings[one.what].section for one in told}
        danger = any(one.answer is True and sections[one.what] in DANGER for one in told)
        words = _own_words(context, start, end)
        understood = sum(section == CRAMP for section in sections.values())
        yield _Sentence(start, end, words, _weight(words, sounds), danger, understood)
        start = end


def _by_sentence(readings: list[Reading], context: Context) -> Iterator[list[Reading]]:
    """The findings that were read, sentence by sentence."""
    told = sorted((r for r in readings if r.status == "taken" and r.kind == "finding"), key=_place)
    items, ends, first, at = context.tokens.items, context.layout.sentence_end, 0, 0
    while first < len(items):
        first = ends[first]
        behind = bisect_left(told, items[first - 1].end, lo=at, key=_place)
        yield told[at:behind]
        at = behind


def _place(reading: Reading) -> int:
    return reading.start


def _guess(sign: str, one: _Sentence, context: Context, sounds: Sounds) -> Reading:
    heavy = nlargest(SHOWN, sorted(one.words), key=lambda word: sounds.words.get(word, 0.0))
    why = f"{WHY}: {', '.join(heavy)}"
    return Reading("finding", sign, True, *context.words(one.start, one.end), why, guess=True)


def _only_denies(context: Context, start: int, end: int) -> bool:
    """Whether a sentence only says what is not there: no pain in my back and nothing wrong with the leg."""
    items, denied = context.tokens.items, context.scopes.denied
    told = {items[p].norm for p in range(start, end) if not _is_absent(items, denied[p])}
    return len(told) < FEWEST and LOST.isdisjoint(token.norm for token in items[start:end])


def _is_absent(items: list[Token], cue: int) -> bool:
    return cue != NONE and items[cue].norm in ABSENT


def _own_words(context: Context, start: int, end: int) -> set[str]:
    """The different words of a sentence that are said of the person and are no supposition."""
    scopes, items = context.scopes, context.tokens.items
    if context.is_plain_from(start, end):
        return {token.norm for token in items[start:end]}
    if _only_denies(context, start, end):
        return set()
    return {
        items[p].norm
        for p in range(start, end)
        if not (context.others[p] or scopes.asked[p] or scopes.over[p])
        and (scopes.supposed[p] == NONE or scopes.supposed[p] in scopes.pictures)
    }


def _weight(words: set[str], sounds: Sounds) -> float:
    """How much different words sound like danger together: the sum of their weights, in whatever order they
    come, over the root of their number."""
    return fsum(filter(None, map(sounds.words.get, words))) / sqrt(max(1, len(words)))


def _sign(words: set[str], sounds: Sounds) -> str | None:
    """The sign whose sentences share most of these words."""
    shares: defaultdict[str, float] = defaultdict(float)
    for word in sorted(words):
        for finding, weight in sounds.signs.get(word, ()):
            shares[finding] += weight
    most = max(shares.values(), default=0.0)
    return min((finding for finding, share in shares.items() if share == most), default=None)
