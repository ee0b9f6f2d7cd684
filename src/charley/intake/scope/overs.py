"""What is told to be over behind the telling: "fainting in the spring, not once since"; "that was 2018";
"a fever on Monday, gone by Wednesday"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from charley.intake.quantities.times import When
from charley.intake.text.clauses import Layout
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Tokens

LONG = 28.0
"""Days after which somebody who says "not since" speaks of something over; sooner a danger may come back."""

SAYS_LITTLE = frozenset((
    "and", "but", "it", "that", "they", "this", "those", "i", "am", "is", "are", "was", "has", "have", "'s",
    "all", "so", "then", "which", "though", "with", "them", "of", "by", "on", "in", "now", "just", "had",
    "antibiotics", "thankfully", "luckily", "touch", "wood", "just", "since", "today", "again", "the",
))  # fmt: skip
"""Words beside a cue that say nothing else."""

UNTIL = frozenset(("until", "till", "til", "before"))
FAR = 60
"""How many words back something of long ago is looked for."""

MOST_LEAD = 5
"""At most so many words lead from the start of a clause to its year: but that was back in."""

POINTS = ("that", "this", "it", "which")

Reach = tuple[int, int, int]
"""First token, place after the last, and the cue that says so."""


def over_since(tokens: Tokens, marks: Marks, layout: Layout, times: list[When]) -> Iterator[Reach]:
    """What was long ago and has not come back: "a fit in my teens, none since". Bare cues only; what was
    told with a time of this month is not over."""
    for place, end in marks.places("not_since").items():
        start = _start_before(marks, layout, place, times)
        if start is not None and start < place and _is_bare(tokens, layout, place, end, times):
            yield start, place, place


def over_then(tokens: Tokens, layout: Layout, times: list[When]) -> Iterator[Reach]:
    """What "that was 2018" puts into the past: the clause before it."""
    for when in times:
        first = layout.clause_start[when.start]
        if when.start - first > MOST_LEAD:
            continue
        said = [
            t.norm for t in tokens.items[first : when.start] if t.norm not in ("but", "and", "back", "in")
        ]
        if when.days >= LONG and first and len(said) == 2 and said[0] in POINTS and said[1] in ("was", "'s"):
            yield layout.clause_start[first - 1], first, when.start


def over_now(tokens: Tokens, marks: Marks, layout: Layout, times: list[When]) -> Iterator[Reach]:
    """What a clause of its own says to be gone: "fever on Monday, gone by Wednesday"; "that's cleared"."""
    for place, end in marks.places("gone").items():
        first = max(layout.clause_start[place], place - FAR)
        item = next((p for p in range(place, first, -1) if tokens.items[p].before == ","), first)
        if item and _is_bare(tokens, layout, place, end, times):
            yield layout.clause_start[item - 1], item, place


def is_long_ago(start: int, end: int, times: list[When]) -> bool:
    """Whether the newest time told there is more than a month ago."""
    told = [w.days for w in _between(times, start, end) if w.way in ("ago", "last", "in")]
    return bool(told) and min(told) >= LONG


def begun_until(tokens: Tokens, marks: Marks, layout: Layout, denied: list[int]) -> Iterator[tuple[int, int]]:
    """What was not so until a time, and is since: no fever till this morning; never fainted before May."""
    for place in range(2, len(tokens.items) - 1):
        if tokens.items[place].norm not in UNTIL or tokens.items[place].before:
            continue
        cue = denied[place - 1]
        timed = any(marks.has("<time>", p) or marks.has("tells", p) for p in (place + 1, place + 2))
        if tokens.items[place].norm != "before":
            timed = timed or marks.has("determiner", place + 1)
        if cue >= 0 and timed and layout.clause[cue] == layout.clause[place - 1]:
            yield cue + 1, place


def ends_at_comma(tokens: Tokens, layout: Layout, start: int) -> int:
    """Where "no longer" stops: at the next comma, unless an "or" goes on with its list."""
    last = layout.clause_end[start - 1]
    if any(tokens.items[p].norm in ("or", "nor") for p in range(start, last)):
        return last
    return next((p for p in range(start, last) if tokens.items[p].before == ","), last)


def _between(times: list[When], start: int, end: int) -> list[When]:
    """The times that begin there; times stand in order, so a search is short."""
    by_start = attrgetter("start")
    return times[bisect_left(times, start, key=by_start) : bisect_left(times, end, key=by_start)]


def _start_before(marks: Marks, layout: Layout, place: int, times: list[When]) -> int | None:
    """Where what was long ago begins: at the clause of the last time, or of the last word of the past."""
    first = layout.sentence_start[place]
    if first and place - first <= 2:
        first = layout.sentence_start[first - 1]
    first = max(first, place - FAR)
    told = [w for w in _between(times, first, place) if w.way in ("ago", "last", "in")]
    if told and told[-1].days < LONG:
        return None
    past = [p for p in range(first, place) if marks.has("past", p) or marks.has("once_was", p)]
    places = [*(w.start for w in told), *past]
    return layout.clause_start[max(places)] if places else None


def _is_bare(tokens: Tokens, layout: Layout, place: int, end: int, times: list[When]) -> bool:
    """Whether a clause, or what stands behind its last comma, says nothing but that it is over."""
    first, last = max(layout.clause_start[place], place - FAR), min(layout.clause_end[place], end + FAR)
    first = next((p for p in range(place, first, -1) if _parts(tokens, p)), first)
    last = next((p for p in range(end, last) if tokens.items[p].before == ","), last)
    near = _between(times, max(first - FAR, 0), last)
    timed = {p for w in near for p in range(w.start, w.end)} | set(range(place, end))
    rest = [tokens.items[p].norm for p in range(first, last) if p not in timed]
    return all(word in SAYS_LITTLE for word in rest)


def _parts(tokens: Tokens, place: int) -> bool:
    return tokens.items[place].before == "," or tokens.items[place].norm in ("and", "but")
