"""For whom a helper writes: "for my husband", "on behalf of my mum", whom something bodily is told of."""

from __future__ import annotations

from itertools import pairwise

from charley.intake.text.clauses import Layout
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Tokens
from charley.intake.whose.scenes import Scene, has_sign

NEAR = 6
"""How many words behind somebody's name an age or a limb is looked for."""

WITHIN = 10
"""How many words of a clause are looked through for whom it is about."""

CARING = frozenset(
    (verb, word)
    for word, verbs in {
        "after": ("look", "looking", "looks", "looked"),
        "for": ("care", "caring", "carer", "asking", "writing", "nursing"),
        "about": ("ringing", "calling", "phoning", "writing", "asking", "is", "'s", "its"),
        "of": ("behalf", "care", "carer"),
        "my": ("mind", "minding", "minds"),
        "'s": ("caller",),
    }.items()
    for verb in verbs
)
"""Words before a relative that make that person the one the story is for."""

ILL = frozenset(("ill", "sick", "poorly", "unwell", "suffering", "bad"))

BEHIND = 9
"""How many words behind a relative "is the one that's ill" is looked for."""


def cared_for(scene: Scene, kin: list[int]) -> int | None:
    """The relative for whom the writer says to write, where anything of a body is told of somebody else."""
    tokens, marks, layout = scene.tokens, scene.marks, scene.layout
    cared = [p for p in kin if is_cared_for(tokens, layout, p)]
    named = [*marks.places("third_person"), *(marks.end("family", place) - 1 for place in kin)]
    theirs = any(is_theirs(marks, layout, place) for place in named)
    return cared[0] if cared and (theirs or any(has_sign(scene, p) for p in cared)) else None


def is_cared_for(tokens: Tokens, layout: Layout, place: int) -> bool:
    """Whether the writer says for whom this is: I look after my mum, ringing about my dad."""
    first = max(layout.sentence_start[place], place - 5)
    before = [tokens.items[p].norm for p in range(first, place)]
    behind = [t.norm for t in tokens.items[place : min(place + BEHIND, layout.sentence_end[place])]]
    ill = ("the", "one") in pairwise(behind) and not ILL.isdisjoint(behind)
    presented = before[-3:] in (
        ["it", "'s", "my"],
        ["it", "is", "my"],
        ["it", "is", "me"],
        ["its", "is", "me"],
    )  # it's my wife, not: it's like my wife
    return ill or presented or any(pair in CARING for pair in pairwise(before))


def is_theirs(marks: Marks, layout: Layout, place: int) -> bool:
    """Whether the body of somebody else is told of: a leg, a cramp, an age; or what presses, twice over."""
    ahead = range(place + 1, min(layout.sentence_end[max(place, 0)], place + NEAR))
    if any(marks.has(group, p) for p in ahead for group in ("limb", "cramp", "aged")):
        return True
    sentence = range(place + 1, min(layout.sentence_end[place], place + 1 + WITHIN))
    acute = sum(marks.has("acute", p) for p in sentence)
    return acute > 1 or (acute == 1 and any(marks.has("pressing", p) for p in sentence))
