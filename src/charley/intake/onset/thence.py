"""Times that point back: "fell on Friday, cramp ever since", "that's when the cramps came"."""

from __future__ import annotations

from charley.intake.onset.owning import AHEAD, ALIEN, BESIDE, is_ended, nearest, owns, told_before
from charley.intake.patterns import pieces as word
from charley.intake.patterns.hits import Context
from charley.intake.patterns.pieces import Ground
from charley.intake.quantities.lengths import When

THEN_WORDS = frozenset(("since", "after", "afterwards", "later"))
BEGAN = frozenset(("started", "began", "came", "appeared"))
OVER = frozenset(("long", "nowt", "nought", "nothing", "none", "never", "once", "not"))
"""Before "since" they say that it did not go on: all cleared up long since; nowt since."""

NEXT, WIDE = 4, 30
"""How many words behind "began" the cramp may stand, and how much of a clause is looked through."""


def leads_back(place: int, ground: Ground) -> bool:
    """Whether "since" points to a time told before, in a clause that tells of the complaint."""
    items, layout = ground.context.tokens.items, ground.context.layout
    if items[place].norm not in THEN_WORDS:
        return False
    if place and items[place - 1].norm in OVER:
        return False
    following = items[place + 1] if place + 1 < len(items) else None
    ends = following is None or bool(following.before) or following.norm in ("then", "that")
    opens = items[place].norm == "since" and place > 0 and items[place - 1].norm == "ever"
    if not (ends or opens):
        return False
    start, end = (
        max(layout.clause_start[place], place - WIDE),
        layout.clause_end[min(place + 1, len(items) - 1)],
    )
    if items[place].norm == "later" and not any(ground.marks.has("onset", p) for p in range(start, place)):
        return False
    near = range(max(layout.sentence_start[place], place - BESIDE), min(end, place + BESIDE))
    if any(is_ended(p, ground) for p in near):
        return False
    before = told_before(place, ground)
    told = [before] if before is not None else nearest(ground, range(place + 1, min(end, place + AHEAD)))
    return any(owns(ground, p, 0.0) for p in told)


def began_then(place: int, ground: Ground) -> bool:
    """Whether the cramp is said to have begun here, in a clause without a time of its own: "I changed my
    shoes a month ago and my calves started cramping", "that's when the cramps came"."""
    items, context = ground.context.tokens.items, ground.context
    if items[place].norm not in BEGAN:
        return False
    layout = context.layout
    start, end = max(layout.clause_start[place], place - WIDE), min(layout.clause_end[place], place + WIDE)
    if any(p in context.times for p in range(start, end)):
        return False
    if any(is_ended(p, ground) for p in range(start, end)):
        return False
    if any(items[p].norm == "before" for p in range(place + 1, min(end, place + NEXT))):
        return False
    near = ground.kinds[max(start, place - BESIDE) : min(end, place + NEXT)]
    return any(kind & word.CRAMP for kind in near) and not ground.of(start, end) & ALIEN


def time_before(place: int, times: list[When], context: Context) -> When | None:
    """The last point in time told before, in this sentence or the one before it."""
    sentence = context.layout.sentence
    return next(
        (
            when
            for when in reversed(times)
            if when.end <= place
            and sentence[place] - sentence[when.start] <= 1
            and when.way in ("ago", "since", "last", "in")
            and not context.others[when.start]
        ),
        None,
    )
