"""What asks or doubts only what a sign means, or what to do about it, and takes the sign itself as given."""

from __future__ import annotations

from itertools import pairwise

from charley.intake.text.tokens import Token

WE = frozenset(("i", "we", "he", "she", "they"))
ADVICE = frozenset((
    "worry", "be", "bother", "call", "ring", "phone", "go", "see", "come", "ask", "wait", "tell", "told",
    "called", "rung", "said", "mentioned", "asked", "gone", "come", "phoned",
))  # fmt: skip
"""Behind "should I" they ask what to do; "should I get a fever" supposes one."""

WHETHER = frozenset(("if", "whether"))
ASKS = frozenset((
    "know", "sure", "wonder", "wondering", "wondered", "ask", "asking", "tell", "say", "see", "certain",
    "unsure", "dunno", "out",
))  # fmt: skip
"""Before an "if" they ask."""

THE_CAUSE = frozenset(("it", "this", "that", "its"))
THE = frozenset(("the", "my", "his", "her", "this", "these", "that"))
IS = frozenset(("is", "are", "'s", "was"))
GRAVE = frozenset((
    "serious", "dangerous", "normal", "bad", "important", "related", "connected", "urgent", "relevant",
    "worrying", "significant", "anything", "something", "nothing", "okay", "ok", "linked", "an", "harmless",
))  # fmt: skip
"""Behind an "is" they say how much a sign matters."""

NAME = 7
"""So many words a sign's name has at most: "the pain in my left calf"."""

ANYTHING = frozenset(("nothing", "anything", "something", "not"))


def asks_advice(items: list[Token], place: int) -> bool:
    """Whether a "should" asks what to do, and supposes nothing: should I worry that my chest hurts?"""
    should, *who = (token.norm for token in items[place : place + 4])
    if should != "should" or len(who) < 2 or who[0] not in WE:
        return False
    return who[1] in ADVICE or (who[1] == "have" and who[2:] != [] and who[2] in ADVICE)


def is_no_worry(items: list[Token], place: int) -> bool:
    """Whether a "worry" is only said to be none: nothing to worry about, just chest pain."""
    before = [token.norm for token in items[max(place - 2, 0) : place]]
    return items[place].norm == "worry" and before[1:] == ["to"] and before[0] in ANYTHING


def doubts_cause(items: list[Token], doubted: int) -> bool:
    """Whether what is doubted is only what it is: not sure if it is the tablets."""
    ahead = [token.norm for token in items[doubted + 1 : doubted + 5]]
    return any(one in WHETHER and two in THE_CAUSE for one, two in pairwise(ahead))


def only_weighs(items: list[Token], place: int) -> bool:
    """Whether an "if" or "whether" asks only how much a sign matters: whether the chest pain is serious."""
    if items[place].norm not in WHETHER or items[min(place + 1, len(items) - 1)].norm not in THE:
        return False
    if items[place].norm == "if" and (not place or items[place - 1].norm not in ASKS):
        return False  # "ring me if the chest pain is bad" supposes one
    ahead = items[place + 2 : place + 3 + NAME]
    return any(one.norm in IS and two.norm in GRAVE and not two.before for one, two in pairwise(ahead))


def weighs(items: list[Token], place: int) -> bool:
    """The same of an "if", or of what leads to one: wondering if my swollen calf is dangerous."""
    return any(only_weighs(items, p) for p in (place, place + 1) if p < len(items))
