"""What a story sounds like where no pattern reads it: each passage beside the sayings of every sign.

A second reader, for words that nobody listed: "my legs are overcooked noodles". Each word, and each pair
of neighbours, carries weights that were learned from sayings (`knowledge/likeness`); a passage whose sum
reaches the floor of a sign sounds like it. What it finds is a guess, told as one and asked back. It only
ever says that something is there: no guess reassures.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from charley.intake.hits import Context
from charley.intake.scopes import NONE
from charley.intake.traits import COMMON, bare_words, scale, traits_at
from charley.intake.values import Reading
from charley.records.likeness import Likeness

PAIR = 2

FEWEST = 2
"""Words that must tell of a sign: one alone has too many senses."""

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


def second_reading(readings: list[Reading], context: Context, likeness: Likeness) -> list[Reading]:
    """The readings without those that nothing around them sounds like, and guesses beside them."""
    words = bare_words(context.tokens.items, context.numbers.values())
    passages = list(_passages(words, context, likeness))
    kept = without_unlikely(readings, passages, context, likeness)
    return [*kept, *_guesses(kept, words, passages, context, likeness)]


def without_unlikely(
    readings: list[Reading], passages: list[Passage], context: Context, likeness: Likeness
) -> list[Reading]:
    """The readings; a pattern's that stands in words unlike all sayings of its sign is dropped."""
    places = {(sign.finding, sign.answer): place for place, sign in enumerate(likeness.signs)}
    starts = [token.start for token in context.tokens.items]
    value: dict[tuple[str, object], float] = {}
    for reading in readings:
        sign = places.get((reading.what, reading.answer))
        if sign is not None and reading.kind == "finding" and reading.status == "taken":
            found = _value_at(reading, sign, starts, passages, likeness)
            key = (reading.what, reading.answer)
            value[key] = max(found, value.get(key, found))
    return [
        _if_likely(reading, value.get((reading.what, reading.answer)), places, likeness)
        for reading in readings
    ]


def _if_likely(
    reading: Reading, value: float | None, places: Mapping[tuple[str, object], int], likeness: Likeness
) -> Reading:
    if value is None or reading.status != "taken" or reading.kind != "finding":
        return reading
    least = likeness.signs[places[reading.what, reading.answer]].least
    if value >= least:
        return reading
    why = f"{reading.why}; no saying of it sounds like this ({value:+.2f}, least {least:+.2f})"
    return replace(reading, status="dropped", why=why)


def _value_at(
    reading: Reading, sign: int, starts: list[int], passages: list[Passage], likeness: Likeness
) -> float:
    """How much the passages that hold a reading sound like its sign, at most."""
    first = bisect_right(starts, reading.start) - 1
    last = bisect_right(starts, max(reading.end - 1, reading.start)) - 1
    around = [p for p in passages if p.start <= last and p.end > first]
    start = likeness.signs[sign].start
    return max((start + p.sums.get(sign, 0.0) * p.share for p in around), default=start)


def _guesses(
    readings: list[Reading],
    words: list[str],
    passages: list[Passage],
    context: Context,
    likeness: Likeness,
) -> list[Reading]:
    """Guesses for findings of which the patterns read nothing."""
    best: dict[int, Likely] = {}
    for passage in passages:
        for one in _likely(passage, likeness):
            if one.sign not in best or one.value > best[one.sign].value:
                best[one.sign] = one
    read = {reading.what for reading in readings if reading.status != "dropped"}
    found = [one for one in best.values() if likeness.signs[one.sign].finding not in read]
    told = [(one, _telling(one, words, likeness)) for one in sorted(found, key=_order)]
    guesses = [_guess(one, telling, context, likeness) for one, telling in told if len(telling) >= FEWEST]
    return [guess for guess in _once(guesses) if not _understood(guess, readings)]


def _order(one: Likely) -> tuple[float, int]:
    return -one.value, one.sign


def _once(guesses: list[Reading]) -> list[Reading]:
    """Of each finding the likeliest answer."""
    first: dict[str, Reading] = {}
    for guess in guesses:
        first.setdefault(guess.what, guess)
    return list(first.values())


def _understood(guess: Reading, readings: list[Reading]) -> bool:
    """Whether a pattern read the same finding in the same words, and a rule set it aside."""
    return any(r.what == guess.what and r.start < guess.end and guess.start < r.end for r in readings)


def _passages(words: list[str], context: Context, likeness: Likeness) -> Iterator[Passage]:
    """Every clause, every two side by side in a sentence, and every sentence of more."""
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
            yield from (_joined(pair) for pair in zip(clauses, clauses[1:], strict=False))
        if len(clauses) > PAIR:
            yield _joined(clauses)


def _passage(start: int, end: int, words: list[str], likeness: Likeness) -> Passage:
    """The sums of one clause. The loop is plain: every word of a story passes through it."""
    weights, sums, traits, before = likeness.weights, {}, 0, ""
    for word in words[start:end]:
        if word not in COMMON:
            traits += 1
            for sign, weight in weights.get(word, ()):
                sums[sign] = sums.get(sign, 0.0) + weight
        if before:
            traits += 1
            for sign, weight in weights.get(f"{before} {word}", ()):
                sums[sign] = sums.get(sign, 0.0) + weight
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
    sign = likeness.signs[one.sign]
    first, last, said = context.words(min(telling), max(telling) + 1)
    heard = ", ".join(context.tokens.items[place].norm for place in telling)
    why = f"sounds like sayings of it: {heard} ({one.value:+.2f}, floor {sign.floor:+.2f})"
    total = sum(telling.values())
    governed = sum(weight for place, weight in telling.items() if _is_governed(place, context))
    if governed > GOVERNED * total:
        return Reading(
            "finding",
            sign.finding,
            sign.answer,
            first,
            last,
            said,
            f"{why}; not said of now",
            "dropped",
            True,
        )
    return Reading("finding", sign.finding, sign.answer, first, last, said, why, guess=True)


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
