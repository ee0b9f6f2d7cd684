"""An amount as people tell it: "2 slices wholemeal bread", "150 g salmon", "half an avocado"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "half": 0.5, "quarter": 0.25, "couple": 2, "dozen": 12,
}  # fmt: skip
FILLERS = ("about", "around", "approx", "approximately", "roughly", "some", "ca", "circa")
SIZES = ("small", "medium", "large", "big", "little", "heaped", "level", "full", "whole")
_FRACTION = r"\d+\s+\d+/\d+|\d+/\d+"
_DECIMAL = r"\d+(?:[.,]\d+)?"
_AMOUNT = rf"(?:{_FRACTION}|{_DECIMAL})"
_LEADING = re.compile(rf"^({_AMOUNT})(?:\s*(?:-|to|–)\s*({_AMOUNT}))?\s*(?:x|×)?\s*(.*)$")
_TRAILING = re.compile(rf"^(.*?\S)[\s(,:-]+({_AMOUNT})\s*([a-z]+)?\)?$")
_SPLIT = re.compile(r"[;\n]|,(?=\s)|,(?!\d)|(?<!\d),")


@dataclass(frozen=True, slots=True)
class Told:
    """A number (None: not told) and the words after it; `range` when two numbers were given."""

    number: float | None
    words: tuple[str, ...]
    range: bool = False


def split_list(text: str) -> list[str]:
    """The entries of a list in one line: split at commas, semicolons and line ends, never inside 1,5."""
    return [part.strip() for part in _SPLIT.split(text) if part.strip()]


def parts_of(entry: str) -> list[str]:
    """An entry split at "and", "with" and "plus"."""
    return [p for p in re.split(r"\s+(?:and|with|plus|on|in)\s+|\s*[&+]\s*", entry) if p.strip()]


def read_told(entry: str) -> Told:
    """The number and words of one entry, wherever the number stands."""
    text = _plain(entry)
    if match := _LEADING.match(text):
        first, second, rest = match.groups()
        return Told(_value(first, second), _words(rest), range=second is not None)
    words = [word for word in text.split() if word not in FILLERS]
    number, words = _worded(words)
    if number is None and (match := _TRAILING.match(text)):
        name, amount, unit = match.groups()
        return Told(_value(amount, None), (*([unit] if unit else []), *_words(name)))
    return Told(number, tuple(word for word in words if word != "of"))


def _plain(entry: str) -> str:
    """Lower case; ½ becomes 1/2, and a number stands apart from its unit."""
    text = re.sub(r"(\d)([¼-¾⅐-⅞])", r"\1 \2", entry)
    text = unicodedata.normalize("NFKC", text).replace("⁄", "/").lower().strip(" .!")
    text = re.sub(r"^(?:about|around|approx\.?|approximately|roughly|some|ca\.?|~)\s*(?=\d)", "", text)
    return re.sub(r"(\d)([a-zµ])", r"\1 \2", text)


def _value(first: str, second: str | None) -> float:
    if second is None:
        return _number(first)
    return (_number(first) + _number(second)) / 2


def _number(text: str) -> float:
    whole, _, fraction = text.rpartition(" ") if "/" in text else (text, "", "")
    if not fraction:
        return float(text.replace(",", "."))
    upper, _, lower = fraction.partition("/")
    return float(whole or 0) + (float(upper) / float(lower) if float(lower) else 0.0)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.split() if word not in ("of", "x", "×"))


def _worded(words: list[str]) -> tuple[float | None, list[str]]:
    """A number in words at the start: "half an", "a couple of", "two"."""
    number: float | None = None
    while words and words[0] in NUMBERS:
        value = NUMBERS[words[0]]
        number = value if number is None or number == 1 else number if value == 1 else number * value
        words = words[1:]
        if words[:1] == ["of"]:
            words = words[1:]
    return number, words
