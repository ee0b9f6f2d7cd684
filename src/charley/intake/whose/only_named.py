"""Relatives who are only named: called out to, born, somewhere else, or owners of what somebody borrowed."""

from __future__ import annotations

from charley.intake.text.clauses import Layout
from charley.intake.text.marks import SIGN, Marks
from charley.intake.text.tokens import Tokens

ARE = frozenset(("is", "was", "are", "were", "'s"))
ELSEWHERE = frozenset(("at", "out", "away", "asleep", "upstairs", "downstairs", "home", "off", "abroad"))
"""Behind "the kids were" they tell only where somebody is."""

LENT = frozenset((
    "tape", "tapemeasure", "measuring", "stick", "thermometer", "cuff", "scales", "ruler", "crutches",
    "oximeter", "wheelchair", "zimmer", "machine", "monitor", "meter", "gadget",
))  # fmt: skip
"""What of a relative's the writer only used: measured with the wife's tape."""


def is_lent(tokens: Tokens, place: int) -> bool:
    """Whether "his" or "her" only leads to a thing that the writer used: his cuff said 180 over 95."""
    items = tokens.items
    return items[place].norm in ("his", "her") and items[min(place + 1, len(items) - 1)].norm in LENT


def is_cry(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether a child only calls out to a parent: 'Daddy, my legs hurt.'"""
    items, end = tokens.items, marks.end("family", place)
    if items[place].norm not in CALLED_OUT or place != layout.sentence_start[place] or end >= len(items):
        return False
    return items[end].before == "," and items[end].norm in CRIED


CALLED_OUT = frozenset(("mum", "mummy", "mom", "mommy", "mama", "mam", "mammy", "dad", "daddy", "papa", "da"))
CRIED = frozenset(("my", "it", "i", "me", "the", "please", "can", "help", "come", "why", "rub"))


BORNE = frozenset(("boy", "girl", "baby", "son", "daughter", "twins", "one", "lad", "child", "bairn", "wean"))
BIRTH = frozenset((
    "caesarean", "cesarean", "section", "forceps", "ventouse", "vaginally", "birth", "labour", "labor",
    "born", "naturally", "induction", "induced", "early", "premature",
))  # fmt: skip
AHEAD = 7


def is_borne(tokens: Tokens, place: int, end: int) -> bool:
    """Whether only a birth is told of a child: she had our boy by emergency caesarean."""
    items = tokens.items
    bore = place > 1 and items[place - 2].norm in ("had", "having", "delivered", "birthed")
    if not bore or items[end - 1].norm not in BORNE or items[place - 1].norm not in ("my", "our", "her", "a"):
        return False
    return not BIRTH.isdisjoint(t.norm for t in items[end : end + AHEAD])


def is_elsewhere(tokens: Tokens, marks: Marks, layout: Layout, end: int) -> bool:
    """Whether only where relatives are is said behind their name: the kids were at school, she's out."""
    words = [t.norm for t in tokens.items[end : end + 2]]
    if len(words) < 2 or words[0] not in ARE or words[1] not in ELSEWHERE:
        return False
    clause = range(end, layout.clause_end[end])
    if any(tokens.items[p].norm in ("cold", "of") for p in clause):
        return False  # out cold, out of it
    return not any(marks.has(group, p) for p in clause for group in (SIGN, "cramp", "complaint"))
