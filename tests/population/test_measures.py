"""Discrimination and calibration against counting by hand."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.population.estimate import Design
from charley.population.facts import Survey
from charley.population.measures import auc, auc_interval, calibration, tenths

Person = tuple[float, float, float]
people = st.lists(
    st.tuples(st.sampled_from([0.1, 0.2, 0.3, 0.7]), st.sampled_from([0.0, 1.0]), st.floats(0.5, 3)),
    min_size=4,
    max_size=25,
).filter(lambda rows: {answer for _, answer, _ in rows} == {0.0, 1.0})


@given(people)
def test_auc_counts_weighted_pairs_and_halves_of_ties(rows: list[Person]) -> None:
    pairs = [(p, q) for p, q in product(rows, rows) if p[1] == 1 and q[1] == 0]
    won = sum(p[2] * q[2] * ((p[0] > q[0]) + (p[0] == q[0]) / 2) for p, q in pairs)
    found = auc(*(np.array(column) for column in zip(*rows, strict=True)))
    assert found == pytest.approx(won / sum(p[2] * q[2] for p, q in pairs))


@given(people)
def test_auc_looks_at_the_order_only(rows: list[Person]) -> None:
    predicted, answer, weight = (np.array(column) for column in zip(*rows, strict=True))
    assert auc(predicted**3, answer, weight) == pytest.approx(auc(predicted, answer, weight))
    assert auc(-predicted, answer, weight) == pytest.approx(1 - auc(predicted, answer, weight))


def test_perfect_calibration_has_slope_1_and_intercept_0() -> None:
    predicted = np.array([0.2] * 10 + [0.5] * 10 + [0.9] * 10)
    answer = np.array([1.0] * 2 + [0.0] * 8 + [1.0] * 5 + [0.0] * 5 + [1.0] * 9 + [0.0])
    assert calibration(predicted, answer, np.ones(30)) == pytest.approx((1, 0), abs=1e-9)


def test_chances_twice_too_bold_on_the_logit_scale_have_slope_one_half() -> None:
    fair = np.array([0.2] * 10 + [0.9] * 10)
    answer = np.array([1.0] * 2 + [0.0] * 8 + [1.0] * 9 + [0.0])
    bold = 1 / (1 + ((1 - fair) / fair) ** 2)
    assert calibration(bold, answer, np.ones(20)) == pytest.approx((0.5, 0), abs=1e-9)


def test_tenths_hold_everybody_once_in_rising_order(survey: Survey) -> None:
    weight = np.where(survey.asked, survey.interview, 0.0)
    found = tenths(survey.age / 100, survey.any, weight)
    assert sum(row.people for row in found) == int(survey.asked.sum())
    assert [row.predicted for row in found] == sorted(row.predicted for row in found)
    seen = sum(row.people for row in found[:5]) / sum(row.people for row in found)
    assert seen == pytest.approx(0.5, abs=0.1)


def test_no_tenth_of_fewer_than_30_people_is_shown() -> None:
    assert tenths(np.linspace(0.1, 0.9, 200), np.zeros(200), np.ones(200)) == []


def test_the_interval_of_the_auc_holds_it_and_knows_chance_from_skill(survey: Survey) -> None:
    design, weight = Design(survey.stratum, survey.cluster), np.where(survey.asked, survey.interview, 0.0)
    signal = survey.any + np.random.default_rng(1).normal(0, 1, len(survey.any))
    low, high = auc_interval(signal, survey.any, weight, design)
    assert 0.5 < low < auc(signal, survey.any, weight) < high <= 1
