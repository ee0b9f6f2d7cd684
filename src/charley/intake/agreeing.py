"""An illness named in a text and the answers read at the same words say one thing, or neither counts."""

from __future__ import annotations

from dataclasses import replace

from charley.intake.values import Reading
from charley.records.conditions import Has
from charley.records.library import Library

TAKEN_BACK = "takes it back"
"""How a reading says that words beside it cancel it."""

CATALOGUE = "a name of the catalogue"
"""How a reading says that it is an illness's own name, and no phrase of the lexicon that stands for one."""

FAR = "denied from afar"
"""How a name says that the word which denies it stands too far off to speak for other readings."""


def agreed(readings: list[Reading], library: Library) -> list[Reading]:
    """The readings, where what takes back an answer takes back the illness named there, and the other way
    round: "breast stroke" is no stroke, "never told I had diabetes" no diabetes."""
    named = [r for r in readings if r.kind == "condition"]
    return [_agree(reading, readings, named, library) if named else reading for reading in readings]


def _agree(reading: Reading, readings: list[Reading], named: list[Reading], library: Library) -> Reading:
    if reading.status != "taken" or reading.kind not in ("finding", "condition"):
        return reading
    if reading.kind == "condition":
        against = _against_name(reading, readings, library)
    else:
        refused = (n for n in named if _is_refused(n) and _over(reading, n) and _gives(n, reading, library))
        against = next(refused, None)
    return replace(reading, status="dropped", why=f"{reading.why}; {against.why}") if against else reading


def _against_name(name: Reading, readings: list[Reading], library: Library) -> Reading | None:
    """What speaks against an illness at its own words: the same one refused, or its answer taken back."""
    same = [r for r in readings if r.kind == "condition" and r.what == name.what and _over(r, name)]
    if refused := next((r for r in same if _is_refused(r)), None):
        return refused
    if not name.why.startswith(CATALOGUE):
        return None
    answers = [r for r in readings if r.kind == "finding" and _over(r, name) and _gives(name, r, library)]
    if any(r.status == "taken" for r in answers):
        return None
    return next((r for r in answers if TAKEN_BACK in r.why), None)


def _is_refused(name: Reading) -> bool:
    """Whether the words beside a name refuse it; somebody else's illness is not refused."""
    return name.status == "dropped" and "somebody else" not in name.why and FAR not in name.why


def _over(one: Reading, other: Reading) -> bool:
    return one.start < other.end and other.start < one.end


def _gives(name: Reading, answer: Reading, library: Library) -> bool:
    """Whether an illness answers a question so."""
    illness = library.illnesses.get(name.what)
    return illness is not None and any(
        test.finding == answer.what
        and (answer.answer in test.values or (isinstance(test, Has) and str(answer.answer) in test.values))
        for test in illness.gives
    )
