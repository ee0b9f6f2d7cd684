"""Times in a text as days before its date: "three weeks ago", "since March", "for ten years"."""

from __future__ import annotations

from datetime import date

from charley.intake.quantities.feasts import FEASTS, LONG_FIRST, MONTHS, ONCE, SHORT_WEEKDAYS, WEEKDAYS
from charley.intake.quantities.lengths import Way, When
from charley.intake.quantities.moments import FIRST, MEALS, find_moment
from charley.intake.quantities.noted import find_noted
from charley.intake.quantities.numbers import Amount
from charley.intake.quantities.parts import PARTS, find_part
from charley.intake.quantities.spans import MANY, VAGUE, find_span
from charley.intake.quantities.written import DECADES, find_written
from charley.intake.text.tokens import Token

__all__ = ["Way", "When", "find_times"]

BEGINS = frozenset((
    *VAGUE, *FIRST, *MONTHS, *FEASTS, *LONG_FIRST, *ONCE, *WEEKDAYS, *SHORT_WEEKDAYS, *MEALS, *PARTS,
    *DECADES, *(words[0] for words in MANY), "teens", "a", "an", "one", "many", "some", "another",
    "fortnight", "week", "month", "year", "last", "past", "weekend",
))  # fmt: skip
"""No time begins with any other word, but for numbers."""


def find_times(tokens: list[Token], numbers: list[Amount], today: date | None) -> list[When]:
    """Every time that can be told in days, none inside another."""
    at = {amount.start: amount for amount in numbers}
    begins = [p for p, t in enumerate(tokens) if t.norm in BEGINS or p in at or t.norm[0].isdigit()]
    found: list[When] = []
    behind = 0
    for place in begins:
        when = _time(tokens, place, at, today) if place >= behind else None
        if when is not None:
            found.append(when)
            behind = when.end
    return found


def _time(tokens: list[Token], place: int, at: dict[int, Amount], today: date | None) -> When | None:
    word = tokens[place].norm
    written = word[0].isdigit() or word in DECADES or word == "teens"
    return (
        (find_noted(tokens, place, at) if place in at else None)
        or (find_written(tokens, place, today) if written else None)
        or (find_part(tokens, place, today) if word in PARTS else None)
        or find_span(tokens, place, at, today)
        or find_moment(tokens, place, today)
    )
