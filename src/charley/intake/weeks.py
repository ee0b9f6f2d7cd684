"""How far a pregnancy has come, told by a count that stands alone: "34 wks", "eighth month", "due in three weeks"."""

from __future__ import annotations

from charley.intake.hits import Context
from charley.intake.numbers import Amount
from charley.intake.scopes import NONE
from charley.intake.values import Reading

PREGNANT, WEEKS, NOW = "pregnant", "weeks_pregnant", "pregnant now"
WEEK_WORDS = frozenset(("week", "weeks", "wk", "wks"))
TERM, MONTH = 40.0, 4.345
EARLIEST, SURE, LATEST = 4, 20, 42
"""Weeks that a pregnancy can have; from SURE on nobody counts a cramp in weeks."""

LEADS = frozenset(("am", "im", "'m", "now", "at", "is", "'s", "only", "just", "nearly", "almost"))
"""Words before the count of a pregnancy that begins its piece: I'm 34 wks."""

NOT_BEHIND = frozenset((
    "ago", "of", "off", "post", "old", "later", "until", "till", "after", "since", "holiday", "into", "back", "before",
    "apart", "on", "to", "hx", "history", "duration", "notice", "course", "work", "clean", "sober", "wait", "waiting",
    "out", "in", "running", "solid", "straight", "now", "postpartum", "without", "and", "or", "a", "away", "free", "from",
))  # fmt: skip
"""Words behind a count of weeks that make it none of a pregnancy."""

ORDINALS = {
    "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "eigth": 8, "ninth": 9,
}  # fmt: skip
CHILD = frozenset(("baby", "first", "second", "third", "fourth", "twins", "boy", "girl", "bump"))
OLDEST = 55.0
WHY = "how far a pregnancy has come, by where the number stands"


def week_readings(readings: list[Reading], context: Context) -> list[Reading]:
    """Readings of a pregnancy and its weeks, where the lexicon has no weeks."""
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
    scopes = context.scopes
    governed = any(s[place] != NONE for s in (scopes.denied, scopes.supposed, scopes.past))
    return not (governed or scopes.asked[place] or context.others[place])


def _weeks(place: int, pregnant: bool, context: Context) -> tuple[int, float] | None:
    """The place after a count of weeks or months, and the weeks that it comes to."""
    word = context.tokens.items[place].norm
    if word in ORDINALS or (place in context.numbers and _norm(place + 1, context) == "th"):
        return _month(place, context)
    amount = context.numbers.get(place)
    if amount is None or amount.low != amount.high:
        return None
    return _due(amount, pregnant, context) or _with_child(amount, context) or _alone(amount, pregnant, context)


def _month(place: int, context: Context) -> tuple[int, float] | None:
    """ "Eighth month", "7th month running"."""
    items = context.tokens.items
    spelt = items[place].norm in ORDINALS
    month = ORDINALS[items[place].norm] if spelt else context.numbers[place].value
    end = place + (1 if spelt else 2)
    opens = place == 0 or bool(items[place].before) or items[place - 1].norm in ("my", "in", "the", "her")
    behind = _norm(end + 1, context)
    if _norm(end, context) != "month" or not opens or not 4 <= month <= 9 or behind in ("of", "on", "in"):
        return None
    return end + 1, MONTH * month - 2


def _due(amount: Amount, pregnant: bool, context: Context) -> tuple[int, float] | None:
    """ "(Baby is) due in three weeks"."""
    start = amount.start
    if (_norm(start - 2, context), _norm(start - 1, context)) != ("due", "in"):
        return None
    unit = _norm(amount.end, context)
    left = amount.value * (1.0 if unit in WEEK_WORDS else MONTH if unit in ("month", "months") else 99.0)
    child = any(_norm(p, context) in CHILD for p in range(max(0, start - 6), start))
    return (amount.end + 1, TERM - left) if (child or pregnant) and left < TERM - EARLIEST else None


def _with_child(amount: Amount, context: Context) -> tuple[int, float] | None:
    """ "Five months on with my second"."""
    unit = _norm(amount.end, context)
    at = amount.end + 1
    at += _norm(at, context) in ("on", "along", "gone", "in", "now")
    words = [_norm(p, context) for p in range(at, at + 4)]
    with_child = words[:1] == ["with"] and words[1] in ("my", "our", "a", "twins") and not CHILD.isdisjoint(words)
    months = unit in ("month", "months") and 2 <= amount.value <= 9.5
    if not with_child or not (months or (unit in WEEK_WORDS and EARLIEST <= amount.value <= LATEST)):
        return None
    return at + 1, amount.value * (MONTH if months else 1.0)


def _alone(amount: Amount, pregnant: bool, context: Context) -> tuple[int, float] | None:
    """ "34 wks, cramp in calf", "I'm 29 weeks n my legs lock up"."""
    items, start, end = context.tokens.items, amount.start, amount.end + 1
    if _norm(amount.end, context) not in WEEK_WORDS or amount.value % 1:
        return None
    least = EARLIEST if pregnant else SURE
    opens = start == 0 or bool(items[start].before) or items[start - 1].norm in LEADS
    parted = end >= len(items) or bool(items[end].before)
    behind = "" if parted else items[end].norm
    fits = least <= amount.value <= LATEST and opens and behind not in NOT_BEHIND
    return (end, amount.value) if fits else None


def _norm(place: int, context: Context) -> str:
    items = context.tokens.items
    return items[place].norm if 0 <= place < len(items) else ""
