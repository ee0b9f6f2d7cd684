"""The survey's file becomes records in which every number is whole."""

from __future__ import annotations

from math import log

import pytest

from charley.records.conditions import Has
from charley.records.library import Library


def test_the_survey_and_its_design(mini: Library) -> None:
    survey = mini.population
    assert (survey.name, survey.source, survey.youngest) == ("a made-up survey", "survey", 20)
    assert (survey.people, survey.strata, survey.clusters, survey.degrees_of_freedom) == (400, 2, 4, 2)


def test_a_row_carries_what_its_table_says(mini: Library) -> None:
    (row,) = mini.population.prevalence
    number = row.any.number
    assert (number.value, number.low, number.high, row.any.people) == (0.3, 0.25, 0.35, 400)
    assert (number.kind, number.source, number.where, number.how) == (
        "derived", "survey", "table 1", "weighted share",
    )  # fmt: skip


def test_terms_keep_their_kind(mini: Library) -> None:
    age, sex, fact = mini.population.model.terms
    assert age.age_above == 20 and age.condition is None and age.shares is None
    assert sex.sex == "female" and sex.condition is None
    assert fact.condition == Has("medicines", ("statin",)) and not fact.no_counts
    assert fact.shares is not None
    assert [cell.number.value for cell in fact.shares["male"]] == [0, 0.2]
    assert fact.shares["male"][1].number.how == "weighted share"


def test_weights_stand_in_the_order_of_the_covariance(mini: Library) -> None:
    """The link of a fact stands there as the logarithm of its rate."""
    model = mini.population.model
    assert model.weights_any == pytest.approx((-1, 0.1, 0.3, log(-log(1 - 0.2))))
    assert model.weights_often == pytest.approx((-3, 0.2, 0.4, log(-log(1 - 0.1))))


@pytest.mark.parametrize("outcome", ["any", "often"])
def test_the_covariance_stays_a_lower_triangle(mini: Library, outcome: str) -> None:
    triangle = getattr(mini.population.model, f"covariance_{outcome}")
    assert [len(row) for row in triangle] == [1, 2, 3, 4]
    assert triangle[0][0] > 0 and triangle[1][0] < 0
