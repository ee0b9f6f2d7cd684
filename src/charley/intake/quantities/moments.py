"""Times that a text names by its own day: yesterday, last week, the other night, since breakfast."""

from __future__ import annotations

from datetime import date

from charley.intake.quantities.date_words import SINCE, is_since, word_at
from charley.intake.quantities.dates import find_date
from charley.intake.quantities.feasts import FEASTS, MONTHS, WEEKDAYS
from charley.intake.quantities.lengths import DAYS, Way, When, unit_days
from charley.intake.quantities.month_days import SOME_YEARS
from charley.intake.text.tokens import Token

PHRASES: dict[tuple[str, ...], tuple[float, Way]] = {
    ("the", "day", "before", "yesterday"): (2.5, "ago"),
    ("day", "before", "yesterday"): (2.5, "ago"),
    ("the", "night", "before", "last"): (2.0, "ago"),
    ("night", "before", "last"): (2.0, "ago"),
    ("the", "week", "before", "last"): (11.0, "ago"),
    ("week", "before", "last"): (11.0, "ago"),
    ("the", "month", "before", "last"): (60.0, "ago"),
    ("the", "year", "before", "last"): (600.0, "ago"),
    ("year", "before", "last"): (600.0, "ago"),
    ("the", "summer", "before", "last"): (480.0, "ago"),
    ("the", "winter", "before", "last"): (600.0, "ago"),
    ("the", "other", "day"): (5.0, "ago"),
    ("the", "other", "night"): (5.0, "ago"),
    ("the", "other", "evening"): (5.0, "ago"),
    ("the", "other", "morning"): (5.0, "ago"),
    ("the", "other", "week"): (12.0, "ago"),
    ("the", "other", "month"): (40.0, "ago"),
    ("this", "morning"): (0.0, "ago"),
    ("this", "evening"): (0.0, "ago"),
    ("this", "afternoon"): (0.0, "ago"),
    ("this", "forenoon"): (0.0, "ago"),
    ("this", "am"): (0.0, "ago"),
    ("this", "pm"): (0.0, "ago"),
    ("this", "dinnertime"): (0.0, "ago"),
    ("this", "lunchtime"): (0.0, "ago"),
    ("this", "teatime"): (0.0, "ago"),
    ("the", "early", "hours"): (0.3, "ago"),
    ("the", "small", "hours"): (0.3, "ago"),
    ("earlier", "today"): (0.0, "ago"),
    ("this", "week"): (4.0, "in"),
    ("this", "month"): (15.0, "in"),
    ("this", "year"): (120.0, "in"),
    ("this", "past", "week"): (6.0, "for"),
    ("this", "past", "fortnight"): (14.0, "for"),
    ("this", "past", "month"): (30.0, "for"),
    ("this", "past", "year"): (300.0, "for"),
    ("last", "few", "days"): (3.0, "for"),
    ("today",): (0.0, "ago"),
    ("tonight",): (0.0, "ago"),
    ("yesterday",): (1.5, "ago"),
    ("recently",): (20.0, "span"),
    ("earlier", "this", "week"): (4.0, "ago"),
    ("earlier", "this", "month"): (12.0, "ago"),
    ("earlier", "this", "year"): (170.0, "ago"),
    ("a", "month", "of", "sundays"): (700.0, "span"),
}
LENGTHS = {
    first: sorted({len(words) for words in PHRASES if words[0] == first}, reverse=True)
    for first in {words[0] for words in PHRASES}
}
"""How many words the phrases with a first word have, the longest first."""
FIRST = frozenset(LENGTHS)

MEALS = frozenset((
    "breakfast", "lunch", "lunchtime", "dinner", "dinnertime", "tea", "teatime", "supper", "bedtime", "dawn",
    "noon", "midday", "midnight", "daybreak", "sunrise",
))  # fmt: skip
SOME_HOURS = 0.3
"""Days since a time of the day: it began today."""

LAST = {"week": 0.95, "weekend": 0.95, "month": 0.95}
"""How far back "last week" lies, in weeks: people who began then say that it is about a week."""

NOT_YEARS = frozenset((
    "mg", "steps", "calories", "ml", "miles", "units", "mcg", "iu", "u", "hours", "m", "meters",
    "metres",
))  # fmt: skip


def find_moment(tokens: list[Token], place: int, today: date | None) -> When | None:
    """A time named by its day, its month, its feast or its year."""
    word = word_at(tokens, place)
    if word in FIRST:
        for length in LENGTHS[word]:
            told = PHRASES.get(tuple(word_at(tokens, p) for p in range(place, place + length)))
            if told is not None:
                return When(place, place + length, *told)
    if word in ("last", "past"):
        return _last(tokens, place, today)
    if word.isdigit() and len(word) == 4 and 1930 <= int(word) <= (today.year if today else 2100):
        return _year(tokens, place, today)
    return _of_the_day(tokens, place) or _calendar(tokens, place, today)


def _of_the_day(tokens: list[Token], place: int) -> When | None:
    """ "Since breakfast", "since 3 am": a time of this day."""
    if word_at(tokens, place - 1) not in SINCE:
        return None
    word, after = word_at(tokens, place), word_at(tokens, place + 1)
    if word in MEALS and after != "yesterday":
        return When(place, place + 1, SOME_HOURS, "since")
    if word.isdigit() and after in ("am", "pm", "oclock"):
        return When(place, place + 2, SOME_HOURS, "since")
    return None


def _last(tokens: list[Token], place: int, today: date | None) -> When | None:
    after = word_at(tokens, place + 1)
    if after in ("night", "evening"):
        return When(place, place + 2, 0.9, "ago")
    if after in MONTHS or after in FEASTS or after in WEEKDAYS:
        return _calendar(tokens, place + 1, today)
    if after in ("week", "weekend", "month", "year", "fortnight"):
        way: Way = "for" if word_at(tokens, place - 1) in ("the", "this") else "last"
        return When(place, place + 2, DAYS[after] * (1.0 if way == "for" else LAST.get(after, 1.2)), way)
    if after == "few" and (days := unit_days(word_at(tokens, place + 2))):
        return When(place, place + 3, 3 * days, "for")
    return None


def _calendar(tokens: list[Token], place: int, today: date | None) -> When | None:
    found = find_date(tokens, place, today)
    if found is None:
        return None
    end, days, since = found
    return When(place, end, days, "since" if since else "ago")


def _year(tokens: list[Token], place: int, today: date | None) -> When | None:
    """A year; without a date it is only known to be long ago."""
    if word_at(tokens, place + 1) in NOT_YEARS:
        return None
    days = float((today - date(int(tokens[place].norm), 7, 1)).days) if today else SOME_YEARS
    return When(place, place + 1, max(days, 1.0), "since" if is_since(tokens, place) else "ago")
