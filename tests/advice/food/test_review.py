"""Whole reviews: no food against a limit, the same answer every time, and what is said around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charley.advice.food import FoodReview, load_foods, read_request, review_food
from charley.advice.food.bounds import bounds_of, truth_of
from charley.library import load
from charley.truth import Truth

CONDITIONS = (
    "chronic kidney disease", "coeliac disease", "type 2 diabetes", "heart failure", "kidney stones",
    "high potassium", "addison", "thyroid cancer", "hyperparathyroidism",
)  # fmt: skip
MEDICINES = (
    "warfarin", "ramipril", "spironolactone", "lithium", "levothyroxine", "phenelzine", "trimethoprim",
    "amlodipine", "atorvastatin",
)  # fmt: skip
ENTRIES = (
    "2 slices wholemeal bread", "1 banana", "1 glass of milk", "60 g cheddar", "100 g salmon", "2 eggs",
    "1 bowl porridge", "5 g salt", "dragonfruit", "1 can tuna",
)  # fmt: skip
DIETS = (
    "vegan", "vegetarian", "no nuts", "no gluten", "no lactose", "no fish", "no soya", "no sesame", "no egg",
)  # fmt: skip


requests = st.fixed_dictionaries(
    {
        "history": st.fixed_dictionaries(
            {},
            optional={
                "age": st.floats(0, 100),
                "sex": st.sampled_from(["female", "male", "intersex"]),
                "pregnant": st.booleans(),
                "conditions": st.lists(st.sampled_from(CONDITIONS), max_size=2, unique=True),
                "medicines": st.lists(st.sampled_from(MEDICINES), max_size=2, unique=True),
                "findings": st.fixed_dictionaries(
                    {}, optional={"on_dialysis": st.booleans(), "long_term_conditions": st.just("none")}
                ),
            },
        ),
        "intake": st.lists(st.sampled_from(ENTRIES), max_size=5),
        "diet": st.lists(st.sampled_from(DIETS), max_size=2),
    },
    optional={"dislikes": st.lists(st.sampled_from(["fish", "almonds", "milk", "greens"]), max_size=2)},
)


@settings(max_examples=120)
@given(requests)
def test_no_food_is_ever_suggested_against_a_limit(told: dict[str, Any]) -> None:
    library, foods = load(), load_foods()
    request = read_request(told, library, foods)
    review = review_food(request, library, foods)
    for limit in foods.limits:
        truth = truth_of(limit, request.history, library)
        holds = truth is Truth.YES or (truth is Truth.UNKNOWN and limit.when_unknown == "hold")
        if not holds:
            continue
        assert not (limit.withholds and truth is Truth.YES and review.suggestions)
        barred = limit.bars | (limit.hold_bars if truth is Truth.UNKNOWN else frozenset())
        assert not [s.food.id for s in review.suggestions if s.food.tags & barred]
        for nutrient, most in (limit.most_added or {}).items():
            added = [s.brings[nutrient] for s in review.suggestions]
            assert None not in added
            assert sum(amount or 0.0 for amount in added) <= most.value + 1e-6
    for suggestion in review.suggestions:
        assert not any(suggestion.food.tags & diet.bars for diet in request.diets)
        assert suggestion.food.id not in request.dislikes


@settings(max_examples=60)
@given(requests)
def test_a_review_keeps_its_bounds_and_is_the_same_again(told: dict[str, Any]) -> None:
    library, foods = load(), load_foods()
    request = read_request(told, library, foods)
    review = review_food(request, library, foods)
    assert review == review_food(read_request(told, library, foods), library, foods)
    assert len(review.suggestions) <= 4
    assert (
        sum(s.brings["energy"] or 0.0 for s in review.suggestions) <= foods.planner.most_energy.value + 1e-6
    )
    assert bool(review.suggestions) is not bool(review.why_none)
    assert len(review.intake.eaten) + len(review.intake.not_counted) >= len(told["intake"])
    _salt_stays_low(review, foods.planner.salt_when_full.value)


def _salt_stays_low(review: FoodReview, small: float) -> None:
    sodium = next(t for t in review.totals if t.id == "sodium")
    if review.suggestions:
        level = min(c.level for c in sodium.ceilings)
        added = sum(s.brings["sodium"] or 0.0 for s in review.suggestions)
        assert added <= max(level - sodium.known, small) + 1e-6


@settings(max_examples=60)
@given(requests)
def test_nothing_said_tells_to_take_potassium_or_quinine_or_to_stop_a_medicine(told: dict[str, Any]) -> None:
    library, foods = load(), load_foods()
    review = review_food(read_request(told, library, foods), library, foods)
    said = [review.headline, review.why_none, *(n.says for n in review.warnings + review.notes)]
    for sentence in re.split(r"(?<=[.!?])\s", " ".join([*said, *(limit.says for limit in review.limits)])):
        if re.search(r"\b(take|use|buy)\b.*\b(potassium|quinine|tonic)\b", sentence, re.IGNORECASE):
            assert re.search(r"\b(not|never|no|you take)\b", sentence, re.IGNORECASE), sentence
        assert not re.search(r"\bstop\b.*\b(medicines?|tablets?)\b", sentence, re.IGNORECASE), sentence


def test_the_honest_headline_stands_above(review: Callable[..., FoodReview]) -> None:
    assert "not a proven cure" in review().headline


@pytest.mark.parametrize(
    ("history", "why"),
    [
        ({"age": 70, "conditions": ["chronic kidney disease"]}, "kidney team"),
        ({"sex": "female"}, "Tell us age"),
        ({"age": 2}, "under four"),
    ],
)
def test_no_foods_and_why(review: Callable[..., FoodReview], history: dict[str, Any], why: str) -> None:
    found = review(history, intake=["1 banana"])
    assert found.suggestions == ()
    assert why in found.why_none


def test_gaps_are_closed_when_they_can_be(
    review: Callable[..., FoodReview], healthy: Callable[..., Any]
) -> None:
    intake = [
        "2 bowls porridge",
        "2 glasses of milk",
        "1 baked potato",
        "100 g salmon",
        "2 bananas",
        "1 orange",
    ]
    found = review(healthy(sex="male", age=40), intake=intake)
    open_before = {t.id for t in found.totals if t.gap > 0.05 * (t.low or 0)}
    assert "magnesium" in open_before
    assert 1 <= len(found.suggestions) <= 4
    assert found.still_open.get("magnesium", 0.0) == 0.0


def test_likes_and_dislikes_change_the_answer(
    review: Callable[..., FoodReview], healthy: Callable[..., Any]
) -> None:
    intake = ["1 glass of milk", "1 banana"]
    first = review(healthy(), intake=intake).suggestions[0].food
    assert first not in [s.food for s in review(healthy(), intake=intake, dislikes=[first.name]).suggestions]


@pytest.mark.parametrize(
    ("history", "nutrients"),
    [
        ({"age": 72, "sex": "male", "medicines": ["ramipril"]}, {"potassium"}),
        ({"age": 72, "sex": "male", "conditions": ["heart failure"]}, {"potassium", "water"}),
        (
            {"age": 72, "sex": "male", "conditions": ["hyperparathyroidism"]},
            {"potassium", "calcium", "vitamin_d"},
        ),
        (
            {"age": 72, "conditions": ["chronic kidney disease"]},
            {"magnesium", "potassium", "calcium", "water"},
        ),
    ],
)
def test_no_amount_is_held_up_as_a_goal_against_a_limit(
    review: Callable[..., FoodReview], history: dict[str, Any], nutrients: set[str]
) -> None:
    found = review(history, intake=["1 egg"])
    held = {t.id for t in found.totals if t.status == "ask first"}
    assert nutrients <= held
    assert not held & found.still_open.keys()


def test_tea_in_pregnancy_is_not_called_liver(review: Callable[..., FoodReview]) -> None:
    found = review({"age": 30, "sex": "female", "pregnant": True}, intake=["tea"])
    assert found.warnings == ()


def test_potassium_tablets_are_warned_of_first(
    review: Callable[..., FoodReview], healthy: Callable[..., Any]
) -> None:
    found = review(healthy(), supplements=["potassium 500 mg"])
    assert found.warnings[0].says.startswith("You take potassium. Do not buy")
    assert "keep to what you agreed" in found.warnings[0].says


@pytest.mark.parametrize(
    ("entry", "word"), [("tonic water", "quinine"), ("1 pint beer", "alcohol"), ("1 raw egg", "firm")]
)
def test_folk_harm_is_named(review: Callable[..., FoodReview], entry: str, word: str) -> None:
    assert any(word in note.says for note in review(intake=[entry]).warnings)


def test_every_figure_opens_its_source(
    review: Callable[..., FoodReview], healthy: Callable[..., Any]
) -> None:
    found = review(healthy(), intake=["1 banana", "1 fillet mackerel"])
    assert {"usda_sr_legacy", "usda_sr28", "nasem2019_tables", "iom2005_water"} <= set(found.sources)
    assert set(found.sources) <= load().sources.keys()


def test_held_bounds_name_no_potassium_gap(review: Callable[..., FoodReview]) -> None:
    found = review({"age": 70, "sex": "female"}, intake=["1 banana"])
    assert not [s for s in found.suggestions if (s.brings["potassium"] or 0) > 500]
    assert bounds_of(read_request({}, load(), load_foods()), load(), load_foods()).not_raise == {"potassium"}
