"""Blood pressures: two figures that can be one, and of several the newest."""

from __future__ import annotations

from bisect import bisect_left

from charley.intake.patterns.hits import Context
from charley.intake.values import Reading

POSSIBLE = {"systolic_bp": (60.0, 280.0), "diastolic_bp": (30.0, 170.0)}
"""What a cuff can show, in mmHg: 3/11 is a date and L4/5 a place."""

NEWER = frozenset((
    "second", "repeat", "repeated", "recheck", "rechecked", "now", "today", "latest", "then",
    "again", "later", "currently", "tonight",
))  # fmt: skip
"""Words before a later reading of the cuff."""

BEFORE = 3


def newest_pressures(readings: list[Reading], context: Context) -> list[Reading]:
    """The readings without pressures that no cuff shows, and without those that a newer one replaces."""
    kept = [_possible(reading) for reading in readings]
    starts = [token.start for token in context.tokens.items]
    for finding in POSSIBLE:
        told = [r for r in kept if r.what == finding and r.status == "taken"]
        newer = max((r.start for r in told if _is_newer(r, starts, context)), default=-1)
        kept = [_replaced(r) if r.what == finding and r.start < newer else r for r in kept]
    return kept


def _possible(reading: Reading) -> Reading:
    if reading.what not in POSSIBLE or reading.status != "taken":
        return reading
    low, high = POSSIBLE[reading.what]
    possible = low <= float(reading.answer) <= high
    return reading if possible else reading.dropped("no such pressure")


def _replaced(reading: Reading) -> Reading:
    if reading.status != "taken":
        return reading
    return reading.dropped("a newer one follows")


def _is_newer(reading: Reading, starts: list[int], context: Context) -> bool:
    place = bisect_left(starts, reading.start)
    return any(token.norm in NEWER for token in context.tokens.items[max(0, place - BEFORE) : place + 1])
