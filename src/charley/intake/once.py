"""What a cramp was like when it came, where nothing says what it is like now: "cramped at the 12k mark, both
quads, hasn't happened again" tells the place, the side and the occasion."""

from __future__ import annotations

from dataclasses import replace

from charley.intake.values import Reading

OF_A_CRAMP = frozenset(("cramp_site", "cramp_side", "cramp_timing", "cramp_minutes"))
"""Findings that describe a cramp whenever it was; how often it comes is asked of now."""

PAST = "past and over"


def or_as_it_was(readings: list[Reading]) -> list[Reading]:
    """The readings, with what was dropped as past taken up where a finding has no other."""
    told = {reading.what for reading in readings if reading.status == "taken"}
    return [_taken_up(reading) if reading.what not in told else reading for reading in readings]


def _taken_up(reading: Reading) -> Reading:
    if reading.what not in OF_A_CRAMP or reading.status != "dropped" or not reading.why.endswith(PAST):
        return reading
    return replace(reading, status="taken", why=f"{reading.why}; so it was when it came")
