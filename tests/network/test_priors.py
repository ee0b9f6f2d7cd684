"""Priors by age, sex and pregnancy."""

from __future__ import annotations

import pytest

from charley.history import History
from charley.network.priors import prior_weight
from charley.records.library import Library


def weight(library: Library, age: float | None, sex: str | None = None) -> float:
    return prior_weight(library.causes["pregnancy_cramps"], History(age=age, sex=sex))


@pytest.mark.parametrize(("younger", "older"), [(30.0, 41.0), (41.0, 46.0), (46.0, 56.0)])
def test_pregnancy_that_nobody_told_of_is_rarer_with_age(
    library: Library, younger: float, older: float
) -> None:
    assert weight(library, older) < weight(library, younger) / 4


def test_a_woman_who_did_not_say_is_seldom_pregnant(library: Library) -> None:
    told = {"pregnant": "pregnant now"}
    sure = prior_weight(library.causes["pregnancy_cramps"], History(age=28, sex="female", answers=told))
    assert 0.005 < weight(library, 28.0, "female") / sure < 0.03


def test_a_pregnancy_that_is_told_counts_at_any_age(library: Library) -> None:
    told = {"pregnant": "pregnant now"}
    late = prior_weight(library.causes["pregnancy_cramps"], History(age=46, sex="female", answers=told))
    assert late > 50 * weight(library, 46.0, "female")
