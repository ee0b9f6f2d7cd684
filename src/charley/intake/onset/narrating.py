"""What the rules of a told beginning share: whether a complaint is told here, and what opens a sentence."""

from __future__ import annotations

from charley.intake.onset.ends import ENDS
from charley.intake.onset.owning import ALIEN, OWN
from charley.intake.patterns import pieces as word
from charley.intake.patterns.pieces import Ground
from charley.intake.quantities.lengths import When

SOME_HOURS, A_DAY, SOME_WEEKS = 0.02, 1.0, 45.0
"""Days of an attack that is still going on, of a stretch, and for which a point in time still tells it."""

POINTS = ("ago", "last", "since")
"""Ways of telling a point in time."""

BACK, NEAR, AHEAD, WIDE, FAR = 70, 6, 14, 28, 50
"""How many words before "that was", beside a time, and behind one are looked through; and behind
what befell somebody."""

SUBJECT = 3
"""How many words behind a time tell who has it."""

HEDGES = frozenset((
    "about", "maybe", "roughly", "around", "over", "nearly", "almost", "only", "just", "at", "all", "some",
    "a", "good", "now", "must", "have", "been", "be", "for", "on", "getting", "well", "say",
))  # fmt: skip

OPENERS = HEDGES | frozenset((
    "but", "and", "so", "since", "from", "the", "these", "this", "past", "last", "then", "ever", "however",
    "anyway", "sometime", "thing", "different", "new", "before", "after", "until", "in", "late", "early",
))  # fmt: skip

WHO = frozenset(("i", "he", "she", "we", "they", "it"))

NO_END = ENDS - {"stopped", "never", "nothing"}

HABIT = frozenset(("if", "whenever", "ever", "always", "usual", "usually", "every", "nights", "bed"))
"""Words behind an event by which a cramp is one that comes again and again."""

JOINS = frozenset(("and", "but", "so"))

LIKE = frozenset((
    "worst", "worse", "bad", "retired", "married", "pregnant", "used", "offered", "appointment", "booked",
    "also", "rebuilt", "grinding", "saw", "dentist", "physio", "doctor", "gp", "nurse", "hospital", "scan",
    "said",
))  # fmt: skip
"""Words beside a point in time that make it no beginning."""

LIMBS = frozenset((
    "hip", "hips", "groin", "buttock", "bum", "arm", "arms", "hand", "hands", "fingers", "knee", "knees",
))  # fmt: skip
"""Parts of the body that are told of like a leg where they head a story."""

TOLD = OWN | word.SIGN

OTHERS = word.MEDICINE | word.ILLNESS


def tells(places: range, ground: Ground, first: bool = True) -> bool:
    """Whether a complaint or another sign is told here (before anything else), and no end of it."""
    items, plain = ground.context.tokens.items, ground.context.is_plain
    limbs = [p for p in places if items[p].norm in LIMBS]
    told = next((p for p in places if ground.kinds[p] & (TOLD | ALIEN) or p in limbs), None)
    if told is None or (first and (not plain(told) or is_other(ground.kinds[told]))):
        return False
    own = next((p for p in places if (ground.kinds[p] & TOLD or p in limbs) and plain(p)), None)
    if own is None:
        return False
    return not first or not any(items[p].norm in NO_END for p in places if p <= own + 1)


def is_other(kinds: int) -> bool:
    """Whether a word tells of a medicine or an illness, and of no leg."""
    return bool(kinds & OTHERS) and not kinds & OWN


def is_head(when: When, ground: Ground) -> bool:
    """Whether a time opens its sentence, or a piece behind a mark."""
    items, place = ground.context.tokens.items, when.start
    first = ground.context.layout.sentence_start[when.start]
    while place > first and not items[place].before and items[place - 1].norm in OPENERS:
        place -= 1
    if place == first or (place < when.start and items[place].norm in JOINS):
        return True
    return bool(items[place].before) and not ground.of(max(first, place - NEAR), place) & word.MEDICINE


def is_since(when: When, ground: Ground) -> bool:
    items = ground.context.tokens.items
    return when.way == "since" or (when.start > 0 and items[when.start - 1].norm == "since")
