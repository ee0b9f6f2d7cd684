"""What the answer to a question is worth: for knowing the cause, and for the decision how soon to be seen.

For every condition that a cause speaks of, with the chance that each cause is responsible:

- *bits*: the mutual information between "it holds" and which cause is responsible;
  and for a question with options, the mutual information between the option and the cause;
- *utility*: by how much the expected loss of the best triage level is lessened by knowing, after the
  library's table of losses (what is lost when a level is advised and the cause asks for another);
- *chance*: that it holds.

A cause that says nothing of a condition, and what is not listed, has its background.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log2

from charley.network.engine import Ranking
from charley.network.likelihood import UNLISTED
from charley.network.options import choices, plain_bits
from charley.records.causes import Cause
from charley.records.conditions import OneFinding
from charley.records.derived import once_per_library
from charley.records.library import Library
from charley.records.rules import Urgency

LEVELS = tuple(Urgency)
UNLISTED_LEVEL = Urgency.ROUTINE
"""What a cause that is not listed asks for: an ordinary appointment (judged)."""


@dataclass(frozen=True, slots=True)
class Worth:
    """Of the answer to one condition."""

    bits: float
    utility: float
    chance: float


@dataclass(frozen=True, slots=True)
class Spoken:
    """A condition, its background, and (place of a cause, chance given it) for all that speak of it."""

    condition: OneFinding
    background: float
    by: tuple[tuple[int, float], ...]


@once_per_library
def spoken(library: Library) -> tuple[Spoken, ...]:
    """Every condition that a cause speaks of."""
    backgrounds: dict[OneFinding, float] = {}
    by: dict[OneFinding, list[tuple[int, float]]] = {}
    for place, cause in enumerate(library.causes.values()):
        for condition, chance, background in _chances(cause):
            backgrounds.setdefault(condition, background)
            by.setdefault(condition, []).append((place, chance))
    return tuple(Spoken(condition, backgrounds[condition], tuple(pairs)) for condition, pairs in by.items())


def _chances(cause: Cause) -> Iterable[tuple[OneFinding, float, float]]:
    """Once for each condition: what is produced or raises comes before what argues against."""
    told: dict[OneFinding, tuple[float, float]] = {}
    for entry in cause.evidence:
        told.setdefault(entry.condition, (entry.chance.value, entry.background.value))
    for against in cause.argues_against:
        background = against.background.value
        told.setdefault(against.condition, (against.weight.value * background, background))
    return ((condition, chance, background) for condition, (chance, background) in told.items())


def worths(library: Library, ranking: Ranking) -> dict[str, Worth]:
    """For every finding that a cause speaks of, what its answer is worth."""
    shares = {score.cause: score.responsible for score in ranking.scores}
    responsible = [shares.get(id_, 0.0) for id_ in library.causes]
    values, whole = best_values()
    best = most_telling(library, values(library, responsible))
    for choice, bits in zip(choices(library), whole(library, responsible), strict=True):
        worth = best[choice.finding]
        best[choice.finding] = Worth(max(bits, worth.bits), worth.utility, worth.chance)
    return best


def most_telling(library: Library, values: Iterable[Worth]) -> dict[str, Worth]:
    """By finding, the largest bits (with their chance) and the largest utility of its conditions."""
    best: dict[str, Worth] = {}
    for entry, worth in zip(spoken(library), values, strict=True):
        id_ = entry.condition.finding
        before = best.get(id_)
        if before is None:
            best[id_] = worth
        else:
            top = worth if worth.bits > before.bits else before
            best[id_] = Worth(top.bits, max(worth.utility, before.utility), top.chance)
    return best


Values = Callable[[Library, Sequence[float]], list[Worth]]
Whole = Callable[[Library, Sequence[float]], list[float]]


@cache
def best_values() -> tuple[Values, Whole]:
    """The kernel's arithmetic where it was built, else the plain one; they agree."""
    try:
        from charley.network.kernel.worth import kernel_bits, kernel_values
    except ImportError:  # installed without a compiler
        return plain_values, plain_bits
    return kernel_values, kernel_bits


def plain_values(library: Library, responsible: Sequence[float]) -> list[Worth]:
    """The worth of every condition of `spoken`."""
    levels = [cause.urgency for cause in library.causes.values()]
    before = dict.fromkeys(LEVELS, 0.0)
    for level, share in zip(levels, responsible, strict=True):
        before[level] += share
    before[UNLISTED_LEVEL] += UNLISTED
    return [_worth(entry, responsible, levels, before, library.losses) for entry in spoken(library)]


def _worth(
    entry: Spoken,
    responsible: Sequence[float],
    levels: Sequence[Urgency],
    before: Mapping[Urgency, float],
    losses: Mapping[Urgency, Mapping[Urgency, float]],
) -> Worth:
    pairs = [(responsible[place], chance) for place, chance in entry.by]
    chance, bits = information(pairs, entry.background)
    holds = {level: share * entry.background for level, share in before.items()}
    for place, given in entry.by:
        holds[levels[place]] += responsible[place] * (given - entry.background)
    fails = {level: before[level] - holds[level] for level in LEVELS}
    known = least_loss(holds, losses) + least_loss(fails, losses)
    return Worth(bits, max(0.0, least_loss(before, losses) - known), chance)


def information(pairs: Sequence[tuple[float, float]], background: float) -> tuple[float, float]:
    """The chance of yes, and the bits it tells of the cause, from (share of a cause, its chance of yes)."""
    rest = max(0.0, 1 - sum(share for share, _ in pairs))
    cells = [*pairs, (rest, background)]
    mean = sum(share * chance for share, chance in cells)
    return mean, max(0.0, sum(share * _divergence(chance, mean) for share, chance in cells))


def _divergence(p: float, q: float) -> float:
    total = 0.0
    for a, b in ((p, q), (1 - p, 1 - q)):
        if a > 0 and b > 0:
            total += a * log2(a / b)
    return total


def least_loss(chances: Mapping[Urgency, float], losses: Mapping[Urgency, Mapping[Urgency, float]]) -> float:
    """The expected loss of the best level to advise, when causes ask for levels with these chances."""
    return min(sum(chances[truth] * loss for truth, loss in row.items()) for row in losses.values())
