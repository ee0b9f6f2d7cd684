"""Dates and years as they are written in figures: 21/10/2026, 2026-10-21, since the 90s, back in '98."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from charley.intake.quantities.date_words import is_since, lead_of, word_at
from charley.intake.quantities.lengths import When
from charley.intake.quantities.month_days import SOME_MONTHS, SOME_YEARS
from charley.intake.text.tokens import Token

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
LONG_AGO = 3000.0
"""Days that "since my twenties" comes to at the least."""

DECADES = {
    "twenties": 1925, "thirties": 1935, "forties": 1945, "fifties": 1955, "sixties": 1965, "seventies": 1975,
    "eighties": 1985, "nineties": 1995, "noughties": 2005,
}  # fmt: skip


def find_written(tokens: list[Token], place: int, today: date | None) -> When | None:
    """A date or a year in figures that has gone by."""
    found = _figures(tokens, place) or _month_and_year(tokens, place) or _day_and_month(tokens, place, today)
    if found is None:
        return _short_year(tokens, place, today)
    end, (year, month, day) = found
    try:
        told = date(year, month, day)
    except ValueError:
        return None
    if today is None:
        return When(place, end, SOME_MONTHS, _way(tokens, place))
    days = float((today - told).days)
    return When(place, end, max(days, 0.5), _way(tokens, place)) if days >= 0 else None


def _way(tokens: list[Token], place: int) -> Literal["since", "ago"]:
    return "since" if is_since(tokens, place) else "ago"


def _figures(tokens: list[Token], place: int) -> tuple[int, tuple[int, int, int]] | None:
    """Day, month and year; the day stands first unless that cannot be."""
    if dotted := _DOTTED.fullmatch(word_at(tokens, place)):
        return place + 1, _ordered(*dotted.groups())
    first, second, third = (word_at(tokens, place + step) for step in (0, 2, 4))
    strokes = word_at(tokens, place + 1) == word_at(tokens, place + 3) == "over"
    if strokes and len(third) in (2, 4) and (first + second + third).isdigit():
        return place + 5, _ordered(first, second, third)
    parts = [word_at(tokens, place + step) for step in (0, 1, 2)]
    if [len(part) for part in parts] == [4, 2, 2] and all(map(str.isdigit, parts)) and _joined(tokens, place):
        return place + 3, (int(parts[0]), int(parts[1]), int(parts[2]))
    return None


def _ordered(first: str, second: str, year: str) -> tuple[int, int, int]:
    full = int(year) + (0 if len(year) == 4 else 2000)
    return (full, int(first), int(second)) if int(second) > 12 else (full, int(second), int(first))


def _joined(tokens: list[Token], place: int) -> bool:
    return all(tokens[p + 1].start - tokens[p].end == 1 for p in (place, place + 1))


def _month_and_year(tokens: list[Token], place: int) -> tuple[int, tuple[int, int, int]] | None:
    month, between, year = (word_at(tokens, place + step) for step in range(3))
    if between == "over" and month.isdigit() and year.isdigit() and len(year) == 4 and int(year) > 1930:
        return place + 3, (int(year), int(month), 15)
    return None


def _day_and_month(
    tokens: list[Token], place: int, today: date | None
) -> tuple[int, tuple[int, int, int]] | None:
    """ "On 3/11": a day and a month behind a word that leads to a date, the last that there was."""
    day, between, month = (word_at(tokens, place + step) for step in range(3))
    led = word_at(tokens, place - 1) in ("on", "since", "from")
    if not led or between != "over" or not (day.isdigit() and month.isdigit()) or today is None:
        return None
    noted = word_at(tokens, place - 1) != "on" and month in ("7", "12")
    if noted or not (1 <= int(month) <= 12 and 1 <= int(day) <= 31) or word_at(tokens, place + 3) == "over":
        return None
    gone = (int(month), int(day)) <= (today.month, today.day)
    return place + 3, (today.year - (not gone), int(month), int(day))


def _short_year(tokens: list[Token], place: int, today: date | None) -> When | None:
    """ "Since the 90s", "since the nineties", "back in '98"."""
    word, lead = word_at(tokens, place), lead_of(tokens, place)
    if lead not in ("since", "from", "in"):
        return _time_of_life(tokens, place)
    year, end = DECADES.get(word) if word_at(tokens, place - 1) == "the" else None, place + 1
    if word.isdigit() and len(word) == 2:
        if word_at(tokens, place + 1) == "s" and word[1] == "0":
            year, end = (1905 if int(word) > 20 else 2005) + int(word), place + 2
        elif (
            place and not tokens[place].before and tokens[place].start - tokens[place - 1].end == 2
        ):  # an apostrophe stood there
            year = (1900 if int(word) > 30 else 2000) + int(word)
    if year is None:
        return None
    days = float((today - date(year, 7, 1)).days) if today else SOME_YEARS
    return When(place, end, max(days, 1.0), _way(tokens, place))


def _time_of_life(tokens: list[Token], place: int) -> When | None:
    """ "Since my twenties", "from her teens": years ago, whatever the age."""
    word = word_at(tokens, place)
    before = [word_at(tokens, p) for p in range(place - 3, place)]
    if (word in DECADES or word == "teens") and not {"since", "from"}.isdisjoint(before):
        return When(place, place + 1, LONG_AGO, "since")
    return None
