"""What takes an answer back: words close by in its clause, or in its sentence where they say so."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from charley.intake.patterns.choosing import MOST_SPAN
from charley.intake.patterns.hits import Context, Hit
from charley.intake.patterns.topics import Topic, Topics
from charley.intake.scope.scopes import NONE

NEAR = 5
"""How many words may stand between an answer and what takes it back."""

WIDE = 12
"""The same for what takes back across a clause border ("&& ...")."""

GAP = ".."
TURNS = frozenset(("but", "yet", "however"))
NOW = frozenset(("now", "today", "tonight"))
"""Behind a comma they turn to how it is."""

A_MEDICINE = "<medicine>"
"""The text of a pattern that is any name of a medicine."""

NUMBER_WORD = "{n}"

BARE = 3
"""A sentence of so few words is an answer within a story."""

ONE = {(side, part) for side in ("one", "left", "right") for part in ("one", "leg", "side", "foot", "is")}


def taken_back(hit: Hit, cancels: list[Hit], danger: bool, told: Topics, context: Context) -> str:
    """What takes a hit back: words close by in the same clause, or in the sentence when they say so.

    The clause where the hit ends counts too, but not for a sign of danger, which words parted by a mark do
    not take back either.
    """
    layout = context.layout
    first = bisect_left(cancels, hit.start - WIDE - MOST_SPAN, key=lambda other: other.start)
    for other in cancels[first:]:
        if other.start > hit.end + WIDE:
            break
        wide = other.pattern.reach == "sentence"
        ids = layout.sentence if wide else layout.clause
        gap = max(other.start - hit.end, hit.start - other.end)
        same = ids[other.start] == ids[hit.start] or (not danger and ids[other.start] == ids[hit.end - 1])
        near = gap <= (WIDE if wide else NEAR) and same
        spared = danger and _is_spared(other, hit, context)
        if near and not spared and not _apart(other, hit, told, context):
            return f"'{other.pattern.text}' beside it takes it back"
    return ""


def _apart(cancel: Hit, hit: Hit, told: Topics, context: Context) -> bool:
    """Whether what would take a hit back speaks of another number, or goes on behind a mark after this one
    ("footballer 24, cramps"); or is a medicine that is only the next
    thing told: "cramps 4x a week, take amlodipine"."""
    if hit.pattern.times and NUMBER_WORD in cancel.pattern.words and hit.caught in context.numbers:
        behind = context.numbers[hit.caught].end
        if hit.caught != cancel.caught:
            return cancel.caught in context.numbers
        return behind < cancel.end and bool(context.tokens.items[behind].before)
    if cancel.pattern.text != A_MEDICINE or told.own[hit.start] is not Topic.CRAMP:
        return False
    return any(context.tokens.items[p].before for p in range(hit.end, cancel.start + 1))


def _is_parted(cancel: Hit, context: Context) -> bool:
    """Whether a mark parts words that belong side by side: "in my back, legs weak" tells of no back legs."""
    if cancel.pattern.reach == "sentence" or GAP in cancel.pattern.text:
        return False
    return any(context.tokens.items[p].before for p in range(cancel.start + 1, cancel.end))


def _is_spared(cancel: Hit, hit: Hit, context: Context) -> bool:
    """Whether a sign of danger stands in spite of words beside it."""
    turned = cancel.pattern.reach == "sentence" and _is_turned(cancel, hit, context)
    return turned or _is_parted(cancel, context) or _is_of_one(cancel, hit, context)


def _is_turned(cancel: Hit, hit: Hit, context: Context) -> bool:
    """Whether the telling turns between an excuse and the sign: "I blamed the gym, but within hours"; "last
    week I was playing tennis, now I can hardly lift my legs"."""
    between = context.tokens.items[cancel.end : hit.start + 1]
    return any(token.norm in TURNS or (token.norm in NOW and token.before == ",") for token in between)


def _is_of_one(cancel: Hit, hit: Hit, context: Context) -> bool:
    """Whether one side is set against what "both" says: both ankles were puffy, but now only one leg pits."""
    if "both" not in cancel.pattern.words or cancel.end > hit.end:
        return False
    told = [context.norm(p) for p in range(max(cancel.end, hit.start - BARE), hit.end)]
    return any(pair in ONE for pair in pairwise(told))


def is_denied(cancel: Hit, hit: Hit, context: Context) -> bool:
    """Whether there is not what would take a hit back: "I take no iron, and my poo is black"."""
    denied = context.scopes.denied
    cue = denied[cancel.start]
    if cue == NONE or not 0 < cancel.start - cue <= BARE or hit.start <= cue < hit.end:
        return False
    return all(denied[p] != cue for start, end, _ in hit.spans for p in range(start, end))
