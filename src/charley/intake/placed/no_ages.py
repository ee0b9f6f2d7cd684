"""Numbers that are no age: of children, of time, of a side, of something past."""

from __future__ import annotations

from bisect import bisect_left

from charley.intake.patterns.hits import Context
from charley.intake.quantities.lengths import unit_days
from charley.intake.quantities.numbers import VAGUE, Amount
from charley.intake.values import Reading

AGE = "age"
FEW = 12
"""The most children, and the largest number in words that counts something behind a comma."""

PARENTS = frozenset(
    ("mum", "mam", "mom", "mother", "dad", "father", "parent", "gran", "nan", "grandmother", "grandad")
)
SIDES = frozenset(("left", "right", "l", "r"))
STOPPED = frozenset((
    "stopped", "stop", "quit", "gave", "died", "retired", "had", "started", "began", "married", "diagnosed",
    "left", "till", "until", "from", "since", "was", "were", "passed", "done", "removed", "replaced",
    "broke", "gone", "rate",
))  # fmt: skip
"""Words of a clause whose "at 40" is past."""


def no_age(reading: Reading, starts: list[int], context: Context) -> Reading:
    """A reading of an age, dropped where its number counts children, marks a past time or measures a side."""
    if reading.what != AGE or reading.status != "taken":
        return reading
    first = bisect_left(starts, reading.start)
    places = range(first, bisect_left(starts, reading.end))
    amount = next((context.numbers[p] for p in places if p in context.numbers), None)
    why = _refused(amount, context) if amount is not None else ""
    if amount is not None and amount.value % 1 and reading.answer == amount.value:
        if not why and amount.value < FEW and context.norm(amount.end - 1) == "half":
            return reading._replace(answer=float(amount.value // 1))
        why = "no age has decimals"
    return reading.dropped(why) if why else reading


def _refused(amount: Amount, context: Context) -> str:
    place = amount.start
    if context.norm(place + (context.norm(place) == "a")) in VAGUE or _counts_time(amount, context):
        return "it counts something"
    if context.norm(place - 1) == "of" and context.norm(place - 2) in PARENTS and amount.value <= FEW:
        old = context.norm(amount.end) in ("yo", "yr", "y") or context.norm(amount.end + 1) == "old"
        return "" if old else "it counts children"
    if context.norm(place - 1) in SIDES:
        return "it belongs to a side"
    now = context.norm(place - 2) == "now"
    if context.norm(place - 1) == "at" and not now and not STOPPED.isdisjoint(clause_before(place, context)):
        return "it is the age of something past"
    return "it counts times" if context.norm(amount.end) in ("time", "times") else ""


def _counts_time(amount: Amount, context: Context) -> bool:
    """Whether days, weeks or hours follow, or a small number goes on behind a comma: big, one side."""
    unit = context.norm(amount.end)
    if unit_days(unit) is not None and not unit.startswith(("y", "mo", "mth", "mnth")):
        return not mark_at(amount.end, context)
    spelt = not context.norm(amount.start)[0].isdigit()
    goes_on = spelt and amount.value <= FEW and not mark_at(amount.end, context)
    return goes_on and mark_at(amount.start, context) == ","


def clause_before(place: int, context: Context) -> list[str]:
    items = context.tokens.items
    return [items[p].norm for p in range(context.layout.clause_start[place], place)]


def mark_at(place: int, context: Context) -> str:
    """The mark before a token; behind the last one a full stop."""
    items = context.tokens.items
    return items[place].before if place < len(items) else "."
