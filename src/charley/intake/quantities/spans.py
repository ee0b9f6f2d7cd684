"""Counted stretches of time: "three weeks ago", "for the best part of a decade", "two years come March"."""

from __future__ import annotations

from datetime import date

from charley.intake.quantities.anniversaries import counted_from
from charley.intake.quantities.date_words import word_at as _word
from charley.intake.quantities.dates import days_since_weekday
from charley.intake.quantities.feasts import SHORT_WEEKDAYS, WEEKDAYS
from charley.intake.quantities.lengths import DAYS, Way, When, unit_days
from charley.intake.quantities.numbers import Amount
from charley.intake.text.tokens import Token

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
ENDS = (".", "?", "!", ";")
"""Marks behind which another sentence begins."""

MANY = {("a", "good", "few"): 5.0, ("quite", "a", "few"): 5.0, ("a", "fair", "few"): 5.0,
        ("a", "good", "many"): 10.0}  # fmt: skip
"""More than "a few", as people say it."""


def find_span(tokens: list[Token], place: int, at: dict[int, Amount], today: date | None) -> When | None:
    """A number (or "a") of units: N weeks ago, for N weeks, the last N weeks, N weeks now."""
    amount, word = at.get(place), _word(tokens, place)
    many = MANY.get((word, _word(tokens, place + 1), _word(tokens, place + 2)))
    if many is not None:
        value, end = many, place + 3
    elif amount is not None:
        value, end = amount.value, amount.end
    elif word == "some" and _word(tokens, place + 1) in VAGUE:
        return _placed(tokens, place, place + 2, 1.0, VAGUE[_word(tokens, place + 1)])
    elif word in ("a", "an", "one", "many", "some", "another"):
        value, end = (20.0 if word == "many" else 1.0), place + 1
    elif word in VAGUE:
        return _bare(tokens, place)
    elif word in ("fortnight", "week", "month", "year") and _word(tokens, place + 1) in ("ago", "back"):
        return When(place, place + 2, DAYS[word], "ago")
    elif word == "fortnight" and _word(tokens, place + 1) == "of" and (place == 0 or tokens[place].before):
        return When(place, place + 1, DAYS[word], "span")
    else:
        return None
    while _word(tokens, end) in LARGE:
        end += 1
    days = unit_days(_word(tokens, end))
    if days is None:
        return _weekdays_ago(tokens, place, end, value, today)
    return (
        _before_weekday(tokens, place, end + 1, value * days, today)
        or counted_from(tokens, place, end + 1, value * days, today)
        or _placed(tokens, place, end + 1, value, days)
    )


def _weekdays_ago(tokens: list[Token], start: int, end: int, value: float, today: date | None) -> When | None:
    """ "Two Sundays ago"."""
    word = _word(tokens, end).removesuffix("s")
    if word not in WEEKDAYS or _word(tokens, end + 1) not in ("ago", "back"):
        return None
    return When(start, end + 2, days_since_weekday(word, today) + DAYS["week"] * (value - 1.0), "ago")


def _before_weekday(
    tokens: list[Token], start: int, end: int, days: float, today: date | None
) -> When | None:
    """ "A week last Tuesday", "three weeks ago on Friday"."""
    if days < DAYS["week"] or days > 10 * DAYS["week"]:
        return None
    after = end
    while after < end + 3 and _word(tokens, after) in ("last", "ago", "on", "past"):
        after += 1
    if any(token.before in ENDS for token in tokens[end : after + 1]):
        return None
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
    parted = end < len(tokens) and bool(tokens[end].before)
    goes_on = next_after not in ("", "and", "but", "now") and not tokens[end + 1].before
    if (
        after in ("ago", "back", "earlier", "previously", "since")
        and not parted
        and not (after == "since" and goes_on)
    ):
        return When(start, end + 1 + (next_after == "today"), days, "ago")
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
    if after in ("now", "already", "running", "solid") or (after, next_after) == ("at", "least"):
        return When(start, end, days, "for")
    single = _word(tokens, start) in ("a", "an") and _word(tokens, start + 1) not in ("good", "fair")
    of_it = after == "of" and next_after in ("this", "that", "it", "these", "them")
    apart = after in NOT_SPANS or (not of_it and single and _word(tokens, start - 1) not in COUNTS)
    return When(start, end, days, "span") if days >= SHORTEST_SPAN and not apart else None


SHORTEST_SPAN = 2.0
NOT_SPANS = frozenset((
    "later", "after", "apart", "before", "each", "a", "at", "per", "until", "old", "off", "pregnant",
    "gone", "along", "on", "away", "out",
))  # fmt: skip
"""Words behind a length of time that make it none of an ailment: two weeks later, six weeks gone."""

COUNTS = frozenset((
    "been", "about", "like", "must", "nearly", "almost", "over", "around", "is", "'s", "maybe", "least",
    "only", "just", "know", "of", "be", "have", "roughly", "on", "getting",
))  # fmt: skip
"""Words before "a year" that make it a length of time and no rate: it's been a year, but twice a year."""
