"""Pieces of sentences that tell one thing each, and the kinds of words in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charley.intake.patterns.hits import Context
from charley.intake.scope.scopes import NONE
from charley.intake.text.marks import Marks

CRAMP, PAIN, VAGUE, LIMB, BODY, ELSEWHERE, SIGN, HAPPENING, MEDICINE, FOOD, ILLNESS = (
    1 << n for n in range(11)
)
"""Kinds of words, one bit each."""

KINDS = {
    "cramp": CRAMP, "cramp_verb": CRAMP, "complaint": PAIN, "limb": LIMB, "body": BODY,
    "elsewhere": ELSEWHERE, "sign": SIGN, "happening": HAPPENING, "also_food": FOOD, "<condition>": ILLNESS,
}  # fmt: skip
"""The kind that each group of the lexicon stands for."""

JOINS = frozenset(("and", "plus", "n", "+", "so", "then", "or", "as"))
"""Words that join two things told, where the second has its own subject."""

PRONOUNS = frozenset(("it", "they", "this", "these"))
NO_PAIN = PRONOUNS | {"problem", "trouble", "symptoms", "attack", "attacks", "episode", "episodes", "grip"}
"""Words of a complaint that alone do not say which."""

FOR_IT = 2
"""A cramp so close behind a "for" is what something is taken for."""

FLOORS = frozenset((
    "floor", "floors", "tile", "tiles", "lino", "bathroom", "kitchen", "concrete", "stone", "water", "slate",
    "flags", "flagstones", "floorboards", "boards", "marble", "step", "ground", "wall", "bath",
))  # fmt: skip
"""What is cold where somebody stands a cramp off."""

HEATS = frozenset((
    "yoga", "pilates", "bath", "baths", "shower", "showers", "water", "bottle", "day", "days", "weather",
    "night", "nights", "tub", "drink", "milk", "towel", "towels", "room", "spell", "weekend", "summer",
))  # fmt: skip
"""What is hot, and no leg."""

TELLS = CRAMP | PAIN | VAGUE | SIGN


@dataclass(frozen=True, slots=True)
class Ground:
    """A text with the kinds of word that each token begins."""

    context: Context
    marks: Marks
    kinds: list[int]

    def of(self, start: int, end: int) -> int:
        """The kinds of a stretch of tokens together."""
        kinds = 0
        for kind in self.kinds[start:end]:
            kinds |= kind
        return kinds


def ground_of(context: Context, marks: Marks) -> Ground:
    """A text made ready for cutting it into pieces."""
    kinds = [0] * len(context.tokens.items)
    for group, kind in KINDS.items():
        for place in marks.places(group):
            kinds[place] |= kind
    for place in context.medicines:
        kinds[place] |= MEDICINE
    for place, end in marks.places("happening").items():
        for inside in range(place, end):
            kinds[inside] &= ~CRAMP
    for place in marks.places("sign"):
        kinds[place] &= ~SIGN if _owns_nothing(context, place) else ~0
    for place in marks.places("not_condition"):
        kinds[place] &= ~ILLNESS
    for place in marks.places("complaint"):
        kinds[place] ^= PAIN | VAGUE if _is_vague(context, place) else 0
    return Ground(context, marks, kinds)


def _is_vague(context: Context, place: int) -> bool:
    """Whether a word of a complaint does not say which, or says what something is taken for."""
    return context.tokens.items[place].norm in NO_PAIN or _is_for(context, place)


def _owns_nothing(context: Context, place: int) -> bool:
    """Whether a sign is denied, or none: the cold of the floor one stands on, a cramp that is shaken out."""
    items = context.tokens.items
    if context.scopes.denied[place] != NONE:
        return True
    ahead = [t.norm for t in items[place + 1 : place + 3]]
    if items[place].norm in ("hot", "warm"):
        return not HEATS.isdisjoint(ahead[:1])
    if items[place].norm == "dead":
        return "to" in ahead
    if items[place].norm in ("cold", "freezing", "icy"):
        return not FLOORS.isdisjoint(ahead)
    return items[place].norm.startswith("shak") and not {"out", "off"}.isdisjoint(ahead)


def _is_for(context: Context, place: int) -> bool:
    """Whether something is taken for what stands here: quinine for the cramps."""
    items = context.tokens.items
    return any(items[p].norm == "for" for p in range(max(0, place - FOR_IT), place))


def pieces_of(ground: Ground) -> Iterator[tuple[int, int]]:
    """Clauses, cut at commas and where a join leads to a part of the body that has its own state."""
    items, clause = ground.context.tokens.items, ground.context.layout.clause
    first, told = 0, ground.kinds[0]
    for place in range(1, len(items)):
        cut = clause[place] != clause[place - 1] or items[place].before == ","
        if cut or (told & TELLS and items[place].norm in JOINS and _has_own(ground, place)):
            yield first, place
            first, told = place, 0
        told |= ground.kinds[place]
    yield first, len(items)


def _has_own(ground: Ground, place: int) -> bool:
    """Whether something is told behind a join of a part of the body of its own."""
    items, limit = ground.context.tokens.items, ground.context.layout.clause_end[place]
    end = place + 1
    while end < limit and items[end].before != "," and items[end].norm not in JOINS:
        end += 1
    told = ground.of(place, end)
    return bool(told & BODY and told & TELLS)
