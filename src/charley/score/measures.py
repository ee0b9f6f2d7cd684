"""Proportions with Wilson intervals."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Proportion:
    """`hits` out of `total`, with its 95% Wilson score interval (Wilson 1927)."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        """The share, or not-a-number when there is nothing to count."""
        return self.hits / self.total if self.total else float("nan")

    @property
    def interval(self) -> tuple[float, float]:
        """95% Wilson score interval; (0, 1) when there is nothing to count."""
        if not self.total:
            return 0.0, 1.0
        n, p, z2 = self.total, self.value, Z95**2
        center = (p + z2 / (2 * n)) / (1 + z2 / n)
        half = Z95 / (1 + z2 / n) * sqrt(p * (1 - p) / n + z2 / (4 * n * n))
        low = center - half if self.hits else 0.0
        return low, center + half if self.hits < n else 1.0

    def __str__(self) -> str:
        if not self.total:
            return "no case"
        low, high = self.interval
        return f"{self.hits}/{self.total} = {self.value:.0%} ({low:.0%} to {high:.0%})"


def proportion(flags: list[bool]) -> Proportion:
    """The share of true flags."""
    return Proportion(sum(flags), len(flags))
