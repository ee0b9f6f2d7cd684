"""How far a denial reaches: what denies, what answers "no" to the words before it, and where a list ends."""

from __future__ import annotations

from collections.abc import Mapping

from charley.intake.text.chart import Speller
from charley.intake.text.clauses import Layout
from charley.intake.text.marks import Marks
from charley.intake.text.matching import Chart
from charley.intake.text.tokens import Token, Tokens
from charley.library.lexicon.patterns import DENIALS

ANSWER_AFTER = 5
"""At most so many words of a clause are answered by a "no" that stands behind them without a mark."""

BARE = 4
"""A question of so few words only names what is asked: Fever? Chest pain? No."""

TWICE = 4
"""So close to one another two denials are one."""

ASKING = frozenset(("ask", "asked", "asking", "asks"))
MOST_ASKED = 20
"""So many words before a "no" alone it is looked for who asked."""

LISTS = frozenset(
    ("following", "these", "those", "below", "symptoms", "signs", "things", "present", "negatives")
)
"""Words that lead from a denial to a list behind a colon: none of the following, not present."""

NOES = frozenset(("no", "nil", "none"))
SPEAKERS = frozenset(("there", "i"))
"""They begin an answer that is a whole clause: there is none."""

SAYING = ("reports", "verb", "own_verb", "supposing", "subject", "finite")
"""Groups of which no word stands in a bare name."""

FAR_TWICE = 8
"""So many words at most stand between two denials of which one denies the other."""

SAYING_TWICE = frozenset((
    "say", "saying", "said", "think", "thinking", "claim", "pretend", "tell", "telling", "told", "mean",
    "meaning", "that", "if", "like", "day", "night", "week", "hour", "morning", "believe",
))  # fmt: skip
"""Between two denials they make the first deny the second: not that I don't, wouldn't say I'm not."""

DENYING = frozenset(("not", "never", "nobody"))
PARTS = frozenset(("and", "or", "but", "because", "so", "when", "unless", "until"))

ALTERNATIVES = frozenset(("or", "nor"))
LONGEST_PHRASE = 12
"""No phrase of a group has more words before its denial."""

Phrase = tuple[str, int, int]
"""A group as patterns write it, and the first token and the place after the last of one of its phrases."""

Bound = Mapping[int, tuple[Phrase, ...]]
"""For a denial the phrases that hold it."""

COUNTED = frozenset((
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "once", "twice",
    "half", "most", "every",
))  # fmt: skip


def bound_denials(chart: Chart, speller: Speller) -> Bound:
    """The denials inside phrases of the patterns' own groups; a scope group's phrase binds nothing."""
    bound: dict[int, tuple[Phrase, ...]] = {}
    for place, form in enumerate(chart.forms):
        if form in DENIALS:
            for start in range(max(0, place - LONGEST_PHRASE), place + 1):
                held = _phrases_over(chart, speller, start, place)
                if held:
                    bound[place] = (*bound.get(place, ()), *held)
    return bound


def _phrases_over(chart: Chart, speller: Speller, start: int, place: int) -> tuple[Phrase, ...]:
    """The phrases of groups that begin at one token and hold another."""
    return tuple(
        (speller.named[symbol], start, start + length)
        for symbol, length in chart.added.get(start, ())
        if symbol in speller.named and length > 1 and start + length > place
    )


MENDING = frozenset(("well", "no"))
"""Words that may take back what stands before them."""


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
    if tokens.items[place].norm in SPEAKERS:
        return before != "" and layout.clause_start[place] == place
    if before == "," and (_says_no(tokens, marks, place) or _answers_name(tokens, marks, layout, place)):
        return True
    if before == "." and _answers_asking(tokens, layout, place):
        return True
    return before in (":", "-", "?", "(") or (before == "" and _answers_bare(tokens, marks, layout, place))


def _answers_asking(tokens: Tokens, layout: Layout, place: int) -> bool:
    """Whether a "no" alone answers what somebody was asked: they keep asking about numbness. No."""
    first, last = layout.sentence_start[place - 1], place
    asked = any(token.norm in ASKING for token in tokens.items[max(first, last - MOST_ASKED) : last])
    return asked and layout.sentence_end[place] == place + 1


def _says_no(tokens: Tokens, marks: Marks, place: int) -> bool:
    """Whether only a "no" stands before "neither of those", and answers already."""
    before = tokens.items[place - 1]
    return (
        before.norm in ("no", "nope")
        and before.before in ("?", ".")
        and marks.end("answers_no", place) > place + 1
    )


def _answers_name(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether a last "no" answers a bare name: "as for fever, no"; "fever, no; vomiting, yes"."""
    last = tokens.items[place].norm == "never" and tokens.after(place) in (".", "?")
    if not (last or tokens.items[place].norm in NOES) or tokens.after(place) == ",":
        return False
    first = layout.clause_start[place - 1]
    if place - first > ANSWER_AFTER or any(t.before == "," for t in tokens.items[first + 1 : place]):
        return False
    said = (p for p in range(first, place) if not tokens.items[p].norm.endswith("ing"))
    return not any(marks.has(group, p) for p in said for group in SAYING)


def _answers_bare(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Without a mark: "chest pain no", but not "he said no"."""
    if tokens.items[place].norm not in NOES:
        return False
    lead = range(layout.clause_start[place], place - 1)
    named = tokens.items[place - 1].norm.endswith("ing") and not any(
        marks.has(group, p) for p in lead for group in SAYING
    )
    said = not named and any(
        marks.has(group, place - 1) for group in (*SAYING, "joins", "binder", "negation")
    )
    return not said and place - layout.clause_start[place] <= ANSWER_AFTER


def goes_on(tokens: Tokens, marks: Marks, denied: int, place: int) -> bool:
    """Whether a denial denies the list behind a colon, or a second verb behind an "or": none of these: fever,
    fits; denies: cough; have not coughed blood | or had pain."""
    if denied < 0:
        return False
    if tokens.items[place].norm == "or" and place + 1 < len(tokens.items):
        return marks.has("finite", place + 1) and not marks.has("subject", place + 1)
    if tokens.items[place].before != ":":
        return False
    led = any(tokens.items[p].norm in LISTS for p in range(denied, place))
    if (
        not led
        and tokens.items[denied].norm == "not"
        and tokens.items[denied - 1].norm in ("do", "does", "did")
    ):
        return False  # "this one doesn't: the leg is hard"
    return led or marks.end("negation", denied) == place


def undoes(items: list[Token], denied: int, place: int) -> bool:
    """Whether two denials say that something is so: not a day without twitching."""
    if denied < 0 or items[place].norm != "without" or place - denied > TWICE:
        return False
    return items[denied].norm in ("not", "never") and not any(t.before for t in items[denied + 1 : place + 1])


def denied_denial(items: list[Token], place: int) -> int:
    """What denies a denial, or less than none: "not that it isn't numb", "never a day I don't faint"."""
    for back in range(place - 1, max(place - FAR_TWICE - 1, -1), -1):
        if items[back + 1].before or items[back].norm in PARTS:
            return -1
        if items[back].norm in DENYING:
            between = {token.norm for token in items[back + 1 : place]}
            return -1 if SAYING_TWICE.isdisjoint(between) else back
    return -1


def parted(items: list[Token], cue: int, start: int) -> bool:
    """Whether a comma, and no "or", stands between a denial and words behind it."""
    between = range(cue + 1, start + 1)
    comma = any(items[place].before == "," for place in between)
    return comma and not any(items[place].norm in ALTERNATIVES for place in between)
