"""Relatives who only stand by, or do something to the writer: checked me over, laughing at me."""

from __future__ import annotations

from charley.intake.text.clauses import Layout
from charley.intake.text.marks import SIGN, Marks
from charley.intake.text.tokens import Tokens
from charley.intake.whose.kin import OWNS

PLACES = frozenset((
    "opposite", "beside", "to", "with", "behind", "near", "at", "from", "for", "before", "after", "by",
    "than", "like", "as", "of", "over", "on", "onto", "against", "around", "round",
))  # fmt: skip
"""Before "me" they only place somebody, or compare."""

ROUSING = frozenset(("rouse", "wake", "waken", "understand", "hear", "reach", "follow"))
"""What nobody could do with the writer, who is the one that is ill."""

DONE_TO = frozenset(("me", "my", "a", "on"))
RID = frozenset(("poured", "threw", "binned", "flushed", "chucked", "tipped", "hid", "confiscated", "locked"))
"""What a relative does with the writer's bottles and tablets."""

REACH = 8
"""How many words behind a relative "me" is looked for."""

AT_ME = frozenset((
    "laughing", "laughs", "laughed", "shouting", "shouted", "shouts", "looking", "looked", "staring",
    "stared", "smiling", "yelling", "yelled", "yells", "swearing", "nagging", "nags", "moans",
))  # fmt: skip
"""Before "at me" they are what somebody does to the writer."""


def does_to_writer(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether a relative only does something to the writer: my daughter checked me over, jumped on my leg,
    couldn't get a word out of me; but not "doesn't know me"."""
    items, end, denied = tokens.items, marks.end("family", place), False
    for ahead in range(end, min(layout.clause_end[place], end + REACH)):
        word, before = items[ahead].norm, items[ahead - 1].norm
        if items[ahead].before or (ahead == end and word in OWNS):
            return False
        if word == "me":
            out = before == "of" and items[ahead - 2].norm == "out"
            aimed = before == "at" and items[ahead - 2].norm in AT_ME
            placed = before in PLACES and not aimed
            return out or before in ROUSING or (not denied and ahead > end and not placed)
        if word == "my":
            rid = any(items[p].norm in RID for p in range(end, ahead))
            return rid or (not denied and marks.has("body", ahead + 1))
        denied = denied or marks.has("negation", ahead) or _has_itself(tokens, marks, ahead)
    return False


def _has_itself(tokens: Tokens, marks: Marks, place: int) -> bool:
    """Whether a sign is the relative's own, and nothing that is done: "kicked me" is done."""
    items = tokens.items
    return marks.has(SIGN, place) and items[min(place + 1, len(items) - 1)].norm not in DONE_TO


def stands_beside(tokens: Tokens, layout: Layout, place: int) -> bool:
    """Whether a relative only says where somebody is: the boy in the bed beside my son."""
    start = max(place - 2, layout.clause_start[place])
    return any(t.norm in ("beside", "opposite", "behind", "near") for t in tokens.items[start:place])
