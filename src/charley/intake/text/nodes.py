"""The places of a net, each unfolded when it is first reached."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from charley.records.lexicon import SHIFT, Net


class Node(NamedTuple):
    """A place in the net: what ends here, the nodes behind each next symbol (`wants`), and the same behind
    a gap (`awaits`) with the most tokens that it lets pass."""

    ends: tuple[int, ...]
    steps: Mapping[int, tuple[int, ...]]
    later: Mapping[int, tuple[tuple[int, int], ...]]
    most: int
    wants: frozenset[int]
    awaits: frozenset[int]


NOTHING = Node((), {}, {}, 0, frozenset(), frozenset())
"""Where no pattern begins."""


class Nodes:
    """The nodes of a net, and the steps from its root."""

    def __init__(self, net: Net) -> None:
        self._net = net
        self._known: dict[int, Node] = {}
        self.root = self._steps(0)

    def behind(self, symbols: Iterable[int]) -> Node:
        """All nodes behind a first word, as one."""
        return self._as_one([self.root[symbol] for symbol in symbols if symbol in self.root])

    def node(self, number: int) -> Node:
        """One node."""
        node = self._known.get(number)
        if node is None:
            node = self._known[number] = self._as_one([number])
        return node

    def _steps(self, node: int) -> dict[int, int]:
        """Where each symbol leads from a node."""
        keys, low = self._net.keys, (1 << SHIFT) - 1
        first = bisect_left(keys, node << SHIFT)
        last = bisect_left(keys, node + 1 << SHIFT, first)
        return {keys[at] & low: self._net.nodes[at] for at in range(first, last)}

    def _ends(self, node: int) -> list[int]:
        first = bisect_left(self._net.end_nodes, node)
        last = bisect_right(self._net.end_nodes, node, first)
        return list(self._net.ends[first:last])

    def _gaps(self, node: int) -> Iterator[tuple[int, int]]:
        """The gaps of a node: the most tokens that may pass, and the node behind."""
        first = bisect_left(self._net.gap_nodes, node)
        last = bisect_right(self._net.gap_nodes, node, first)
        return zip(self._net.gap_most[first:last], self._net.gap_behind[first:last], strict=True)

    def _as_one(self, numbers: list[int]) -> Node:
        steps: defaultdict[int, list[int]] = defaultdict(list)
        later: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        gaps = [gap for number in numbers for gap in self._gaps(number)]
        for number in numbers:
            for symbol, after in self._steps(number).items():
                steps[symbol].append(after)
        for most, behind in gaps:
            for symbol, after in self._steps(behind).items():
                later[symbol].append((most, after))
        ends = tuple(end for number in numbers for end in self._ends(number))
        if not (ends or steps or later):
            return NOTHING
        return Node(
            ends,
            {symbol: tuple(after) for symbol, after in steps.items()},
            {symbol: tuple(after) for symbol, after in later.items()},
            max((most for most, _ in gaps), default=0),
            frozenset(steps),
            frozenset(later),
        )
