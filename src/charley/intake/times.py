"""Times in a text as days before its date: "three weeks ago", "since March", "for ten years"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from charley.intake.dates import (
    FEASTS,
    MONTHS,
    SHORT_WEEKDAYS,
    SINCE,
    SOME_YEARS,
    WEEKDAYS,
    days_since_weekday,
    find_date,
    lead_of,
)
from charley.intake.dates import word_at as _word
from charley.intake.numbers import Amount
from charley.intake.tokens import Token

DAYS = {
    "second": 1 / 86400, "sec": 1 / 86400, "minute": 1 / 1440, "min": 1 / 1440, "hour": 1 / 24, "hr": 1 / 24,
    "day": 1.0, "night": 1.0, "week": 7.0, "wk": 7.0, "fortnight": 14.0, "month": 30.4, "mth": 30.4,
    "mnth": 30.4, "mo": 30.4, "year": 365.0, "yr": 365.0, "decade": 3652.5, "evening": 1.0, "morning": 1.0,
    "weekend": 7.0, "summer": 365.0, "winter": 365.0,
}  # fmt: skip
VAGUE = {"years": 1500.0, "ages": 700.0, "donkeys": 3000.0, "months": 120.0, "weeks": 25.0, "yonks": 1500.0,
         "decades": 7000.0, "days": 4.0}  # fmt: skip
"""What an uncounted "years", "months" … comes to."""

LARGE = frozenset((
    "good", "whole", "bit", "long", "full", "solid", "or", "so", "more", "odd", "plus", "old",
))  # fmt: skip
MORE = frozenset((
    "over", "about", "around", "roughly", "nearly", "almost", "maybe", "least", "like", "approximately",
    "some", "the", "at", "past", "a", "on", "up", "to", "good", "well", "best", "part", "nigh", "close",
    "near", "enough", "coming", "getting", "going", "just", "under", "than", "must", "be", "all",
    "these", "probably", "possibly", "perhaps", "only", "approx", "circa", "round", "somewhere",
    "between", "easily", "of", "more",
))  # fmt: skip
"""Words between "for" and the number: for the best part of, for well over, for coming up to."""

MOST_BETWEEN = 6

Way = Literal["ago", "for", "since", "last", "in", "span"]


@dataclass(frozen=True, slots=True)
class When:
    """A time from token `start` up to `end`. `way` tells a point gone by (ago, last, in) from a stretch;
    a `span` is a bare length of time that only its neighbours can place."""

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
        word = tokens[place].norm
        if word not in BEGINS and not word[0].isdigit() and place not in at:
            place += 1
            continue
        when = _noted(tokens, place, at) or _spanned(tokens, place, at, today) or _named(tokens, place, today)
        if when is not None:
            found.append(when)
            place = when.end
        else:
            place += 1
    return found


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
    end = amount.end + 2
    if days is None:
        return None
    if _word(tokens, end) in ("ago", "back"):
        return When(place, end + 1, amount.value * days, "ago")
    leads = _word(tokens, place - 1) in (
        "x",
        "for",
        "of",
        "last",
        "past",
        "since",
        "hx",
        "history",
        "onset",
        "over",
    )
    follows = _word(tokens, end) in ("hx", "history", "of", "duration")
    return When(place, end, amount.value * days, "for") if leads or follows else None


def _spanned(tokens: list[Token], place: int, at: dict[int, Amount], today: date | None) -> When | None:
    """A number (or "a") of units: N weeks ago, for N weeks, the last N weeks, N weeks now."""
    amount, word = at.get(place), _word(tokens, place)
    if amount is not None:
        value, end = amount.value, amount.end
    elif word in ("a", "an", "one", "many", "some", "another"):
        value, end = (20.0 if word == "many" else 1.0), place + 1
    elif word in VAGUE:
        return _bare(tokens, place)
    elif word in ("fortnight", "week", "month", "year") and _word(tokens, place + 1) in ("ago", "back"):
        return When(place, place + 2, DAYS[word], "ago")
    else:
        return None
    while _word(tokens, end) in LARGE:
        end += 1
    days = unit_days(_word(tokens, end))
    if days is None:
        return None
    return _before_weekday(tokens, place, end + 1, value * days, today) or _placed(
        tokens, place, end + 1, value, days
    )


def _before_weekday(
    tokens: list[Token], start: int, end: int, days: float, today: date | None
) -> When | None:
    """ "A week last Tuesday", "three weeks ago on Friday"."""
    if days < DAYS["week"] or days > 10 * DAYS["week"]:
        return None
    after = end
    while after < end + 3 and _word(tokens, after) in ("last", "ago", "on", "past", "this"):
        after += 1
    word = _word(tokens, after)
    if word == "yesterday" and after == end:
        return When(start, after + 1, days + 1, "ago")
    if after == end or (word not in WEEKDAYS and word not in SHORT_WEEKDAYS):
        return None
    return When(start, after + 1, days + days_since_weekday(word, today), "ago")


def _bare(tokens: list[Token], place: int) -> When | None:
    """ "Years ago", "for months", "for ages"."""
    word = _word(tokens, place)
    end = place + 1
    while _word(tokens, end) in ("and", "years", "months", "weeks", "ages", "'s") and end < place + 4:
        end += 1
    when = _placed(tokens, place, end, 1.0, VAGUE[word])
    return when if when is not None and when.way not in ("in", "span") else None


def _placed(tokens: list[Token], start: int, end: int, value: float, unit: float) -> When | None:
    """Whether the stretch lies behind ("ago"), lasts ("for", "now"), or just passed ("the last")."""
    end, value = _rest(tokens, end, value)
    days, after, next_after = value * unit, _word(tokens, end), _word(tokens, end + 1)
    if after in ("ago", "back", "earlier", "previously", "since") and not (after == "since" and next_after):
        return When(start, end + 1, days, "ago")
    if after == "before" and next_after in ("", "that", "this", "last"):
        return When(start, end + 1, days, "ago")
    return _led(tokens, start, end, days) or _bare_span(tokens, start, end, days)


def _rest(tokens: list[Token], end: int, value: float) -> tuple[int, float]:
    """The end and the number with what is added: "and a half", "or two", "or so", "and a bit"."""
    after = [_word(tokens, place) for place in range(end, end + 3)]
    if after == ["and", "a", "half"]:
        return end + 3, value + 0.5
    if after[:2] == ["or", "two"] and value == 1.0:
        return end + 2, 1.5
    if after[0] == "and" and after[1:] in (["a", "bit"], ["a", "quarter"]):
        return end + 3, value
    if after[0] in ("or", "and") and after[1] in ("so", "more", "two", "three", "longer", "thereabouts"):
        return end + 2, value
    return (end + 1 if after[0] in ("odd", "plus", "maybe") else end), value


def _led(tokens: list[Token], start: int, end: int, days: float) -> When | None:
    """What the words before say: for, over, the last, the past."""
    begin = start
    while begin > start - MOST_BETWEEN and _word(tokens, begin - 1) in MORE:
        begin -= 1
        if _word(tokens, begin) == "past" or _word(tokens, begin - 1) in ("for", "last", "past", "since"):
            break
        if _word(tokens, begin) == "over" and _word(tokens, begin - 1) not in MORE:
            return When(begin, end, days, "for")
    if _word(tokens, begin) == "past":
        return When(begin, end, days, "for")
    before = _word(tokens, begin - 1)
    if before in ("last", "past", "previous"):
        return When(begin - 1, end, days, "for")
    if before in ("for", "over", "within", "in", "during", "fur"):
        way: Way = "for" if before != "in" else "in"
        return When(begin - 1, end, days, way)
    if before == "since":
        return When(start, end, days, "for")
    return None


def _bare_span(tokens: list[Token], start: int, end: int, days: float) -> When | None:
    """ "Two years now"; without any word that places it, a span."""
    after, next_after = _word(tokens, end), _word(tokens, end + 1)
    if after in ("now", "running", "solid") or (after, next_after) == ("at", "least"):
        return When(start, end, days, "for")
    apart = after in NOT_SPANS or (
        _word(tokens, start) in ("a", "an") and _word(tokens, start - 1) not in COUNTS
    )
    return When(start, end, days, "span") if days >= SHORTEST_SPAN and not apart else None


SHORTEST_SPAN = 2.0
NOT_SPANS = frozenset((
    "later", "after", "apart", "before", "each", "a", "at", "per", "until", "old", "off", "pregnant",
    "gone", "along", "on", "away", "out",
))  # fmt: skip
"""Words behind a length of time that make it none of an ailment: two weeks later, six weeks gone."""

COUNTS = frozenset((
    "been", "about", "like", "must", "nearly", "almost", "over", "around", "is", "'s", "maybe", "least",
    "only", "just", "know", "of", "be", "have", "roughly",
))  # fmt: skip
"""Words before "a year" that make it a length of time and no rate: it's been a year, but twice a year."""


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
}
_FIRST = frozenset(words[0] for words in PHRASES)
BEGINS = frozenset((
    *VAGUE, *_FIRST, *MONTHS, *FEASTS, *WEEKDAYS, *SHORT_WEEKDAYS, "a", "an", "one", "many", "some",
    "another", "fortnight", "week", "month", "year", "last", "past", "weekend",
))  # fmt: skip
"""No time begins with any other word, but for numbers."""

LONGEST = max(map(len, PHRASES))


def _named(tokens: list[Token], place: int, today: date | None) -> When | None:
    word = _word(tokens, place)
    if word in _FIRST:
        for length in range(LONGEST, 0, -1):
            told = PHRASES.get(tuple(_word(tokens, p) for p in range(place, place + length)))
            if told is not None:
                return When(place, place + length, *told)
    if word in ("last", "past"):
        return _last(tokens, place, today)
    if word.isdigit() and len(word) == 4 and 1930 <= int(word) <= (today.year if today else 2100):
        return _year(tokens, place, today)
    return _calendar(tokens, place, today)


def _last(tokens: list[Token], place: int, today: date | None) -> When | None:
    after = _word(tokens, place + 1)
    if after in ("night", "evening"):
        return When(place, place + 2, 0.9, "ago")
    if after in MONTHS or after in FEASTS or after in WEEKDAYS:
        return _calendar(tokens, place + 1, today)
    if after in ("week", "weekend", "month", "year", "fortnight"):
        way: Way = "for" if _word(tokens, place - 1) in ("the", "this") else "last"
        return When(place, place + 2, DAYS[after] * (1.0 if way == "for" else 1.2), way)
    if after == "few" and (days := unit_days(_word(tokens, place + 2))):
        return When(place, place + 3, 3 * days, "for")
    return None


def _calendar(tokens: list[Token], place: int, today: date | None) -> When | None:
    found = find_date(tokens, place, today)
    if found is None:
        return None
    end, days, since = found
    return When(place, end, days, "since" if since else "ago")


NOT_YEARS = frozenset((
    "mg", "steps", "calories", "ml", "miles", "units", "mcg", "iu", "u", "hours", "m", "meters",
    "metres",
))  # fmt: skip


def _year(tokens: list[Token], place: int, today: date | None) -> When | None:
    """A year; without a date it is only known to be long ago."""
    if _word(tokens, place + 1) in NOT_YEARS:
        return None
    days = float((today - date(int(tokens[place].norm), 7, 1)).days) if today else SOME_YEARS
    since = lead_of(tokens, place) in SINCE
    return When(place, place + 1, max(days, 1.0), "since" if since else "ago")
