"""Questions with options: how each cause spreads over the options, and what the whole answer tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from charley.records.causes import Cause
from charley.records.conditions import Is
from charley.records.derived import once_per_library
from charley.records.findings import Finding
from charley.records.library import Library


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with options: the background's shares, and those of every cause that speaks of it."""

    finding: str
    background: tuple[float, ...]
    by: tuple[tuple[int, tuple[float, ...]], ...]


@once_per_library
def choices(library: Library) -> tuple[Choice, ...]:
    """Every question with options that a cause speaks of."""
    causes = tuple(library.causes.values())
    found = (_choice(f, causes) for f in library.findings.values() if f.type == "choice")
    return tuple(choice for choice in found if choice is not None)


def _choice(finding: Finding, causes: Sequence[Cause]) -> Choice | None:
    shares = [option.background.value if option.background else 0.0 for option in finding.options]
    if sum(shares) <= 0:
        return None
    background = tuple(share / sum(shares) for share in shares)
    rows = ((place, _spread(finding, cause, background)) for place, cause in enumerate(causes))
    by = tuple((place, row) for place, row in rows if row is not None)
    return Choice(finding.id, background, by) if by else None


def _spread(finding: Finding, cause: Cause, background: Sequence[float]) -> tuple[float, ...] | None:
    """A cause's shares: what it says of sets of options, each split as in the background; so the rest."""
    left, row = set(range(len(background))), [0.0] * len(background)
    said = [(e.condition, e.chance.value) for e in cause.evidence if e.condition.finding == finding.id]
    named = [(c.values, chance) for c, chance in said if isinstance(c, Is)]
    if not named:
        return None
    for values, chance in named:
        places = {i for i in left if finding.options[i].value in values}
        _split(row, places, chance, background)
        left -= places
    _split(row, left, max(0.0, 1 - sum(chance for _, chance in named)), background)
    total = sum(row)
    return tuple(share / total for share in row)


def _split(row: list[float], places: set[int], share: float, background: Sequence[float]) -> None:
    total = sum(background[place] for place in places)
    for place in sorted(places):
        row[place] = share * (background[place] / total if total > 0 else 1 / len(places))


def plain_bits(library: Library, responsible: Sequence[float]) -> list[float]:
    """For every choice the mutual information, in bits, of the option and the responsible cause."""
    return [_bits(choice, responsible) for choice in choices(library)]


def _bits(choice: Choice, responsible: Sequence[float]) -> float:
    rows = [(responsible[place], row) for place, row in choice.by]
    rest = max(0.0, 1 - sum(share for share, _ in rows))
    cells = [*rows, (rest, choice.background)]
    means = [sum(share * row[i] for share, row in cells) for i in range(len(choice.background))]
    within = sum(share * sum(map(plogp, row)) for share, row in cells)
    return max(0.0, within - sum(map(plogp, means)))


def plogp(p: float) -> float:
    """p log2 p, which is nothing at 0."""
    return p * log2(p) if p > 0 else 0.0
