"""Whose a time is: what is told nearest before it, else what follows one that opens its sentence."""

from __future__ import annotations

from charley.intake.onset.ends import ENDS, GONE
from charley.intake.patterns import pieces as word
from charley.intake.patterns.pieces import Ground
from charley.intake.quantities.lengths import When

OWN = word.CRAMP | word.PAIN | word.LIMB
"""Kinds of words that tell of the complaint."""

ALIEN = word.MEDICINE | word.ILLNESS | word.HAPPENING | word.ELSEWHERE | word.FOOD
"""Kinds of words that own a time of their own."""

BACK, AHEAD, BESIDE = 12, 12, 6
"""How many words before a time, behind one that opens its sentence, and beside a word are looked through."""

OPENS = 3
"""How many words may stand before a time that opens its clause: for the last ten days my calf aches."""

DENIED = 4
NEVER = frozenset(("not", "no", "never", "none", "without"))
"""So close before the complaint these say that it did not come."""

CHANGED = frozenset(("worse", "better", "less", "fewer", "oftener"))
"""Right before "since" they date a change and no beginning."""

SOME_WEEKS = 31.0
"""Days for which a leg alone is the complaint: a leg has been something for years."""

ENDED = ENDS | GONE | frozenset((
    "not", "quit", "married", "retired", "away", "off", "ended", "every", "each", "per", "awake", "walk",
    "walking", "stand", "standing", "sit", "sitting", "run", "running", "last", "lasts", "lasted", "lasting",
    "stays", "sleep", "slept", "asleep", "same", "took", "take", "taken", "sat", "grown", "lost", "gained",
))  # fmt: skip
"""Words of a clause whose time is that of an end, of a rate or of something done."""


def is_owned(when: When, lead: int, ground: Ground) -> bool:
    """Whether the words nearest before a time (behind one that opens its sentence) tell of the complaint."""
    layout = ground.context.layout
    clause = range(
        max(layout.clause_start[lead], lead - BACK), min(layout.clause_end[when.end - 1], when.end + AHEAD)
    )
    if any(is_ended(p, ground) for p in clause if not lead <= p < when.end):
        return False
    before = told_before(lead, ground)
    if before is not None:
        return not _is_denied(before, lead, ground) and _is_own(before, lead, when.days, ground)
    ahead = range(when.end, min(layout.sentence_end[when.end - 1], when.end + AHEAD))
    opens = lead - layout.clause_start[lead] <= OPENS
    if opens and any(ground.kinds[p] & (word.CRAMP | word.PAIN) for p in ahead):
        return not ground.of(ahead.start, ahead.stop) & (word.MEDICINE | word.HAPPENING)
    return opens and lead < when.start and any(owns(ground, p, 0.0) for p in nearest(ground, ahead))


def _is_denied(place: int, lead: int, ground: Ground) -> bool:
    """Whether the complaint before a time is said not to have come: I've not had a cramp since."""
    items, first = ground.context.tokens.items, max(ground.context.layout.clause_start[place], place - DENIED)
    changed = items[lead].norm == "since" and items[lead - 1].norm in CHANGED
    return changed or any(items[p].norm in NEVER for p in range(first, lead))


def told_before(lead: int, ground: Ground) -> int | None:
    """The place nearest before a time, in its sentence, that tells of something."""
    first = max(ground.context.layout.sentence_start[lead], lead - BACK)
    return next(iter(nearest(ground, range(lead - 1, first - 1, -1))), None)


def _is_own(place: int, lead: int, days: float, ground: Ground) -> bool:
    """Whether what stands before a time is the complaint, and nothing beside it is another thing."""
    items, first = (
        ground.context.tokens.items,
        max(ground.context.layout.sentence_start[place], place - BESIDE),
    )
    start = next((p for p in range(place, first, -1) if items[p].before), first)
    return not ground.of(start, lead) & ALIEN and owns(ground, place, days)


def owns(ground: Ground, place: int, days: float) -> bool:
    """Whether a place tells of the complaint; a leg alone only for some weeks, and with no other sign."""
    kinds = ground.kinds[place]
    if kinds & (word.CRAMP | word.PAIN):
        return True
    near = range(max(0, place - BESIDE), min(len(ground.kinds), place + BESIDE))
    signs = [p for p in near if ground.kinds[p] & word.SIGN and not ground.marks.has("swollen", p)]
    return bool(kinds & word.LIMB) and days <= SOME_WEEKS and not signs


def nearest(ground: Ground, places: range) -> list[int]:
    """The first place that tells of something, if any does."""
    found = (p for p in places if ground.kinds[p] & (OWN | ALIEN | word.SIGN))
    return [place for place in (next(found, None),) if place is not None]


def is_ended(place: int, ground: Ground) -> bool:
    """Whether a word tells of an end, a rate or something done; "last" before a time does not."""
    items = ground.context.tokens.items
    if items[place].norm == "off" and place and items[place - 1].norm in ("on", "and"):
        return False
    timed = place in ground.context.times or place + 1 in ground.context.times
    return items[place].norm in ENDED and not (items[place].norm == "last" and timed)
