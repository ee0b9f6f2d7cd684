"""Where sentences and clauses begin, with and without punctuation."""

from __future__ import annotations

from dataclasses import dataclass

from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Tokens

SENTENCE = (".", "?")
CLAUSE = (".", "?", ";", ":", "(", ")", "-")
NEAR = 4
"""How many words may stand between "my leg" and its verb."""

ADDS = frozenset(("only", "just", "merely", "simply"))
FRONTED = frozenset(("during", "in", "after", "at", "on", "before", "by", "throughout", "between"))
"""Words that lead to a circumstance of the clause behind it."""

MOST_FRONTED = 6
NOT_FRONTED = ("negation", "finite", "subject", "joins", "turn", "doubt", "supposing", "family")

NOT_ONLY = 10
"""How far before a "but" a "not only" is looked for."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The sentence and the clause of each token, and where its sentence and its clause end."""

    sentence: list[int]
    clause: list[int]
    sentence_end: list[int]
    clause_end: list[int]
    sentence_start: list[int]
    clause_start: list[int]


def lay_out(tokens: Tokens, marks: Marks) -> Layout:
    """The layout of a text."""
    sentence, clause = [0] * len(tokens.items), [0] * len(tokens.items)
    first = 0
    candidates = _candidates(tokens, marks)
    for place in range(1, len(tokens.items)):
        before = tokens.items[place].before
        sentence[place] = sentence[place - 1] + (before in SENTENCE)
        begins = before in CLAUSE or (
            place in candidates
            and _begins(tokens, marks, place)
            and not _is_fronted(tokens, marks, first, place)
        )
        clause[place] = clause[place - 1] + begins
        first = place if begins else first
    return Layout(sentence, clause, _ends(sentence), _ends(clause), _starts(sentence), _starts(clause))


def _candidates(tokens: Tokens, marks: Marks) -> set[int]:
    """The only tokens at which a clause can begin without a full stop."""
    marked = {p for p, token in enumerate(tokens.items) if token.before == "," or token.norm == "i"}
    return marked.union(*(marks.places(group) for group in ("turn", "joins", "owner")))


def _starts(ids: list[int]) -> list[int]:
    result = list(range(len(ids)))
    for place in range(1, len(ids)):
        if ids[place] == ids[place - 1]:
            result[place] = result[place - 1]
    return result


def _ends(ids: list[int]) -> list[int]:
    result = [len(ids)] * len(ids)
    for place in range(len(ids) - 2, -1, -1):
        same = ids[place] == ids[place + 1]
        result[place] = result[place + 1] if same else place + 1
    return result


def _begins(tokens: Tokens, marks: Marks, place: int) -> bool:
    """Whether a clause begins here without a full stop."""
    if marks.has("turn", place):
        return not _goes_on(tokens, marks, place)
    if marks.has("joins", place):
        compares = tokens.items[place].norm == "though" and tokens.items[place - 1].norm == "as"
        return not compares and (_subject(tokens, marks, place + 1) or marks.has("finite", place + 1))
    if marks.has("joins", place - 1):
        return False
    if tokens.items[place].before == ",":
        return _has_subject(tokens, marks, place) or marks.has("finite", place)
    return _unmarked(tokens, marks, place)


def _is_fronted(tokens: Tokens, marks: Marks, first: int, place: int) -> bool:
    """Whether only a circumstance stands before a subject: "during the spasms I could not walk"."""
    if tokens.items[first].norm not in FRONTED or not 1 < place - first <= MOST_FRONTED:
        return False
    if marks.has("turn", place) or marks.has("joins", place):
        return False
    return not any(marks.has(group, p) for p in range(first + 1, place) for group in NOT_FRONTED)


def _goes_on(tokens: Tokens, marks: Marks, place: int) -> bool:
    """Whether a "but" only adds: "not only sore but swollen"."""
    if tokens.items[place].norm != "but" or _subject(tokens, marks, place + 1):
        return False
    for back in range(place - 1, max(place - NOT_ONLY, 0), -1):
        if tokens.items[back].norm in ADDS:
            return tokens.items[back - 1].norm == "not"
    return False


def _has_subject(tokens: Tokens, marks: Marks, place: int) -> bool:
    """Whether a subject stands here: a pronoun, or a noun with its verb close by."""
    return not marks.has("binder", place - 1) and _subject(tokens, marks, place)


def _subject(tokens: Tokens, marks: Marks, place: int) -> bool:
    if place >= len(tokens.items):
        return False
    if marks.has("subject", place):
        return True
    return marks.has("determiner", place) and _verb_near(tokens, marks, place)


def _verb_near(tokens: Tokens, marks: Marks, place: int) -> bool:
    for ahead in range(place + 1, min(place + 1 + NEAR, len(tokens.items))):
        if tokens.items[ahead].before or marks.has("joins", ahead):
            return False
        if marks.has("verb", ahead):
            return True
    return False


def _unmarked(tokens: Tokens, marks: Marks, place: int) -> bool:
    """Dictated speech: "no swelling i had it since march" has two clauses."""
    if marks.has("binder", place - 1) or marks.has("determiner", place - 1):
        return False
    if tokens.items[place].norm == "i":
        return True
    return marks.has("owner", place) and _verb_near(tokens, marks, place)
