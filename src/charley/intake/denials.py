"""How far a denial reaches: what denies, what answers "no" to the words before it, and where a list ends."""

from __future__ import annotations

from charley.intake.chart import Speller
from charley.intake.clauses import Layout
from charley.intake.marks import Marks
from charley.intake.matching import Chart
from charley.intake.tokens import Token, Tokens
from charley.library.lexicon.patterns import DENIALS
from charley.records.lexicon import FIRST_SYMBOL

NOT_LIST = 12
"""So many words ahead an "or" is looked for that keeps a list of denials going."""

ANSWER_AFTER = 5
"""At most so many words of a clause are answered by a "no" that stands behind them without a mark."""

CLOSE = 2
"""How many words may stand between a part of the body and how it is."""

ALTERNATIVES = frozenset(("or", "nor"))
HAVING = frozenset(("had", "have", "having", "any", "a", "an", "noticed", "suffered", "experienced", "got"))
"""Behind a "never" they begin a list of what there never was: never had fits, faints, blackouts."""

NO_ILLNESS = 4
"""An illness that is none of the catalogue's has fewer words: high blood pressure, heart disease."""

COUNTED = frozenset((
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "once", "twice",
    "half", "most", "every",
))  # fmt: skip

LIKE = frozenset(("like", "such"))
OPENS = ("determiner", "owner", "subject", "tells_first")
"""Groups that begin something told, where a list of denials names bare things."""

TELLS = ("fine", "finite", "tells")
"""Groups of which a word makes something told: a verb, a "since", and that all is well."""


def bound_denials(chart: Chart, speller: Speller) -> frozenset[int]:
    """The denials inside phrases of the patterns' own groups; a scope group's phrase binds nothing."""
    return frozenset(
        inside
        for place, added in chart.added.items()
        for symbol, length in added
        if symbol >= FIRST_SYMBOL and length > 1 and symbol not in speller.group_of
        for inside in range(place, place + length)
        if chart.forms[inside] in DENIALS
    )


def mends(items: list[Token], place: int) -> bool:
    """A "no" between commas takes back what stands before it: "type 1, no, type 2"; so does a "well" before
    a number: "two weeks, well, nearly three"."""
    here, after = items[place], items[place + 1]
    if here.norm == "well":
        ahead = items[place + 1 : place + 4]
        told = any(token.norm[0].isdigit() or token.norm in COUNTED for token in ahead)
        return told and here.before in (",", "-", ".") and after.before in (",", "-")
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
    """Whether a list of denials ends at this comma, or behind an "and": "no cough and a fever".

    "No" goes on to the next word of a list, but not to what tells how something is ("no fever, calf
    swollen"); "not" goes on only where an "or" follows. What everybody is asked about ends with itself:
    "no allergies, calf swollen", "never smoked, high fever".
    """
    follows_and = place > denied + 1 and tokens.items[place - 1].norm in ("and", "plus")
    if tokens.items[place].before != "," and not follows_and:
        return False
    end = _item_end(tokens, layout, place)
    if _leaves_background(tokens, marks, layout, denied, place, end):
        return True
    if _or_ahead(tokens, place, min(layout.clause_end[place], place + NOT_LIST)):
        return False
    if follows_and:
        return tokens.items[denied].norm == "no" and tokens.items[place].norm in ("a", "an")
    return _denies_once(tokens.items, denied) or _tells(marks, place, end)


def _item_end(tokens: Tokens, layout: Layout, place: int) -> int:
    """The place after a word of a list: its next comma, or the end of its clause."""
    end = place + 1
    while end < layout.clause_end[place] and tokens.items[end].before != ",":
        end += 1
    return end


def _denies_once(items: list[Token], denied: int) -> bool:
    """Whether a denial belongs to its own verb, or to all: "not", "never been abroad", "nothing else"."""
    cue, after = items[denied].norm, items[min(denied + 1, len(items) - 1)].norm
    if cue == "never":
        return after not in HAVING
    return cue == "not" or (cue in ("nothing", "nobody") and after not in LIKE)


def _leaves_background(
    tokens: Tokens, marks: Marks, layout: Layout, denied: int, place: int, end: int
) -> bool:
    """Whether allergies, tablets or smoking were denied, and another thing is told behind the comma."""
    own, item = range(denied, min(place, _item_end(tokens, layout, denied))), range(place, end)
    illness = any(marks.has("<condition>", p) for p in own) and len(item) >= NO_ILLNESS
    if not illness and not any(marks.has("background", p) for p in own):
        return False
    return not any(marks.has("background", p) or marks.has("<condition>", p) for p in item)


def _or_ahead(tokens: Tokens, start: int, end: int) -> bool:
    return any(tokens.items[place].norm in ALTERNATIVES for place in range(start, end))


def _tells(marks: Marks, place: int, end: int) -> bool:
    """Whether a word of a list is a sentence of its own: "walking fine", "left calf red and hot", "my
    ankles", "passed out today"."""
    if any(marks.has(group, place) for group in OPENS) and not marks.has("list_word", place):
        return True
    if any(marks.has(group, p) for p in range(place, end) for group in TELLS):
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
