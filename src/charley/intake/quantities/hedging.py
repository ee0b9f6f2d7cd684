"""A doubt that is only about a number or a time: maybe six hours; once a month, perhaps."""

from __future__ import annotations

from charley.intake.quantities.lengths import unit_days
from charley.intake.quantities.spoken import TENS, UNITS
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Tokens

ADVERBS = frozenset(("maybe", "perhaps", "possibly", "potentially", "supposedly"))
"""They doubt the words between two commas: "once a month maybe, always the right"."""

LEADS_AMOUNT = frozenset(
    ("had", "got", "been", "have", "since", "for", "in", "about", "around", "up", "to", "only")
)
"""They may stand between a hedge and its number: maybe for about six hours."""

RATES = frozenset(("monthly", "weekly", "nightly", "daily", "fortnightly", "times", "once", "twice"))
"""How often something comes; so does any unit of time."""

AGAIN = frozenset(("once", "twice", "half"))


def hedges_amount(tokens: Tokens, marks: Marks, place: int, end: int) -> bool:
    """Whether a doubt is only about a number or a time: for maybe six hours; perhaps had two days of it."""
    if tokens.items[place].norm not in ADVERBS:
        return False
    ahead = end
    while ahead < len(tokens.items) and tokens.items[ahead].norm in LEADS_AMOUNT:
        ahead += 1
    if ahead >= len(tokens.items) or tokens.items[end].before:
        return False
    word = tokens.items[ahead].norm
    if marks.has("<time>", ahead) or marks.has("<span>", ahead) or word[0].isdigit() or word in AGAIN:
        return True
    return word != "one" and (word in UNITS or word in TENS)


def hedges_before(tokens: Tokens, place: int) -> bool:
    """Whether a doubt is only about the amount that stands right before it: once a month, maybe."""
    before = tokens.items[place - 1].norm if place else ""
    return tokens.items[place].norm in ADVERBS and (unit_days(before) is not None or before in RATES)
