"""What a story sounds like where no pattern reads it: each passage beside the sayings of every danger sign.

A second reader, for words that nobody listed: "my legs are overcooked noodles". Each word, and each pair
of neighbours, carries weights that were learned from sayings (`knowledge/likeness`); a passage whose sum
reaches the floor of a sign sounds like it. What it finds is a guess, told as one and asked back, and counts
as yes until it is answered, as every danger sign of a story. It only ever says that something is there: no
guess reassures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from charley.intake.hits import Context
from charley.intake.scopes import NONE
from charley.intake.traits import COMMON, bare_words, scale, traits_at
from charley.intake.values import Reading
from charley.records.likeness import Likeness

FEWEST = 2
"""Different words that must tell of a sign: one alone has too many senses."""

TELLING = 0.25
"""A word tells when its weight is at least this share of the weightiest."""

GOVERNED = 0.3
"""A guess is dropped when more than this share of its weight is denied, past, asked or somebody else's."""


class Passage(NamedTuple):
    """A clause, or clauses side by side: where, the sum for each sign, what share of a sum counts, and how
    many traits it has."""

    start: int
    end: int
    sums: dict[int, float]
    share: float
    traits: int


class Likely(NamedTuple):
    """A passage that sounds like a sign, and by how much."""

    value: float
    sign: int
    start: int
    end: int


def guesses(readings: list[Reading], context: Context, likeness: Likeness) -> list[Reading]:
    """Guesses of danger signs of which the patterns read nothing."""
    words = bare_words(context.tokens.items, context.numbers.values())
    best: dict[int, Likely] = {}
    for passage in _passages(words, context, likeness):
        for one in _likely(passage, likeness):
            if one.sign not in best or one.value > best[one.sign].value:
                best[one.sign] = one
    read = {reading.what for reading in readings if reading.status != "dropped"}
    found = [one for one in best.values() if likeness.signs[one.sign].finding not in read]
    told = [(one, _telling(one, words, likeness)) for one in sorted(found, key=_order)]
    guessed = [
        _guess(one, telling, context, likeness)
        for one, telling in told
        if len({words[place] for place in telling if words[place].isalpha()}) >= FEWEST
    ]
    return [guess for guess in guessed if not _understood(guess, readings)]


def _order(one: Likely) -> tuple[float, int]:
    return -one.value, one.sign


def _understood(guess: Reading, readings: list[Reading]) -> bool:
    """Whether a pattern read the same finding in the same words, and a rule set it aside."""
    return any(r.what == guess.what and r.start < guess.end and guess.start < r.end for r in readings)


def _passages(words: list[str], context: Context, likeness: Likeness) -> Iterator[Passage]:
    """Every clause, and every two side by side in a sentence."""
    layout = context.layout
    place = 0
    while place < len(words):
        clauses: list[Passage] = []
        end = layout.sentence_end[place]
        while place < end:
            clauses.append(_passage(place, min(layout.clause_end[place], end), words, likeness))
            place = clauses[-1].end
        yield from clauses
        if len(clauses) > 1:
            yield from (_joined(pair) for pair in pairwise(clauses))


def _passage(start: int, end: int, words: list[str], likeness: Likeness) -> Passage:
    """The sums of one clause. The loop is plain: every word of a story passes through it."""
    sums: defaultdict[int, float] = defaultdict(float)
    weights, traits, before = likeness.weights, 0, ""
    for word in words[start:end]:
        if word not in COMMON:
            traits += 1
            if word in weights:
                for sign, weight in weights[word]:
                    sums[sign] += weight
        if before:
            traits += 1
            pair = f"{before} {word}"
            if pair in weights:
                for sign, weight in weights[pair]:
                    sums[sign] += weight
        before = word
    return Passage(start, end, sums, 1.0 / scale(traits), traits)


def _joined(clauses: Sequence[Passage]) -> Passage:
    sums = dict(clauses[0].sums)
    for clause in clauses[1:]:
        for sign, weight in clause.sums.items():
            sums[sign] = sums.get(sign, 0.0) + weight
    traits = sum(clause.traits for clause in clauses)
    return Passage(clauses[0].start, clauses[-1].end, sums, 1.0 / scale(traits), traits)


def _likely(passage: Passage, likeness: Likeness) -> Iterator[Likely]:
    share, signs = passage.share, likeness.signs
    for sign, total in passage.sums.items():
        if total > 0.0:
            one = signs[sign]
            value = one.start + total * share
            if value >= one.floor:
                yield Likely(value, sign, passage.start, passage.end)


def _guess(one: Likely, telling: dict[int, float], context: Context, likeness: Likeness) -> Reading:
    finding, _, floor = likeness.signs[one.sign]
    first, last, said = context.words(min(telling), max(telling) + 1)
    heard = ", ".join(context.tokens.items[place].norm for place in telling)
    why = f"sounds like sayings of it: {heard} ({one.value:+.2f}, floor {floor:+.2f})"
    governed = sum(weight for place, weight in telling.items() if _is_governed(place, context))
    if governed > GOVERNED * sum(telling.values()):
        return Reading(
            "finding", finding, True, first, last, said, f"{why}; not said of now", "dropped", True
        )
    return Reading("finding", finding, True, first, last, said, why, guess=True)


def _telling(one: Likely, words: list[str], likeness: Likeness) -> dict[int, float]:
    """The words of a passage that tell most of a sign, in order, with what each adds. No common words."""
    places = (place for place in range(one.start, one.end) if words[place] not in COMMON)
    added = {place: _added(place, one, words, likeness) for place in places} or {one.start: 0.0}
    least = TELLING * max(added.values())
    return {place: weight for place, weight in added.items() if weight >= least}


def _added(place: int, one: Likely, words: list[str], likeness: Likeness) -> float:
    return sum(
        weight
        for trait in traits_at(words, place, one.start)
        for sign, weight in likeness.weights.get(trait, ())
        if sign == one.sign
    )


def _is_governed(place: int, context: Context) -> bool:
    """Whether what stands here is denied, asked, supposed, past or somebody else's."""
    scopes = context.scopes
    cues = (scopes.denied, scopes.supposed, scopes.past)
    return (
        context.others[place]
        or scopes.asked[place]
        or scopes.over[place]
        or any(cue[place] != NONE for cue in cues)
    )
