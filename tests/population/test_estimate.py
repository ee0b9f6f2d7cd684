"""Design-based shares against closed forms, hand arithmetic and the jackknife."""

from __future__ import annotations

from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.population.estimate import Design, logit_interval, share, student
from charley.population.facts import Survey


@pytest.mark.parametrize(
    ("chance", "degrees", "quantile"),
    [(0.9, 1, 3.078), (0.9, 2, 1.886), (0.9, 15, 1.341), (0.975, 1, 12.706), (0.975, 4, 2.776),
     (0.975, 15, 2.131), (0.975, 16, 2.120), (0.975, 30, 2.042), (0.995, 10, 3.169), (0.95, 120, 1.658)],
)  # fmt: skip
def test_student_as_in_the_printed_tables(chance: float, degrees: int, quantile: float) -> None:
    assert student(chance, degrees) == pytest.approx(quantile, abs=6e-4)


def test_a_simple_random_sample_has_the_textbook_error() -> None:
    answer = np.array([1.0] * 30 + [0.0] * 70)
    design = Design(np.zeros(100, np.int64), np.arange(100))
    found = share(design, np.full(100, 7.0), answer, np.ones(100, bool))
    assert (found.value, found.people, found.cases) == (0.3, 100, 30)
    assert found.error == pytest.approx(sqrt(0.3 * 0.7 / 99), rel=1e-12)


def test_two_strata_of_two_clusters_by_hand() -> None:
    # Weighted totals of yes by cluster: 3, 1 | 2, 2 of 4, 4 | 4, 4: the share is 8/16.
    # Residual totals 3-2, 1-2 | 0, 0; each stratum 2/1 * sum of squared deviations = 2*(1+1) = 4.
    answer = np.array([1.0, 0, 1, 0, 1, 0, 1, 0])
    weight = np.array([3.0, 1, 1, 3, 2, 2, 2, 2])
    design = Design(np.array([0, 0, 0, 0, 1, 1, 1, 1]), np.array([0, 0, 1, 1, 2, 2, 3, 3]))
    found = share(design, weight, answer, np.ones(8, bool))
    assert found.value == 0.5
    assert found.error == pytest.approx(sqrt(4) / 16, rel=1e-12)


def _jackknife(survey: Survey, answer: np.ndarray, group: np.ndarray) -> float:
    """Standard error by leaving out each cluster in turn: nothing shared with the tested code."""
    weight = survey.interview * group

    def ratio(w: np.ndarray) -> float:
        return float((w * answer).sum() / w.sum())

    variance = 0.0
    for stratum in set(survey.stratum.tolist()):
        inside = survey.stratum == stratum
        clusters = sorted(set(survey.cluster[inside].tolist()))
        for cluster in clusters:
            grown = np.where(inside, weight * len(clusters) / (len(clusters) - 1), weight)
            left = np.where(survey.cluster == cluster, 0.0, grown)
            variance += (len(clusters) - 1) / len(clusters) * (ratio(left) - ratio(weight)) ** 2
    return sqrt(variance)


@pytest.mark.parametrize("outcome", ["any", "often"])
@pytest.mark.parametrize("fact", ["arthritis", "beta_agonist", "obese", None])
def test_linearised_errors_agree_with_the_jackknife(survey: Survey, outcome: str, fact: str | None) -> None:
    group = survey.asked if fact is None else survey.asked & (survey.facts[fact] == 1)
    answer = getattr(survey, outcome)
    found = share(Design(survey.stratum, survey.cluster), survey.interview, answer, group)
    assert found.error == pytest.approx(_jackknife(survey, answer, group), rel=0.03)


def test_a_subgroup_keeps_the_whole_design(survey: Survey) -> None:
    """A group found in one cluster only still has an error: its size varies from sample to sample."""
    group = survey.asked & (survey.cluster == 3)
    found = share(Design(survey.stratum, survey.cluster), survey.interview, survey.any, group)
    assert 0 < found.value < 1 and found.error > 0


@given(st.floats(0.01, 0.99), st.floats(0.001, 0.1), st.integers(1, 40))
def test_a_logit_interval_holds_its_share_and_is_even_on_its_scale(p: float, e: float, df: int) -> None:
    low, high = logit_interval(p, e, df, 100)
    assert 0 < low < p < high < 1

    def logit(x: float) -> float:
        return log(x / (1 - x))

    if logit_is_safe := low > 1e-9 and high < 1 - 1e-9:
        assert logit_is_safe
        assert logit(high) - logit(p) == pytest.approx(logit(p) - logit(low), rel=1e-4)


def test_nobody_and_everybody_get_the_exact_bound() -> None:
    low, high = logit_interval(0.0, 0.0, 15, 40)
    assert low == 0 and (1 - high) ** 40 == pytest.approx(0.1)
    low, high = logit_interval(1.0, 0.0, 15, 40)
    assert high == 1 and low**40 == pytest.approx(0.1)
