"""The side of the complaint that no phrase tells: the one side that a story names of a leg, or both legs."""

from __future__ import annotations

from itertools import pairwise

from charley.intake.patterns.hits import Context
from charley.intake.scope.scopes import NONE
from charley.intake.text.marks import Marks
from charley.intake.values import Reading

SIDE = "cramp_side"
ANSWERS = {"left": "always the left", "right": "always the right"}
BOTH = "both together"

PARTS = frozenset((
    "leg", "calf", "thigh", "foot", "shin", "ankle", "knee", "hip", "buttock", "hamstring", "groin", "toe",
    "heel", "limb", "bum", "glute", "quad", "sole", "achilles",
))  # fmt: skip
"""Parts of a leg of which one is told with its side."""

PAIRS = frozenset((
    "legs", "calves", "calf", "thighs", "shins", "feet", "hamstrings", "leg", "sides", "soles",
))  # fmt: skip
TWO = frozenset(("both", "two"))
"""What is told of both legs: both calves, me two calf."""

BETWEEN = frozenset(
    ("lower", "upper", "back", "front", "outer", "inner", "big", "bad", "whole", "little", "bloody", "poor")
)
"""Words between a side and its part."""

STANDS_FOR = frozenset(("one", "yin", "side"))
"""What stands for a part that was named before: "my knee, the right one"."""

FAR, BEFORE, BEHIND, NEAR = 12, 3, 4, 6

AGAINST = frozenset((
    "than", "compared", "unlike", "broke", "broken", "fractured", "bruise", "bruises", "scar", "stent",
))  # fmt: skip
"""Words before a side with which the other is compared, or on which something else is told."""

SOUND = frozenset((
    "fine", "perfect", "fresh", "normal", "ok", "okay", "good", "never", "not", "grand", "replaced", "op",
    "unaffected", "clicks", "without", "worst", "worse", "healthy", "strong", "drags", "dragged", "dragging",
    "shorter", "thinner", "pedal", "replacement", "alright",
))  # fmt: skip
"""Words behind a side of which nothing is the matter, or that is not the complaint."""

NO_PAIN = frozenset((
    "same", "equal", "size", "measured", "measure", "swollen", "swelling", "puffy", "numb", "weak", "jelly",
    "cold", "warm", "with", "normal", "fine", "heavy", "jump", "pulses", "power", "ring", "stand", "on",
))  # fmt: skip
"""Words beside two legs of which no pain is told."""

STROKE_OR_PAST = frozenset(
    ("mouth", "words", "speech", "face", "polio", "operations", "bypass", "arthritis", "arthritic")
)
"""Words of a sentence that tells of a stroke, or of what was once."""

NOT_THIS = frozenset(("other", "good", "long"))
MUSCLES = frozenset(("leg", "calf", "calve", "thigh", "foot"))
"""Words by which the side named is not the one that cramps: my other calf."""

CENTURIES = ("19", "20")
"""How a year begins."""

PAINS = ("cramp", "cramp_verb", "complaint")
"""Groups of the lexicon that tell the complaint."""


def side_readings(readings: list[Reading], context: Context, marks: Marks) -> list[Reading]:
    """The one side told of a leg, or both legs, where no phrase of the lexicon tells a side."""
    if any(r.what == SIDE and r.status != "dropped" for r in readings):
        return []
    items = context.tokens.items
    told = [p for p, token in enumerate(items) if token.norm in ANSWERS and _is_told(p, context)]
    if not told:
        pair = next(
            (p for p, token in enumerate(items) if token.norm in TWO and _is_pair(p, context, marks)), None
        )
        return [] if pair is None else [_reading(BOTH, pair, "both legs named together", context)]
    if len({items[p].norm for p in told}) > 1 or _is_the_other(context):
        return []
    return [_reading(ANSWERS[items[told[0]].norm], told[0], "the one side told of a leg", context)]


def _reading(answer: str, place: int, why: str, context: Context) -> Reading:
    return Reading("finding", SIDE, answer, *context.words(place, place + 1), why)


def _is_told(place: int, context: Context) -> bool:
    """Whether a side of a leg is told here, and something is the matter with it."""
    items, layout = context.tokens.items, context.layout
    if context.others[place] or context.scopes.denied[place] != NONE or not _has_part(place, context):
        return False
    first, end = layout.sentence_start[place], layout.sentence_end[place]
    if any(items[p].norm in STROKE_OR_PAST or _is_past(p, context) for p in range(first, end)):
        return False
    before = range(max(first, place - BEFORE), place)
    behind = range(place + 1, min(end, place + 1 + BEHIND))
    return AGAINST.isdisjoint(items[p].norm for p in before) and SOUND.isdisjoint(
        items[p].norm for p in behind
    )


def _is_past(place: int, context: Context) -> bool:
    """Whether it "used to be" so, not that one is "used to it"; or a year is told, and not of "that leg"."""
    items = context.tokens.items
    if len(items[place].norm) == len("2015") and items[place].norm.startswith(CENTURIES):
        return not any(a.norm == "that" and b.norm in MUSCLES for a, b in pairwise(items))
    follows = [token.norm for token in items[place + 1 : place + 3]]
    return items[place].norm in ("used", "use") and follows[:1] == ["to"] and follows[1:] != ["it"]


def _has_part(place: int, context: Context) -> bool:
    """Whether a part of a leg stands behind a side, or "one" or "side" for the part named before."""
    items, end = context.tokens.items, context.layout.sentence_end[place]
    ahead = place + 1
    while ahead < end and items[ahead].norm in BETWEEN and not items[ahead].before:
        ahead += 1
    if ahead == end or items[ahead].before:
        return False
    if items[ahead].norm in PARTS:
        return True
    first = max(0, place - FAR)
    return items[ahead].norm in STANDS_FOR and any(items[p].norm in PARTS for p in range(first, place))


def _is_the_other(context: Context) -> bool:
    """Whether the other leg is the one: "the good leg is the one that cramps", "my other calf"."""
    items = context.tokens.items
    return any(
        items[p].norm in NOT_THIS and items[p + 1].norm in MUSCLES and context.scopes.denied[p] == NONE
        for p in range(len(items) - 1)
    )


def _is_pair(place: int, context: Context, marks: Marks) -> bool:
    """Whether both legs are named in a sentence that tells the complaint and no other sign."""
    items, layout, scopes = context.tokens.items, context.layout, context.scopes
    if context.others[place] or scopes.denied[place] != NONE or scopes.supposed[place] != NONE:
        return False
    first, end = layout.sentence_start[place], layout.sentence_end[place]
    ahead = next((p for p in range(place + 1, min(end, place + 3)) if items[p].norm in PAIRS), None)
    if ahead is None or items[ahead].before:
        return False
    sentence = range(first, end)
    if any(marks.has("sign", p) for p in sentence):
        return False
    if not any(marks.has(group, p) for p in sentence for group in PAINS):
        return False
    near = range(max(first, place - NEAR), min(end, ahead + NEAR))
    return NO_PAIN.isdisjoint(items[p].norm for p in near)
