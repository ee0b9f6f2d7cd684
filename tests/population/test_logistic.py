"""Weighted logistic regression against closed forms, a scalar root and the jackknife."""

from __future__ import annotations

from math import exp, log

import numpy as np
import pytest

from charley.population.estimate import Design
from charley.population.logistic import fit_logistic, fit_with_design

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


def test_the_mean_of_a_simple_random_sample_has_the_closed_form() -> None:
    """Variance 1/((n-1)pq), and Morel's addition 1/(n-1) * n/(n-1) * 1/(npq) for one term."""
    n, p = 100, 0.3
    answer = np.array([1.0] * 30 + [0.0] * 70)
    design = Design(np.zeros(n, np.int64), np.arange(n))
    found = fit_with_design(np.ones((n, 1)), answer, np.ones(n), np.zeros(1), design)
    plain = 1 / ((n - 1) * p * (1 - p))
    assert found.weights[0] == pytest.approx(log(3 / 7))
    assert found.covariance[0, 0] == pytest.approx(plain * (1 + 1 / (n - 1)), rel=1e-9)


@pytest.fixture(scope="module")
def clustered() -> tuple[Design, np.ndarray, np.ndarray, np.ndarray]:
    """1,200 people in 60 clusters of 30 strata, who are more alike within a cluster."""
    draw = np.random.default_rng(7)
    cluster = np.repeat(np.arange(60), 20)
    fact, shared = (draw.random(1200) < 0.4).astype(float), draw.normal(0, 0.6, 60)[cluster]
    answer = (draw.random(1200) < 1 / (1 + np.exp(0.5 - 0.8 * fact - shared))).astype(float)
    weight = draw.uniform(0.5, 1.5, 1200)
    return Design(cluster // 2, cluster), np.column_stack([np.ones(1200), fact]), answer, weight


def test_errors_of_coefficients_agree_with_the_jackknife(
    clustered: tuple[Design, np.ndarray, np.ndarray, np.ndarray],
) -> None:
    design, columns, answer, weight = clustered
    ridge = np.array([0.0, 2.0])
    found = fit_with_design(columns, answer, weight, ridge, design)
    variance = np.zeros((2, 2))
    for cluster in range(60):
        inside = design.stratum == cluster // 2
        left = np.where(design.cluster == cluster, 0.0, np.where(inside, 2 * weight, weight))
        apart = fit_logistic(columns, answer, left, ridge) - found.weights
        variance += 0.5 * np.outer(apart, apart)
    assert np.sqrt(np.diag(found.covariance)) == pytest.approx(np.sqrt(np.diag(variance)), rel=0.06)


def test_with_few_clusters_no_combination_seems_known_without_error() -> None:
    draw = np.random.default_rng(3)
    cluster = np.repeat(np.arange(4), 50)
    columns = np.column_stack([np.ones(200), *(draw.random(200) < 0.5 for _ in range(6))]).astype(float)
    answer = (draw.random(200) < 0.4).astype(float)
    found = fit_with_design(columns, answer, np.ones(200), np.zeros(7), Design(cluster // 2, cluster))
    assert np.linalg.eigvalsh(found.covariance).min() > 1e-3
