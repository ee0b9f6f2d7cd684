"""What a question or a supposition takes as given: "could my swollen calf be a clot?"."""

from __future__ import annotations

from charley.intake.text.marks import SIGN, Marks
from charley.intake.text.tokens import Token, Tokens

OWN_CASE = frozenset((
    "my", "me", "i", "this", "that", "these", "those", "his", "her", "he", "she", "it", "wrong", "happening",
    "causing", "causes", "up", "going", "our", "their", "they",
))  # fmt: skip
"""Words with which a question speaks of what somebody has."""

GIVEN = 4
"""How many words behind "is it" the "normal that" stands."""

GIVES = frozenset(("that", "a", "an"))
"""Last words of "is it normal that", "is it normal for a"."""

WITH = frozenset(("with", "about", "on", "for", "despite"))

LEARNT = frozenset(("read", "reading", "heard", "hear", "know", "learnt", "learned", "asked", "googled"))

OWNED = frozenset(("my", "his", "her", "this", "these"))

DETERMINED = frozenset(("my", "his", "her", "our", "the", "this", "these"))

OF_ONESELF = frozenset(("my", "me", "i", "his", "her"))

BEING = frozenset(("is", "are", "was"))

SIDED = frozenset(("left", "right", "both"))

NOUN_LINKS = frozenset((*SIDED, "my", "his", "her", "our", "the", "in", "of", "on", "down", "and", "two"))

NOUN_ENDS = ("ness", "ing", "en")


def takes_as_given(tokens: Tokens, marks: Marks, place: int, end: int) -> bool:
    """Whether a question asks what to think of something that is so: is it normal that, is it okay for my."""
    ahead = range(place + 1, min(place + 1 + GIVEN, end))
    ends = (marks.end("presumes", p) for p in ahead if marks.end("presumes", p) > p + 1)
    return any(
        tokens.items[e - 1].norm in GIVES or (e < end and tokens.items[e].norm in OF_ONESELF) for e in ends
    )


def given_until(tokens: Tokens, marks: Marks, place: int, end: int) -> int:
    """The end of what a question takes as given behind its verb: could | the twitching in my calves | be ALS;
    is | my swollen leg | dangerous. What "is my calf swollen" asks is not given."""
    items, first = tokens.items, place + 2
    if first >= end or items[place + 1].norm not in DETERMINED:
        return place + 1
    if items[place].norm in BEING and (marks.has("body", first) or items[first].norm in SIDED):
        return place + 1
    last = first
    asks_how = items[place].norm in BEING
    while last < end and not items[last].before and _is_of_noun(tokens, marks, last, not asks_how):
        last += 1
    named = {items[p].norm for p in range(place + 1, last)}
    return place + 1 if named.isdisjoint(OWN_CASE) else last


def own_nouns(tokens: Tokens, marks: Marks) -> list[tuple[int, int]]:
    """What a preposition names as somebody's own, which no "if" puts in doubt: fly with | my swollen calf."""
    items, result = tokens.items, []
    for place in range(1, len(items) - 1):
        first = place + 1
        if not _takes_noun(items, place) or marks.has("body", first):
            continue
        if items[first].norm in SIDED:
            continue
        last = first
        while last < len(items) and not items[last].before and _is_of_noun(tokens, marks, last, True):
            last += 1
        result.append((place, last))
    return result


def _takes_noun(items: list[Token], place: int) -> bool:
    """Whether a noun is taken as given from here: with my, worried about the; but not read about the."""
    if items[place].norm == "the":
        return items[place - 1].norm == "about" and place > 1 and items[place - 2].norm not in LEARNT
    return items[place].norm in OWNED and items[place - 1].norm in WITH


def _is_of_noun(tokens: Tokens, marks: Marks, place: int, sign: bool) -> bool:
    word = tokens.items[place].norm
    if sign and marks.has(SIGN, place):
        return True
    if word in NOUN_LINKS or word.endswith(NOUN_ENDS):
        return True
    return any(marks.has(group, place) for group in ("body", "state", "complaint", "limb"))
