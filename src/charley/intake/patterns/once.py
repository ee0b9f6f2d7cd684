"""What a cramp was like when it came, where nothing says what it is like now: "cramped at the 12k mark, both
quads, hasn't happened again" tells the place, the side and the occasion."""

from __future__ import annotations

from bisect import bisect_right

from charley.intake.patterns.hits import Context
from charley.intake.values import Reading

OF_A_CRAMP = frozenset(("cramp_site", "cramp_side", "cramp_timing", "cramp_minutes"))
"""Findings that describe a cramp whenever it was; how often it comes is asked of now."""

PAST = "past and over"
SOME_YEARS = 400.0
"""Days ago of something else than the complaint of today."""


def or_as_it_was(readings: list[Reading], context: Context) -> list[Reading]:
    """The readings, with what was dropped as past taken up where a finding has no other.

    What a sentence dates years ago ("a clot in the left leg in 2015") stays past.
    """
    told = {reading.what for reading in readings if reading.status == "taken"}
    sentence, long_ago = context.layout.sentence, set()
    for when in context.times.values():
        if when.days > SOME_YEARS:
            long_ago.add(sentence[when.start])
    starts = [token.start for token in context.tokens.items]
    return [
        reading
        if reading.what in told or sentence[max(0, bisect_right(starts, reading.start) - 1)] in long_ago
        else _taken_up(reading)
        for reading in readings
    ]


def _taken_up(reading: Reading) -> Reading:
    if reading.what not in OF_A_CRAMP or reading.status != "dropped" or not reading.why.endswith(PAST):
        return reading
    return reading._replace(status="taken", why=f"{reading.why}; so it was when it came")
