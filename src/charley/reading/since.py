"""Since when: a day, a month or a year, read as the days that it may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from charley.reading.messages import short

if TYPE_CHECKING:
    from charley.reading.desk import Desk

FIRST_YEAR = 1900
_FORM = re.compile(r"(?a:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?)")
MEND = "Write it like 2026-08-15, 2026-08 or 2026."


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, and how that was told."""

    first: date
    last: date
    told: str


def read_since(value: object, where: str, desk: Desk) -> Span | None:
    """The days that were meant, or None when nothing was told; a wrong or future date is a fault.

    The last day is never after the day of the history, nor after today where that is known.
    """
    if value is None:
        return None
    span = _span(value)
    if span is None:
        desk.fault(where, f"{short(value)} is no date", MEND)
        return None
    ends = [day for day in (desk.date, desk.today) if day is not None]
    latest = min(ends, default=date.max)
    if span.first > latest:
        desk.fault(where, f"{short(value)} lies in the future", f"Give a day up to {latest.isoformat()}.")
        return None
    return Span(span.first, min(span.last, latest), span.told)


def _span(value: object) -> Span | None:
    """The days of a told day, month or year; None when it is none."""
    told = value.isoformat() if isinstance(value, date) else value
    match = _FORM.fullmatch(told.strip()) if isinstance(told, str) else None
    if match is None or int(match[1]) < FIRST_YEAR:
        return None
    year, month, day = int(match[1]), match[2], match[3]
    try:
        if day:
            only = date(year, int(month), int(day))
            return Span(only, only, match[0])
        last_month = int(month) if month else 12
        last = date(year, last_month, monthrange(year, last_month)[1])
        return Span(date(year, int(month) if month else 1, 1), last, match[0])
    except (ValueError, IndexError):
        return None
