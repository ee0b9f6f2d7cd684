"""Who writes for somebody: "Wife here. He's 79", "I am her son", "it's the husband that's writing"."""

from __future__ import annotations

from charley.intake.text.clauses import Layout
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Tokens

HERE = frozenset(("here", "writing", "typing", "speaking", "posting"))
RELATIVE = frozenset(("that", "who", "'s", "is", "am", "i"))
STATES = frozenset(("states", "reports", "says", "reporting", "calling", "concerned", "worried"))
IS = frozenset(("is", "'s", "am"))
PATIENTS = frozenset(("pt", "patient", "client", "resident"))
THEIRS = frozenset(("his", "her", "their"))
OWNERS = frozenset((*THEIRS, "the", "a"))
SEX_OF = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "hers": "female",
          "himself": "male", "herself": "female"}  # fmt: skip
PERSON = {"male": "he", "female": "she"}
MOST_BEFORE = 2
"""So few words stand before "mother to Ava" at the beginning of a text."""

AHEAD = 4
"""How many words behind a relative "writing" is looked for: the husband that's writing."""


def is_sender(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether a relative is the one who writes: wife here, I am his wife, this is her son."""
    items, end = tokens.items, marks.end("family", place)
    for ahead in range(end, min(end + AHEAD, layout.sentence_end[place])):
        if items[ahead].before:
            break
        if items[ahead].norm in HERE:
            return not (place and items[place - 1].norm in ("my", "our"))
        if items[ahead].norm not in RELATIVE:
            break
    start = layout.sentence_start[place]
    near = range(end + 1, min(end + AHEAD, layout.sentence_end[place]))
    if end < len(items) and items[end].norm == "of" and any(items[p].norm in STATES for p in near):
        return True
    if end + 1 < len(items) and items[end].norm == "of" and items[end + 1].norm in PATIENTS:
        return True
    if end < len(items) and items[end].norm == "to" and place <= MOST_BEFORE:
        return True
    return place - start >= 3 and items[place - 1].norm in THEIRS and _is_named(tokens, place)


def _is_named(tokens: Tokens, place: int) -> bool:
    """Whether "I am" or "this is" stands before his or her relative."""
    items = tokens.items
    told = items[place - 2].norm in IS and items[place - 3].norm in ("i", "this", "it")
    return told and not items[place - 2].before and not items[place - 1].before


def sent_for(tokens: Tokens, marks: Marks) -> str | None:
    """The word for somebody of whom only "he" or "she" is said."""
    first = min(marks.places("third_person"), default=None)
    return PERSON[SEX_OF[tokens.items[first].norm]] if first is not None else None
