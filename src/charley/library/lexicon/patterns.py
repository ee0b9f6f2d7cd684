"""The small language of patterns: `(a|b) [c] <group> .. {n} & d` becomes plain sequences of elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from charley.library.lexicon.plainly import words_of

MOST_WAYS = 3000
_PIECE = re.compile(r"\{n\}|<[a-z_]+>|\.{2,3}|[()\[\]|]|=?[\w'’*+]+")
GAPS = {"..": 3, "...": 7}
DENIALS = frozenset((
    "no", "not", "never", "without", "nothing", "none", "cannot", "unable", "nor", "hardly", "barely",
    "nobody", "nil", "neither", "nowt",
))  # fmt: skip
Way = tuple[str, ...]


class PatternError(ValueError):
    """A pattern that cannot be read."""


@dataclass(frozen=True, slots=True)
class Read:
    """A pattern's parts, each as the ways to say it, and how far apart the parts may stand."""

    parts: tuple[tuple[Way, ...], ...]
    sentence: bool

    def split(self) -> Iterator[tuple[tuple[tuple[Way, ...], ...], bool]]:
        """The ways whose words deny ("will not open") apart from those whose words do not ("stiff")."""
        halves = [
            [(half, deny) for deny in (False, True) if (half := _half(part, deny))] for part in self.parts
        ]
        for choice in product(*halves):
            yield tuple(half for half, _ in choice), any(deny for _, deny in choice)


def _half(part: tuple[Way, ...], deny: bool) -> tuple[Way, ...]:
    return tuple(way for way in part if (not DENIALS.isdisjoint(way)) is deny)


def words_in(element: str) -> list[str]:
    """The words any of which an element stands for."""
    return element[1:-1].split("|") if element.startswith("(") else [element]


def read_pattern(text: str) -> Read:
    """Read one pattern; "&& a" is one part that reaches through the sentence. Raises PatternError."""
    sentence = "&&" in text
    parts = tuple(_part(piece) for piece in re.split(r"&&?", text.strip().removeprefix("&&")))
    return Read(parts, sentence)


def _part(text: str) -> tuple[Way, ...]:
    pieces = _PIECE.findall(text)
    if "".join(pieces) != re.sub(r"\s+", "", text):
        raise PatternError(f"{text.strip()!r} holds a sign that no pattern knows")
    if not pieces:
        raise PatternError("a part is empty")
    ways, rest = _ways(pieces, 0)
    if rest != len(pieces):
        raise PatternError(f"a bracket in {text.strip()!r} closes nothing")
    result = tuple(dict.fromkeys(ways))
    _check(result, text)
    return result


def _check(ways: tuple[Way, ...], text: str) -> None:
    if len(ways) > MOST_WAYS:
        raise PatternError(f"{text.strip()!r} can be said in {len(ways)} ways: split it")
    for way in ways:
        if not way:
            raise PatternError(f"{text.strip()!r} may be empty")
        if way[0] in GAPS or way[-1] in GAPS:
            raise PatternError(f"{text.strip()!r} begins or ends with a gap")


def _ways(pieces: list[str], at: int) -> tuple[list[Way], int]:
    """All ways of a run of alternatives, up to its closing bracket, and where it ends."""
    every: list[Way] = []
    row: list[list[Way]] = []
    while at < len(pieces) and pieces[at] not in ")]":
        piece = pieces[at]
        if piece == "|":
            every.extend(_joined(row))
            row = []
        elif piece in "([":
            inner, end = _ways(pieces, at + 1)
            if end >= len(pieces) or pieces[end] != {"(": ")", "[": "]"}[piece]:
                raise PatternError("a bracket is not closed")
            either = _as_one(inner)
            row.append([*either, ()] if piece == "[" else either)
            at = end
        else:
            row.append([_element(piece)])
        at += 1
    return [*every, *_joined(row)], at


def _as_one(ways: list[Way]) -> list[Way]:
    """Single words that may stand for each other are one element: fewer ways to write out."""
    words = {way[0] for way in ways if len(way) == 1 and way[0][0] not in "<{(."}
    single = sorted(words - DENIALS)
    if len(single) < 2:
        return ways
    return [(f"({'|'.join(single)})",), *(way for way in ways if len(way) != 1 or way[0] not in single)]


def _joined(row: list[list[Way]]) -> Iterator[Way]:
    count = 1
    for ways in row:
        count *= len(ways)
    if count > MOST_WAYS:
        raise PatternError(f"this can be said in {count} ways: split it")
    for choice in product(*row):
        yield tuple(element for way in choice for element in way)


def _element(piece: str) -> Way:
    if piece[0] in "<{" or piece in GAPS:
        return (piece,)
    if piece[0] == "=":
        return tuple(f"={word}" for word in words_of(piece[1:]))
    return words_of(piece)
