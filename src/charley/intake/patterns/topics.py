"""What each piece of a sentence tells of: the cramp, another sign of the legs, another part of the body, a
medicine, an illness, something that happened; or nothing of its own, like "Left. Nights."."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from charley.intake.patterns import pieces as word
from charley.intake.patterns.hits import Context
from charley.intake.patterns.pieces import PRONOUNS, Ground, ground_of, pieces_of
from charley.intake.scope.scopes import NONE
from charley.intake.text.marks import Marks

LIST_ITEM = 2
"""So few words that only name a part of the body are one of a list: "thighs, stomach, forearms all cramp"."""

ONLY_LIKE = frozenset(("like", "thought", "if", "assumed", "than"))
"""Words before a cramp that is only a likeness, or was a mistake: I thought it was a cramp."""

BEFORE = 4
"""How many words may stand between them."""

HAVING = frozenset(("has", "have", "had"))
"""Words between a leg and its illness."""

NEAR = 3
"""Within how many words a piece takes up what was told before it."""

FAR = 15
"""How many words before a sign the part of the body is looked for that it may be told of."""

BEGINS = frozenset(("started", "starts", "starting", "began", "begun", "came", "comes", "appeared"))
TAKING = frozenset(("on", "taking", "me", "him", "her", "my", "his"))
"""Behind a bare "started" they lead to a medicine, or to what somebody does."""


SINCE = frozenset(("since", "after", "ever"))
"""At the head of a piece they date what was told before it: "cramps, ever since my operation in May"."""


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


def find_topics(context: Context, marks: Marks) -> Topics:
    """The topics of a text, in one pass over its pieces."""
    ground = ground_of(context, marks)
    pieces = [Piece(start, end, _topic(ground, start, end)) for start, end in pieces_of(ground)]
    own: list[Topic] = []
    leaning: list[Topic] = []
    for index, piece in enumerate(pieces):
        length = piece.end - piece.start
        own += [piece.topic] * length
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        leaning += [_leant_on(piece, after, leaning, context)] * length
    return Topics(own, leaning, tells_cramp(context, marks))


def tells_cramp(context: Context, marks: Marks) -> bool:
    """Whether somebody says anywhere in the text to have a cramp."""
    return any(_is_told(context, place) for place in marks.places("cramp"))


def _is_told(context: Context, place: int) -> bool:
    """Whether somebody says to have a cramp here: not denied, no likeness, no mistake."""
    scopes = context.scopes
    if scopes.denied[place] != NONE or scopes.supposed[place] != NONE:
        return False
    first = max(context.layout.sentence_start[place], place - BEFORE)
    return not any(context.tokens.items[p].norm in ONLY_LIKE for p in range(first, place))


def _leant_on(piece: Piece, after: Piece | None, leaning: list[Topic], context: Context) -> Topic:
    """What a piece tells with those beside it in its sentence.

    One that tells nothing of its own leans on the cramp beside it, else on what stands before it, else on
    what follows in its clause or without a mark. A sign of the leg is the complaint where "it" goes on with
    a cramp: "the leg is swollen, and it aches like a cramp".
    """
    sentence = context.layout.sentence
    if after is not None and sentence[after.start] != sentence[piece.start]:
        after = None
    if piece.topic is not Topic.OPEN:
        goes_on = after is not None and after.topic is Topic.CRAMP and _by_pronoun(context, after.start)
        return Topic.CRAMP if goes_on else piece.topic
    first = context.layout.sentence_start[piece.start] == piece.start
    before = Topic.OPEN if first else leaning[piece.start - 1]
    following = after.topic if after is not None else Topic.OPEN
    if Topic.CRAMP in (before, following):
        return Topic.CRAMP
    if before is not Topic.OPEN or after is None:
        return before
    clause, mark = context.layout.clause, context.tokens.items[after.start].before
    return following if not mark or clause[after.start] == clause[piece.start] else Topic.OPEN


def _by_pronoun(context: Context, start: int) -> bool:
    """Whether a piece goes on with what was told: "and it aches", "ever since I have cramps"."""
    first = [token.norm for token in context.tokens.items[start : start + NEAR]]
    return any(norm in PRONOUNS for norm in first) or "since" in first


def _topic(ground: Ground, start: int, end: int) -> Topic:
    kinds = ground.of(start, end)
    if (kinds & word.CRAMP and _cramps(ground, start, end, kinds)) or _begins_it(ground, start, end):
        return Topic.CRAMP
    if kinds & word.ELSEWHERE and not kinds & word.LIMB:
        return _elsewhere(kinds, end - start)
    if kinds & word.PAIN:
        return Topic.CRAMP
    if kinds & word.SIGN:
        return Topic.LEG if kinds & word.LIMB or _goes_on_limb(ground, start) else Topic.SIGN
    return _of_no_sign(ground, start, end, kinds)


def _of_no_sign(ground: Ground, start: int, end: int, kinds: int) -> Topic:
    if ground.context.tokens.items[start].norm in SINCE:
        return Topic.OPEN
    if kinds & word.HAPPENING:
        return Topic.EVENT
    if kinds & word.LIMB and not (kinds & word.ILLNESS and _in_limb(ground, start, end)):
        return Topic.CRAMP
    if kinds & word.MEDICINE:
        return Topic.MEDICINE
    return Topic.ILLNESS if kinds & word.ILLNESS else Topic.OPEN


def _in_limb(ground: Ground, start: int, end: int) -> bool:
    """Whether an illness is said to be in a leg: a clot in my left leg, my left knee has arthritis."""
    items = ground.context.tokens.items
    ends = [ground.marks.end("<condition>", p) for p in range(start, end) if ground.kinds[p] & word.ILLNESS]
    return any(
        behind < end
        and items[behind].norm in ("in", "of")
        and ground.of(behind, min(end, behind + BEFORE)) & word.LIMB
        for behind in ends
    ) or any(ground.kinds[p] & word.ILLNESS and items[p - 1].norm in HAVING for p in range(start + 1, end))


def _elsewhere(kinds: int, length: int) -> Topic:
    """What is told of a part of the body that is no leg; of a list it may only be named."""
    if kinds & (word.PAIN | word.SIGN):
        return Topic.SIGN
    return Topic.OPEN if length <= LIST_ITEM and kinds & word.BODY else Topic.ELSEWHERE


def _cramps(ground: Ground, start: int, end: int, kinds: int) -> bool:
    """Whether a cramp is told, and not only as what a medicine is taken for: "my back plays up" is none."""
    drug = kinds & (word.MEDICINE | word.FOOD)
    plays = kinds & word.ELSEWHERE and not kinds & word.LIMB
    return any(
        not (drug and ground.kinds[p] & word.VAGUE)
        and not (plays and ground.context.tokens.items[p].norm.startswith("play"))
        for p in range(start, end)
        if ground.kinds[p] & word.CRAMP
    )


def _begins_it(ground: Ground, start: int, end: int) -> bool:
    """Whether "it" or "they" began here, or a bare "started": the complaint, whatever stands behind."""
    items, marks = ground.context.tokens.items, ground.marks
    if items[start].norm in BEGINS and start + 1 < end and not ground.kinds[start + 1] & word.MEDICINE:
        return items[start + 1].norm not in TAKING
    return any(
        items[p].norm in PRONOUNS and marks.has("onset", p + 1) for p in range(start, min(start + 3, end - 1))
    )


def _goes_on_limb(ground: Ground, start: int) -> bool:
    """Whether a sign without a part of the body speaks of the leg before it: "my foot is white, and icy"."""
    first = max(ground.context.layout.sentence_start[start], start - FAR)
    nearest = next((p for p in range(start - 1, first - 1, -1) if ground.kinds[p] & word.BODY), None)
    return nearest is not None and bool(ground.kinds[nearest] & word.LIMB)
