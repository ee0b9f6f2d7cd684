"""What is fitted is written, read by the loader, and says the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from charley.library.assemble import build_library
from charley.library.shelves import load_shelf
from charley.library.store import KNOWLEDGE
from charley.population.alike import predict
from charley.population.checking import shipped
from charley.population.columns import columns_of, matrix
from charley.population.facts import Survey
from charley.population.fitting import Fitted, fit
from charley.population.writing import as_yaml
from charley.records.population import Population
from charley.records.published import Published


@pytest.fixture(scope="module")
def fitted(survey: Survey) -> Fitted:
    return fit(survey, load_shelf("published", Published).links)


@pytest.fixture(scope="module")
def population(fitted: Fitted, tmp_path_factory: pytest.TempPathFactory) -> Population:
    """The fit on made-up people, written into a copy of the built-in knowledge and loaded from there."""
    folder = Path(shutil.copytree(KNOWLEDGE, tmp_path_factory.mktemp("knowledge") / "copy"))
    (folder / "population.yaml").write_text(as_yaml(fitted), encoding="utf-8")
    return build_library(folder).population


def test_the_loader_takes_every_number_as_it_was_fitted(fitted: Fitted, population: Population) -> None:
    np.testing.assert_allclose(population.model.weights_any, fitted.any.weights, atol=2e-3)
    for number, line in enumerate(population.model.covariance_often, start=1):
        np.testing.assert_allclose(line, fitted.often.covariance[number - 1, :number], rtol=6e-3)
    assert [row.id for row in population.prevalence] == [row.id for row in fitted.rows]
    assert (population.clusters, population.degrees_of_freedom) == (12, 6)


def test_every_number_says_its_source_its_place_how_it_was_made_and_of_how_many(
    population: Population,
) -> None:
    counted = [row.any for row in population.prevalence] + [term.often for term in population.model.terms]
    for number, people in ((item.number, item.people) for item in counted):
        assert number.kind == "derived" and number.source == population.source
        assert number.where and number.how and people >= 30
        assert number.low <= number.value <= number.high


def test_an_interval_of_a_coefficient_is_80_percent_of_student(
    fitted: Fitted, population: Population
) -> None:
    number = population.model.terms[3].any.number
    reach = population.model.quantile * float(fitted.any.covariance[4, 4]) ** 0.5
    assert number.high - number.value == pytest.approx(reach, abs=2e-4)
    assert population.model.quantile == pytest.approx(1.440, abs=1e-3), "t of 6 degrees of freedom, 0.9"


def test_no_person_can_be_told_from_the_file(fitted: Fitted) -> None:
    text = as_yaml(fitted)
    assert "SEQN" not in text
    assert len(text) < 80_000, "tables and coefficients only: its size does not grow with the people"


@pytest.mark.parametrize("outcome", ["any", "often"])
def test_a_person_and_a_table_of_people_get_the_same_chance(
    survey: Survey, population: Population, outcome: str
) -> None:
    """The plain arithmetic of one answer, against the arrays that `check` uses."""
    chances, _ = shipped(survey, population, outcome)
    facts = [term.id for term in population.model.terms if term.condition is not None]
    for person in np.flatnonzero(survey.asked)[:60]:
        known = {f: bool(survey.facts[f][person]) for f in facts if not np.isnan(survey.facts[f][person])}
        sex = "female" if survey.female[person] else "male"
        alone = predict(population, outcome, float(survey.age[person]), sex, known)  # type: ignore[arg-type]
        assert alone.value == pytest.approx(chances[person], rel=1e-12)


def test_the_columns_of_the_file_are_those_of_the_fit(
    survey: Survey, fitted: Fitted, population: Population
) -> None:
    written = matrix(survey, columns_of(population.model), population.model.age_bands)
    straight = matrix(survey, [term.column for term in fitted.terms], population.model.age_bands)
    np.testing.assert_allclose(written[survey.asked], straight[survey.asked], atol=6e-5)
