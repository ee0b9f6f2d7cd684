"""The check of shipped numbers: right on people drawn from them, and honest on others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from charley.library.shelves import load_shelf
from charley.population.checking import as_text, check, shipped
from charley.population.facts import Survey, understand
from charley.population.folder import RawSurvey
from charley.records.library import Library
from charley.records.published import Published

LINKS = load_shelf("published", Published).links


@pytest.fixture(scope="module")
def obedient(made_up: Callable[[int], RawSurvey], library: Library) -> Survey:
    """Made-up people whose cramps are drawn from the shipped chances themselves, with even weights."""
    survey = understand(made_up(6000))
    even = np.ones(len(survey.age))
    draw = np.random.default_rng(5).random(len(even))
    return replace(
        survey,
        interview=even,
        examination=even,
        any=(draw < shipped(survey, library.population, "any")[0]).astype(float),
        often=(draw < shipped(survey, library.population, "often")[0]).astype(float),
    )


def test_on_people_drawn_from_the_numbers_the_slope_is_1(obedient: Survey, library: Library) -> None:
    for verdict in check(obedient, library.population, LINKS):
        assert verdict.slope == pytest.approx(1, abs=0.12)
        assert verdict.seen == pytest.approx(verdict.predicted, abs=0.02)
        assert verdict.auc_range[0] < verdict.auc < verdict.auc_range[1]
        for row in verdict.tenths:
            assert row.seen == pytest.approx(row.predicted, abs=0.08)


def test_the_plain_regression_fits_its_own_people_best(obedient: Survey, library: Library) -> None:
    for verdict in check(obedient, library.population, LINKS):
        assert verdict.auc <= verdict.peers[0].auc + 2e-3
        assert verdict.auc == pytest.approx(verdict.peers[0].auc, abs=0.02)


def test_on_people_whose_cramps_are_chance_the_auc_is_one_half(obedient: Survey, library: Library) -> None:
    coin = (np.random.default_rng(9).random(len(obedient.age)) < 0.3).astype(float)
    verdict = check(replace(obedient, any=coin), library.population, LINKS)[0]
    assert verdict.auc == pytest.approx(0.5, abs=0.03)
    assert verdict.slope == pytest.approx(0, abs=0.12)


def test_blood_tests_as_measured_stand_beside_the_same_facts(obedient: Survey, library: Library) -> None:
    telling = np.where(np.arange(len(obedient.age)) % 9 == 0, np.nan, obedient.any + 4)
    verdict = check(replace(obedient, tests={"LBXSAL": telling}), library.population, LINKS)[0]
    same, measured, _, _ = verdict.peers
    assert measured.auc > same.auc + 0.1 and measured.crossed > same.crossed + 0.1


def test_across_strata_nothing_is_better_than_on_its_own_people(obedient: Survey, library: Library) -> None:
    for verdict in check(obedient, library.population, LINKS):
        assert all(peer.crossed < peer.auc for peer in verdict.peers)
        assert 0.5 < verdict.crossed < verdict.auc + 0.01


def test_the_page_says_on_which_cycle_and_warns_on_the_fitted_one(obedient: Survey, library: Library) -> None:
    verdicts = check(obedient, library.population, LINKS)
    own = as_text("2005-2006", library.population, verdicts)
    other = as_text("2007-2008", library.population, verdicts)
    assert "expect flattering figures" in own and "flattering" not in other
    assert "NHANES 2007-2008" in other
    for word in (
        "  Seen",
        "Calibration slope",
        "Plain logistic regression",
        "each stratum from the others: AUC",
        "Tenth of risk",
    ):
        assert own.count(word) == 2
