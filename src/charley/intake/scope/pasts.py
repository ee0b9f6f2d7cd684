"""What is past: how far a year, an "ago" or a "used to" reaches."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from charley.intake.quantities.times import When
from charley.intake.scope.past_reach import LEADS, reach_of, says_what_was
from charley.intake.text.clauses import Layout
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Tokens

LONG_AGO = 180.0
"""Days after which "ago" speaks of something past, unless it says that something began."""

POINTS = frozenset(("ago", "back", "in"))
"""Last words of phrases that name a time and no state: years ago, back in."""


TURNS = frozenset(("and", "so", "but", "then", "yet", "when"))
STARTS = frozenset(("started", "began", "begun", "noticed", "developed"))
"""In the clause behind a time they say that it lasts since: eight months back | I began to limp."""

NEAR = 8
EASES = frozenset((
    "swelling", "it", "lump", "fever", "temperature", "temp", "which", "that", "they", "bruise", "bruising",
    "redness", "rash", "puffiness", "pain", "bump", "soon", "eventually", "gradually", "slowly", "ankle",
    "ankles", "calf", "leg", "foot", "always", "never",
))  # fmt: skip
"""Before "went down" they make it a swelling that eased; who else went down fell."""

SWELLED = ("swel", "swol", "puff", "lump", "fever", "temp")


Cue = tuple[int, int, bool]
"""First token, place after the last, and whether it is a time rather than a state."""


def find_past(tokens: Tokens, marks: Marks, layout: Layout, times: list[When], past: list[int]) -> None:
    """Write into `past` the cue that puts each token into the past."""
    spared = {p for start, end in marks.places("not_since").items() for p in range(start, end)}
    recent = sorted(
        when.start
        for when in times
        if when.way != "span" and when.days < LONG_AGO and not _lasted(tokens, layout, when)
    )
    onsets = [place for place in marks.places("onset") if place not in spared]
    begun = {layout.clause[place] for place in onsets}
    starts = {layout.clause[place] for place in onsets if tokens.items[place].norm in STARTS}
    for start, end, is_time in _cues(tokens, marks, times):
        if is_time and layout.clause[start] in begun:
            continue
        first, last = reach_of(tokens, marks, layout, start, end, is_time)
        up_to = _up_to_recent if is_time else _up_to_comma
        last = up_to(tokens, end, last, recent)
        if is_time and first < last and layout.clause[last - 1] in starts:
            continue
        past[first:last] = [start] * (last - first)


def _cues(tokens: Tokens, marks: Marks, times: list[When]) -> Iterator[Cue]:
    """Times long ago, and phrases that say so, but for one within a nearer time: in the past few days."""
    for when in times:
        if when.way in ("ago", "last") and when.days >= LONG_AGO:
            yield when.start, when.end, True
    spans = {place: when for when in times for place in range(when.start, when.end)}
    for start, end in marks.places("past").items():
        over = spans.get(end - 1)
        if over is not None and over.end > end and over.days < LONG_AGO:
            continue
        if _somebody_fell(tokens, start):
            continue
        yield start, end, tokens.items[end - 1].norm in POINTS


def _up_to_recent(tokens: Tokens, end: int, last: int, recent: list[int]) -> int:
    """Where a time long ago stops for a nearer one: he died six years ago | so when I coughed blood today."""
    at = bisect_left(recent, end)
    if at == len(recent) or recent[at] >= last:
        return last
    return next((p for p in range(end, recent[at] + 1) if tokens.items[p].norm in TURNS), last)


def _up_to_comma(tokens: Tokens, end: int, last: int, recent: list[int]) -> int:
    """Where a state of once stops for a nearer time behind a comma: had slim ankles, | today both..."""
    near = (_led_from(tokens, p, end) for p in recent[bisect_left(recent, end) : bisect_left(recent, last)])
    return next((p for p in near if tokens.items[p].before == ","), last)


def _led_from(tokens: Tokens, place: int, end: int) -> int:
    """Where a time begins with what leads to it: then on | Monday."""
    while place > end and not tokens.items[place].before and tokens.items[place - 1].norm in (*LEADS, *TURNS):
        place -= 1
    return place


def _somebody_fell(tokens: Tokens, place: int) -> bool:
    """Whether who "went down" is a person, and no swelling: I went down in the kitchen, out cold."""
    items = tokens.items
    if (items[place].norm, items[min(place + 1, len(items) - 1)].norm) != ("went", "down"):
        return False
    before = items[place - 1].norm if place and not items[place].before else ""
    if before in EASES:
        return False
    return not any(token.norm.startswith(SWELLED) for token in items[max(place - NEAR, 0) : place])


def _lasted(tokens: Tokens, layout: Layout, when: When) -> bool:
    """Whether a time only tells how long something was: and was paralysed for three days."""
    first = layout.clause_start[when.start]
    parted = any(tokens.items[p].before == "," for p in range(first + 1, when.start + 1))
    listed = tokens.items[first].before == ":"
    return when.way == "for" and (listed or (not parted and says_what_was(tokens, first)))
