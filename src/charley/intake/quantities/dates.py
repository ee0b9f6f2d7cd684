"""Times that a calendar tells: months, feast days, weekdays and dates, as days before the text's date."""

from __future__ import annotations

from datetime import date

from charley.intake.quantities.date_words import SINCE, is_since, lead_of, word_at
from charley.intake.quantities.feasts import (
    FEASTS,
    LONG_FEASTS,
    LONG_FIRST,
    MONTHS,
    ONCE,
    SHORT_WEEKDAYS,
    WEEKDAYS,
)
from charley.intake.quantities.habitual import is_habitual
from charley.intake.quantities.month_days import (
    SOME_DAYS,
    SOME_YEARS,
    Dated,
    gone_by,
    month_ends,
    of_the_month,
)
from charley.intake.text.tokens import Token

AMBIGUOUS = frozenset((
    "may", "march", "spring", "fall", "sep", "dec", "jan", "mar", "jun", "lent", "mon", "wed", "fri",
    "thu", "sat",
))  # fmt: skip
"""Words that are also names, verbs or shortenings: only after a word that leads to a time."""


EVERY = frozenset(("every", "each", "most", "all", "next", "coming", "come"))
"""Before a feast or a month these make it none that went by."""

EVERY_ONE = frozenset(("every", "each"))

TO_COME = frozenset(("next", "coming"))
"""Before a weekday they make it one that is still to come."""

NEARLY = ("nearly", "almost", "only", "still", "already", "mid")
LIKENESS = 7
"""So many words before a month or a feast a comparison is looked for."""

FELL = frozenset(("fell", "fallen", "tripped", "slipped", "tumbled"))
STORY = 80
"""So many words before "since the fall" somebody fell."""


DATED = frozenset((*WEEKDAYS, *SHORT_WEEKDAYS, *MONTHS, *FEASTS, *ONCE, *LONG_FIRST, "weekend"))
"""No date begins with any other word, but for the day of a month."""


UNLED = frozenset(("bonfire", "boxing", "remembrance", "turn"))


def find_date(tokens: list[Token], place: int, today: date | None) -> Dated | None:
    """A month, a feast, a weekday, a weekend or a day of a month that went by."""
    word = word_at(tokens, place)
    if word not in DATED and not word.isdigit():
        return None
    lead = lead_of(tokens, place)
    gone = word_at(tokens, place + 1) in ("gone", "past", "of") or word_at(tokens, place + 2) == "gone"
    if word in AMBIGUOUS and not lead and not gone and not word_at(tokens, place + 1).isdigit():
        return of_the_month(tokens, place, today)
    since = lead == "after" or is_since(tokens, place)
    if word in WEEKDAYS or word in SHORT_WEEKDAYS:
        if is_habitual(tokens, place) or _is_to_come(tokens, place):
            return None
        before = (word_at(tokens, place + 1), word_at(tokens, place + 2)) == ("before", "last")
        week = since and word_at(tokens, place + 1) == "week" and lead in SINCE
        end = place + 1 + 2 * before + week
        return end, days_since_weekday(word, today) + 7 * (before or week), since
    if word == "weekend" and lead:
        return place + 1, days_since_weekday("saturday", today), since
    if {word_at(tokens, place - 1), word_at(tokens, place - 2)} & EVERY_ONE:
        return None
    if word_at(tokens, place - 1) in EVERY or _is_no_date(tokens, place):
        return None
    if word in MONTHS:
        end, year, day = month_ends(tokens, place + 1, today)
        return end, gone_by(MONTHS[word], day, year, today), since
    feast = _feast(tokens, place, lead, today)
    return (*feast, since) if feast else of_the_month(tokens, place, today)


def _is_to_come(tokens: list[Token], place: int) -> bool:
    """Whether a weekday is still to come: my race is next Sunday, the doctor on Friday coming."""
    return word_at(tokens, place - 1) in TO_COME or word_at(tokens, place + 1) == "coming"


def _is_no_date(tokens: list[Token], place: int) -> bool:
    """Whether a month or a feast only says when it is now, what something is like, or that somebody fell:
    but it is July; cold as a turkey at Christmas; after the fall."""
    before = [word_at(tokens, p) for p in range(place - 1, place - 1 - LIKENESS, -1)]
    close = before[1:] if before[0] in NEARLY else before
    if close[:2] in (["is", "it"], ["'s", "it"]):
        return True
    if word_at(tokens, place) == "fall" and before[0] in ("the", "my", "his", "her", "a"):
        fell = any(token.norm in FELL for token in tokens[max(place - STORY, 0) : place])
        return before[1] in ("after", "before") or (fell and before[1] in SINCE)
    return before[0] in ("at", "in", "on") and _in_likeness(tokens, place)


def _in_likeness(tokens: list[Token], place: int) -> bool:
    """Whether a comparison holds a month or a feast: like it does at Christmas, as a turkey at Christmas;
    but not "it was like this in March"."""
    for back in range(place - 1, max(place - LIKENESS, -1), -1):
        word, after = word_at(tokens, back), word_at(tokens, back + 1)
        if (word == "like" and after not in ("this", "that")) or (word == "as" and after in ("a", "an")):
            return True
        if tokens[back].before:
            return False
    return False


def _feast(tokens: list[Token], place: int, lead: str, today: date | None) -> tuple[int, float] | None:
    """The place behind a feast or another day that everybody knows, and the days since."""
    word = word_at(tokens, place)
    if word in ONCE and lead:
        return place + 1, float((today - ONCE[word]).days) if today else SOME_YEARS
    length, told = 1, FEASTS.get(word)
    for words, day in LONG_FEASTS.items() if word in LONG_FIRST and (lead or word in UNLED) else ():
        if all(word_at(tokens, place + n) == part for n, part in enumerate(words)):
            length, told = len(words), day
    if told is None or (not lead and word in ("fall", "spring")):
        return None
    end, year, _ = month_ends(tokens, place + length, today)
    return end, gone_by(*told, year, today)


def days_since_weekday(word: str, today: date | None) -> float:
    """Days since the last such weekday; today's own name means a week ago."""
    if today is None:
        return SOME_DAYS
    index = SHORT_WEEKDAYS[word] if word in SHORT_WEEKDAYS else WEEKDAYS.index(word)
    return float((today.weekday() - index) % 7 or 7)
