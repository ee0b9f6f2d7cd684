"""Denials behind what they deny: "fever: nil", "chest pain is not something I get", "fits I never had"."""

from __future__ import annotations

from collections.abc import Iterator

from charley.intake.scope.denials import BARE
from charley.intake.scope.denied_lists import tells
from charley.intake.text.clauses import Layout
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Tokens
from charley.library.lexicon.patterns import DENIALS

NAME = 6
"""A clause of so few words, without a verb, can only name what the next denies: stiff jaw | I had not."""

STATES = ("finite", "subject", "supposing", "doubt", "asks", "past", "joins", "negation")
"""Groups of which no word stands in a bare name; a "my" may."""

NEW = frozenset(("before", "until", "till"))
"""Behind "that I never had" they say that it is new."""

THINKING = frozenset(("think", "believe", "so"))
"""Last words of a denial that only doubts: fever, I do not think so."""

Reach = tuple[int, int, int, bool]
"""First token, place after the last, the cue that denies them, and whether it only doubts them."""


def answered(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> int:
    """The first word of what a "no" answers: what stands before it, or a run of bare questions. Of a list
    before a mark only names are answered: "cough, fever: nil", but "calf swollen | fever: nil"."""
    if tokens.items[place].before:
        first = layout.clause_start[place - 1]
        while first and tokens.items[first].before == "?" and first - layout.clause_start[first - 1] <= BARE:
            first = layout.clause_start[first - 1]
        return _names_from(tokens, marks, first, place)
    first = place
    while first > layout.clause_start[place] and tokens.items[first].before != ",":
        first -= 1
    return first


def _names_from(tokens: Tokens, marks: Marks, first: int, place: int) -> int:
    """The start of the last item before a "no" and of the bare names before that."""
    end, begins = place, place
    for start in range(place - 1, first - 1, -1):
        if start > first and tokens.items[start].before != ",":
            continue
        if begins != place and _is_told(tokens, marks, start, end):
            return begins
        begins = end = start
    return begins


def _is_told(tokens: Tokens, marks: Marks, start: int, end: int) -> bool:
    """Whether an item of a list tells something: calf swollen, fever 39, dark urine since yesterday."""
    timed = any(marks.has("<time>", p) or tokens.items[p].norm[0].isdigit() for p in range(start, end))
    pictured = any(tokens.items[p].norm == "like" or marks.has("state", p) for p in range(start + 1, end))
    return timed or pictured or tells(tokens, marks, start, end)


def denied_behind(tokens: Tokens, marks: Marks, layout: Layout) -> Iterator[Reach]:
    """What is named first and denied behind: chest pain | isn't something I get; fits | I have never had."""
    for place, end in marks.places("denies_before").items():
        if end < len(tokens.items) and tokens.items[end].norm in NEW:
            continue
        first = layout.clause_start[place]
        if place > first:
            first = max([first, *(p for p in range(first, place) if tokens.items[p].before == ",")])
        elif end < layout.clause_end[place] or not _is_named(tokens, marks, layout, place):
            continue
        else:
            first = layout.clause_start[place - 1]
        cue = next((p for p in range(place, end) if tokens.items[p].norm in DENIALS), place)
        yield first, place, cue, tokens.items[end - 1].norm in THINKING


def _is_named(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether the clause before a denial only names something."""
    first = layout.clause_start[place - 1] if place else place
    if not 0 < place - first <= NAME or tokens.items[place].before not in ("", ",", "-", "?"):
        return False
    return not any(marks.has(group, p) for p in range(first, place) for group in STATES)
