"""The side of the complaint that no phrase tells: the one side that a story ever names of a leg."""

from __future__ import annotations

from charley.intake.hits import Context
from charley.intake.marks import Marks
from charley.intake.scopes import NONE
from charley.intake.values import Reading

SIDE = "cramp_side"
ANSWERS = {"left": "always the left", "right": "always the right"}

PARTS = frozenset((
    "leg", "calf", "thigh", "foot", "shin", "ankle", "knee", "hip", "buttock", "hamstring", "groin", "toe", "heel",
    "limb", "bum", "glute", "quad", "sole",
))  # fmt: skip
"""Parts of a leg of which one is told with its side."""

BETWEEN = frozenset(("lower", "upper", "back", "front", "outer", "inner", "big", "bad", "whole", "little"))
"""Words between a side and its part."""

STANDS_FOR = frozenset(("one", "yin", "side", "hand"))
"""What stands for a part that was named before: "my knee, the right one"."""

OWNERS = frozenset(("my", "the", "his", "her", "me", "ma", "our", "a", "that", "this"))
NEAR, BEFORE, BEHIND = 4, 3, 4

AGAINST = frozenset(("than", "compared", "against", "unlike", "not", "with", "to"))
"""Words before a side with which the other is compared."""

SOUND = frozenset((
    "fine", "perfect", "fresh", "normal", "ok", "okay", "good", "never", "not", "grand", "replaced", "alright",
    "unaffected", "clicks", "without", "worst", "worse", "healthy", "strong", "drags", "dragged", "dragging",
    "shorter", "thinner", "pedal", "replacement", "op",
))  # fmt: skip
"""Words behind a side of which nothing is the matter, or that is not the complaint."""

NOT_NOW = frozenset(("mouth", "words", "speech", "face", "polio", "operations", "use", "used", "bypass"))
"""Words of a sentence that tells of a stroke, or of what was once."""

NOT_THIS = frozenset(("other", "good", "long"))
MUSCLES = frozenset(("leg", "calf", "calve", "thigh", "foot"))
"""Words by which the side named is not the one that cramps: my other calf."""


def side_readings(readings: list[Reading], context: Context, marks: Marks) -> list[Reading]:
    """The one side told of a leg, where no phrase of the lexicon tells a side and the text a complaint."""
    if any(r.what == SIDE and r.status != "dropped" for r in readings):
        return []
    places = [p for p, token in enumerate(context.tokens.items) if token.norm in ANSWERS]
    told = [p for p in places if _is_told(p, context, marks)]
    sides = {context.tokens.items[p].norm for p in told}
    if len(sides) != 1 or _elsewhere(context):
        return []
    first, last, words = context.words(told[0], told[0] + 1)
    return [Reading("finding", SIDE, ANSWERS[sides.pop()], first, last, words, "the one side told of a leg")]


def _is_told(place: int, context: Context, marks: Marks) -> bool:
    items, layout = context.tokens.items, context.layout
    if context.others[place] or context.scopes.denied[place] != NONE:
        return False
    if not _has_part(place, context):
        return False
    sentence = range(layout.sentence_start[place], layout.sentence_end[place])
    if not NOT_NOW.isdisjoint(items[p].norm for p in sentence):
        return False
    first = max(layout.sentence_start[place], place - BEFORE)
    before = [items[p].norm for p in range(first, place)]
    if "than" in before or "compared" in before or "unlike" in before:
        return False
    end = min(layout.sentence_end[place], place + 1 + BEHIND)
    return SOUND.isdisjoint(items[p].norm for p in range(place + 1, end))


def _elsewhere(context: Context) -> bool:
    """Whether the other leg is the one: "the good leg is the one that cramps", "my other calf"."""
    items = context.tokens.items
    return any(
        items[p].norm in NOT_THIS and items[p + 1].norm in MUSCLES and context.scopes.denied[p] == NONE
        for p in range(len(items) - 1)
    )


def _has_part(place: int, context: Context) -> bool:
    items, layout = context.tokens.items, context.layout
    end = layout.sentence_end[place]
    ahead = place + 1
    while ahead < end and items[ahead].norm in BETWEEN and not items[ahead].before:
        ahead += 1
    if ahead < end and not items[ahead].before and items[ahead].norm in PARTS:
        return True
    stands = ahead < end and items[ahead].norm in STANDS_FOR and not items[ahead].before
    first = max(layout.sentence_start[place], place - 12)
    return stands and any(items[p].norm in PARTS for p in range(first, place))
