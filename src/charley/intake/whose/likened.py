"""People and beasts to whom something is only likened: like a toddler, as if a child sat on my chest."""

from __future__ import annotations

from charley.intake.text.clauses import Layout
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Tokens

OWNERS = frozenset(("my", "our", "me", "ma", "his", "her", "their", "your", "wor"))
WISHES = frozenset(("would", "i", "we", "you", "they", "should", "did", "do", "really", "not"))
"""Before "like" they make a verb of it: I would like my husband to be seen."""

SAYS = frozenset((
    "say", "says", "said", "put", "puts", "call", "calls", "called", "used", "would", "does", "did",
))  # fmt: skip
"""Behind "as my granny" they say that it is only her word or her way."""

OF_THEM = frozenset(("'s", "has", "had", "have", "did", "does", "was", "is", "who"))
BACK = 5
"""How many words may stand between "like" and the one to whom something is likened."""


def is_likened(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether somebody is named only to liken something to.

    Of a stranger nothing is told that way ("like a fat man's leg"); of somebody's own relative something is,
    where a verb follows ("like my father's did with Parkinson's").
    """
    items, end = tokens.items, marks.end("family", place)
    behind = items[end].norm if end < len(items) and not items[end].before else ""
    for back in range(place - 1, max(place - 1 - BACK, layout.clause_start[place] - 1, -1), -1):
        word, before = items[back].norm, items[back - 1].norm if back else ""
        if word in ("if", "though") and before == "as":
            return True
        if word == "like":
            return before not in WISHES and not (_is_own(tokens, back, place) and behind in OF_THEM)
        if word == "as":
            return behind in SAYS or (behind == "of" and _is_puts(tokens, end))
        if items[back + 1].before or (marks.has("first_person", back) and word not in OWNERS):
            return False
    return False


def _is_own(tokens: Tokens, start: int, place: int) -> bool:
    return any(t.norm in OWNERS for t in tokens.items[start:place])


def _is_puts(tokens: Tokens, end: int) -> bool:
    """Whether "of mine says" follows: as a friend of mine puts it."""
    return any(t.norm in SAYS for t in tokens.items[end : end + 3])
