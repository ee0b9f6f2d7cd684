"""The fit on made-up people: it finds what was put in, and shows no small cell."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from charley.errors import InputError
from charley.library.shelves import load_shelf
from charley.population.facts import Survey
from charley.population.fitting import Fitted, fit, prior
from charley.population.noisy import log_rate
from charley.records.published import Published

LINKS = load_shelf("published", Published).links


@pytest.fixture(scope="module")
def fitted(survey: Survey) -> Fitted:
    return fit(survey, LINKS)


def test_every_link_stays_within_the_range_of_the_literature(fitted: Fitted) -> None:
    for name, model in (("any", fitted.any), ("often", fitted.often)):
        for term, weight in zip(fitted.terms, model.weights[1:], strict=True):
            if term.fact:
                number = getattr(LINKS[term.fact.id], name)
                assert log_rate(number.low) - 1e-9 <= weight <= log_rate(number.high) + 1e-9, term.fact.id


def test_what_was_put_in_raises_its_link_above_what_was_not(fitted: Fitted) -> None:
    """Arthritis and the airway opener raise cramps among the made-up people; the rest do nothing."""
    place = {term.column.id: index for index, term in enumerate(fitted.terms, start=1)}
    for fact in ("arthritis", "beta_agonist"):
        assert fitted.any.weights[place[fact]] > log_rate(0.1)
    assert fitted.any.weights[place["thyroid"]] < log_rate(0.1)


def test_the_table_holds_the_weighted_share(survey: Survey, fitted: Fitted) -> None:
    group = survey.asked & (survey.facts["arthritis"] == 1)
    row = next(row for row in fitted.rows if row.id == "arthritis_yes")
    assert row.any.value == pytest.approx(np.average(survey.any[group], weights=survey.interview[group]))
    assert row.any.people == group.sum() and row.weight == "WTINT2YR"
    assert row.any.low < row.any.value < row.any.high


@pytest.mark.parametrize("id_", ["obese_yes", "no_alcohol_no", "pregnant_yes", "depression_no"])
def test_what_was_asked_at_the_examination_uses_its_weight(fitted: Fitted, id_: str) -> None:
    assert next(row for row in fitted.rows if row.id == id_).weight == "WTMEC2YR"


def test_no_cell_rests_on_fewer_than_30_people(survey: Survey) -> None:
    few = np.where(np.cumsum(survey.asked & (survey.facts["stroke"] == 1)) <= 29, survey.facts["stroke"], 0.0)
    rare = np.where(
        np.cumsum(survey.asked & (survey.facts["kidney"] == 1)) <= 29, survey.facts["kidney"], 0.0
    )
    found = fit(replace(survey, facts={**survey.facts, "stroke": few, "kidney": rare}), LINKS)
    ids = {row.id for row in found.rows}
    assert "stroke_yes" not in ids and "stroke_no" in ids
    assert "kidney" not in {term.column.id for term in found.terms}
    assert all(share.people >= 30 for row in found.rows for share in (row.any, row.often))
    assert all(
        cell.people >= 30 for term in found.terms for line in (term.cells or {}).values() for cell in line
    )


def test_a_fact_of_fewer_than_30_people_in_a_cell_counts_as_none(fitted: Fitted) -> None:
    pregnant = next(term for term in fitted.terms if term.column.id == "pregnant")
    assert pregnant.cells is not None
    assert pregnant.cells["female"][0].value > 0.1
    man = pregnant.cells["male"][0]
    assert man.value == man.low == 0 and man.high == pytest.approx(30 / man.people)


def test_a_fact_of_which_nothing_was_published_is_refused_by_name(fitted: Fitted) -> None:
    poor = {id_: link for id_, link in LINKS.items() if id_ != "statin"}
    with pytest.raises(InputError, match="no link for statin"):
        prior(fitted.terms, poor, "any")


def test_prediction_across_strata_is_no_better_than_on_the_fitted(fitted: Fitted) -> None:
    for name in ("any", "often"):
        assert 0.5 < fitted.fitted_auc[name] < 1
        assert fitted.crossed_auc[name] < fitted.fitted_auc[name]


def test_people_without_examination_count_in_the_interview_only(survey: Survey, fitted: Fitted) -> None:
    assert fitted.people == survey.asked.sum()
    assert fitted.modelled == (survey.asked & (survey.examination > 0)).sum() < fitted.people


def test_the_size_of_all_weights_together_does_not_matter(survey: Survey, fitted: Fitted) -> None:
    again = fit(
        replace(survey, interview=survey.interview * 1000, examination=survey.examination * 1000), LINKS
    )
    np.testing.assert_allclose(again.any.weights, fitted.any.weights, rtol=1e-8)
    np.testing.assert_allclose(again.often.covariance, fitted.often.covariance, rtol=1e-4, atol=1e-9)
    assert again.rows[0].any.error == pytest.approx(fitted.rows[0].any.error)
