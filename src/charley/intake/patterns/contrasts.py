"""What the writer sets against somebody else, or answers to what was asked or feared.

"My brother's face fell. Mine is fine"; "he asked if I cough blood. No, nothing like that". What was said of
somebody else, asked or supposed tells nothing; such words behind it deny it of the writer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from charley.intake.patterns.hits import Context
from charley.intake.values import Reading
from charley.records.library import Library

LEADS = frozenset((
    "but", "and", "so", "far", "luckily", "thankfully", "fortunately", "well", "now", "though", "yet", "me",
    "as", "for",
))  # fmt: skip
"""Words before such an answer."""

WELL = frozenset(("fine", "normal", "ok", "okay", "clear", "good", "alright", "healthy", "perfect", "grand"))
HALF = frozenset(("and", "but", "until", "till", "except", "apart", "bar", "when", "unless", "mostly"))
"""Words that take half of it back: mine is good and swollen."""

BEING = frozenset(("is", "are", "'s", "am", "do", "does", "did", "has", "have"))
OBJECTS = frozenset((
    "one", "it", "that", "any", "them", "either", "this", "those", "so", "had", "have", "got", "did", "been",
    "thank", "thanks", "god", "goodness", "touch", "wood", "myself", "yet",
))  # fmt: skip
"""What may follow "I never" or "I do not" in an answer that says all."""

DENIES = frozenset(("not", "never"))
NOES = frozenset(("no", "nope", "nah", "neither", "none"))
LIKE_THAT = frozenset((
    ("nothing", "like", "that"), ("nothing", "of", "the", "sort"), ("none", "of", "that"),
    ("none", "of", "those"), ("none", "of", "these"), ("neither", "of", "those"), ("not", "me"),
))  # fmt: skip

OTHERS = "said of somebody else"
SUPPOSED = ("asked, not said", "only supposed")
WHY = "denied of the writer, against what stands before it"
YES_NO = "yes_no"
SHORT = 2
"""So many words may follow a "mine do not"."""


def contrasts(readings: list[Reading], context: Context, library: Library) -> list[Reading]:
    """A "no" for each sign that was somebody else's, asked or supposed right before such an answer."""
    told = {r.what for r in readings if r.kind == "finding" and r.status != "dropped"}
    by_sentence = _dropped(readings, context)
    result: dict[str, Reading] = {}
    for start, end, reasons in _answers(context):
        for one in _right_before(by_sentence, start, context):
            if one.what in told or not any(reason in one.why for reason in reasons):
                continue
            if one.answer is True and library.findings[one.what].type == YES_NO:
                result[one.what] = Reading("finding", one.what, False, *context.words(start, end), WHY)
    return list(result.values())


def _dropped(readings: list[Reading], context: Context) -> dict[int, list[tuple[int, Reading]]]:
    """What was read and does not count, by the sentence that it begins in, each with its first token."""
    places = [token.start for token in context.tokens.items]
    result: defaultdict[int, list[tuple[int, Reading]]] = defaultdict(list)
    for one in readings:
        if one.kind == "finding" and one.status == "dropped":
            at = max(0, bisect_right(places, one.start) - 1)
            result[context.layout.sentence_start[at]].append((at, one))
    return result


def _answers(context: Context) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Each clause that is such an answer: its first token, the place after its last, and what it answers."""
    layout, items = context.layout, context.tokens.items
    start = 0
    while start < len(items):
        end = layout.clause_end[start]
        first = start
        while first < end - 1 and items[first].norm in LEADS:
            first += 1
        words = [token.norm for token in items[first:end]]
        if _sets_apart(words):
            yield start, end, (OTHERS, *SUPPOSED)
        elif _says_no(words):
            yield start, end, SUPPOSED
        start = end


def _sets_apart(words: list[str]) -> bool:
    """Whether a clause says that the writer has it not: "mine do not burn", "I never had one"."""
    if words[:2] == ["my", "own"]:
        words = ["mine", *words[2:]]
    if words[:1] == ["mine"] and words[1:2] and words[1] in BEING:
        well = not WELL.isdisjoint(words[2:5]) and HALF.isdisjoint(words)
        return not well and len(words) <= 3 + SHORT if words[2:3] == ["not"] else well
    if words[:1] == ["i"]:
        words = words[1:]
        while words and words[0] in BEING:
            words = words[1:]
        if words == ["clear"]:
            return True
    return bool(words) and words[0] in DENIES and all(word in OBJECTS for word in words[1:])


def _says_no(words: list[str]) -> bool:
    """Whether a clause is a bare "no", or "nothing like that"."""
    if words and words[0] in NOES and all(word in NOES or len(word) == 1 for word in words[1:]):
        return True
    while words and words[0] in NOES and tuple(words) not in LIKE_THAT:
        words = words[1:]
    return tuple(words) in LIKE_THAT


def _right_before(
    by_sentence: dict[int, list[tuple[int, Reading]]], start: int, context: Context
) -> Iterator[Reading]:
    """What was read, and does not count, in the sentence before a clause, or before it in its own."""
    begins = context.layout.sentence_start[start]
    if begins == start and start:
        begins = context.layout.sentence_start[start - 1]
    yield from (one for at, one in by_sentence.get(begins, ()) if at < start)
