"""The foods shelf: a source beside every row, tags that agree with the numbers, names that do not clash."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from statistics import mean

import pytest

from charley.advice.food import load_foods
from charley.advice.food.names import names_of
from charley.library import load
from charley.reading.names import fold
from charley.records.foods import Food, Foods

HIGH_POTASSIUM_PORTION = 200.0  # mg
HIGH_SALT = 600.0  # mg sodium in 100 g
UNITS = {"magnesium": "mg", "potassium": "mg", "calcium": "mg", "sodium": "mg", "vitamin_b6": "mg",
    "vitamin_d": "ug", "water": "ml", "energy": "kcal"}  # fmt: skip
POSSIBLE = {"magnesium": 1000, "potassium": 4000, "calcium": 2500, "sodium": 39_000, "vitamin_d": 260,
    "vitamin_b6": 8, "water": 100, "energy": 905}  # fmt: skip
"""The most of each in 100 g of any food: cocoa, saffron, poppy, salt, cod liver oil, bran, water, oil."""
MOST_GRADE, MOST_ON_AVERAGE = 14.0, 9.0


@pytest.fixture(scope="module")
def foods() -> Foods:
    return load_foods()


def test_every_food_has_a_source_that_was_read_and_a_place_in_it(foods: Foods) -> None:
    assert len(foods.foods) >= 250
    for food in foods.foods.values():
        assert load().sources[food.source].seen, food.id
        assert food.where, food.id


def test_units_and_amounts_are_possible(foods: Foods) -> None:
    assert {n.id: n.unit for n in foods.nutrients.values()} == UNITS
    for food in foods.foods.values():
        for nutrient, amount in food.per_100g.items():
            assert 0 <= amount <= POSSIBLE[nutrient], (food.id, nutrient)


@pytest.mark.parametrize(
    ("food", "nutrient", "amount"),
    [
        ("pumpkin_seeds", "magnesium", 592), ("almonds", "calcium", 269), ("banana", "potassium", 358),
        ("salmon", "vitamin_d", 13.1), ("salt", "sodium", 38758), ("tofu", "calcium", 683),
        ("chicken", "vitamin_b6", 0.6), ("wheat_bran", "magnesium", 611), ("cod_liver_oil", "vitamin_d", 250),
    ],
)  # fmt: skip
def test_known_values(foods: Foods, food: str, nutrient: str, amount: float) -> None:
    assert foods.foods[food].per_100g[nutrient] == amount


def test_what_was_not_measured_is_left_out(foods: Foods) -> None:
    assert "vitamin_d" not in foods.foods["mackerel"].per_100g
    assert "vitamin_b6" not in foods.foods["chia_seeds"].per_100g
    assert foods.foods["banana"].per_100g["vitamin_d"] == 0  # measured, and none


def _shown_portion(food: Food) -> float:
    return food.helping.grams if food.helping else food.portions[0].grams


def test_tags_agree_with_the_numbers(foods: Foods) -> None:
    for food in foods.foods.values():
        potassium = food.brings("potassium", _shown_portion(food))
        if potassium is not None:
            assert ("high_potassium" in food.tags) is (potassium >= HIGH_POTASSIUM_PORTION), food.id
        sodium = food.per_100g.get("sodium")
        if sodium is not None:
            assert ("high_salt" in food.tags) is (sodium > HIGH_SALT), food.id


ANIMAL = {"meat": ("meat",), "fish": ("fish", "shellfish"), "eggs": ("egg",), "cheese": ("milk",)}


def test_each_kind_of_food_carries_what_it_is(foods: Foods) -> None:
    for food in foods.foods.values():
        if food.group in ANIMAL:
            assert food.tags & set(ANIMAL[food.group]), food.id
        if food.group == "alcohol":
            assert "alcohol" in food.tags, food.id
        if food.group == "greens":
            assert "vitamin_k_rich" in food.tags, food.id
        if "lactose" in food.tags:
            assert "milk" in food.tags, food.id
        if re.search(r"\b(wheat|barley|rye|bulgur|couscous|wholewheat|bread|pasta)\b", food.name):
            assert (
                food.group not in ("bread", "grains") or "gluten" in food.tags or food.id == "tortilla_corn"
            ), food.id


def test_nothing_suggested_is_alcohol_quinine_raw_or_liver(foods: Foods) -> None:
    never = {"alcohol", "quinine", "raw_fish", "raw_egg", "liver", "seaweed", "poppy", "cured_meat"}
    helped = [food for food in foods.foods.values() if food.helping]
    assert len(helped) >= 60
    assert not [food.id for food in helped if food.tags & never]


def test_a_suggestion_names_its_food_and_is_a_helping(foods: Foods) -> None:
    for food in foods.foods.values():
        if food.helping:
            words = {w.rstrip("s")[:5] for w in fold(food.name).split() if len(w) > 2}
            said = {w.rstrip("s")[:5] for w in fold(food.helping.says).split()}
            assert words & said, food.id
            assert 5 <= food.helping.grams <= 250, food.id
            assert {"energy", "sodium", "potassium"} <= food.per_100g.keys(), food.id


def test_no_name_means_two_foods(foods: Foods) -> None:
    claims: dict[str, set[str]] = defaultdict(set)
    for food in foods.foods.values():
        for name in (food.name, *food.also, *food.loosely):
            claims[fold(name)].add(food.id)
    assert {name: ids for name, ids in claims.items() if len(ids) > 1} == {}


def test_every_name_finds_its_food(foods: Foods) -> None:
    names = names_of(foods)
    for food in foods.foods.values():
        for name in (food.name, *food.also):
            found = names.exact(name)
            assert found is not None
            assert (found.food.id, found.guess) == (food.id, False), name


def test_judged_portions_and_every_list_is_used(foods: Foods) -> None:
    used = {tag for food in foods.foods.values() for tag in food.tags}
    assert used == foods.tags.keys()
    assert {food.group for food in foods.foods.values()} == foods.groups.keys()


def _texts(foods: Foods) -> Iterator[tuple[str, str]]:
    planner = foods.planner
    yield from (
        (key, getattr(planner, key))
        for key in ("headline", "about_counting", "about_missing", "about_supplements", "about_allergy",
            "no_reference", "too_young", "enough")
    )  # fmt: skip
    for harm in planner.folk_harm:
        yield harm.tag, harm.says
    for limit in foods.limits:
        yield from ((limit.id, text) for text in (limit.says, limit.first_check) if text)
    for nutrient in foods.nutrients.values():
        if nutrient.tablets:
            yield nutrient.id, nutrient.tablets
    for question in foods.questions.values():
        yield question.id, question.text


def _syllables(word: str) -> int:
    word = word.lower()
    groups = len(re.findall(r"[aeiouy]+", word))
    return max(1, groups - (word.endswith("e") and not word.endswith("le") and groups > 1))


def _grade(text: str) -> float:
    """Flesch-Kincaid grade."""
    words = re.findall(r"[A-Za-z]+", text)
    sentences = max(1, len(re.findall(r"[.!?:]+(?:\s|$)", text)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def test_texts_are_easy_to_read(foods: Foods) -> None:
    grades = {(id_, text): _grade(text) for id_, text in _texts(foods)}
    assert {key: g for key, g in grades.items() if g > MOST_GRADE} == {}
    assert mean(grades.values()) <= MOST_ON_AVERAGE
