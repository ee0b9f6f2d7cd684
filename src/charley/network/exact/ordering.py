"""Two greedy elimination orders; sets of variables are the bits of an integer.

Eliminating a variable joins all its neighbours. Finding the best order is NP-hard (Arnborg et al.
1987); smallest cluster and fewest fill-ins are the classic greedy rules (Kjærulff 1990), and neither
is always the better one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

Rule = Callable[[list[int], int], int]
"""The price of eliminating a variable from the graph now."""


def smallest_cluster(adjacent: list[int], variable: int) -> int:
    """The number of neighbours: the size of the table that would arise."""
    return adjacent[variable].bit_count()


def fewest_fill_ins(adjacent: list[int], variable: int) -> int:
    """Twice the number of pairs of neighbours that are not joined yet."""
    around = adjacent[variable]
    return sum((around & ~adjacent[other]).bit_count() - 1 for other in members(around))


RULES: tuple[tuple[str, Rule], ...] = (
    ("smallest cluster", smallest_cluster),
    ("fewest fill-ins", fewest_fill_ins),
)


def greedy_order(graph: Sequence[int], price: Rule) -> list[int]:
    """Eliminate the cheapest variable again and again; equal prices go to the lowest number."""
    adjacent = list(graph)
    prices = {variable: price(adjacent, variable) for variable in range(len(adjacent))}
    order: list[int] = []
    while prices:
        variable = min(prices, key=prices.__getitem__)
        del prices[variable]
        order.append(variable)
        for other in members(_touched(adjacent, eliminate(adjacent, variable))):
            prices[other] = price(adjacent, other)
    return order


def eliminate(adjacent: list[int], variable: int) -> int:
    """Take a variable out of the graph, join its neighbours, and return them."""
    around = adjacent[variable]
    for other in members(around):
        adjacent[other] = (adjacent[other] | around) & ~(1 << variable | 1 << other)
    adjacent[variable] = 0
    return around


def members(bits: int) -> Iterator[int]:
    """The places of the bits that are set, lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _touched(adjacent: list[int], around: int) -> int:
    """The variables whose price may have changed: the joined ones and all that are next to one of them."""
    touched = around
    for variable in members(around):
        touched |= adjacent[variable]
    return touched
