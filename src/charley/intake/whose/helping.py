"""What follows "I" and "my": the writer's own, or how a helper tells of the patient."""

from __future__ import annotations

from charley.intake.text.clauses import Layout
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Tokens

WITHIN = 10
"""How many words of a clause are looked through for the patient."""

HELPING = frozenset((
    "writing", "ringing", "calling", "phoning", "asking", "caring", "look", "looking", "mind", "minding",
    "carer", "nurse", "care", "worried", "worry",
))  # fmt: skip
"""Behind "I" they say what a helper does or is."""

MEANS = frozenset((
    "can", "could", "see", "mean", "meant", "believe", "guess", "suppose", "think", "wonder", "swear", "fear",
    "worry",
))  # fmt: skip
"""Behind "I" they only say how a helper means what is told."""

NEAR = 3
"""How many words behind "my" a part of the body is looked for."""


def is_of_writer(tokens: Tokens, marks: Marks, layout: Layout, place: int, helps: bool, other: bool) -> bool:
    """Whether what follows "I" or "my" is somebody else's: a helper's own, or a mate of mine's."""
    word = tokens.items[place].norm
    if word == "mine" and place and tokens.items[place - 1].norm == "of":
        return other
    if not helps:
        return False
    if word == "we" or (word in ("me", "us") and place != layout.clause_start[place]):
        return other
    if word in ("i", "we") and place + 1 < len(tokens.items) and tokens.items[place + 1].norm in MEANS:
        return other
    if word in ("my", "our") and not any(marks.has("body", p) for p in range(place + 1, place + 1 + NEAR)):
        return other
    return not _of_patient(tokens, marks, layout, place)


def _of_patient(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether a helper tells what the patient does: "I noticed", "we can't rouse him"."""
    ahead = range(place + 1, min(layout.clause_end[place], place + 1 + WITHIN))
    if marks.has("reports", place + 1) or any(marks.has("third_person", p) for p in ahead):
        return True
    words = {t.norm for t in tokens.items[place + 1 : ahead.stop]}
    return "it" in words or not words.isdisjoint(HELPING)
