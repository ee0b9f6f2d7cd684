"""Where the lexicon's patterns stand in a row of tokens, in time linear in their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from charley.intake.text.nodes import NOTHING, Node, Nodes
from charley.records.lexicon import NUMBER, SPAN, TIME, Net, Uses

CAUGHT = frozenset((NUMBER, TIME, SPAN))
MOST_FORMS = 20_000
"""So many word forms are remembered."""

Here = Mapping[int, tuple[int, ...]]
"""The symbols that begin at a token, each with its lengths in tokens."""

Span = tuple[int, int, int]
"""First token, place after the last, and the token of a number or time caught on the way (or -1)."""


class Spans(Protocol):
    """For everything that ended its spans, each once; both in order."""

    def __iter__(self) -> Iterator[int]: ...

    def __len__(self) -> int: ...

    def __getitem__(self, end: int, /) -> list[Span]: ...

    def standing(self, uses: Uses, entries: bytes) -> list[tuple[int, int]]:
        """(Part, place in the rows) of each pattern of which all parts stand here, in order of parts; only of
        entries whose byte is not 0."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Which symbols begin at each token of a text: `plain` those of its word form, `added` by token those of
    phrases, numbers, times and names as (symbol, length)."""

    forms: list[str]
    plain: list[Here]
    added: dict[int, list[tuple[int, int]]]

    def here(self) -> list[Here]:
        """The same together: each symbol of a token with its lengths."""
        here = list(self.plain)
        for place, added in self.added.items():
            together = dict(here[place])
            for symbol, length in added:
                together[symbol] = (*together.get(symbol, ()), length)
            here[place] = together
        return here


class Form(NamedTuple):
    """A word form: all nodes behind it as one, and which of its symbols may go on at once or after a gap."""

    begun: Node
    goes_on: frozenset[int]
    later: frozenset[int]


@dataclass(frozen=True, slots=True)
class Row:
    """The tokens of a text as one net sees them: which symbols may go on, at once or after a gap."""

    here: list[Here]
    goes_on: list[frozenset[int]]
    later: list[frozenset[int]]


State = tuple[Node, int, int]
"""A node, the next token, and the token of what was caught."""


class PlainSpans(dict[int, list[Span]]):
    """What the plain walk found."""

    def standing(self, uses: Uses, entries: bytes) -> list[tuple[int, int]]:
        """See `Spans.standing`."""
        found = []
        for part in self:
            for at in range(uses.first[part], uses.first[part + 1]):
                others = uses.others[uses.others_first[at] : uses.others_first[at + 1]]
                if entries[uses.entries[at]] and all(other in self for other in others):
                    found.append((part, at))
        return found


class Matcher(Protocol):
    """A Net for walking."""

    def find_all(self, chart: Chart, limits: list[int]) -> Spans:
        """Everything of the net that stands in the chart; nothing reaches past its token's limit.

        The work at a token is bounded by the shape of the net, never by the length of the text.
        """


def matcher_of(net: Net, shortest: bool = False) -> Matcher:
    """The compiled walk, or the plain one where it was not built; both find the same.

    With `shortest`, only the shortest span of those that one thing has from one token.
    """
    try:
        from charley.intake.text.kernel.matcher import CompiledMatcher
    except ImportError:  # installed without a compiler
        return PlainMatcher(net, shortest)
    return CompiledMatcher(net, shortest)


class PlainMatcher:
    """A Net for walking, unfolded as far as it is walked.

    Most words begin many patterns of which none goes on, so all nodes behind one word form are walked as
    one, and that one is remembered: a lexicon with more patterns costs little more time.
    """

    def __init__(self, net: Net, shortest: bool = False) -> None:
        self._nodes, self._shortest = Nodes(net), shortest
        self._goes_on, self._later = net.goes_on, net.later
        self._forms: dict[str, Form] = {}

    def find_all(self, chart: Chart, limits: list[int]) -> Spans:
        """See `Matcher.find_all`."""
        forms = self._forms_of(chart)
        row = self._row(chart, forms)
        found: list[tuple[int, int, int, int]] = []
        stack: list[State] = []
        for start, limit in enumerate(limits):
            if forms[start].begun is not NOTHING:
                stack.append((forms[start].begun, start + 1, -1))
            if start in chart.added:
                self._begin_added(chart.added[start], start, limit, stack)
            while stack:
                node, place, caught = stack.pop()
                if node.ends:
                    found += [(end, start, place, caught) for end in node.ends]
                if place < limit and not node.wants.isdisjoint(row.goes_on[place]):
                    self._step(node, place, caught, row, limit, stack)
                if place < limit and node.later:
                    self._leap(node, place, caught, row, limit, stack)
        return self._grouped(sorted(set(found)))

    def _grouped(self, found: list[tuple[int, int, int, int]]) -> PlainSpans:
        result = PlainSpans()
        for end, start, place, caught in found:
            spans = result.setdefault(end, [])
            if not (self._shortest and spans and spans[-1][0] == start):
                spans.append((start, place, caught))
        return result

    def _row(self, chart: Chart, forms: list[Form]) -> Row:
        row = Row(chart.here(), [form.goes_on for form in forms], [form.later for form in forms])
        for place, added in chart.added.items():
            symbols = {symbol for symbol, _ in added}
            row.goes_on[place] |= symbols & self._goes_on
            row.later[place] |= symbols & self._later
        return row

    def _begin_added(self, added: list[tuple[int, int]], start: int, limit: int, stack: list[State]) -> None:
        """What begins with a phrase, a number, a time or a name."""
        for symbol, length in added:
            if symbol in self._nodes.root and start + length <= limit:
                held = start if symbol in CAUGHT else -1
                stack.append((self._nodes.node(self._nodes.root[symbol]), start + length, held))

    def _step(self, node: Node, place: int, caught: int, row: Row, limit: int, stack: list[State]) -> None:
        """Every step from a node over what begins at the next token."""
        for symbol in node.wants & row.goes_on[place]:
            self._land(node.steps[symbol], symbol, place, caught, row.here, limit, stack)

    def _leap(self, node: Node, place: int, caught: int, row: Row, limit: int, stack: list[State]) -> None:
        """Every step from a node over what begins a little later, over a gap."""
        for passed in range(place, min(place + node.most + 1, limit)):
            if not node.awaits.isdisjoint(row.later[passed]):
                for symbol in node.awaits & row.later[passed]:
                    near = [after for most, after in node.later[symbol] if passed - place <= most]
                    self._land(near, symbol, passed, caught, row.here, limit, stack)

    def _land(
        self,
        nodes: Iterable[int],
        symbol: int,
        place: int,
        caught: int,
        here: list[Here],
        limit: int,
        stack: list[State],
    ) -> None:
        held = place if caught < 0 and symbol in CAUGHT else caught
        ends = [place + length for length in here[place][symbol] if place + length <= limit]
        stack.extend([(self._nodes.node(node), end, held) for node in nodes for end in ends])

    def _forms_of(self, chart: Chart) -> list[Form]:
        known = self._forms
        return [
            known.get(form) or self._form(form, symbols)
            for form, symbols in zip(chart.forms, chart.plain, strict=True)
        ]

    def _form(self, form: str, symbols: Here) -> Form:
        begun = self._nodes.behind(symbols)
        new = Form(begun, self._goes_on.intersection(symbols), self._later.intersection(symbols))
        if len(self._forms) < MOST_FORMS:
            self._forms[form] = new
        return new
