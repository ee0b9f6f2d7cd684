"""Totals: what was measured is summed, what was not is named and never counts as zero."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.advice.food import FoodRequest, FoodReview, load_foods
from charley.advice.food.totals import totals_of
from charley.advice.food.values import Eaten, Intake, NotCounted, NutrientTotal
from charley.history import History
from charley.records.foods import Foods

IDS = sorted(load_foods().foods)
eaten = st.lists(st.tuples(st.sampled_from(IDS), st.floats(1, 400)), max_size=6)


def total(review: FoodReview, id_: str) -> NutrientTotal:
    return next(t for t in review.totals if t.id == id_)


def test_a_total_is_the_sum_over_foods(
    review: Callable[..., FoodReview], healthy: Callable[..., Any]
) -> None:
    found = total(review(healthy(), intake=["2 slices wholemeal bread", "1 banana"]), "magnesium")
    assert found.from_food == pytest.approx(0.64 * 75 + 1.18 * 27)
    assert (found.low, found.status, found.at_least) == (320, "below", False)
    assert found.gap == pytest.approx(320 - found.known)


def test_a_missing_value_is_named_and_the_total_is_at_least(
    review: Callable[..., FoodReview], healthy: Callable[..., Any]
) -> None:
    found = total(review(healthy(), intake=["1 fillet mackerel", "1 egg"]), "vitamin_d")
    assert found.missing == ("mackerel, cooked",)
    assert found.from_food == pytest.approx(1.1)
    assert (found.at_least, found.status) == (True, "may be below")


def test_an_unknown_food_is_missing_from_every_total(
    review: Callable[..., FoodReview], healthy: Callable[..., Any]
) -> None:
    assert all(t.missing == ("dragonfruit",) for t in review(healthy(), intake=["dragonfruit"]).totals)


@given(eaten)
def test_missing_is_never_zero(told: list[tuple[str, float]]) -> None:
    foods = load_foods()
    totals = totals_of(_request(told, foods), foods)
    for found in totals:
        without = {foods.foods[id_].name for id_, _ in told if found.id not in foods.foods[id_].per_100g}
        assert set(found.missing) == without
        assert found.at_least is bool(without)
        assert not (without and found.status == "below")


@given(eaten, st.sampled_from(IDS), st.floats(1, 400))
def test_more_food_never_lowers_a_total(told: list[tuple[str, float]], more: str, grams: float) -> None:
    foods = load_foods()
    before = totals_of(_request(told, foods), foods)
    after = totals_of(_request([*told, (more, grams)], foods), foods)
    assert all(b.known <= a.known + 1e-9 for b, a in zip(before, after, strict=True))
    assert all(b.gap >= a.gap - 1e-9 for b, a in zip(before, after, strict=True))


def _request(told: list[tuple[str, float]], foods: Foods) -> FoodRequest:
    entries = tuple(Eaten("here", id_, foods.foods[id_], grams, "grams") for id_, grams in told)
    return FoodRequest(History(age=70, sex="female"), Intake(entries))


def test_unknown_sex_makes_the_status_depend(review: Callable[..., FoodReview]) -> None:
    found = total(review({"age": 70}, intake=["60 g pumpkin seeds"]), "magnesium")
    assert (found.low, found.high, found.status) == (320, 420, "depends")


@pytest.mark.parametrize(
    ("supplements", "intake", "nutrient", "passed"),
    [
        (["magnesium 300 mg"], [], "magnesium", {"US": False, "EU": True}),
        (["magnesium 400 mg"], [], "magnesium", {"US": True, "EU": True}),
        ([], ["200 g pumpkin seeds"], "magnesium", {"US": False, "EU": False}),
        (["vitamin b6 25 mg"], [], "vitamin_b6", {"US": False, "EU": True}),
        (["calcium 1900 mg"], ["1 glass of milk"], "calcium", {"US": True, "EU": False}),
        (["vitamin d 1000 iu"], ["dragonfruit"], "vitamin_d", {"US": None, "EU": None}),
        ([], ["10 g salt"], "sodium", {"sodium": True}),
    ],
)
def test_levels_from_above(
    review: Callable[..., FoodReview], healthy: Callable[..., Any],
    supplements: list[str], intake: list[str], nutrient: str, passed: dict[str, bool | None],
) -> None:  # fmt: skip
    found = review(healthy(), supplements=supplements, intake=intake)
    assert {c.body: c.passed for c in total(found, nutrient).ceilings} == passed
    told = any(foodword in note.says for note in found.warnings for foodword in ("Above", "above"))
    assert told is (True in passed.values())


def test_nothing_eaten_and_an_unknown_intake_are_not_the_same() -> None:
    foods = load_foods()
    request = FoodRequest(
        History(age=70, sex="male"), Intake(not_counted=(NotCounted("i", "stew", "unknown"),))
    )
    assert {t.status for t in totals_of(request, foods) if t.references} == {"may be below"}
