"""A time as days before a text's date, and the words for units of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DAYS = {
    "second": 1 / 86400, "sec": 1 / 86400, "minute": 1 / 1440, "min": 1 / 1440, "hour": 1 / 24, "hr": 1 / 24,
    "day": 1.0, "night": 1.0, "week": 7.0, "wk": 7.0, "fortnight": 14.0, "month": 30.4, "mth": 30.4,
    "mnth": 30.4, "mo": 30.4, "year": 365.0, "yr": 365.0, "decade": 3652.5, "evening": 1.0, "morning": 1.0,
    "weekend": 7.0, "nite": 1.0, "nicht": 1.0, "summer": 365.0, "winter": 365.0, "twelvemonth": 365.0,
}  # fmt: skip

Way = Literal["ago", "for", "since", "last", "in", "span"]


@dataclass(frozen=True, slots=True)
class When:
    """A time from token `start` up to `end`. `way` tells a point gone by (ago, last, in) from a stretch;
    a `span` is a bare length of time that only its neighbours can place."""

    start: int
    end: int
    days: float
    way: Way


def unit_days(word: str) -> float | None:
    """Days in a unit of time, singular or plural."""
    return DAYS.get(word) or (DAYS.get(word[:-1]) if word.endswith("s") else None)
