"""Urgency comes before any advice: what must be done first, for this history."""

from __future__ import annotations

from dataclasses import dataclass

from charley.assess import assess
from charley.history import History
from charley.records.library import Library
from charley.records.rules import Urgency


@dataclass(frozen=True, slots=True)
class Gate:
    """How urgent it is, and what to do about that before anything else. Empty when nothing is known.

    `note` is said while safety questions of the history are open: an unknown never reassures.
    """

    level: Urgency | None = None
    title: str = ""
    first: tuple[str, ...] = ()
    note: str = ""

    @property
    def closed(self) -> bool:
        """True in an emergency: then nothing else is said than to get help."""
        return self.level is Urgency.EMERGENCY_NOW


def gate_of(history: History | None, library: Library) -> Gate:
    """The urgency of a history, with the words of its rules when it is to be seen today or now."""
    if history is None:
        return Gate()
    assessment = assess(history, library)
    level = assessment.urgency
    note = library.provisional_text.do if assessment.provisional else ""
    if level < Urgency.SAME_DAY:
        return Gate(level, assessment.urgency_title, note=note)
    tells = [rule.tell for rule in assessment.red_flags if rule.level is level]
    reasons = tells or [source.why for source in assessment.urgency_from if source.level is level]
    first = (library.urgency_texts[level].do, *dict.fromkeys(reasons))
    return Gate(level, assessment.urgency_title, first, note)
