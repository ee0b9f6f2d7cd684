"""Of the patterns that stand in a text, those that speak: the longest, and not what belongs to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from charley.intake.patterns.governing import denial_of
from charley.intake.patterns.hits import Context, Hit
from charley.intake.scope.scopes import NONE
from charley.intake.text.matching import Span

CLOSE = 5
"""A phrase of so few words means one place only: the thigh in "back of my left thigh"."""

MOST_SPAN = 30
LOOK_BACK = 6
"""How many hits before a hit are asked whether it lies inside one of them."""


def chosen(hits: list[Hit], lists: set[int], context: Context) -> Iterator[Hit]:
    """The hits that speak; `lists` are the entries of tick lists."""
    mute = {index for index, hit in enumerate(hits) if _says_nothing(hit, context)}
    speaking = [hit for index, hit in enumerate(hits) if index not in mute]
    silent = [hits[index] for index in sorted(mute)]
    return _own_denials([*_longest(speaking, lists), *silent], context)


def _says_nothing(hit: Hit, context: Context) -> bool:
    """Whether a hit is denied and has no opposite to say: it must not swallow a shorter one that speaks."""
    return hit.pattern.mode == "said" and denial_of(hit, context) != NONE


def _longest(hits: list[Hit], lists: set[int]) -> Iterator[Hit]:
    """Of hits of one entry where one lies inside the other, the longer. Of a list, only a close phrase
    swallows another answer: "calves and hands were in knots" names both."""
    by_entry: defaultdict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        kept = by_entry[hit.pattern.entry]
        close = CLOSE if hit.pattern.entry in lists else MOST_SPAN
        if any(_inside(hit, other, close) for other in kept[-LOOK_BACK:]):
            continue
        while kept and _inside(kept[-1], hit, close):
            kept.pop()
        kept.append(hit)
    for entry, kept in by_entry.items():
        yield from _outside_phrases(kept) if entry in lists else kept


def _outside_phrases(hits: list[Hit]) -> Iterator[Hit]:
    """Of a list, without what only takes a word out of a close phrase: the thigh of "back of my thigh"."""
    phrase: dict[int, Hit] = {}
    for hit in hits:
        if len(hit.spans) == 1 and 1 < hit.end - hit.start <= CLOSE:
            phrase.update(dict.fromkeys(range(hit.start, hit.end), hit))
    for hit in hits:
        over = (phrase.get(start) for start, _, _ in hit.spans)
        if not any(other and _swallows(other, hit) for other in over):
            yield hit


def _swallows(phrase: Hit, hit: Hit) -> bool:
    """Whether a part of a hit lies inside a phrase that gives another answer."""
    within = any(
        phrase.start <= start and end <= phrase.end and end - start < phrase.end - phrase.start
        for start, end, _ in hit.spans
    )
    return within and phrase.pattern.answer != hit.pattern.answer


def _own_denials(hits: list[Hit], context: Context) -> Iterator[Hit]:
    """Without those whose denial is another pattern's word: "can't keep it down" denies no "keep down"."""
    own: defaultdict[int, set[int]] = defaultdict(set)
    for hit in hits:
        if hit.pattern.denies:
            own[hit.pattern.entry].update(p for start, end, _ in hit.spans for p in range(start, end))
    for hit in hits:
        cue = denial_of(hit, context)
        if hit.pattern.denies or cue == NONE or cue not in own[hit.pattern.entry]:
            yield hit


def _within(span: Span, other: Hit) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end, _ in other.spans)


def _inside(one: Hit, other: Hit, close: int) -> bool:
    """Whether one hit lies inside a longer one, or says the same at the same place."""
    if one.start < other.start or one.end > other.end:
        return False
    if len(other.spans) > 1 and not all(_within(span, other) for span in one.spans):
        return False  # what stands between the parts is not swallowed
    if (one.start, one.end) == (other.start, other.end):
        return one.pattern.answer == other.pattern.answer and one.pattern.mode == other.pattern.mode
    if other.end - other.start > close and one.pattern.answer != other.pattern.answer:
        return False
    if {one.pattern.mode, other.pattern.mode} == {"said", "denied"}:
        return False  # only one of the two can speak here
    return one.pattern.answer != other.pattern.answer or one.pattern.mode != other.pattern.mode
