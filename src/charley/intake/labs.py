"""Laboratory values in prose: "my potassium came back at 2.9 mmol/L"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from charley.intake.names import Named
from charley.intake.numbers import Amount
from charley.intake.tokens import Tokens

FAR = 9
"""How many words may stand between a test's name and its value."""

_UNIT = re.compile(
    r"\s*((?:m|µ|μ|u|n|p|k|mi)?(?:mol|eq|g|iu|u|units?|kat)(?:rams?|s)?\s?(?:/|per)\s?(?:m|d|µ)?l(?:it(?:re|er))?"
    r"|mmol/mol|(?:x\s?)?10\^?9/l|ml/min(?:/1\.73\s?m2|/1\.73\s?m²)?|mm/h(?:r|our)?|%|per ?cent)(?![a-z])",
    re.IGNORECASE,
)
_NO_VALUE = frozenset((
    "week", "weeks", "day", "days", "month", "months", "year", "years", "hour", "hours", "times", "mg", "mcg",
    "microgram", "micrograms", "tablet", "tablets", "capsule", "capsules", "ml", "sachets",
    "drops", "spoons", "bananas", "milligrams", "iu", "bd", "od", "tds", "nocte", "daily", "grams",
))  # fmt: skip
"""Words behind a number that make it a dose or a time, no laboratory value."""

CORRECTED = ("corrected", "adjusted")
ADJUSTED = {"calcium": "calcium_adjusted"}
"""Tests of which "corrected" or "adjusted" behind the value makes another."""

_BRIDGES = frozenset((
    "was", "is", "were", "at", "of", "level", "levels", "count", "came", "back", "only", "as", "low",
    "high", "a", "an", "the", "my", "it", "result", "reading", "test", "about", "around", "just", "to",
    "down", "up", "now", "last", "latest", "'s", "tested", "=", "measured", "showed", "blood", "serum",
    "had", "been", "returned", "very", "quite", "bit", "little", "slightly", "in", "from", "value",
    "today", "yesterday", "week", "he", "she", "said", "they", "has", "have", "gone", "dropped", "fallen",
    "risen", "rose", "fell", "jumped", "climbed", "shot", "crept", "still", "sitting", "hovering", "running",
    "reads", "read", "found", "stands", "stood", "be", "really", "raised", "elevated", "reduced", "normal",
    "borderline", "dangerously", "critically", "apparently", "think", "i", "were", "nearly", "almost",
    "roughly", "approx", "approximately", "currently", "recently", "month", "year", "morning", "tests",
    "bloods", "results", "check", "checked", "came", "coming", "out", "on", "this", "that", "weeks", "days",
    "months", "ago", "his", "her", "their", "me", "told", "and", "too", "rather", "pretty", "even", "score",
    "number", "figure", "put", "started", "turned", "are", "got", "get", "which", "store", "stores",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """One test's value in a text."""

    named: Named
    amount: Amount
    told: str
    unit: str
    end: int


def find_values(text: str, tokens: Tokens, names: list[Named], numbers: list[Amount]) -> list[Value]:
    """Every test name with a number close behind it."""
    at = {amount.start: amount for amount in numbers}
    starts = {name.start for name in names}
    found = []
    for name in names:
        value = _value(text, tokens, name, at, starts - {name.start})
        if value is not None:
            found.append(value)
    return found


def _value(text: str, tokens: Tokens, name: Named, at: dict[int, Amount], others: set[int]) -> Value | None:
    sign = ""
    for place in range(name.end, min(name.end + FAR, len(tokens.items))):
        token = tokens.items[place]
        if token.before in (".", "?", ";") or place in others:
            return None
        if place in at:
            value = _with_unit(text, tokens, name, at[place], sign)
            if value is None or not _is_dose(tokens, value, at[place]):
                return value
            continue
        if token.norm in "<>≤≥":
            sign = token.norm
        elif token.norm in ("below", "under", "less", "than"):
            sign = "<"
        elif token.norm in ("above", "over", "more"):
            sign = ">"
        elif token.norm not in _BRIDGES and token.norm not in _NO_VALUE:
            return None
    return None


def _is_dose(tokens: Tokens, value: Value, amount: Amount) -> bool:
    """Whether the number counts milligrams, tablets or weeks: "magnesium 400 mg", "potassium 2 weeks ago"."""
    behind = tokens.items[amount.end].norm if amount.end < len(tokens.items) else ""
    return not value.unit and behind in _NO_VALUE


def _with_unit(text: str, tokens: Tokens, name: Named, amount: Amount, sign: str) -> Value | None:
    last = tokens.items[amount.end - 1].end
    match = _UNIT.match(text, last, last + 30)
    if amount.low != amount.high:
        return None
    written = text[tokens.items[amount.start].start : last]
    told = f"{sign}{written}" if written[:1].isdigit() else f"{sign}{amount.value:g}"
    unit = " ".join(match.group(1).split()) if match else ""
    name = _adjusted(name, tokens, match.end() if match else last)
    return Value(name, amount, told, unit, match.end() if match else last)


def _adjusted(name: Named, tokens: Tokens, end: int) -> Named:
    """ "Calcium 10.9 mg/dL corrected" is another test than calcium."""
    other = ADJUSTED.get(name.id)
    behind = next((t for t in tokens.items[name.end : name.end + FAR] if t.start >= end), None)
    if (
        other
        and behind is not None
        and behind.norm in ("corrected", "adjusted")
        and behind.before in ("", ",")
    ):
        return Named(name.start, name.end, other)
    return name
