"""The chain from a person's own facts, step by step, to the cramp: laid out as an SVG."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import Literal

WIDTH = 340
LINE = 22
PAD = 13
GAP = 30
LETTERS = 34
"""Letters that fit on one line of a box at the drawing's size."""

Kind = Literal["fact", "step", "cramp"]


@dataclass(frozen=True, slots=True)
class Box:
    """One link of the chain: its lines of text with their heights, and where the box stands."""

    kind: Kind
    top: int
    height: int
    lines: tuple[tuple[int, str], ...]
    arrow: int | None

    @property
    def bottom(self) -> int:
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Chain:
    """A drawn chain. `says` is the same in words."""

    boxes: tuple[Box, ...]
    width: int
    height: int
    says: tuple[str, ...]


def draw_chain(steps: tuple[str, ...], facts: int) -> Chain:
    """Lay out the steps; the first `facts` of them are the person's own, the last is what it comes to."""
    boxes: list[Box] = []
    top = 4
    for index, text in enumerate(steps):
        last = index == len(steps) - 1
        lines = wrap(_capital(text), LETTERS, break_long_words=True) or [""]
        height = len(lines) * LINE + 2 * PAD - 4
        placed = tuple((top + PAD + 12 + number * LINE, line) for number, line in enumerate(lines))
        kind: Kind = "fact" if index < facts else "cramp" if last else "step"
        boxes.append(Box(kind, top, height, placed, None if last else top + height))
        top += height + GAP
    return Chain(tuple(boxes), WIDTH, top - GAP + 4, tuple(_capital(step) for step in steps))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
