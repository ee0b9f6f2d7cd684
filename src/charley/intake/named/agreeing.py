"""An illness named in a text and the answers read at the same words say one thing, or neither counts."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from charley.intake.values import Reading
from charley.records.conditions import Has
from charley.records.library import Library

TAKEN_BACK = "takes it back"
"""How a reading says that words beside it cancel it."""

CATALOGUE = "a name of the catalogue"
"""How a reading says that it is an illness's own name, and no phrase of the lexicon that stands for one."""

FAR = "denied from afar"
"""How a name says that the word which denies it stands too far off to speak for other readings."""


class _Row(NamedTuple):
    """Readings in the order of their places, so that those at the same words are found without asking all."""

    readings: list[Reading]
    starts: list[int]
    longest: int

    def over(self, other: Reading) -> list[Reading]:
        """The readings that share words with another."""
        first = bisect_left(self.starts, other.start - self.longest)
        last = bisect_left(self.starts, other.end)
        return [reading for reading in self.readings[first:last] if reading.end > other.start]


def _row(readings: list[Reading]) -> _Row:
    row = sorted(readings, key=lambda reading: reading.start)
    longest = max((reading.end - reading.start for reading in row), default=0)
    return _Row(row, [reading.start for reading in row], longest)


def agreed(readings: list[Reading], library: Library) -> list[Reading]:
    """The readings, where what takes back an answer takes back the illness named there, and the other way
    round: "breast stroke" is no stroke, "never told I had diabetes" no diabetes."""
    named = [r for r in readings if r.kind == "condition"]
    if not named:
        return readings
    refused, every = _row([name for name in named if _is_refused(name)]), _row(readings)
    return [_agree(reading, every, refused, library) for reading in readings]


def _agree(reading: Reading, every: _Row, refused: _Row, library: Library) -> Reading:
    if reading.status != "taken" or reading.kind not in ("finding", "condition"):
        return reading
    if reading.kind == "condition":
        against = _against_name(reading, every, library)
    else:
        against = next((name for name in refused.over(reading) if _gives(name, reading, library)), None)
    return reading.dropped(against.why) if against else reading


def _against_name(name: Reading, every: _Row, library: Library) -> Reading | None:
    """What speaks against an illness at its own words: the same one refused, or its answer taken back."""
    beside = every.over(name)
    same = (r for r in beside if r.kind == "condition" and r.what == name.what)
    if refused := next((r for r in same if _is_refused(r)), None):
        return refused
    if not name.why.startswith(CATALOGUE):
        return None
    answers = [r for r in beside if r.kind == "finding" and _gives(name, r, library)]
    if any(r.status == "taken" for r in answers):
        return None
    return next((r for r in answers if TAKEN_BACK in r.why), None)


def _is_refused(name: Reading) -> bool:
    """Whether the words beside a name refuse it; somebody else's illness is not refused."""
    return name.status == "dropped" and "somebody else" not in name.why and FAR not in name.why


def _gives(name: Reading, answer: Reading, library: Library) -> bool:
    """Whether an illness answers a question so."""
    illness = library.illnesses.get(name.what)
    return illness is not None and any(
        test.finding == answer.what
        and (answer.answer in test.values or (isinstance(test, Has) and str(answer.answer) in test.values))
        for test in illness.gives
    )
