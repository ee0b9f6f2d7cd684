"""What the tests of the food planner share: the shelf, and short ways to ask it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from charley.advice.food import FoodRequest, FoodReview, load_foods, read_request, review_food
from charley.records.foods import Foods
from charley.records.library import Library

KNOWN = {"long_term_conditions": "none", "medicines": "none", "diabetes": "no"}
"""Findings of a person who has nothing that limits food."""


@pytest.fixture(scope="session")
def foods() -> Foods:
    return load_foods()


@pytest.fixture(scope="session")
def ask(library: Library, foods: Foods) -> Callable[..., FoodRequest]:
    """A request from keywords: history keys stand in `history`, the rest is the request's own."""

    def build(history: dict[str, Any] | None = None, **request: Any) -> FoodRequest:
        return read_request({"history": history or {}, **request}, library, foods)

    return build


@pytest.fixture(scope="session")
def review(library: Library, foods: Foods, ask: Callable[..., FoodRequest]) -> Callable[..., FoodReview]:
    """The review of such a request."""
    return lambda history=None, **request: review_food(ask(history, **request), library, foods)


@pytest.fixture(scope="session")
def healthy() -> Callable[..., dict[str, Any]]:
    """A history without limits: age and sex, and no illness or medicine."""

    def build(age: float = 70, sex: str = "female", **more: Any) -> dict[str, Any]:
        return {"age": age, "sex": sex, "findings": KNOWN} | more

    return build
