"""How far a pregnancy has come, by a count that stands alone: "34 wks", "eighth month", "due in 3 weeks"."""

from __future__ import annotations

from bisect import bisect_left

from charley.intake.patterns.hits import Context
from charley.intake.quantities.numbers import Amount
from charley.intake.scope.scopes import NONE
from charley.intake.values import Reading

PREGNANT, WEEKS, NOW = "pregnant", "weeks_pregnant", "pregnant now"
WEEK_WORDS = frozenset(("week", "weeks", "wk", "wks"))
TERM, MONTH = 40.0, 4.345
EARLIEST, SURE, LATEST = 4, 20, 42
"""Weeks that a pregnancy can have; from SURE on nobody counts a cramp in weeks."""

LEADS = frozenset(("am", "im", "'m", "now", "at", "is", "'s", "only", "just", "nearly", "almost"))
"""Words before the count of a pregnancy that begins its piece: I'm 34 wks."""

NOT_BEHIND = frozenset((
    "ago", "of", "off", "post", "old", "later", "until", "till", "after", "since", "holiday", "into",
    "back", "before", "apart", "on", "to", "hx", "history", "duration", "notice", "course", "work", "clean",
    "sober", "wait", "waiting", "out", "in", "running", "solid", "straight", "now", "postpartum", "without",
    "and", "or", "a", "away", "free", "from",
))  # fmt: skip
"""Words behind a count of weeks that make it none of a pregnancy."""

ORDINALS = {
    "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "eigth": 8, "ninth": 9,
}  # fmt: skip
CHILD = frozenset(("baby", "first", "second", "third", "fourth", "twins", "boy", "girl", "bump"))
OLDEST = 55.0
WHY = "how far a pregnancy has come, by where the number stands"


def week_readings(readings: list[Reading], context: Context) -> list[Reading]:
    """The readings, with those of a pregnancy and its weeks where the lexicon has no weeks."""
    starts = [token.start for token in context.tokens.items]
    kept = [_to_go(reading, starts, context) for reading in readings]
    return [*kept, *_found(kept, context)]


def _to_go(reading: Reading, starts: list[int], context: Context) -> Reading:
    """A reading of weeks, dropped where they are still to come: due in 7 weeks."""
    if reading.what != WEEKS or reading.status != "taken":
        return reading
    places = range(bisect_left(starts, reading.start), bisect_left(starts, reading.end))
    inside = [context.numbers[p] for p in places if p in context.numbers]
    ahead = any((context.norm(n.start - 2), context.norm(n.start - 1)) == ("due", "in") for n in inside)
    return reading.dropped("weeks still to come") if ahead else reading


def _found(readings: list[Reading], context: Context) -> list[Reading]:
    told = {r.what: r.answer for r in readings if r.status == "taken"}
    if WEEKS in told or told.get(PREGNANT, NOW) != NOW or _cannot(told):
        return []
    pregnant = PREGNANT in told
    for place in range(len(context.tokens.items)):
        found = _weeks(place, pregnant, context)
        if found is not None and _stands(place, context):
            end, weeks = found
            spot = context.words(place, end)
            count = Reading("finding", WEEKS, round(weeks, 1), *spot, WHY)
            return [count] if pregnant else [Reading("finding", PREGNANT, NOW, *spot, WHY), count]
    return []


def _cannot(told: dict[str, bool | str | float]) -> bool:
    age = told.get("age", 30.0)
    old = isinstance(age, float) and not 12.0 <= age <= OLDEST
    return told.get("sex_at_birth") == "male" or told.get("can_be_pregnant") is False or old


def _stands(place: int, context: Context) -> bool:
    return context.is_plain(place) and context.scopes.past[place] == NONE


def _weeks(place: int, pregnant: bool, context: Context) -> tuple[int, float] | None:
    """The place after a count of weeks or months, and the weeks that it comes to."""
    word = context.tokens.items[place].norm
    if word in ORDINALS or (place in context.numbers and context.norm(place + 1) == "th"):
        return _month(place, context)
    amount = context.numbers.get(place)
    if amount is None or amount.low != amount.high:
        return None
    return (
        _due(amount, pregnant, context) or _with_child(amount, context) or _alone(amount, pregnant, context)
    )


def _month(place: int, context: Context) -> tuple[int, float] | None:
    """ "Eighth month", "7th month running"."""
    items = context.tokens.items
    spelt = items[place].norm in ORDINALS
    month = ORDINALS[items[place].norm] if spelt else context.numbers[place].value
    end = place + (1 if spelt else 2)
    opens = place == 0 or bool(items[place].before) or items[place - 1].norm in ("my", "in", "the", "her")
    behind = context.norm(end + 1)
    if context.norm(end) != "month" or not opens or not 4 <= month <= 9 or behind in ("of", "on", "in"):
        return None
    return end + 1, MONTH * month - 2


def _due(amount: Amount, pregnant: bool, context: Context) -> tuple[int, float] | None:
    """ "(Baby is) due in three weeks"."""
    start = amount.start
    if (context.norm(start - 2), context.norm(start - 1)) != ("due", "in"):
        return None
    unit = context.norm(amount.end)
    left = amount.value * (1.0 if unit in WEEK_WORDS else MONTH if unit in ("month", "months") else 99.0)
    child = any(context.norm(p) in CHILD for p in range(max(0, start - 6), start))
    return (amount.end + 1, TERM - left) if (child or pregnant) and left < TERM - EARLIEST else None


def _with_child(amount: Amount, context: Context) -> tuple[int, float] | None:
    """ "Five months on with my second"."""
    unit = context.norm(amount.end)
    at = amount.end + 1
    at += context.norm(at) in ("on", "along", "gone", "in", "now")
    words = [context.norm(p) for p in range(at, at + 4)]
    with_child = (
        words[:1] == ["with"] and words[1] in ("my", "our", "a", "twins") and not CHILD.isdisjoint(words)
    )
    months = unit in ("month", "months") and 2 <= amount.value <= 9.5
    if not with_child or not (months or (unit in WEEK_WORDS and EARLIEST <= amount.value <= LATEST)):
        return None
    return at + 1, amount.value * (MONTH if months else 1.0)


def _alone(amount: Amount, pregnant: bool, context: Context) -> tuple[int, float] | None:
    """ "34 wks, cramp in calf", "I'm 29 weeks n my legs lock up"."""
    items, start, end = context.tokens.items, amount.start, amount.end + 1
    if context.norm(amount.end) not in WEEK_WORDS or amount.value % 1:
        return None
    least = EARLIEST if pregnant else SURE
    opens = start == 0 or bool(items[start].before) or items[start - 1].norm in LEADS
    parted = end >= len(items) or bool(items[end].before)
    behind = "" if parted else items[end].norm
    fits = least <= amount.value <= LATEST and opens and behind not in NOT_BEHIND
    return (end, amount.value) if fits else None
