"""Times in a text as days before its date: "three weeks ago", "since March", "for ten years"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from charley.intake.numbers import Amount
from charley.intake.tokens import Token

DAYS = {
    "second": 1 / 86400, "sec": 1 / 86400, "minute": 1 / 1440, "min": 1 / 1440, "hour": 1 / 24, "hr": 1 / 24,
    "day": 1.0, "night": 1.0, "week": 7.0, "wk": 7.0, "fortnight": 14.0, "month": 30.4, "mth": 30.4,
    "year": 365.0, "yr": 365.0, "decade": 3652.5, "evening": 1.0, "morning": 1.0, "weekend": 7.0,
}  # fmt: skip
MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11,
    "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
SEASONS = {"spring": 4, "summer": 7, "autumn": 10, "fall": 10, "winter": 1, "christmas": 12, "easter": 4}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CHILDHOOD = 36500.0
MORE = {
    "over",
    "about",
    "around",
    "roughly",
    "nearly",
    "almost",
    "maybe",
    "least",
    "like",
    "approximately",
    "some",
}

SOME_DAYS, SOME_MONTHS, SOME_YEARS = 4.0, 150.0, 1000.0
"""What a weekday, a month and a year come to when the text has no date."""

Way = Literal["ago", "for", "since", "last", "in"]


@dataclass(frozen=True, slots=True)
class When:
    """A time from token `start` up to `end`. `way` tells a point gone by (ago, last, in) from a stretch."""

    start: int
    end: int
    days: float
    way: Way


def find_times(tokens: list[Token], numbers: list[Amount], today: date | None) -> list[When]:
    """Every time that can be told in days."""
    at = {amount.start: amount for amount in numbers}
    found: list[When] = []
    place = 0
    while place < len(tokens):
        when = _noted(tokens, place, at) or _spanned(tokens, place, at) or _named(tokens, place, today)
        if when is not None:
            found.append(when)
            place = when.end
        else:
            place += 1
    return found


def _word(tokens: list[Token], place: int) -> str:
    return tokens[place].norm if 0 <= place < len(tokens) else ""


def unit_days(word: str) -> float | None:
    """Days in a unit of time, singular or plural."""
    return DAYS.get(word) or (DAYS.get(word[:-1]) if word.endswith("s") else None)


NOTED = {"7": 1.0, "52": 7.0, "12": 30.4}
"""How clinicians write days, weeks and months: 3/7, 2/52, 6/12."""


def _noted(tokens: list[Token], place: int, at: dict[int, Amount]) -> When | None:
    amount = at.get(place)
    if amount is None or _word(tokens, amount.end) != "over" or amount.value > 20:
        return None
    days = NOTED.get(_word(tokens, amount.end + 1))
    leads = _word(tokens, place - 1) in ("x", "for", "of", "last", "past", "since", "hx", "history")
    return When(place, amount.end + 2, amount.value * days, "for") if days and leads else None


def _spanned(tokens: list[Token], place: int, at: dict[int, Amount]) -> When | None:
    """A number (or "a") of units: N weeks ago, for N weeks, the last N weeks, N weeks now."""
    amount = at.get(place)
    if amount is not None:
        value, end = amount.value, amount.end
    elif _word(tokens, place) in ("a", "an", "one", "many", "some"):
        value, end = (20.0 if _word(tokens, place) == "many" else 1.0), place + 1
    elif _word(tokens, place) in ("years", "months", "weeks", "ages", "donkeys"):
        return _bare(tokens, place)
    else:
        return None
    while _word(tokens, end) in ("or", "so", "more", "good", "whole", "bit", "long", "full", "solid"):
        end += 1
    days = unit_days(_word(tokens, end))
    if days is None:
        return None
    return _placed(tokens, place, end + 1, value * days)


def _bare(tokens: list[Token], place: int) -> When | None:
    """ "Years ago", "for months", "for ages"."""
    word = _word(tokens, place)
    days = {"years": 1500.0, "ages": 700.0, "donkeys": 3000.0, "months": 120.0, "weeks": 25.0}[word]
    end = place + 2 if word == "donkeys" else place + 1
    when = _placed(tokens, place, end, days)
    return when if when is not None and when.way != "in" else None


def _placed(tokens: list[Token], start: int, end: int, days: float) -> When | None:
    """Whether the stretch lies behind ("ago"), lasts ("for", "now"), or just passed ("the last")."""
    after, next_after = _word(tokens, end), _word(tokens, end + 1)
    if after in ("or", "and") and next_after in ("so", "more", "two"):
        end, after = end + 2, _word(tokens, end + 2)
    if after in ("ago", "back", "earlier", "previously"):
        return When(start, end + 1, days, "ago")
    if after == "before" and next_after in ("", "that", "this", "last"):
        return When(start, end + 1, days, "ago")
    begin = start
    while _word(tokens, begin - 1) in MORE or _word(tokens, begin - 1) in ("the", "at", "past", "a"):
        begin -= 1
        if _word(tokens, begin) == "past":
            return When(begin, end, days, "for")
    before = _word(tokens, begin - 1)
    if before in ("last", "past", "previous"):
        return When(begin - 1, end, days, "for")
    if before in ("for", "over", "within", "in", "during"):
        way: Way = "for" if before != "in" else "in"
        return When(begin - 1, end, days, way)
    if after in ("now", "running") or before in ("since",):
        return When(start, end, days, "for")
    return None


def _named(tokens: list[Token], place: int, today: date | None) -> When | None:
    word, after = _word(tokens, place), _word(tokens, place + 1)
    if word in ("today", "tonight"):
        return When(place, place + 1, 0.0, "ago")
    if word == "yesterday":
        return When(place, place + 1, 1.5, "ago")
    if word == "this" and after in ("morning", "evening", "afternoon"):
        return When(place, place + 2, 0.0, "ago")
    if word == "this" and after in ("week", "month", "year"):
        return When(place, place + 2, {"week": 4.0, "month": 15.0, "year": 120.0}[after], "in")
    if word == "the" and after == "other" and _word(tokens, place + 2) in ("day", "night", "week", "evening"):
        return When(place, place + 3, 5.0, "ago")
    if word in ("last", "past"):
        return _last(tokens, place, today)
    if word in MONTHS or word in SEASONS or word in WEEKDAYS:
        return _calendar(tokens, place, today)
    if word.isdigit() and len(word) == 4 and 1930 <= int(word) <= (today.year if today else 2100):
        return _year(tokens, place, today)
    return None


def _last(tokens: list[Token], place: int, today: date | None) -> When | None:
    after = _word(tokens, place + 1)
    if after in ("night", "evening"):
        return When(place, place + 2, 0.9, "ago")
    if after in MONTHS or after in SEASONS or after in WEEKDAYS:
        return _calendar(tokens, place + 1, today)
    if after in ("week", "weekend", "month", "year", "fortnight"):
        way: Way = "for" if _word(tokens, place - 1) in ("the", "this") else "last"
        return When(place, place + 2, DAYS[after] * (1.0 if way == "for" else 1.2), way)
    if after == "few" and (days := unit_days(_word(tokens, place + 2))):
        return When(place, place + 3, 3 * days, "for")
    return None


def _calendar(tokens: list[Token], place: int, today: date | None) -> When | None:
    """A month, season or weekday that went by; only after a word that makes it a time."""
    word, before = _word(tokens, place), _word(tokens, place - 1)
    leads = (
        "in",
        "since",
        "last",
        "this",
        "on",
        "from",
        "early",
        "late",
        "until",
        "mid",
        "around",
        "by",
        "at",
    )
    if before not in leads and word in ("may", "march", "spring", "fall", "sep", "dec", "jan", "mar"):
        return None
    days = _days_since(word, today) if today else SOME_DAYS if word in WEEKDAYS else SOME_MONTHS
    way: Way = "since" if before in ("since", "from") or _word(tokens, place - 2) == "since" else "ago"
    return When(place, place + 1, days, way)


def _days_since(word: str, today: date) -> float:
    if word in WEEKDAYS:
        return float((today.weekday() - WEEKDAYS.index(word)) % 7 or 7)
    month = MONTHS.get(word) or SEASONS[word]
    year = today.year if month <= today.month else today.year - 1
    return float(max((today - date(year, month, 1)).days, 1))


def _year(tokens: list[Token], place: int, today: date | None) -> When | None:
    """A year; without a date it is only known to be long ago."""
    after = tokens[place + 1].norm if place + 1 < len(tokens) else ""
    if after in (
        "mg",
        "steps",
        "calories",
        "ml",
        "miles",
        "units",
        "mcg",
        "iu",
        "u",
        "hours",
        "m",
        "meters",
        "metres",
    ):
        return None
    days = float((today - date(int(tokens[place].norm), 7, 1)).days) if today else SOME_YEARS
    since = _word(tokens, place - 1) in ("since", "from")
    return When(place, place + 1, max(days, 1.0), "since" if since else "ago")
