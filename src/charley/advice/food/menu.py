"""The choice of a few foods that close the gaps: a small exact optimisation, the same answer every time.

The objective stands in `knowledge/foods/planner.yaml`. For each food f that may be named: x(f) helpings (a
whole number) and y(f), one when it is used; for each nutrient n with a gap: u(n), what stays open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from charley.records.foods import Food, Planner

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TIE = 1e-5
"""Cost of a food's place in the alphabet: equal plans are told apart, and always the same way."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is chosen from.

    `gaps` maps nutrient to (open amount, reference); `caps` maps nutrient to the most that may be added.
    A food whose amount of a capped nutrient was not measured must not be among `foods`; of a gap's
    nutrient it counts as bringing none.
    """

    foods: tuple[Food, ...]
    gaps: Mapping[str, tuple[float, float]]
    caps: Mapping[str, float]
    likes: frozenset[str]
    planner: Planner


Plan = tuple[tuple[str, int], ...]
"""Food ids with their helpings, in order of id."""


def choose(problem: Problem) -> Plan:
    """The best plan; empty when nothing is worth adding."""
    if not problem.foods or not any(gap for gap, _ in problem.gaps.values()):
        return ()
    from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]

    cost, integrality, upper = _variables(problem)
    rows, low, high = _constraints(problem)
    found = milp(
        cost,
        integrality=integrality,
        bounds=Bounds(0, upper),
        constraints=LinearConstraint(rows, low, high),
        options={"mip_rel_gap": 0.0},
    )
    if found.x is None:
        raise RuntimeError(f"the choice of foods failed: {found.message}")  # doing nothing is always allowed
    helpings = (round(float(value)) for value in found.x[: len(problem.foods)])
    return tuple((f.id, n) for f, n in zip(problem.foods, helpings, strict=True) if n)


def cost_of(plan: Plan, problem: Problem) -> float:
    """The objective of a plan, as it is written in the library."""
    foods = {food.id: food for food in problem.foods}
    ranks = {food.id: rank for rank, food in enumerate(problem.foods)}
    total = sum(
        n * _helping_cost(foods[id_], problem) + _food_cost(foods[id_], ranks[id_], problem)
        for id_, n in plan
    )
    for nutrient, (gap, reference) in problem.gaps.items():
        added = sum(n * helping_brings(foods[id_], nutrient) for id_, n in plan)
        total += problem.planner.cost_of_gap.value * max(0.0, gap - added) / reference
    return total


def allowed(plan: Plan, problem: Problem) -> bool:
    """Whether a plan keeps to every bound."""
    foods = {food.id: food for food in problem.foods}
    groups = [foods[id_].group for id_, _ in plan]
    few = len(plan) <= int(problem.planner.most_foods.value) and len(groups) == len(set(groups))
    return few and all(
        sum(n * helping_brings(foods[id_], nutrient) for id_, n in plan) <= most + 1e-9
        for nutrient, most in problem.caps.items()
    )


def helping_brings(food: Food, nutrient: str) -> float:
    """The amount that one helping is sure to bring."""
    return food.brings(nutrient, _helping(food)) or 0.0


def _helping(food: Food) -> float:
    return food.helping.grams if food.helping else 0.0


def _most(food: Food) -> int:
    return food.helping.most if food.helping else 0


def _helping_cost(food: Food, problem: Problem) -> float:
    energy = helping_brings(food, "energy") / 100 * problem.planner.cost_of_energy.value
    return problem.planner.cost_of_helping.value + energy


def _food_cost(food: Food, rank: int, problem: Problem) -> float:
    liking = problem.planner.worth_of_liking.value if food.id in problem.likes else 0.0
    return problem.planner.cost_of_food.value - liking + rank * TIE


def _variables(problem: Problem) -> tuple[NDArray[np.float64], NDArray[np.int_], NDArray[np.float64]]:
    """Costs, which variables are whole, and upper bounds: all x, then all y, then all u."""
    import numpy as np

    foods, gaps = problem.foods, problem.gaps.values()
    cost = [_helping_cost(food, problem) for food in foods]
    cost += [_food_cost(food, rank, problem) for rank, food in enumerate(foods)]
    cost += [problem.planner.cost_of_gap.value / reference for _, reference in gaps]
    whole = [1] * (2 * len(foods)) + [0] * len(problem.gaps)
    upper = [float(_most(food)) for food in foods] + [1.0] * len(foods) + [gap for gap, _ in gaps]
    return np.array(cost), np.array(whole), np.array(upper)


def _constraints(problem: Problem) -> tuple[NDArray[np.float64], list[float], list[float]]:
    """Rows with their least and greatest values."""
    import numpy as np

    rows: list[Sequence[float]] = []
    low: list[float] = []
    high: list[float] = []
    for row, least, most in _rows(problem):
        rows.append(row)
        low.append(least)
        high.append(most)
    return np.array(rows), low, high


def _rows(problem: Problem) -> list[tuple[list[float], float, float]]:
    foods, gaps = problem.foods, list(problem.gaps)
    count, endless = len(foods), float("inf")
    rows: list[tuple[list[float], float, float]] = []
    for index, nutrient in enumerate(gaps):  # what is brought and what stays open make up the gap
        left = [1.0 if i == index else 0.0 for i in range(len(gaps))]
        brought = [helping_brings(food, nutrient) for food in foods]
        rows.append((brought + [0.0] * count + left, problem.gaps[nutrient][0], endless))
    for nutrient, most in problem.caps.items():
        rows.append(
            ([helping_brings(f, nutrient) for f in foods] + [0.0] * (count + len(gaps)), -endless, most)
        )
    for i, food in enumerate(foods):  # a food has helpings only when it is used
        used = [0.0] * (2 * count + len(gaps))
        used[i], used[count + i] = 1.0, -1.0
        if _food_cost(food, i, problem) <= 0:  # else using it for nothing never pays
            rows.append((list(used), 0.0, float(_most(food) - 1)))
        used[count + i] = -float(_most(food))
        rows.append((list(used), -endless, 0.0))
    for group in dict.fromkeys(food.group for food in foods):
        one = [1.0 if food.group == group else 0.0 for food in foods]
        rows.append(([0.0] * count + one + [0.0] * len(gaps), 0.0, 1.0))
    few = float(int(problem.planner.most_foods.value))
    rows.append(([0.0] * count + [1.0] * count + [0.0] * len(gaps), 0.0, few))
    return rows
