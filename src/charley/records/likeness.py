"""What sayings of one sign have in common, as weights of words: learned from `vignettes/sayings`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Sign(NamedTuple):
    """A danger sign that words can sound like: a passage whose sum reaches `floor` does.

    `start` is what the sum begins with: below zero, for most passages say nothing of any one sign.
    """

    finding: str
    start: float
    floor: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """The signs, and for each trait of a passage the place of a sign and its weight there.

    A trait is a word ("pepsi") or two words side by side ("like wax").
    """

    signs: tuple[Sign, ...]
    weights: Mapping[str, tuple[tuple[int, float], ...]]
