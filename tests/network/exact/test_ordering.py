"""The greedy rules: their prices, and that no price is out of date."""

from __future__ import annotations

import pytest
from exact_networks import case

from charley.network.exact.graph import neighbours, variables
from charley.network.exact.ordering import (
    RULES,
    Rule,
    eliminate,
    fewest_fill_ins,
    greedy_order,
    smallest_cluster,
)

STAR = [0b1110, 0b0001, 0b0001, 0b0001]
TRIANGLE = [0b110, 0b101, 0b011]
SQUARE = [0b1010, 0b0101, 0b1010, 0b0101]


@pytest.mark.parametrize(
    ("graph", "neighbour_count", "missing_pairs"),
    [
        pytest.param(STAR, 3, 3, id="the middle of a star joins all arms"),
        pytest.param(TRIANGLE, 2, 0, id="a triangle is complete"),
        pytest.param(SQUARE, 2, 1, id="a square lacks its diagonal"),
    ],
)
def test_prices_of_small_graphs(graph: list[int], neighbour_count: int, missing_pairs: int) -> None:
    assert smallest_cluster(graph, 0) == neighbour_count
    assert fewest_fill_ins(graph, 0) == 2 * missing_pairs


@pytest.mark.parametrize(("name", "price"), RULES)
def test_every_step_takes_the_variable_that_is_cheapest_then(name: str, price: Rule) -> None:
    told = case(0)
    adjacent = neighbours(told.network, variables(told.network, told.histories[9].positive))
    left = set(range(len(adjacent)))
    for variable in greedy_order(adjacent, price):
        assert price(adjacent, variable) == min(price(adjacent, other) for other in left), name
        eliminate(adjacent, variable)
        left.remove(variable)
    assert not left
