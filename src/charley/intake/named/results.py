"""The number that belongs to a test's name: bridged by words, newer than another, with its unit."""

from __future__ import annotations

from dataclasses import dataclass, replace

from charley.intake.named.bridges import ADJUSTED, BRIDGES, CORRECTED, UNIT
from charley.intake.named.doses import COUNTED, is_dose
from charley.intake.named.names import Named
from charley.intake.quantities.numbers import Amount
from charley.intake.text.tokens import Tokens

FAR = 9
"""How many words may stand between a test's name and its value."""

LATER = 14
"""How many words behind a value a newer one is looked for: 3.2 in June, now 3.0."""

NEWER = frozenset(("now", "today", "currently", "latest", "yesterday", "tonight"))
ALIKE = 6.0
"""A newer value is no more than so many times the old one, or so small a part of it."""

STOPS = (".", "?", ";")
SIGNS = {
    "<": "<", ">": ">", "≤": "≤", "≥": "≥", "below": "<", "under": "<", "less": "<", "above": ">",
    "over": ">", "more": ">",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """One test's value in a text."""

    named: Named
    amount: Amount
    told: str
    unit: str
    end: int


@dataclass(frozen=True, slots=True)
class Results:
    """A text with its numbers, and where tests are named."""

    text: str
    tokens: Tokens
    at: dict[int, Amount]
    names: frozenset[int]

    def row(self, group: list[Named]) -> list[Value | None]:
        """The values of names that share them; without one for each, those of the last name alone."""
        last = self.value(group[-1])
        if last is None:
            return [None]
        values, place = [last], last.amount.end
        items = self.tokens.items
        while len(values) < len(group) and place < len(items):
            place += items[place].norm in ("and", "over") or items[place].before == "-"
            if place not in self.at:
                break
            value = self._told(group[-1], self.at[place], "")
            if value is None:
                break
            values.append(value)
            place = value.amount.end
        if len(values) < len(group):
            return []
        return [replace(value, named=name) for name, value in zip(group, values, strict=True)]

    def value(self, name: Named) -> Value | None:
        """The first number behind a name that is its value."""
        items, place, sign = self.tokens.items, name.end, ""
        while place < min(name.end + FAR, len(items)) and not self._stops(place):
            amount = self.at.get(place)
            if amount is not None and self._is_charge(amount.end):
                place = amount.end + 1
            elif amount is not None:
                value = self._told(name, amount, sign)
                if value is not None and not is_dose(self.text, items, amount.end, value.unit):
                    return value
                if value is None and not self._is_passed(place):
                    return None
                place, sign = amount.end, ""
            elif items[place].norm in BRIDGES or items[place].norm in COUNTED or items[place].norm in SIGNS:
                place, sign = place + 1, SIGNS.get(items[place].norm, sign)
            else:
                return None
        return None

    def _is_charge(self, end: int) -> bool:
        """Whether the figure is that of an ion: the 2 of "Mg2+ 0.6"."""
        items = self.tokens.items
        return end < len(items) and items[end].norm == "+" and items[end].start == items[end - 1].end

    def _stops(self, place: int) -> bool:
        """Whether another sentence or another test begins here."""
        stopped = self.tokens.items[place].before in STOPS and not self._is_decimal(place)
        return stopped or place in self.names

    def latest(self, value: Value | None) -> Value | None:
        """The value, or a newer one of the same test in the same sentence."""
        if value is None:
            return None
        items, start = self.tokens.items, value.amount.end
        for place in range(start, min(start + LATER, len(items))):
            if self._stops(place):
                break
            amount = self.at.get(place)
            if amount is None or not self._is_newer(amount):
                continue
            newer = self._told(value.named, amount, "")
            alike = value.amount.value / ALIKE <= amount.value <= value.amount.value * ALIKE
            if newer is not None and alike and not is_dose(self.text, items, amount.end, newer.unit):
                return newer
        return value

    def _is_newer(self, amount: Amount) -> bool:
        items = self.tokens.items
        before = [items[p].norm for p in range(max(amount.start - 3, 0), amount.start)]
        after = items[amount.end].norm if amount.end < len(items) else ""
        return after in NEWER or not NEWER.isdisjoint(before)

    def _is_passed(self, place: int) -> bool:
        """Whether a range in brackets is only what is normal: potassium (normal 3.5 to 5.3)."""
        return any(self.tokens.items[p].norm in ("normal", "range", "ref") for p in (place - 1, place - 2))

    def _is_decimal(self, place: int) -> bool:
        """Whether a full stop begins a number: .6"""
        start = self.tokens.items[place].start
        return (
            place in self.at and start > 1 and self.text[start - 1] == "." and self.text[start - 2].isspace()
        )

    def _told(self, name: Named, amount: Amount, sign: str) -> Value | None:
        """The value as told, with its unit; of "from 60 to 41" the second. A range is none."""
        items = self.tokens.items
        if items[amount.start - 1].norm == "from":
            return self._after_change(name, amount, sign)
        if amount.low != amount.high:
            return None
        end, value = amount.end, amount.value
        last = items[end - 1].end
        written = self.text[items[amount.start].start : last]
        told = f"{value:.10g}"
        if written[:1].isdigit() and end == amount.start + 1:
            told = f"0.{written}" if self._is_decimal(amount.start) else written
        if end < len(items) and items[end].norm == "k" and items[end].start == last:
            told, last = f"{1000 * value:.10g}", items[end].end
        return _with_unit(self.text, self.tokens, name, amount, f"{sign}{told}", last)

    def _after_change(self, name: Named, amount: Amount, sign: str) -> Value | None:
        if amount.low != amount.high:
            high = amount.high
            return self._told(name, Amount(amount.end - 1, amount.end, high, high, high), sign)
        items = self.tokens.items
        for place in range(amount.end, min(amount.end + 4, len(items))):
            if place in self.at and items[place - 1].norm == "to":
                return self._told(name, self.at[place], sign)
        return None


def _with_unit(text: str, tokens: Tokens, name: Named, amount: Amount, told: str, last: int) -> Value:
    match = UNIT.match(text, last, last + 30)
    unit = " ".join(match.group(1).split()) if match else ""
    name = _adjusted(name, tokens, match.end() if match else last)
    return Value(name, amount, told, unit, match.end() if match else last)


def _adjusted(name: Named, tokens: Tokens, end: int) -> Named:
    """ "Calcium 10.9 mg/dL corrected" and "adj Ca 1.9" are another test than calcium."""
    other, items = ADJUSTED.get(name.id), tokens.items
    if other is None:
        return name
    between = [t.norm for t in items[max(name.start - 1, 0) : name.end + FAR] if t.start < end]
    behind = next((t for t in items[name.end : name.end + FAR] if t.start >= end), None)
    is_behind = behind is not None and behind.norm in CORRECTED and behind.before in ("", ",")
    return Named(name.start, name.end, other) if is_behind or not CORRECTED.isdisjoint(between) else name
