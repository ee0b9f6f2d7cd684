"""A request as told: wrong input is named with its place, unknown food is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from charley.advice.food import FoodRequest
from charley.errors import InputError


@pytest.mark.parametrize(
    ("request_", "where", "problem"),
    [
        ({"intak": []}, "intak", "unknown key"),
        ({"intake": 3}, "intake", "must be a list"),
        ({"intake": [7]}, "intake[0]", "is no food"),
        ({"intake": ["-2 eggs"]}, "intake[0]", "above zero"),
        ({"intake": ["0 eggs"]}, "intake[0]", "above zero"),
        ({"intake": [{"food": "egg", "grams": -1}]}, "intake[0]", "is no amount"),
        ({"intake": [{"food": "egg", "gram": 1}]}, "intake[0].gram", "unknown key"),
        ({"intake": [{"grams": 5}]}, "intake[0].food", "is no name"),
        ({"intake": ["x" * 300]}, "intake[0]", "longer than"),
        ({"diet": ["vegann"]}, "diet[0]", "is no diet we know"),
        ({"likes": ["zzzzz"]}, "likes[0]", "is no food or kind of food"),
        ({"breastfeeding": "yes"}, "breastfeeding", "neither true nor false"),
        ({"usual_week": {"milk": "2 a day"}, "intake": ["egg"]}, "usual_week", "cannot be added up"),
        ({"usual_week": {"milc": "2 a day"}}, "usual_week.milc", "unknown question"),
        ({"usual_week": {"milk": "often"}}, "usual_week.milk", "how often"),
        ({"usual_week": {"milk": 3}}, "usual_week.milk", "how often"),
        ({"usual_week": {"milk": "50 a day"}}, "usual_week.milk", "too much"),
        ({"supplements": ["magnesium"]}, "supplements[0]", "no amount"),
        ({"supplements": ["magnesium 300"]}, "supplements[0]", "no unit of magnesium"),
        ({"supplements": ["magnesium 300 IU"]}, "supplements[0]", "no unit of magnesium"),
        ({"supplements": ["selenium 50 ug"]}, "supplements[0]", "no supplement we count"),
        ({"supplements": ["vitamin d 1000 mg"]}, "supplements[0]", "cannot be right"),
        ({"history": {"age": 400}}, "history.age", "no age"),
        ({"history": 3}, "history", "must be a JSON object"),
    ],
)
def test_wrong_input_is_refused_at_its_place(
    ask: Callable[..., FoodRequest], request_: dict[str, Any], where: str, problem: str
) -> None:
    with pytest.raises(InputError) as error:
        ask(**request_)
    assert [(fault.where, problem in fault.problem) for fault in error.value.faults] == [(where, True)]


def test_every_fault_is_told_at_once(ask: Callable[..., FoodRequest]) -> None:
    with pytest.raises(InputError) as error:
        ask({"age": 400}, intake=["3000 g salt"], diet=["vegann"])
    assert [fault.where for fault in error.value.faults] == ["history.age", "intake[0]", "diet[0]"]


@pytest.mark.parametrize(
    ("told", "nutrient", "amount"),
    [
        ("magnesium 300 mg", "magnesium", 300),
        ("300 mg magnesium citrate", "magnesium", 300),
        ("magnesium: 0,3 g", "magnesium", 300),
        ("Vitamin D3 1000 IU", "vitamin_d", 25),
        ("vitamin D 25 mcg", "vitamin_d", 25),
        ("b6 50 mg", "vitamin_b6", 50),
        ({"nutrient": "calcium", "amount": 600, "unit": "mg"}, "calcium", 600),
    ],
)
def test_a_supplement_is_read_in_its_unit(
    ask: Callable[..., FoodRequest], told: Any, nutrient: str, amount: float
) -> None:
    (tablet,) = ask(supplements=[told]).intake.tablets
    assert (tablet.nutrient, tablet.amount) == (nutrient, pytest.approx(amount))


def test_a_usual_week_is_an_average_day(ask: Callable[..., FoodRequest]) -> None:
    intake = ask(
        usual_week={"eggs": "7 a week", "milk": "2 a day", "oily_fish": "never", "beans": None}
    ).intake
    assert {one.food.id: one.grams for one in intake.eaten} == {"egg": 50, "milk_whole": 400}
    assert intake.rough


def test_likes_and_dislikes_may_be_kinds(ask: Callable[..., FoodRequest]) -> None:
    request = ask(likes=["lentils"], dislikes=["fish", "lentils"])
    assert {"salmon", "sardines", "trout"} <= request.dislikes
    assert request.likes == frozenset()  # a dislike outweighs


def test_without_allergies_asked_nothing_is_barred_silently(ask: Callable[..., FoodRequest]) -> None:
    assert ask(diet=["none"]).diets == ()
    assert [diet.id for diet in ask(diet="vegan, nut allergy").diets] == ["vegan", "no_nuts"]
