"""Where the lexicon's patterns stand in a row of tokens, in time linear in their number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from charley.records.lexicon import NUMBER, SHIFT, SPAN, TIME, Net

CAUGHT = (NUMBER, TIME, SPAN)
Here = Mapping[int, tuple[int, ...]]
"""The symbols that begin at a token, each with its lengths in tokens."""

Chart = list[Here]
Found = tuple[int, int, int, int]
"""What ended, its first token, the place after its last, and the token of a number or time caught on the
way (or -1)."""

State = tuple[int, int, int]
"""A node, the next token, and the token of what was caught."""


class Matcher:
    """A Net unfolded for walking: the steps of each node by symbol."""

    def __init__(self, net: Net) -> None:
        self.ends = net.ends
        self.gaps = net.gaps
        nodes = max(net.steps.values(), default=0)
        nodes = max([nodes, *(node for gaps in net.gaps.values() for _, node in gaps)])
        self.steps: list[dict[int, int]] = [{} for _ in range(nodes + 1)]
        low = (1 << SHIFT) - 1
        for key, node in net.steps.items():
            self.steps[key >> SHIFT][key & low] = node

    def find_all(self, chart: Chart, limits: Sequence[int]) -> list[Found]:
        """Everything of the net that stands in the chart; nothing reaches past its token's limit.

        The work at a token is bounded by the shape of the net, never by the length of the text.
        """
        found: list[Found] = []
        stack: list[State] = []
        for start, limit in enumerate(limits):
            self._step(chart, 0, start, -1, limit, stack)
            while stack:
                node, place, caught = stack.pop()
                if node in self.ends:
                    found.extend((end, start, place, caught) for end in self.ends[node])
                for most, after in self.gaps.get(node, ()):
                    wanted = self.steps[after].keys()
                    for passed in range(place, min(place + most + 1, limit)):
                        if not wanted.isdisjoint(chart[passed]):
                            self._step(chart, after, passed, caught, limit, stack)
                if place < limit and self.steps[node]:
                    self._step(chart, node, place, caught, limit, stack)
        return found

    def _step(self, chart: Chart, node: int, place: int, caught: int, limit: int, stack: list[State]) -> None:
        """Every step from a node over what begins at a token."""
        steps, here = self.steps[node], chart[place]
        for symbol in steps.keys() & here.keys():
            node, held = steps[symbol], place if caught < 0 and symbol in CAUGHT else caught
            ends = [place + length for length in here[symbol] if place + length <= limit]
            stack.extend([(node, end, held) for end in ends])
