"""Limits judged over a history: what applies, what must be checked first, what is barred."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from charley.advice.food import FoodRequest
from charley.advice.food.bounds import bounds_of
from charley.advice.food.values import Bounds
from charley.records.foods import Foods
from charley.records.library import Library


@pytest.fixture(scope="session")
def bounds(library: Library, foods: Foods, ask: Callable[..., FoodRequest]) -> Callable[..., Bounds]:
    return lambda history, **request: bounds_of(ask(history, **request), library, foods)


@pytest.mark.parametrize(
    ("history", "limit"),
    [
        ({"conditions": ["chronic kidney disease"]}, "kidney_disease"),
        ({"findings": {"on_dialysis": True}}, "kidney_disease"),
        ({"labs": [{"name": "eGFR", "value": 40, "unit": "mL/min/1.73m2"}]}, "kidney_disease"),
        ({"conditions": ["kidney transplant"]}, "kidney_disease"),
        ({"medicines": ["spironolactone"]}, "potassium_raising"),
        ({"medicines": ["ramipril"]}, "potassium_raising"),
        ({"medicines": ["trimethoprim"]}, "potassium_raising"),
        ({"labs": [{"name": "potassium", "value": 5.6, "unit": "mmol/L"}]}, "potassium_raising"),
        ({"medicines": ["warfarin"]}, "warfarin"),
        ({"age": 30, "sex": "female", "pregnant": True}, "pregnancy"),
        ({"conditions": ["coeliac disease"]}, "coeliac"),
        ({"conditions": ["type 2 diabetes"]}, "diabetes"),
        ({"conditions": ["heart failure"]}, "heart_failure_or_salt"),
        ({"conditions": ["high blood pressure"]}, "blood_pressure"),
        ({"conditions": ["kidney stones"]}, "kidney_stones"),
        ({"medicines": ["lithium"]}, "lithium"),
        ({"medicines": ["levothyroxine"]}, "levothyroxine"),
        ({"medicines": ["doxycycline"]}, "calcium_binding_antibiotic"),
        ({"medicines": ["alendronic acid"]}, "calcium_binding_antibiotic"),
        ({"medicines": ["phenelzine"]}, "maoi"),
        ({"age": 3}, "small_child"),
    ],
)
def test_a_limit_applies(bounds: Callable[..., Bounds], history: dict[str, Any], limit: str) -> None:
    assert limit in {found.id for found in bounds(history).found if found.state == "applies"}


def test_unknown_is_never_reassurance(bounds: Callable[..., Bounds]) -> None:
    found = bounds({"age": 30})
    first = {one.id for one in found.found if one.state == "check first"}
    assert first == {"kidney_disease", "potassium_raising", "warfarin", "pregnancy"}
    assert {"high_potassium", "vitamin_k_rich", "liver", "raw_fish", "alcohol"} <= found.bars
    assert found.not_raise == {"potassium"}
    assert not found.withheld


def test_a_clear_no_lifts_the_limit(bounds: Callable[..., Bounds], healthy: Callable[..., Any]) -> None:
    found = bounds(healthy())
    assert found.found == ()
    assert "high_potassium" not in found.bars
    assert "vitamin_k_rich" not in found.bars


def test_kidney_disease_withholds_every_food(bounds: Callable[..., Bounds]) -> None:
    assert bounds({"conditions": ["chronic kidney disease"]}).withheld


def test_alcohol_and_quinine_are_barred_for_everybody(
    bounds: Callable[..., Bounds], healthy: Callable[..., Any]
) -> None:
    assert {"alcohol", "quinine", "seaweed", "poppy", "liver", "raw_fish"} <= bounds(healthy()).bars


def test_a_vegan_bars_all_that_comes_from_animals(
    bounds: Callable[..., Bounds], healthy: Callable[..., Any]
) -> None:
    assert {"meat", "fish", "milk", "egg", "honey", "shellfish"} <= bounds(healthy(), diet=["vegan"]).bars


def test_what_was_eaten_against_a_limit_is_named(bounds: Callable[..., Bounds]) -> None:
    found = bounds({"age": 30, "sex": "female", "pregnant": True}, intake=["1 slice liver", "1 banana"])
    assert [one.eaten for one in found.found if one.id == "pregnancy"] == [("beef liver, braised",)]
