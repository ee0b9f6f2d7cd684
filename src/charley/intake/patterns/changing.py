"""How often it comes now, where it was otherwise before: "from every night to once a week"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from charley.intake.patterns.hits import Context
from charley.intake.values import Reading

RATE = "cramps_per_week"
BETWEEN = 14
"""How many words may stand between how often it was and how often it is."""

LEAD = 3
"""How many words before a rate "from" may stand: from about four a week."""

BEFORE_NOW = "how often before, not now"


def now_only(readings: list[Reading], context: Context) -> list[Reading]:
    """The readings; of how often cramps came, what a newer rate beside it replaced is dropped."""
    starts = [token.start for token in context.tokens.items]
    told = sorted(
        (r for r in readings if r.what == RATE and r.status == "taken"), key=lambda r: (r.start, r.end)
    )
    gone = {id(reading) for reading in _replaced(told, starts, context)}
    return [r.dropped(BEFORE_NOW) if id(r) in gone else r for r in readings]


def _replaced(told: list[Reading], starts: list[int], context: Context) -> Iterator[Reading]:
    for old, new in pairwise(told):
        first, last = bisect_left(starts, old.start), bisect_left(starts, old.end)
        begin = bisect_left(starts, new.start)
        last = min(last, begin)  # "four a week, now" and "now every night" share a word
        if (
            old.answer != new.answer
            and last <= begin <= last + BETWEEN
            and _turns(first, last, begin, context)
        ):
            yield from (r for r in told if r.end <= old.end)


def _turns(first: int, last: int, begin: int, context: Context) -> bool:
    """Whether the words around two rates say that the second took the place of the first."""
    items = context.tokens.items
    between = [token.norm for token in items[last : begin + 1]]
    lead = [token.norm for token in items[max(first - LEAD, 0) : first]]
    now = any(one == "now" and other != "and" for one, other in pairwise([*between, ""]))
    return now or ("from" in lead and "to" in between)
