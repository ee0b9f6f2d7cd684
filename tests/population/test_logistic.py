"""Weighted logistic regression against closed forms and a scalar root."""

from __future__ import annotations

from math import exp, log

import numpy as np
import pytest

from charley.population.logistic import fit_logistic

ONES = np.ones(10)
ANSWER = np.array([1.0, 1, 0, 0, 0, 1, 1, 1, 0, 0])
FACT = np.array([1.0, 1, 1, 0, 0, 0, 0, 1, 1, 0])
WEIGHT = np.array([1.0, 2, 1, 1, 2, 1, 0, 1, 1, 1])


def _odds(group: np.ndarray) -> float:
    return float((WEIGHT * ANSWER)[group].sum() / (WEIGHT * (1 - ANSWER))[group].sum())


def test_one_fact_gives_the_weighted_log_odds_ratio() -> None:
    found = fit_logistic(np.column_stack([ONES, FACT]), ANSWER, WEIGHT, np.zeros(2))
    assert found[0] == pytest.approx(log(_odds(FACT == 0)))
    assert found[1] == pytest.approx(log(_odds(FACT == 1) / _odds(FACT == 0)))


def test_the_ridge_settles_where_gain_and_penalty_balance() -> None:
    """One column without intercept: the root of sum w x (y - p) = ridge * b, by bisection."""
    low, high = -5.0, 5.0
    for _ in range(200):
        middle = (low + high) / 2
        slope = sum(
            w * x * (y - 1 / (1 + exp(-middle * x))) for w, x, y in zip(WEIGHT, FACT, ANSWER, strict=True)
        )
        low, high = (middle, high) if slope > 3 * middle else (low, middle)
    found = fit_logistic(FACT[:, None], ANSWER, WEIGHT, np.array([3.0]))
    assert found[0] == pytest.approx(low, abs=1e-9)


def test_more_ridge_draws_nearer_to_zero() -> None:
    columns = np.column_stack([ONES, FACT])
    sizes = [abs(fit_logistic(columns, ANSWER, WEIGHT, np.array([0, r]))[1]) for r in (0.0, 1.0, 4.0, 100.0)]
    assert sizes == sorted(sizes, reverse=True) and sizes[-1] < 0.1 * sizes[0]


def test_a_column_that_tells_all_is_refused_and_a_ridge_mends_it() -> None:
    columns = np.column_stack([ONES, ANSWER])
    with pytest.raises(ArithmeticError):
        fit_logistic(columns, ANSWER, ONES, np.zeros(2))
    assert np.isfinite(fit_logistic(columns, ANSWER, ONES, np.array([0.0, 1.0]))).all()
