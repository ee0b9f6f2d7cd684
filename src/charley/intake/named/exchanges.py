"""Medicines that gave way to another: "couldn't stand ramipril, so it's losartan", "swapped for X"."""

from __future__ import annotations

from collections.abc import Sequence

from charley.intake.named.names import Named
from charley.intake.named.standing import ONTO, SWAPS
from charley.intake.patterns.hits import Context

BEFORE = 6
BETWEEN = 14
"""How many words may stand between the medicine that was given up and the one that came after it."""

AT_ONCE = 3
"""How many words behind a name "was swapped" is looked for."""

NOT = frozenset(("not", "never", "hardly"))
BEARS = frozenset(("stand", "tolerate", "stomach", "bear", "get", "cope", "handle", "hack"))
"""Verbs which, denied before a name, say that it was not borne: could not tolerate simvastatin."""

SUITS = frozenset(("agree", "suit", "agreed", "suited"))
"""Verbs which, denied behind a name, say so too: it did not agree with me."""

THEN = frozenset(("now", "so", "instead", "then", "onto", "switched", "changed", "swapped"))
BESIDES = frozenset(("too", "also", "both", "well", "plus", "still"))
WAS = frozenset(("was", "tried", "were"))
FOR = frozenset((*ONTO, "by", "with"))


def is_exchanged(name: Named, names: Sequence[Named], context: Context) -> bool:
    """Whether another medicine took the place of one that was not borne, was only tried, or was swapped."""
    items = context.tokens.items
    first = max(context.layout.sentence_start[name.start], name.start - BEFORE)
    before = [items[p].norm for p in range(first, name.start)]
    if before[-1:] == ["from"] and not SWAPS.isdisjoint(before):
        return True
    after = next((n for n in names if n.start >= name.end and n.id != name.id), None)
    if after is None or after.start - name.end > BETWEEN or _behind(after, context):
        return False
    between = [items[p].norm for p in range(name.end, after.start)]
    if not BESIDES.isdisjoint(between):
        return False
    if not SWAPS.isdisjoint(between[:AT_ONCE]):
        return between[-1] in FOR
    return not THEN.isdisjoint(between) and (_not_borne(before, between) or not WAS.isdisjoint(before[-2:]))


def _not_borne(before: list[str], between: list[str]) -> bool:
    """Whether somebody could not take it: not tolerate X; X did not agree with me."""
    unborne = not NOT.isdisjoint(before) and not BEARS.isdisjoint(before)
    return unborne or (not NOT.isdisjoint(between) and not SUITS.isdisjoint(between))


def _behind(after: Named, context: Context) -> bool:
    """Whether the other medicine is only one more: ..., amlodipine too."""
    items = context.tokens.items
    return after.end < len(items) and items[after.end].norm in ("too", "also")
