"""Which of the values read for a test is the result that counts: the newest, and no dose."""

from __future__ import annotations

from charley.intake.named.labs import Value
from charley.intake.named.results import NEWER
from charley.intake.named.standing import standing
from charley.intake.patterns.hits import Context
from charley.intake.quantities.times import When
from charley.intake.text.tokens import Tokens
from charley.intake.values import Reading
from charley.records.library import Library

OLD_RESULT = 366.0
"""Days after which a result says nothing of now."""

FAR = 6
"""How many words from a value its time may stand."""

SWALLOWED = frozenset((
    "magnesium", "potassium", "calcium", "iron", "zinc", "vitamin_d", "vitamin_b12", "folate", "sodium",
))  # fmt: skip
"""Tests of what is also sold as a tablet: a number far beyond any result is its dose."""


TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "sister", "resident", "special", "vitamin", "vit"))
"""Before a letter they make it a name, and no test."""


def lab_readings(values: list[Value], context: Context) -> list[Reading]:
    """The laboratory values, as told; another part brings units together. Old ones do not count."""
    result = []
    for value, days in newest(values, context):
        status, why = standing(value.named, context, denial=False)
        if status == "taken" and days is not None and days > OLD_RESULT:
            status, why = "dropped", "an old result"
        first = context.tokens.items[value.named.start].start
        words = context.text[first : value.end]
        reason = f"a test's name and value{'; ' + why if why else ''}"
        result.append(
            Reading(
                "lab",
                value.named.id,
                value.told,
                first,
                value.end,
                words,
                reason,
                status,
                unit=value.unit,
                days=days,
            )
        )
    return result


def newest(values: list[Value], context: Context) -> list[tuple[Value, float | None]]:
    """Each value with how many days ago it was, as far as told; of one test only the newest of those whose
    days are told."""
    told = [(value, _days(value, values, context)) for value in values]
    result = []
    for value, days in told:
        same = [d for other, d in told if other.named.id == value.named.id and other is not value]
        if days is None or not any(d is not None and d < days for d in same):
            result.append((value, days))
    return result


def _days(value: Value, values: list[Value], context: Context) -> float | None:
    """How long ago a value was, from the time nearest to it and no nearer to another."""
    items, layout = context.tokens.items, context.layout
    place = value.amount.start
    before = [items[p].norm for p in range(max(place - 3, 0), place)]
    if not NEWER.isdisjoint(before):
        return 0.0
    near = [w for w in context.times.values() if layout.sentence[w.start] == layout.sentence[place]]
    near = [w for w in near if w.way != "span" and _gap(w, place) <= FAR and not _is_number(w, value)]
    when = min(near, key=lambda w: (_gap(w, place), w.start), default=None)
    if when is None or any(_gap(when, other.amount.start) < _gap(when, place) for other in values):
        return None
    return when.days


def _gap(when: When, place: int) -> int:
    return max(when.start - place, place - when.end + 1, 0)


def _is_number(when: When, value: Value) -> bool:
    return when.start <= value.amount.start < when.end


def is_letter(value: Value, tokens: Tokens, library: Library) -> bool:
    """Whether a letter that stands for a test is a name: Mrs K, 84; special K 40 g. No living person has
    such a value. Without a title "K 39" is a slip, and asked about."""
    items, place = tokens.items, value.named.start
    if len(items[place].norm) > 1 or value.unit or not value.told.replace(".", "", 1).isdecimal():
        return False
    analyte = library.analytes[value.named.id]
    low, high = analyte.plausible
    titled = place > 0 and items[place - 1].norm in TITLES
    return titled and not low <= analyte.units[analyte.unit](float(value.told)) <= high


def is_intake(value: Value, text: str, library: Library) -> bool:
    """Whether a number is what a tablet holds: 1000 units of vitamin D; magnesium 375, beyond results."""
    if value.unit or value.named.id not in SWALLOWED or not value.told.replace(".", "", 1).isdecimal():
        return False
    if text[value.end : value.end + FAR].strip().lower().startswith("unit"):
        return True
    analyte = library.analytes[value.named.id]
    return all(unit(float(value.told)) > analyte.plausible[1] for unit in analyte.units.values())
