"""The symbolic half: which variable is summed out when, over which tables, and how large these are.

A plan depends on the structure of the network and on the set of positive findings, never on a number:
negative findings, priors, links and likelihoods may change under it, and it also serves any smaller
set of positives. Its size is known before any arithmetic, so a caller can refuse or gate.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from charley.network.exact.graph import Variables, neighbours, variables
from charley.network.exact.model import Network
from charley.network.exact.ordering import RULES, eliminate, greedy_order, members


@dataclass(frozen=True, slots=True)
class Child:
    """A bucket whose message arrives here, and where each entry of this table reads that message.

    The first variable of the child's scope is always the variable summed out here, so a message comes
    as two halves; `index` holds, for each state of this scope, the place within a half.
    """

    bucket: int
    index: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bucket:
    """Sums out one variable: a table of two halves (the variable absent, present) of 2 ** len(scope) each.

    `scope` holds the other variables of the table by the order of their own elimination; bit j of a
    table index is the state of scope[j].
    """

    variable: int
    scope: tuple[int, ...]
    children: tuple[Child, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The buckets in order of elimination; `entries` is the total number of table entries."""

    positives: frozenset[int]
    variables: Variables
    buckets: tuple[Bucket, ...]
    entries: int
    rule: str

    @property
    def width(self) -> int:
        """The number of variables of the largest table."""
        return max((len(bucket.scope) + 1 for bucket in self.buckets), default=0)


def plan(network: Network, positives: Iterable[int]) -> Plan:
    """The smaller of the two greedy plans for these positive findings."""
    positive = frozenset(positives)
    names = variables(network, positive)
    rule, order, best = _best_order(network, names)
    return _build(positive, names, order, best, rule)


def plan_within(network: Network, positives: Iterable[int], most: int) -> Plan | None:
    """The plan, or None when it has more than so many table entries; then no table is made."""
    positive = frozenset(positives)
    names = variables(network, positive)
    rule, order, best = _best_order(network, names)
    return _build(positive, names, order, best, rule) if _entries(best) <= most else None


def plan_size(network: Network, positives: Iterable[int]) -> int:
    """The table entries of `plan`, from the graph alone: no table is made, so any size can be asked."""
    return _entries(_best_order(network, variables(network, frozenset(positives)))[2])


def _best_order(network: Network, names: Variables) -> tuple[str, list[int], list[tuple[int, ...]]]:
    """Rule, order and scopes of the smaller of the two greedy eliminations."""
    graph = neighbours(network, names)
    orders = [(rule, greedy_order(graph, price)) for rule, price in RULES]
    scopes = [(rule, order, _scopes(graph, order)) for rule, order in orders]
    return min(scopes, key=lambda candidate: _entries(candidate[2]))


def plan_in_order(network: Network, positives: Iterable[int], order: Sequence[int]) -> Plan:
    """A plan that sums the variables out in a given order (numbers as in `graph`)."""
    positive = frozenset(positives)
    names = variables(network, positive)
    if sorted(order) != list(range(names.count())):
        raise ValueError("an order must hold every variable once")
    return _build(positive, names, order, _scopes(neighbours(network, names), order), "given")


def _scopes(graph: Sequence[int], order: Sequence[int]) -> list[tuple[int, ...]]:
    """For each step of the order the neighbours at that time, those eliminated sooner first."""
    turn = {variable: step for step, variable in enumerate(order)}
    adjacent = list(graph)
    return [tuple(sorted(members(eliminate(adjacent, v)), key=turn.__getitem__)) for v in order]


def _entries(scopes: Sequence[tuple[int, ...]]) -> int:
    """The total number of table entries: two halves per bucket."""
    return sum(2 << len(scope) for scope in scopes)


def _build(
    positive: frozenset[int],
    names: Variables,
    order: Sequence[int],
    scopes: Sequence[tuple[int, ...]],
    rule: str,
) -> Plan:
    """The tree of buckets: each sends its message to the bucket of the next variable of its scope."""
    turn = {variable: step for step, variable in enumerate(order)}
    children: list[list[Child]] = [[] for _ in order]
    for step, scope in enumerate(scopes):
        if scope:
            parent = turn[scope[0]]
            children[parent].append(Child(step, _index(scopes[parent], scope[1:])))
    buckets = zip(order, scopes, children, strict=True)
    tree = tuple(Bucket(variable, scope, tuple(below)) for variable, scope, below in buckets)
    return Plan(positive, names, tree, _entries(scopes), rule)


def _index(scope: Sequence[int], part: Sequence[int]) -> tuple[int, ...]:
    """For each state of a scope the state of a part of it, built by doubling."""
    bit = {variable: 1 << place for place, variable in enumerate(part)}
    index = [0]
    for variable in scope:
        index += [place | bit.get(variable, 0) for place in index]
    return tuple(index)
