"""How far a denial reaches: what denies, what answers "no" to the words before it, and where a list ends."""

from __future__ import annotations

from charley.intake.clauses import Layout
from charley.intake.marks import Marks
from charley.intake.tokens import Token, Tokens

NOT_LIST = 12
"""So many words ahead an "or" is looked for that keeps a list of denials going."""

ANSWER_AFTER = 5
"""At most so many words of a clause are answered by a "no" that stands behind them without a mark."""

CLOSE = 2
"""How many words may stand between a part of the body and how it is."""

ALTERNATIVES = frozenset(("or", "nor"))


def mends(items: list[Token], place: int) -> bool:
    """A "no" between commas takes back what stands before it: "type 1, no, type 2"."""
    here, after = items[place], items[place + 1]
    return here.norm == "no" and here.before in (",", "-") and after.before in (",", "-")


def denies(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether the words behind this one are denied."""
    if not marks.has("negation", place) or marks.has("not_negation", place):
        return False
    if answers_before(tokens, marks, layout, place):
        return False
    return not 0 < place < len(tokens.items) - 1 or not mends(tokens.items, place)


def answers_before(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether a "no" answers what stands before it: "fever: no", "chest pain no, fever yes"."""
    end = marks.end("answers_no", place)
    if not end or not place or not (tokens.after(end - 1) or end == len(tokens.items)):
        return False
    before = tokens.items[place].before
    return before in (":", "-", "?", "(") or (before == "" and _answers_bare(tokens, marks, layout, place))


def _answers_bare(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Without a mark: "chest pain no", but not "he said no"."""
    if tokens.items[place].norm not in ("no", "nil", "none"):
        return False
    groups = ("reports", "verb", "own_verb", "joins", "binder", "supposing", "subject", "negation", "finite")
    said = any(marks.has(group, place - 1) for group in groups)
    return not said and place - layout.clause_start[place] <= ANSWER_AFTER


def answered(tokens: Tokens, layout: Layout, place: int) -> int:
    """The first word of what a "no" answers."""
    if tokens.items[place].before:
        return layout.clause_start[place - 1]
    first = place
    while first > layout.clause_start[place] and tokens.items[first].before != ",":
        first -= 1
    return first


def ends_list(tokens: Tokens, marks: Marks, layout: Layout, place: int, denied: int) -> bool:
    """Whether a list of denials ends at this comma.

    "No" goes on to the next word of a list, but not to what tells how something is ("no fever, calf
    swollen"); "not" goes on only where an "or" follows.
    """
    if tokens.items[place].before != ",":
        return False
    if _or_ahead(tokens, place, min(layout.clause_end[place], place + NOT_LIST)):
        return False
    return tokens.items[denied].norm == "not" or _tells(tokens, marks, layout, place)


def _or_ahead(tokens: Tokens, start: int, end: int) -> bool:
    return any(tokens.items[place].norm in ALTERNATIVES for place in range(start, end))


def _tells(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether a word of a list is a sentence of its own: "walking fine", "left calf red and hot"."""
    end = place + 1
    while end < layout.clause_end[place] and tokens.items[end].before != ",":
        end += 1
    if any(marks.has("fine", p) for p in range(place, end)):
        return True
    return any(marks.has("body", p) and _is_somehow(marks, p, end) for p in range(place, end))


def _is_somehow(marks: Marks, body: int, end: int) -> bool:
    ahead = range(body + 1, min(body + 2 + CLOSE, end))
    return any(marks.has("state", p) or marks.has("finite", p) for p in ahead)


def parted(items: list[Token], cue: int, start: int) -> bool:
    """Whether a comma, and no "or", stands between a denial and words behind it."""
    between = range(cue + 1, start + 1)
    comma = any(items[place].before == "," for place in between)
    return comma and not any(items[place].norm in ALTERNATIVES for place in between)
