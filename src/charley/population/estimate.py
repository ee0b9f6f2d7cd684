"""Design-based estimation: strata, clusters and weights by Taylor linearisation.

Clusters count as drawn with replacement within strata, as the survey's own guide has it. A subgroup
keeps the whole design: people outside it have weight 0, they are never dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan, cos, exp, log, pi, sin, sqrt

import numpy as np
from numpy.typing import NDArray

from charley.population.folder import Numbers

LEVEL = 0.8
"""All of Charley's ranges are about 80% intervals."""


@dataclass(frozen=True, slots=True)
class Design:
    """Stratum and cluster of everybody, as numbers from 0; a cluster lies in one stratum."""

    stratum: NDArray[np.int64]
    cluster: NDArray[np.int64]

    @property
    def strata(self) -> int:
        return int(self.stratum.max()) + 1

    @property
    def clusters(self) -> int:
        return int(self.cluster.max()) + 1

    @property
    def degrees(self) -> int:
        return self.clusters - self.strata

    def covariance(self, scores: Numbers) -> Numbers:
        """Covariance of the total of `scores` (a row for each person)."""
        columns = scores.reshape(len(scores), -1)
        totals = np.zeros((self.clusters, columns.shape[1]))
        np.add.at(totals, self.cluster, columns)
        home = np.zeros(self.clusters, np.int64)
        home[self.cluster] = self.stratum
        result = np.zeros((columns.shape[1], columns.shape[1]))
        for stratum in range(self.strata):
            inside = totals[home == stratum]
            apart = inside - inside.mean(axis=0)
            result += len(inside) / (len(inside) - 1) * apart.T @ apart
        return result


@dataclass(frozen=True, slots=True)
class Share:
    """A weighted share with its standard error, interval, and the people and cases behind it."""

    value: float
    error: float
    low: float
    high: float
    people: int
    cases: int


def share(design: Design, weight: Numbers, answer: Numbers, group: NDArray[np.bool_]) -> Share:
    """The weighted share of yes in a group, with a logit interval of the design's degrees of freedom."""
    inside = np.where(group, weight, 0.0)
    total = inside.sum()
    value = float((inside * answer).sum() / total)
    error = sqrt(float(design.covariance(inside * (answer - value) / total)[0, 0]))
    people = int((inside > 0).sum())
    cases = int(answer[inside > 0].sum())
    low, high = logit_interval(value, error, design.degrees, people)
    return Share(value, error, low, high, people, cases)


def logit_interval(value: float, error: float, degrees: int, people: int) -> tuple[float, float]:
    """Student's interval on the logit scale; when nobody or everybody said yes, the exact one-sided bound."""
    if not 0 < value < 1:
        bound = 1 - ((1 - LEVEL) / 2) ** (1 / people)
        return (0.0, bound) if value <= 0 else (1 - bound, 1.0)
    middle = log(value / (1 - value))
    reach = student(0.5 + LEVEL / 2, degrees) * error / (value * (1 - value))
    return 1 / (1 + exp(reach - middle)), 1 / (1 + exp(-reach - middle))


def student(chance: float, degrees: int) -> float:
    """The quantile of Student's t for a chance above one half: bisection on the exact finite series."""
    low, high = 0.0, 1.0
    while _below(high, degrees) < chance:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if _below(middle, degrees) < chance else (low, middle)
    return (low + high) / 2


def _below(t: float, degrees: int) -> float:
    """Chance that Student's t lies below `t` >= 0 (Abramowitz and Stegun 26.7.3 and 26.7.4)."""
    angle = atan(t / sqrt(degrees))
    odd = degrees % 2
    term = cos(angle) if odd else 1.0
    total = 0.0
    for step in range(1 if odd else 0, degrees - 1, 2):
        total += term
        term *= cos(angle) ** 2 * (step + 1) / (step + 2)
    central = 2 / pi * (angle + sin(angle) * total) if odd else sin(angle) * total
    return 0.5 + central / 2
