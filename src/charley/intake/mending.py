"""A side that somebody puts right: "the right calf, sorry, the left one"."""

from __future__ import annotations

from dataclasses import replace

from charley.intake.hits import Context
from charley.intake.values import Reading

AHEAD = 5
"""How many words may stand between a correction and the side."""

SIDES = {"left": "always the left", "right": "always the right"}
LEADS = frozenset(("the", "my", "his", "her", "left", "always", "mean", "meant"))
"""Before "right" they make it a side: right, so ... is none."""


def mended_sides(readings: list[Reading], corrections: list[int], context: Context) -> list[Reading]:
    """A reading of the side for each correction that names one; `corrections` are tokens, in order."""
    items = context.tokens.items
    sided = [
        r for r in readings if r.what == "cramp_side" and r.status == "taken" and r.answer in SIDES.values()
    ]
    result = []
    for place in corrections:
        side = _side_behind(place, context)
        before = [r for r in sided if r.end <= items[place].start]
        if side is None or not before or any(r.start >= items[place].start for r in sided):
            continue
        first, last, words = context.words(side, side + 1)
        answer = SIDES[items[side].norm]
        why = "the side put right"
        result.append(replace(before[-1], answer=answer, start=first, end=last, words=words, why=why))
    return result


def _side_behind(place: int, context: Context) -> int | None:
    items = context.tokens.items
    for ahead in range(place + 1, min(place + 1 + AHEAD, len(items))):
        if items[ahead].norm in SIDES and (items[ahead].norm == "left" or items[ahead - 1].norm in LEADS):
            return ahead
    return None
