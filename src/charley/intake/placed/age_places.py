"""Where years, or an "at 76", are an age: "in my 74 years", "I am Kamala, 55 years", "at 41 I thought"."""

from __future__ import annotations

from itertools import pairwise

from charley.intake.patterns.hits import Context
from charley.intake.placed.no_ages import STOPPED, clause_before, mark_at
from charley.intake.quantities.numbers import Amount

GROWN = 18
"""The least age that years, or a place in a sentence, tell."""

YEARS = frozenset(("yrs", "yr", "years", "y", "yo"))
PEOPLE = frozenset((
    "pt", "patient", "client", "resident", "gentleman", "lady", "male", "female", "m", "f", "mr", "mrs",
    "ms", "miss", "man", "woman",
))  # fmt: skip
OWNERS = frozenset(("my", "his", "her", "their", "me"))

INTRODUCES = frozenset((("i", "am"), ("name", "is"), ("this", "is"), ("am", "i")))
OPENING = 40
LASTING = frozenset((
    "since", "for", "smoker", "smoke", "married", "retired", "diabetic", "widow", "widowed", "sober", "had",
    "have", "working", "worked", "with", "on", "taking", "drinking", "there", "here", "same",
))  # fmt: skip
"""Words beside which years set off by a comma tell how long something lasts."""

SUBJECTS = frozenset((
    "i", "one", "nobody", "you", "my", "he", "she", "we", "his", "her", "people", "most", "who",
))  # fmt: skip
"""Behind "at 76" they begin what is told of somebody of that age."""

LATE = 60
GAUGES = frozenset((
    "pulse", "rate", "temp", "temperature", "weight", "sats", "sugar", "sugars", "bp", "pressure", "mph",
    "number", "house", "heart", "resting", "speed", "driving", "set", "kept", "bus", "train", "degrees",
    "km", "room", "stop", "page", "gate", "junction", "oximeter", "reading", "steady",
))  # fmt: skip
"""Words of a clause whose "at 77" is a measure or a place."""


def in_years(amount: Amount, context: Context) -> bool:
    """ "Never a cramp in my 74 years", "Pt. 75 yrs,"."""
    if context.norm(amount.end) not in YEARS or amount.value < GROWN:
        return False
    before = context.norm(amount.start - 1)
    mine = before in OWNERS and context.norm(amount.start - 2) in ("in", "all", "of")
    set_off = bool(mark_at(amount.end + 1, context))
    return mine or (set_off and (before in PEOPLE or _introduced(amount, context)))


def _introduced(amount: Amount, context: Context) -> bool:
    """Whether years are set off where somebody says who he is: "I am Kamala, 55 years."."""
    first = context.layout.sentence_start[amount.start]
    words = [context.norm(p) for p in range(first, amount.start)]
    says = any(pair in INTRODUCES for pair in pairwise(words))
    return (
        says
        and amount.start <= OPENING
        and bool(mark_at(amount.start, context))
        and LASTING.isdisjoint(words)
    )


def at_an_age(amount: Amount, context: Context) -> bool:
    """ "At 41 I thought I was too young", "is it normal to have one at 28?"."""
    led = context.norm(amount.start - 1) == "at" and amount.value >= GROWN
    if not led or (amount.value % 10 == 0 and context.norm(amount.end) not in SUBJECTS):
        return False
    follows = mark_at(amount.end, context) in (".", "?", ",") or context.norm(amount.end) in SUBJECTS
    clause = clause_before(amount.start, context)
    opens = len(clause) == 1
    asked = not {"normal", "too", "old", "young", "usual", "common", "life", "first"}.isdisjoint(clause)
    late = amount.value >= LATE and not {"i", "my", "me"}.isdisjoint(clause) and GAUGES.isdisjoint(clause)
    return follows and (opens or asked or late) and STOPPED.isdisjoint(clause)
