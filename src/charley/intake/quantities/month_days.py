"""Days of the month: "3 March", "the 3rd of March 2024", "March"."""

from __future__ import annotations

from datetime import date, timedelta

from charley.intake.quantities.date_words import SINCE, is_since, lead_of, word_at
from charley.intake.quantities.feasts import MONTHS
from charley.intake.text.tokens import Token

ORDINALS = ("st", "nd", "rd", "th")

SOME_DAYS, SOME_MONTHS, SOME_YEARS = 4.0, 150.0, 1000.0
"""What a weekday, a month and a year come to when the text has no date."""

Dated = tuple[int, float, bool]
"""The place after the last token, the days gone by, and whether it has lasted since."""


def of_the_month(tokens: list[Token], place: int, today: date | None) -> Dated | None:
    """ "The 5th", "3rd of March", "12 March"."""
    word, end = word_at(tokens, place), place + 1
    if not (word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31):
        return None
    ordinal = word_at(tokens, end) in ORDINALS
    end += ordinal
    lead = lead_of(tokens, place)
    after = end + (word_at(tokens, end) == "of")
    if word_at(tokens, after) in MONTHS and (
        ordinal or word_at(tokens, after) not in ("may", "march", "mar")
    ):
        last, year, _ = month_ends(tokens, after + 1, today)
        days = gone_by(MONTHS[word_at(tokens, after)], int(word), year, today)
        return last, days, is_since(tokens, place)
    if ordinal and lead in ("since", "on", "from") and today is not None:
        return end, float((today.day - int(word)) % 31), lead in SINCE
    return None


def month_ends(tokens: list[Token], place: int, today: date | None) -> tuple[int, int | None, int]:
    """The place behind a month, its year if one is told, and its day."""
    day, year = 1, None
    word = word_at(tokens, place)
    if word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31 and word_at(tokens, place + 1) in ORDINALS:
        day, place = int(word), place + 2
        word = word_at(tokens, place)
    at = place + (word == "of")
    if (
        word_at(tokens, at).isdigit()
        and len(word_at(tokens, at)) == 4
        and 1930 <= int(word_at(tokens, at)) <= 2100
    ):
        return at + 1, int(word_at(tokens, at)), day
    if _is_short_year(tokens, at):
        return at + 1, 1900 + int(word_at(tokens, at)) + 100 * (int(word_at(tokens, at)) <= 30), day
    at = place + (word_at(tokens, place) in ("of", "in"))
    if today and (word_at(tokens, at), word_at(tokens, at + 1)) == ("last", "year"):
        return at + 2, today.year - 1, day
    if today and (word_at(tokens, at), word_at(tokens, at + 1)) == ("this", "year"):
        return at + 2, today.year, day
    return place, year, day


def _is_short_year(tokens: list[Token], place: int) -> bool:
    """Whether two figures behind an apostrophe are a year: spring of '22."""
    word = word_at(tokens, place)
    return (
        word.isdigit()
        and len(word) == 2
        and not tokens[place].before
        and tokens[place].start - tokens[place - 1].end == 2
    )


def gone_by(month: int, day: int, year: int | None, today: date | None) -> float:
    """Days since a day of a month: in a year, or the last that there was."""
    if today is None:
        return SOME_MONTHS if year is None else SOME_YEARS
    first = date(year or today.year, month, 1) + timedelta(days=day - 1)
    if year is None and first > today:
        first = date(today.year - 1, month, 1) + timedelta(days=day - 1)
    return float(max((today - first).days, 1))
