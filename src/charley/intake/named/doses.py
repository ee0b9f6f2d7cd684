"""Numbers beside a test's name that are no result: a dose, a count of tablets, a time."""

from __future__ import annotations

from itertools import takewhile

from charley.intake.text.tokens import Token

COUNTED = frozenset((
    "week", "weeks", "day", "days", "month", "months", "year", "years", "hour", "hours", "times", "mg", "mcg",
    "microgram", "micrograms", "tablet", "tablets", "capsule", "capsules", "ml", "sachets", "night",
    "drops", "spoons", "bananas", "milligrams", "iu", "bd", "od", "tds", "nocte", "daily", "grams", "tabs",
    "caps", "pills", "gummies", "twice", "once", "nightly", "sachet", "effervescent",
))  # fmt: skip
"""Words behind a number that make it a dose or a time, no laboratory value."""

PLAIN_UNITS = frozenset(("units", "mmol", "nmol", "unit", "mmols"))
"""Units of a result and of a dose: what follows tells which."""


def is_dose(text: str, items: list[Token], end: int, unit: str) -> bool:
    """Whether the number before token `end` counts milligrams, tablets or weeks: "magnesium 400 mg"."""
    if unit and "/" in unit:
        return False
    behind = end + (end < len(items) and items[end].norm in PLAIN_UNITS)
    words = [token.norm for token in takewhile(lambda token: not token.before, items[behind : behind + 2])]
    if not words or _is_magnesium(text, items, behind):
        return False
    return words[0] in COUNTED or words in (["a", "day"], ["a", "night"], ["per", "day"], ["each", "day"])


def _is_magnesium(text: str, items: list[Token], place: int) -> bool:
    """Whether "Mg" is the metal: "K 2.9 Mg 0.5"."""
    token = items[place]
    follows = place + 1 < len(items) and items[place + 1].norm[0].isdigit() and not items[place + 1].before
    return token.norm == "mg" and (follows or text[token.start : token.end] == "Mg")
