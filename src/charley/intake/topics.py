"""What each piece of a sentence tells of: the cramp, another sign of the legs, another part of the body, a
medicine, an illness, something that happened; or nothing of its own, like "Left. Nights."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from charley.intake.clauses import Layout
from charley.intake.hits import Context
from charley.intake.marks import Marks
from charley.intake.scopes import NONE
from charley.intake.tokens import Token

JOINS = frozenset(("and", "plus", "n", "+", "so", "then", "or", "as"))
"""Words that join two things told, where the second has its own subject."""

PRONOUNS = frozenset(("it", "they", "this", "these"))
VAGUE = PRONOUNS | {"problem", "trouble", "symptoms", "attack", "attacks", "episode", "episodes", "grip"}
"""Words of a complaint that alone do not say which."""

LIST_ITEM = 2
"""So few words that only name a part of the body are one of a list: "thighs, stomach, forearms all cramp"."""

ONLY_LIKE = frozenset(("like", "thought", "if", "assumed", "than"))
"""Words before a cramp that is only a likeness, or was a mistake: I thought it was a cramp."""

BEFORE = 4
"""How many words may stand between them."""

FOR_IT = 2
"""A cramp so close behind a "for" is what something is taken for."""


BEGINS = frozenset(("started", "starts", "starting", "began", "begun", "came", "comes", "appeared"))
TAKING = frozenset(("on", "taking", "me", "him", "her", "my", "his"))
"""Behind a bare "started" they lead to a medicine, or to what somebody does."""


class Topic(Enum):
    """What a piece tells of, in the words of a reason."""

    CRAMP = "the cramp"
    LEG = "another sign of the leg"
    ELSEWHERE = "another part of the body"
    SIGN = "another sign"
    MEDICINE = "a medicine"
    ILLNESS = "an illness"
    EVENT = "something that happened"
    OPEN = "nothing of its own"


@dataclass(frozen=True, slots=True)
class Topics:
    """For each token the topic of its piece, and of what a piece that tells nothing leans on; and whether
    the text tells of a cramp at all: without one a swollen leg is the complaint."""

    own: list[Topic]
    leaning: list[Topic]
    cramp_told: bool


class Piece(NamedTuple):
    """A stretch of tokens that tells one thing."""

    start: int
    end: int
    topic: Topic


class Ground(NamedTuple):
    """What the topics are found on."""

    context: Context
    marks: Marks

    @property
    def items(self) -> list[Token]:
        return self.context.tokens.items

    @property
    def layout(self) -> Layout:
        return self.context.layout

    def names_medicine(self, place: int) -> bool:
        """Whether a medicine is named at a token."""
        return place in self.context.medicines


def find_topics(context: Context, marks: Marks) -> Topics:
    """The topics of a text, in one pass over its pieces."""
    ground = Ground(context, marks)
    pieces = [Piece(start, end, _topic(ground, start, end)) for start, end in _pieces(ground)]
    own: list[Topic] = []
    leaning: list[Topic] = []
    for index, piece in enumerate(pieces):
        length = piece.end - piece.start
        own += [piece.topic] * length
        leaning += [_leant_on(index, pieces, leaning, ground)] * length
    told = any(_is_told(ground, place) for place in marks.places("cramp"))
    return Topics(own, leaning, told)


def _is_told(ground: Ground, place: int) -> bool:
    """Whether somebody says to have a cramp here: not denied, no likeness, no mistake."""
    scopes = ground.context.scopes
    if scopes.denied[place] != NONE or scopes.supposed[place] != NONE:
        return False
    first = max(ground.layout.sentence_start[place], place - BEFORE)
    return not any(ground.items[p].norm in ONLY_LIKE for p in range(first, place))


def _leant_on(index: int, pieces: list[Piece], leaning: list[Topic], ground: Ground) -> Topic:
    """What a piece tells with those beside it.

    One that tells nothing of its own leans on the cramp beside it, else on what stands before it in its
    sentence, else on what follows in its clause. A sign of the leg is the complaint where "it" goes on with
    a cramp: "the leg is swollen, and it aches like a cramp".
    """
    piece, layout = pieces[index], ground.layout
    sentence = layout.sentence[piece.start]
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    if after is not None and layout.sentence[after.start] != sentence:
        after = None
    if piece.topic is not Topic.OPEN:
        goes_on = after is not None and after.topic is Topic.CRAMP and _by_pronoun(ground, after.start)
        return Topic.CRAMP if goes_on else piece.topic
    starts = not piece.start or layout.sentence[piece.start - 1] != sentence
    before = Topic.OPEN if starts else leaning[piece.start - 1]
    following = after.topic if after is not None else Topic.OPEN
    if Topic.CRAMP in (before, following):
        return Topic.CRAMP
    if before is not Topic.OPEN:
        return before
    joined = after is not None and not ground.items[after.start].before
    return following if joined or _same(layout, piece, after) else Topic.OPEN


def _same(layout: Layout, piece: Piece, after: Piece | None) -> bool:
    return after is not None and layout.clause[after.start] == layout.clause[piece.start]


def _by_pronoun(ground: Ground, start: int) -> bool:
    """Whether a piece goes on with what was told: "and it aches", "ever since I have cramps"."""
    first = [token.norm for token in ground.items[start : start + 3]]
    return any(word in PRONOUNS for word in first[:2]) or "since" in first


def _pieces(ground: Ground) -> Iterator[tuple[int, int]]:
    """Clauses, cut at commas and where a join leads to a part of the body that has its own state."""
    items, layout = ground.items, ground.layout
    first = 0
    for place in range(1, len(items)):
        if layout.clause[place] != layout.clause[place - 1] or items[place].before == ",":
            cut = True
        else:
            cut = items[place].norm in JOINS and _joins(ground, first, place)
        if cut:
            yield first, place
            first = place
    yield first, len(items)


def _joins(ground: Ground, first: int, place: int) -> bool:
    """Whether something is told on both sides of a join, each of its own part of the body."""
    if not _tells(ground.marks, first, place):
        return False
    end, items = place + 1, ground.items
    while end < ground.layout.clause_end[place] and items[end].before != "," and items[end].norm not in JOINS:
        end += 1
    return _has(ground.marks, "body", place, end) and _tells(ground.marks, place, end)


def _tells(marks: Marks, start: int, end: int) -> bool:
    return any(_has(marks, group, start, end) for group in ("cramp_verb", "complaint", "sign"))


def _has(marks: Marks, group: str, start: int, end: int) -> bool:
    return any(marks.has(group, place) for place in range(start, end))


def _topic(ground: Ground, start: int, end: int) -> Topic:
    marks = ground.marks
    limb, elsewhere = _has(marks, "limb", start, end), _has(marks, "elsewhere", start, end)
    pain = any(marks.has("complaint", p) and not _is_vague(ground, p) for p in range(start, end))
    if _cramps(ground, start, end) or _begins_it(ground, start, end):
        return Topic.CRAMP
    if elsewhere and not limb:
        return _elsewhere(marks, start, end, pain)
    if pain:
        return Topic.CRAMP
    if _has(marks, "sign", start, end):
        return Topic.LEG if limb or _goes_on_limb(ground, start) else Topic.SIGN
    if _has(marks, "happening", start, end):
        return Topic.EVENT
    if limb and not _in_limb(ground, start, end):
        return Topic.CRAMP
    if any(ground.names_medicine(p) for p in range(start, end)):
        return Topic.MEDICINE
    if any(marks.has("<condition>", p) and not marks.has("not_condition", p) for p in range(start, end)):
        return Topic.ILLNESS
    return Topic.OPEN


def _in_limb(ground: Ground, start: int, end: int) -> bool:
    """Whether an illness is said to be in a leg: a clot in my left leg, arthritis of the knee."""
    ill = (p for p in range(start, end) if ground.marks.has("<condition>", p))
    for place in ill:
        behind = ground.marks.end("<condition>", place)
        near = range(behind, min(end, behind + BEFORE))
        if (
            behind < end
            and ground.items[behind].norm in ("in", "of")
            and any(ground.marks.has("limb", p) for p in near)
        ):
            return True
    return False


def _elsewhere(marks: Marks, start: int, end: int, pain: bool) -> Topic:
    """What is told of a part of the body that is no leg; of a list it may only be named."""
    if pain or _has(marks, "sign", start, end):
        return Topic.SIGN
    listed = end - start <= LIST_ITEM and _has(marks, "body", start, end)
    return Topic.OPEN if listed else Topic.ELSEWHERE


def _is_vague(ground: Ground, place: int) -> bool:
    items = ground.items
    if items[place].norm in VAGUE:
        return True
    return any(items[p].norm == "for" for p in range(max(0, place - FOR_IT), place))


def _cramps(ground: Ground, start: int, end: int) -> bool:
    """Whether a cramp is told, and not only as what a medicine is taken for."""
    elsewhere = _has(ground.marks, "elsewhere", start, end) and not _has(ground.marks, "limb", start, end)
    drug = any(ground.names_medicine(p) or ground.marks.has("also_food", p) for p in range(start, end))
    cramps = (
        p for p in range(start, end) if ground.marks.has("cramp_verb", p) or ground.marks.has("cramp", p)
    )
    return any(
        not (drug and _is_vague(ground, p)) and not (elsewhere and ground.items[p].norm.startswith("play"))
        for p in cramps
    )


def _begins_it(ground: Ground, start: int, end: int) -> bool:
    """Whether "it" or "they" began here, or a bare "started": the complaint, whatever stands behind."""
    items, marks = ground.items, ground.marks
    if items[start].norm in BEGINS and start + 1 < end and not ground.names_medicine(start + 1):
        return items[start + 1].norm not in TAKING
    return any(
        items[p].norm in PRONOUNS and marks.has("onset", p + 1) for p in range(start, min(start + 3, end - 1))
    )


def _goes_on_limb(ground: Ground, start: int) -> bool:
    """Whether a sign without a part of the body speaks of the leg before it: "my foot is white, and icy"."""
    first = ground.layout.sentence_start[start]
    nearest = next((p for p in range(start - 1, first - 1, -1) if ground.marks.has("body", p)), None)
    return nearest is not None and ground.marks.has("limb", nearest)
