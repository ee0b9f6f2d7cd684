"""Two calves measured with a tape: "left calf 41, right 37.5" tells how much they differ."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from charley.intake.patterns.hits import Context
from charley.intake.quantities.numbers import Amount
from charley.intake.scope.scopes import NONE
from charley.intake.values import Reading

DIFFERENCE, SWOLLEN = "calf_difference_cm", "one_leg_swollen"
SLIGHTEST, STOUTEST = 18.0, 75.0
"""Centimetres round a calf that a tape can show."""

MOST = 20.0
"""No two calves of one person differ by more: such a figure was misread or mistyped."""

CLEARLY = 3.0
"""From so many centimetres on one leg counts as swollen (the Wells score)."""

SIDES = {"l": "left", "left": "left", "lt": "left", "r": "right", "right": "right", "rt": "right"}
UNITS = frozenset(("cm", "cms", "centimetre", "centimetres", "centimeter", "centimeters"))
MEASURED = frozenset((
    "calf", "calves", "leg", "legs", "girth", "circ", "circumference", "circumferences", "measure",
    "measured", "measures", "measuring", "tape", "shin", "shins",
    *UNITS,
))  # fmt: skip
"""Words of which one stands beside two figures that are legs."""

BETWEEN = frozenset((
    "and", "the", "one", "on", "in", "is", "was", "but", "vs", "versus", "against", "with", "other", "my",
    "calf", "leg", "at", "to", "measures", "measured", "only", "around", "round", "side", "over", "about",
    "v", "her", "his", "=", "'s", "while", "compared",
    *UNITS, *SIDES,
))  # fmt: skip
"""All that may stand between the two figures, and directly behind the second."""

AGAINST = frozenset(("vs", "versus", "against", "v", "compared", "over"))
FAR, NEAR, BESIDE = 9, 8, 4
"""How many words stand between the figures, before them, and between a side and its figure."""

WHY = "two legs measured"


def calf_readings(readings: list[Reading], context: Context) -> list[Reading]:
    """The readings with the difference of two measured calves, and the swelling that a large one is."""
    kept = [_possible(reading) for reading in readings]
    found = [] if _told(kept, DIFFERENCE) else list(_measured(context))[:1]
    apart = _told([*kept, *found], DIFFERENCE)
    swollen = [r._replace(what=SWOLLEN, answer=True) for r in apart if float(r.answer) >= CLEARLY]
    return [*kept, *found, *swollen]


def _possible(reading: Reading) -> Reading:
    if reading.what != DIFFERENCE or reading.status != "taken" or float(reading.answer) <= MOST:
        return reading
    return reading.dropped("no two legs differ so much")


def _told(readings: list[Reading], finding: str) -> list[Reading]:
    return [r for r in readings if r.what == finding and r.status == "taken"]


def _measured(context: Context) -> Iterator[Reading]:
    amounts = [n for n in context.numbers.values() if SLIGHTEST <= n.value <= STOUTEST and n.low == n.high]
    for one, other in pairwise(sorted(amounts, key=lambda n: n.start)):
        difference = round(abs(one.value - other.value), 2)
        free = context.scopes.denied[one.start] == context.scopes.supposed[one.start] == NONE
        if difference <= MOST and free and not context.others[one.start] and _is_pair(one, other, context):
            yield Reading("finding", DIFFERENCE, difference, *context.words(one.start, other.end), WHY)


def _is_pair(one: Amount, other: Amount, context: Context) -> bool:
    items = context.tokens.items
    between = [token.norm for token in items[one.end : other.start]]
    behind = items[other.end] if other.end < len(items) else None
    ends = behind is None or bool(behind.before) or behind.norm in BETWEEN
    if len(between) > FAR or not BETWEEN.issuperset(between) or not ends:
        return False
    near = [token.norm for token in items[max(0, one.start - NEAR) : other.end + 2]]
    if MEASURED.isdisjoint(near):
        return False
    return _on_two_sides(one, other, context) or not AGAINST.isdisjoint(between)


def _on_two_sides(one: Amount, other: Amount, context: Context) -> bool:
    """Whether each figure has a side of its own, before it or behind it."""
    items = context.tokens.items
    middle = [SIDES[t.norm] for t in items[one.end : other.start] if t.norm in SIDES]
    before = [SIDES[t.norm] for t in items[max(0, one.start - BESIDE) : one.start] if t.norm in SIDES]
    after = [SIDES[t.norm] for t in items[other.end : other.end + BESIDE] if t.norm in SIDES]
    return bool(middle) and ((before[-1:] + middle[-1:]) in PAIRS or (middle[:1] + after[:1]) in PAIRS)


PAIRS = (["left", "right"], ["right", "left"])
