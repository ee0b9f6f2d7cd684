"""An age that no word beside it names: a number set off by marks, "24 now", "in my 74 years"."""

from __future__ import annotations

from bisect import bisect_left

from charley.intake.patterns.hits import Context
from charley.intake.placed.age_forms import born_in, tells_age
from charley.intake.placed.age_places import GROWN, at_an_age, in_years
from charley.intake.placed.no_ages import AGE, mark_at, no_age
from charley.intake.placed.whose_age import of_one_sex, of_the_writer
from charley.intake.quantities.numbers import BEGINS, Amount
from charley.intake.values import Reading

OLDEST = 105
NAMED, LONE, BIRTHDAY = 1, 13, 3
"""The least ages told by a name before the number, by a number alone, and by a birthday to come."""

SET_OFF = frozenset((",", "(", ")", ".", "-", ":", ";", "?"))
ENDS = frozenset((",", ")", ".", "-", ";", "(", "?"))
COUNTED = frozenset((
    "times", "about", "around", "roughly", "every", "took", "takes", "last", "lasts", "score", "scale",
    "pain", "circa", "maybe", "mebbe", "like", "only", "or", "to", "than", "x", "for", "of", "by", "is",
    "was", "at", "bp",
))  # fmt: skip
"""Words before a number that count something with it."""

MEASURES = frozenset(
    ("stone", "mg", "mcg", "dose", "milligrams", "kilos", "kg", "pounds", "lbs", "size", "start", "started")
)
FAR = 12
"""Words so close before a number that make it a dose or a weight."""

ARTICLES = frozenset(("a", "an", "another"))

A_PHRASE = 30
"""Characters of a reading that speaks of each of its words."""

WHY = "a number that stands as an age does"


def aged(readings: list[Reading], context: Context) -> list[Reading]:
    """The readings without numbers that are no age, and with one that stands as an age does."""
    starts = [token.start for token in context.tokens.items]
    kept = [no_age(reading, starts, context) for reading in of_the_writer(of_one_sex(readings))]
    if any(r.what == AGE and r.status == "taken" for r in kept):
        return kept
    busy = _busy(kept, starts)
    for amount in sorted(context.numbers.values(), key=lambda n: n.start, reverse=True):
        age = _age(amount, context) if amount.start not in busy else None
        if age is not None:
            return [*kept, Reading("finding", AGE, age, *context.words(amount.start, amount.end), WHY)]
    born = born_in(context)
    if born is None:
        return kept
    first, last, age = born
    return [*kept, Reading("finding", AGE, age, *context.words(first, last), WHY)]


def _busy(readings: list[Reading], starts: list[int]) -> set[int]:
    """The tokens of other readings of a few words: their numbers are told for."""
    return {
        place
        for r in readings
        if r.what != AGE and r.status == "taken" and r.end - r.start < A_PHRASE
        for place in range(bisect_left(starts, r.start), bisect_left(starts, r.end))
    }


def _age(amount: Amount, context: Context) -> float | None:
    """The age that a number tells by its place, or nothing."""
    if amount.low != amount.high or amount.value % 1 or not NAMED <= amount.value <= OLDEST:
        return None
    if context.others[amount.start] or _is_dose(amount, context) or _is_heat(amount, context):
        return None
    to_come = _to_come(amount, context)
    if to_come is not None:
        return to_come
    stands = (
        in_years(amount, context)
        or _with_now(amount, context)
        or at_an_age(amount, context)
        or _alone(amount, context)
        or tells_age(amount, context)
    )
    return float(amount.value) if stands else None


def _to_come(amount: Amount, context: Context) -> float | None:
    """One less than the age of a birthday to come; the age of one just had."""
    after = (context.norm(amount.end), context.norm(amount.end + 1))
    before = context.norm(amount.start - 1)
    if after[0] in TO_COME and after[1] in MONTHS and before in ("be", "turn") and amount.value >= BIRTHDAY:
        return float(amount.value - 1)
    opens = _opens(amount, context) or before in ("be", "turn", "turns", "turning", "is", "'s", "am", "hits")
    if after in NEXT and opens and amount.value >= BIRTHDAY:
        return float(amount.value - 1)
    if after[0] in ("st", "nd", "rd", "th") and after[1] == "birthday":
        near = [context.norm(p) for p in range(max(0, amount.start - 5), amount.start)]
        return float(amount.value) if not JUST.isdisjoint(near) and amount.value >= GROWN else None
    return None


def _is_dose(amount: Amount, context: Context) -> bool:
    """Whether the sentence before tells of a medicine, a dose or a weight: "start me on 25 and now 75"."""
    first = max(context.layout.sentence_start[amount.start], amount.start - FAR)
    return any(p in context.medicines or context.norm(p) in MEASURES for p in range(first, amount.start))


HOT = 94
HEAT = frozenset(("temp", "temperature", "fever", "thermometer", "temps", "degrees"))


def _is_heat(amount: Amount, context: Context) -> bool:
    """Whether a number can be a temperature that its sentence speaks of: "No temperature, I checked, 99."."""
    first = context.layout.sentence_start[amount.start]
    return amount.value >= HOT and any(context.norm(p) in HEAT for p in range(first, amount.start))


NEXT = frozenset(
    (lead, unit) for lead in ("next", "this") for unit in ("month", "week", "birthday", "tuesday", "friday")
) - {("this", "month"), ("this", "week")}
MONTHS = frozenset((
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "spring", "summer", "autumn",
))  # fmt: skip
TO_COME = frozenset(("in", "come", "this", "next"))
JUST = frozenset(("had", "celebrated", "just", "reached", "after"))


def _with_now(amount: Amount, context: Context) -> bool:
    """ "24 now.", "67 here," behind a mark."""
    goes_on = context.norm(amount.end + 1) in ("and", "but", "so")
    told = context.norm(amount.end) in ("now", "here") and (bool(mark_at(amount.end + 1, context)) or goes_on)
    led = context.norm(amount.start - 1) == "now" and mark_at(amount.end, context) in ENDS
    return amount.value >= LONE and (led or (told and _opens(amount, context)))


def _alone(amount: Amount, context: Context) -> bool:
    """A number between two marks: "Ciara, 9, is limping", "Nan (92)", "He smokes a pack a day, 49."."""
    if not _opens(amount, context) or mark_at(amount.end, context) not in ENDS:
        return False
    if amount.start == 0 or _in_row(amount, context):
        return amount.start == 0 and amount.value >= GROWN and not _in_row(amount, context)
    before = context.tokens.items[amount.start - 1]
    if before.norm in COUNTED or amount.start - 1 in context.medicines:
        return False
    if _is_name(amount.start - 1, context) and mark_at(amount.start, context) in (",", "("):
        return True
    ends = amount.end == len(context.tokens.items)
    return amount.value >= GROWN or (amount.value >= LONE and ends and mark_at(amount.start, context) == ".")


def _in_row(amount: Amount, context: Context) -> bool:
    """Whether another number stands in the piece before it or behind it: doses, times, scores."""
    numbers, items = context.numbers, context.tokens.items
    far = 1 if context.norm(amount.start - 1) == "here" else 2
    before = range(max(0, amount.start - far), amount.start)
    behind = range(amount.end, min(amount.end + 2, len(items)))
    if len(behind) > 1 and items[behind[1]].before:
        behind = behind[:1]
    if amount.value >= GROWN and behind and _counts(behind[0], context):
        behind = range(0)
    return any(
        p in numbers or items[p].norm in BEGINS - ARTICLES or items[p].norm[0].isdigit()
        for p in (*before, *behind)
    )


COUNTS = frozenset((
    "hour", "hours", "year", "years", "day", "days", "months", "weeks", "a", "kids", "children", "boys",
    "girls", "times", "miles", "stone",
))  # fmt: skip


def _counts(place: int, context: Context) -> bool:
    """Whether a number behind a comma counts things of its own: 49, twelve hour shifts; 71, forty a day."""
    number = context.numbers.get(place)
    return number is not None and context.norm(number.end) in COUNTS


def _is_name(place: int, context: Context) -> bool:
    """Whether a word is written as a name within a sentence, or opens it before a comma or bracket."""
    token = context.tokens.items[place]
    return context.text[token.start : token.start + 1].isupper() and token.end - token.start > 2


def _opens(amount: Amount, context: Context) -> bool:
    return amount.start == 0 or context.tokens.items[amount.start].before in SET_OFF
