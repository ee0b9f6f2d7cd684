"""How good predicted chances are: discrimination and calibration, with survey weights."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from charley.population.estimate import LEVEL, Design, student
from charley.population.folder import Numbers
from charley.population.logistic import fit_logistic
from charley.records.population import LEAST_PEOPLE


@dataclass(frozen=True, slots=True)
class Tenth:
    """One tenth of the people by predicted chance."""

    people: int
    predicted: float
    seen: float


def auc(predicted: Numbers, answer: Numbers, weight: Numbers) -> float:
    """Weighted chance that one who said yes was given more than one who said no; ties count half."""
    places, which = np.unique(predicted, return_inverse=True)
    yes = np.bincount(which.reshape(-1), weight * answer, len(places))
    no = np.bincount(which.reshape(-1), weight * (1 - answer), len(places))
    below = np.cumsum(no) - no / 2
    return float((yes * below).sum() / (yes.sum() * no.sum()))


def auc_interval(predicted: Numbers, answer: Numbers, weight: Numbers, design: Design) -> tuple[float, float]:
    """80% interval by the jackknife: each cluster left out, the rest of its stratum weighted up."""
    whole = auc(predicted, answer, weight)
    variance = 0.0
    for stratum in range(design.strata):
        inside = design.stratum == stratum
        clusters = np.unique(design.cluster[inside])
        count = len(clusters)
        for cluster in clusters:
            left = np.where(inside, weight * count / (count - 1), weight)
            left = np.where(design.cluster == cluster, 0.0, left)
            variance += (count - 1) / count * (auc(predicted, answer, left) - whole) ** 2
    reach = student(0.5 + LEVEL / 2, design.degrees) * sqrt(variance)
    return max(0.0, whole - reach), min(1.0, whole + reach)


def calibration(predicted: Numbers, answer: Numbers, weight: Numbers) -> tuple[float, float]:
    """Slope and intercept of the weighted logistic regression of the answer on the predicted logit."""
    logit = np.log(predicted / (1 - predicted))
    columns = np.column_stack([np.ones(len(logit)), logit])
    intercept, slope = fit_logistic(columns, answer, weight, np.zeros(2))
    return float(slope), float(intercept)


def tenths(predicted: Numbers, answer: Numbers, weight: Numbers) -> list[Tenth]:
    """Predicted and seen shares by tenth of the weighted people; a tenth of under 30 people is left out."""
    order = np.argsort(predicted, kind="stable")
    reached = np.cumsum(weight[order]) - weight[order] / 2
    tenth = np.minimum((reached / weight.sum() * 10).astype(int), 9)
    rows = []
    for number in range(10):
        inside: NDArray[np.int64] = order[tenth == number]
        inside = inside[weight[inside] > 0]
        if len(inside) >= LEAST_PEOPLE:
            mean = weight[inside] / weight[inside].sum()
            shares = (float(mean @ predicted[inside]), float(mean @ answer[inside]))
            rows.append(Tenth(len(inside), *shares))
    return rows
