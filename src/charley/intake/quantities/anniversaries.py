"""A length of time that is told by the day when it is full: "it'll be two years come March"."""

from __future__ import annotations

from datetime import date, timedelta

from charley.intake.quantities.date_words import word_at
from charley.intake.quantities.feasts import FEASTS, MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from charley.intake.quantities.lengths import DAYS, When
from charley.intake.quantities.month_days import gone_by
from charley.intake.text.tokens import Token

BACK = 6
"""How many words before the length are looked through for "it will be" or "it was"."""

AHEAD = {("tomorrow",): 1, ("today",): 0, ("next", "week"): 7, ("next", "month"): 30, ("next", "weekend"): 7}
LEADS = ("come", "this", "in", "on", "next", "coming", "by")


def counted_from(tokens: list[Token], start: int, end: int, days: float, today: date | None) -> When | None:
    """Days since it began, when the length ends on another day than today: "three weeks tomorrow",
    "a year last August", "it was two years in October"."""
    if today is None or days < DAYS["week"]:
        return None
    if days >= DAYS["year"] and (gone := _last_one(tokens, end, today)):
        return When(start, gone[0], days + gone[1], "ago")
    away = _away(tokens, start, end, today)
    return When(start, away[0], max(days + away[1], 1.0), "for") if away else None


def _last_one(tokens: list[Token], end: int, today: date) -> tuple[int, float] | None:
    """ "(A year) ago last August"."""
    at = end + (word_at(tokens, end) in ("ago", "back"))
    day = _day_of(word_at(tokens, at + 1)) if word_at(tokens, at) == "last" else None
    return (at + 2, gone_by(*day, None, today)) if day else None


def _away(tokens: list[Token], start: int, end: int, today: date) -> tuple[int, float] | None:
    """The place behind the day when the length is full, and how far it lies behind (ahead: below 0)."""
    for length in (1, 2):
        words = tuple(word_at(tokens, end + n) for n in range(length))
        if words in AHEAD:
            return end + length, -float(AHEAD[words])
    lead = word_at(tokens, end)
    if lead not in LEADS or (lead not in ("come", "this") and not _is_full(tokens, start)):
        return None
    at = end + 1 + (word_at(tokens, end + 1) in ("this", "coming", "the", "next"))
    word = word_at(tokens, at)
    if word in WEEKDAYS or word in SHORT_WEEKDAYS:
        index = SHORT_WEEKDAYS[word] if word in SHORT_WEEKDAYS else WEEKDAYS.index(word)
        return at + 1, -float((index - today.weekday()) % 7)
    day = _day_of(word)
    if day is None:
        return None
    was = "was" in {word_at(tokens, p) for p in range(start - BACK, start)}
    return at + 1, gone_by(*day, None, today) if was else -_to_come(*day, today)


def _is_full(tokens: list[Token], start: int) -> bool:
    """Whether "it will be" or the like leads to the length, and no "I had it for"."""
    before = [word_at(tokens, p) for p in range(max(start - BACK, 0), start)]
    return any(word in ("be", "is", "'s", "was", "makes") for word in before)


def _day_of(word: str) -> tuple[int, int] | None:
    return (MONTHS[word], 1) if word in MONTHS else FEASTS.get(word)


def _to_come(month: int, day: int, today: date) -> float:
    first = date(today.year, month, 1) + timedelta(days=day - 1)
    if first < today:
        first = date(today.year + 1, month, 1) + timedelta(days=day - 1)
    return float((first - today).days)
