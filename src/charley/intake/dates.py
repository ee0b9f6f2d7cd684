"""Times that a calendar tells: months, feast days, weekdays and dates, as days before the text's date."""

from __future__ import annotations

from datetime import date, timedelta

from charley.intake.tokens import Token

MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
    "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
FEASTS = {
    "spring": (4, 1), "summer": (7, 1), "autumn": (10, 1), "fall": (10, 1), "winter": (1, 1),
    "christmas": (12, 25), "xmas": (12, 25), "easter": (4, 10), "halloween": (10, 31), "hallowe": (10, 31),
    "thanksgiving": (11, 25), "diwali": (11, 1), "hogmanay": (12, 31), "lent": (3, 1), "whitsun": (5, 25),
    "valentines": (2, 14),
}  # fmt: skip
"""Month and day; of what moves about or lasts, a day in its middle or at its beginning."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_WEEKDAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
}
AMBIGUOUS = frozenset((
    "may", "march", "spring", "fall", "sep", "dec", "jan", "mar", "jun", "lent", "mon", "wed", "fri",
    "thu", "sat",
))  # fmt: skip
"""Words that are also names, verbs or shortenings: only after a word that leads to a time."""

SINCE = ("since", "from")
LEADS = (*SINCE, "in", "last", "this", "on", "until", "by", "at", "after", "before", "over", "during")
BETWEEN = frozenset((
    "early", "late", "mid", "middle", "about", "around", "round", "roughly", "the", "end", "start",
    "beginning", "of", "back", "sometime", "just", "way", "maybe", "like", "probably", "last", "this",
    "approx", "or", "so", "easter", "new", "some", "time",
))  # fmt: skip
FAR = 5
"""So many words may stand between "since" and the month: since about the end of March."""

ORDINALS = ("st", "nd", "rd", "th")
SOME_DAYS, SOME_MONTHS, SOME_YEARS = 4.0, 150.0, 1000.0
"""What a weekday, a month and a year come to when the text has no date."""

Dated = tuple[int, float, bool]
"""The place after the last token, the days gone by, and whether it has lasted since."""


def word_at(tokens: list[Token], place: int) -> str:
    """The form of a token, empty beyond either end."""
    return tokens[place].norm if 0 <= place < len(tokens) else ""


def lead_of(tokens: list[Token], place: int) -> str:
    """The word that leads to a time: "since" in "since about the end of March"; empty without one."""
    found = ""
    for back in range(place - 1, max(place - 1 - FAR, -1), -1):
        word = word_at(tokens, back)
        if word in SINCE or (word in LEADS and not found):
            found = word
        if word in SINCE or word not in BETWEEN:
            break
        if not found and word in ("early", "late", "mid", "around", "about"):
            found = "in"
    return found


def find_date(tokens: list[Token], place: int, today: date | None) -> Dated | None:
    """A month, a feast, a weekday, a weekend or a day of a month that went by."""
    word, lead = word_at(tokens, place), lead_of(tokens, place)
    if word in AMBIGUOUS and not lead and not word_at(tokens, place + 1).isdigit():
        return _of_the_month(tokens, place, today)
    since = lead in SINCE or lead == "after"
    if word in WEEKDAYS or word in SHORT_WEEKDAYS:
        return place + 1, days_since_weekday(word, today), since
    if word == "weekend" and lead:
        return place + 1, days_since_weekday("saturday", today), since
    if word in MONTHS:
        end, year, day = _month_ends(tokens, place + 1, today)
        return end, _gone_by(MONTHS[word], day, year, today), since
    if word in FEASTS and (lead or word not in ("fall", "spring")):
        month, day = FEASTS[word]
        end, year, _ = _month_ends(tokens, place + 1, today)
        return end, _gone_by(month, day, year, today), since
    return _of_the_month(tokens, place, today)


def days_since_weekday(word: str, today: date | None) -> float:
    """Days since the last such weekday; today's own name means a week ago."""
    if today is None:
        return SOME_DAYS
    index = SHORT_WEEKDAYS[word] if word in SHORT_WEEKDAYS else WEEKDAYS.index(word)
    return float((today.weekday() - index) % 7 or 7)


def _of_the_month(tokens: list[Token], place: int, today: date | None) -> Dated | None:
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
        last, year, _ = _month_ends(tokens, after + 1, today)
        days = _gone_by(MONTHS[word_at(tokens, after)], int(word), year, today)
        return last, days, lead in SINCE
    if ordinal and lead in ("since", "on", "from") and today is not None:
        return end, float((today.day - int(word)) % 31), lead in SINCE
    return None


def _month_ends(tokens: list[Token], place: int, today: date | None) -> tuple[int, int | None, int]:
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
    if today and (word_at(tokens, at), word_at(tokens, at + 1)) == ("last", "year"):
        return at + 2, today.year - 1, day
    if today and (word_at(tokens, at), word_at(tokens, at + 1)) == ("this", "year"):
        return at + 2, today.year, day
    return place, year, day


def _gone_by(month: int, day: int, year: int | None, today: date | None) -> float:
    if today is None:
        return SOME_MONTHS if year is None else SOME_YEARS
    first = date(year or today.year, month, 1) + timedelta(days=day - 1)
    if year is None and first > today:
        first = date(today.year - 1, month, 1) + timedelta(days=day - 1)
    return float(max((today - first).days, 1))
