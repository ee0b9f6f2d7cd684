"""Weighted logistic regression with a ridge, and the covariance of its coefficients under the design."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from charley.population.estimate import Design
from charley.population.folder import Numbers


@dataclass(frozen=True, slots=True)
class Logistic:
    """Coefficients (intercept first) and their covariance."""

    weights: Numbers
    covariance: Numbers


def fit_logistic(columns: Numbers, answer: Numbers, weight: Numbers, ridge: Numbers) -> Numbers:
    """Newton's steps to the greatest weighted likelihood less half the ridge times the squares.

    `columns` holds ones first; `weight` should have mean 1 over those with weight above 0. Raises
    ArithmeticError when there is no such point.
    """
    found = np.zeros(columns.shape[1])
    for _ in range(100):
        chance = expit(columns @ found)
        slope = columns.T @ (weight * (answer - chance)) - ridge * found
        try:
            step = np.linalg.solve(_curvature(columns, chance, weight, ridge), slope)
        except np.linalg.LinAlgError:
            break
        found = found + step
        if float(np.abs(step).max()) < 1e-10:
            return found
    raise ArithmeticError("the regression does not settle: a column tells the answer fully")


def with_morel(bread: Numbers, meat: Numbers, design: Design) -> Numbers:
    """Binder's sandwich, and Morel's addition for few clusters and many terms.

    With 30 clusters in 15 strata the sandwich alone has rank 15: some combinations of 40 terms would
    seem known without error. Morel (1989; SAS offers it as VADJUST=MOREL) adds the model's own
    covariance, times the mean design effect, times p/(m - p) or at most one half (m clusters, p terms).
    """
    terms, clusters = bread.shape[0], design.clusters
    effect = max(1.0, float(np.trace(bread @ meat)) / terms)
    part = terms / (clusters - terms) if clusters > 3 * terms - 2 else 0.5
    result: Numbers = bread @ meat @ bread + part * effect * bread
    return result


def expit(logit: Numbers) -> Numbers:
    result: Numbers = 1 / (1 + np.exp(-np.clip(logit, -700, 700)))
    return result


def _curvature(columns: Numbers, chance: Numbers, weight: Numbers, ridge: Numbers) -> Numbers:
    steep: Numbers = columns.T @ ((weight * chance * (1 - chance))[:, None] * columns)
    return steep + np.diag(ridge)
