"""The choice of foods against an oracle that tries every plan, and the same answer every time."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charley.advice.food import load_foods
from charley.advice.food.menu import Plan, Problem, allowed, choose, cost_of
from charley.records.foods import Food, Foods

MANY = settings(max_examples=60)
POOL = sorted(food.id for food in load_foods().foods.values() if food.helping)
NUTRIENTS = ("magnesium", "calcium", "potassium", "vitamin_d", "vitamin_b6")


def every_plan(problem: Problem) -> list[Plan]:
    """All plans there are, one by one; written without the optimiser."""
    choices = [range(food.helping.most + 1 if food.helping else 1) for food in problem.foods]
    return [
        tuple((food.id, n) for food, n in zip(problem.foods, counts, strict=True) if n)
        for counts in product(*choices)
    ]


def oracle_cost(plan: Plan, problem: Problem) -> float:
    """The objective once more, from its text in planner.yaml (leaving out what only breaks ties)."""
    foods, p = {food.id: food for food in problem.foods}, problem.planner
    left = 0.0
    for nutrient, (gap, reference) in problem.gaps.items():
        brought = sum(_brings(foods[id_], nutrient, n) for id_, n in plan)
        left += max(0.0, gap - brought) / reference
    kcal = sum(_brings(foods[id_], "energy", n) for id_, n in plan)
    liked = sum(id_ in problem.likes for id_, _ in plan)
    return (
        p.cost_of_gap.value * left + p.cost_of_food.value * len(plan)
        + p.cost_of_helping.value * sum(n for _, n in plan)
        + p.cost_of_energy.value * kcal / 100 - p.worth_of_liking.value * liked
    )  # fmt: skip


def _brings(food: Food, nutrient: str, helpings: int) -> float:
    assert food.helping is not None
    return food.per_100g.get(nutrient, 0.0) * food.helping.grams * helpings / 100


def keeps_bounds(plan: Plan, problem: Problem) -> bool:
    foods = {food.id: food for food in problem.foods}
    groups = [foods[id_].group for id_, _ in plan]
    return (
        len(plan) <= 4
        and len(set(groups)) == len(groups)
        and all(
            sum(_brings(foods[i], n, k) for i, k in plan) <= most + 1e-9 for n, most in problem.caps.items()
        )
    )


def problem_with(
    foods: Foods, ids: list[str], gaps: dict[str, float], caps: dict[str, float], like: str = ""
) -> Problem:
    references = {r.nutrient: r.value for r in foods.references if r.stage == "female" and r.from_age == 51}
    return Problem(
        tuple(foods.foods[id_] for id_ in sorted(ids)),
        {nutrient: (share * references[nutrient], references[nutrient]) for nutrient, share in gaps.items()},
        caps, frozenset({like}), foods.planner,
    )  # fmt: skip


problems = st.builds(
    problem_with,
    st.just(load_foods()),
    st.lists(st.sampled_from(POOL), min_size=1, max_size=6, unique=True),
    st.dictionaries(st.sampled_from(NUTRIENTS), st.floats(0.05, 0.95), min_size=1),
    st.dictionaries(st.sampled_from(("energy", "sodium", "potassium")), st.floats(0, 600)),
    st.sampled_from(POOL),
)


@MANY
@given(problems)
def test_no_plan_there_is_costs_less(problem: Problem) -> None:
    plan = choose(problem)
    best = min(oracle_cost(p, problem) for p in every_plan(problem) if keeps_bounds(p, problem))
    assert keeps_bounds(plan, problem)
    assert oracle_cost(plan, problem) == pytest.approx(best, abs=1e-3)  # ties are broken by less than that


@MANY
@given(problems)
def test_the_cost_and_the_bounds_are_those_of_the_oracle(problem: Problem) -> None:
    for plan in every_plan(problem)[:40]:
        assert cost_of(plan, problem) == pytest.approx(oracle_cost(plan, problem), abs=1e-3)
        assert allowed(plan, problem) is keeps_bounds(plan, problem)


@MANY
@given(problems)
def test_the_same_question_has_the_same_answer(problem: Problem) -> None:
    assert choose(problem) == choose(problem)


def test_no_gap_or_no_food_needs_no_plan() -> None:
    foods = load_foods()
    assert choose(problem_with(foods, ["almonds"], {}, {})) == ()
    assert choose(problem_with(foods, [], {"magnesium": 0.5}, {})) == ()


def test_equal_foods_are_told_apart_by_their_place_in_the_alphabet() -> None:
    foods = load_foods()
    twin = replace(foods.foods["almonds"], id="aaa")
    problem = problem_with(foods, ["almonds"], {"magnesium": 0.2}, {})
    both = replace(problem, foods=(twin, *problem.foods))
    assert choose(both) == (("aaa", 1),)


def test_liking_decides_between_near_equals() -> None:
    foods = load_foods()
    ids = ["almonds", "cashews"]
    for liked in ids:
        assert choose(problem_with(foods, ids, {"magnesium": 0.2}, {}, liked)) == ((liked, 1),)
