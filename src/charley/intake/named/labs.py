"""Laboratory values in prose: "my potassium came back at 2.9 mmol/L"."""

from __future__ import annotations

from charley.intake.named.names import Named
from charley.intake.named.results import Results, Value
from charley.intake.quantities.numbers import Amount
from charley.intake.quantities.spoken import DIGITS, hundreds
from charley.intake.text.tokens import Token, Tokens

__all__ = ["Value", "find_values"]

WORDS = frozenset(("ur", "got", "Got"))


def find_values(text: str, tokens: Tokens, names: list[Named], numbers: list[Amount]) -> list[Value]:
    """Every test name with a number close behind it; several names share as many numbers."""
    names = [name for name in names if not _is_word(text, tokens, name)]
    at = {amount.start: amount for amount in numbers}
    for place in [p for p, token in enumerate(tokens.items) if token.norm in DIGITS]:
        if found := hundreds(tokens.items, place):
            at[place] = Amount(place, found[1], found[0], found[0], found[0])
    reader = Results(text, tokens, at, frozenset(name.start for name in names))
    found_values: list[Value] = []
    for group in _together(names, tokens):
        values = reader.row(group) if len(group) > 1 else [reader.latest(reader.value(group[0]))]
        found_values += [value for value in values if value is not None]
    return found_values


def _together(names: list[Named], tokens: Tokens) -> list[list[Named]]:
    """The names in order, those that share their numbers together: "potassium and sodium", "Na/K"."""
    groups: list[list[Named]] = []
    for name in names:
        last = groups[-1][-1] if groups else None
        if last is not None and _joins(tokens.items[last.end : name.start + 1]):
            groups[-1].append(name)
        else:
            groups.append([name])
    return groups


def _joins(between: list[Token]) -> bool:
    """Whether only "and" or a stroke stands between two names (the last token is the second name)."""
    if len(between) == 1:
        return between[0].before == "/"
    return len(between) == 2 and between[0].norm in ("and", "over") and not between[0].before


def _is_word(text: str, tokens: Tokens, name: Named) -> bool:
    """Whether a test's short name in small letters is a word of every day ("ur" for your, "got"), or the "k"
    of a distance: runs 10k."""
    token = tokens.items[name.start]
    if token.norm == "k" and name.start and tokens.items[name.start - 1].end == token.start:
        return True
    return name.end == name.start + 1 and text[token.start : token.end] in WORDS
