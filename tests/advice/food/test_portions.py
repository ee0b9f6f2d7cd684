"""Entries become grams: household portions, measures and weights; what is unclear is listed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.advice.food import FoodRequest
from charley.errors import InputError


@pytest.mark.parametrize(
    ("entry", "food", "grams", "guess"),
    [
        ("2 slices wholemeal bread", "bread_wholemeal", 64, False),
        ("1 banana", "banana", 118, False),
        ("banana", "banana", 118, True),
        ("2 large bananas", "banana", 272, True),
        ("3 almonds", "almonds", 3.69, False),
        ("a handful of almonds", "almonds", 28.35, False),
        ("1 kg salmon", "salmon", 1000, False),
        ("4 oz salmon", "salmon", 113.4, False),
        ("2 tbsp tahini", "tahini", 30, False),
        ("1 cup of cooked spinach", "spinach", 180, False),
        ("200 ml water", "water", 200, False),
        ("glass of milk", "milk_whole", 200, True),
        ("2 egg whites", "egg_white", 66, False),
        ("spinnach", "spinach", 90, True),
        ("SARDINES, canned in oil", "sardines", 92, True),
        ("tin of sardines", "sardines", 92, False),
        ("2 servings of pasta", "pasta", 360, True),
    ],
)
def test_an_entry_becomes_grams(
    ask: Callable[..., FoodRequest], entry: str, food: str, grams: float, guess: bool
) -> None:
    (eaten,) = ask(intake=[entry]).intake.eaten
    assert (eaten.food.id, round(eaten.grams, 2), eaten.guess) == (food, grams, guess)


@pytest.mark.parametrize(
    ("entry", "counted"),
    [
        ("bread and butter", {"bread_white_toast": 25, "butter": 10}),
        ("tea with milk", {"tea": 237, "milk_whole": 30}),
        ("2 eggs on 2 slices wholemeal toast", {"egg": 100, "bread_wholemeal": 64}),
        ("5 fish fingers", {"fish_fingers": 140}),
    ],
)
def test_joined_foods_are_each_counted(
    ask: Callable[..., FoodRequest], entry: str, counted: dict[str, float]
) -> None:
    eaten = {one.food.id: one.grams for one in ask(intake=[entry]).intake.eaten}
    assert eaten == counted


@pytest.mark.parametrize(
    ("entry", "near"),
    [("chicken curry", "chicken breast, roasted"), ("oat milk", "goat's milk"), ("salmon sushi", "salmon")],
)
def test_an_unknown_food_is_listed_with_the_nearest(
    ask: Callable[..., FoodRequest], entry: str, near: str
) -> None:
    intake = ask(intake=[entry, "1 banana"]).intake
    (unknown,) = intake.not_counted
    assert unknown.told == entry
    assert any(name.startswith(near) for name in unknown.nearest)
    assert [one.food.id for one in intake.eaten] == ["banana"]


def test_a_drink_of_oats_is_no_goats_milk(ask: Callable[..., FoodRequest]) -> None:
    assert ask(intake=["oat milk"]).intake.eaten == ()


@pytest.mark.parametrize("entry", ["10 raisins", "2 slices of banana"])
def test_an_unclear_amount_is_asked_back(ask: Callable[..., FoodRequest], entry: str) -> None:
    (unclear,) = ask(intake=[entry]).intake.not_counted
    assert "give grams, or one of" in unclear.why


@pytest.mark.parametrize(
    ("entry", "mend"),
    [
        ("3000 g salt", "Did you mean 3 g?"),
        ("9 kg spinach", "Did you mean 9 g?"),
        ("900 g almonds", "at most 500 g"),
    ],
)
def test_more_than_anybody_eats_is_refused(ask: Callable[..., FoodRequest], entry: str, mend: str) -> None:
    with pytest.raises(InputError, match="too much to be right") as error:
        ask(intake=["1 egg", entry])
    (fault,) = error.value.faults
    assert fault.where == "intake[1]"
    assert mend in fault.mend
