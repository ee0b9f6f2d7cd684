"""Parts of a week, month or year: "the back end of last year", "the start of this month", "late July"."""

from __future__ import annotations

from datetime import date, timedelta

from charley.intake.quantities.date_words import is_since, word_at
from charley.intake.quantities.feasts import FEASTS, MONTHS
from charley.intake.quantities.lengths import DAYS, When
from charley.intake.quantities.month_days import SOME_MONTHS, gone_by
from charley.intake.text.tokens import Token

PARTS = {
    "start": 0.05, "beginning": 0.05, "early": 0.15, "mid": 0.5, "middle": 0.5, "late": 0.8, "latter": 0.75,
    "end": 0.93, "backend": 0.85, "second": 0.75, "first": 0.25, "tail": 0.93, "back": 0.85,
}  # fmt: skip
"""How much of the whole had gone by."""

MIDDLE = frozenset(("end", "part", "half", "of", "the", "in"))
"""Words between the part and its whole: the latter part of, the back end of the."""

OWN = frozenset(("early", "mid", "late"))
"""These need no "of": late July."""


def find_part(tokens: list[Token], place: int, today: date | None) -> When | None:
    """A part of a period that has gone by."""
    part = PARTS.get(word_at(tokens, place))
    if part is None or (word_at(tokens, place) == "back" and word_at(tokens, place + 1) != "end"):
        return None
    at = place + 1
    while word_at(tokens, at) in MIDDLE and at < place + 5:
        at += 1
    if at == place + 1 and word_at(tokens, place) not in OWN:
        return None
    whole = _whole(tokens, at, today)
    if whole is None:
        return None
    end, begun, length = whole
    days = begun - part * length
    since = is_since(tokens, place) or is_since(tokens, end - 1)
    return When(place, end, max(days, 1.0), "since" if since else "ago") if days > -length else None


def _whole(tokens: list[Token], at: int, today: date | None) -> tuple[int, float, float] | None:
    """The place behind a period, the days since it began, and its days: last year, the week, October."""
    which = word_at(tokens, at)
    ahead = at + (which in ("this", "last"))
    word = word_at(tokens, ahead)
    if word in ("week", "month", "year"):
        return ahead + 1, _begun(word, which == "last", today), DAYS[word]
    day = (MONTHS[word], 1) if word in MONTHS else FEASTS.get(word)
    if day is None or (word in ("may", "march", "fall", "spring") and not word_at(tokens, at - 1)):
        return None
    year = None
    if (word_at(tokens, ahead + 1), word_at(tokens, ahead + 2)) == ("last", "year") and today:
        return ahead + 3, gone_by(*day, today.year - 1, today), DAYS["month"]
    after = word_at(tokens, ahead + 1)
    if after.isdigit() and len(after) == 4 and 1930 <= int(after) <= 2100:
        year = int(after)
    return ahead + 1 + (year is not None), gone_by(*day, year, today), DAYS["month"]


def _begun(unit: str, last: bool, today: date | None) -> float:
    """Days since this week, month or year began, or the last."""
    if today is None:
        return {"week": 4.0, "month": 15.0}.get(unit, SOME_MONTHS) + last * DAYS[unit]
    if unit == "week":
        return today.weekday() + 7.0 * last
    if unit == "year":
        return float((today - date(today.year - last, 1, 1)).days)
    first = today.replace(day=1)
    if last:
        first = (first - timedelta(days=1)).replace(day=1)
    return float((today - first).days)
