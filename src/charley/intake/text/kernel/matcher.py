"""The compiled walk as a Matcher: a word form is made ready for it when it is first met."""

from __future__ import annotations

from charley.intake.text.kernel import _walk
from charley.intake.text.matching import CAUGHT, MOST_FORMS, Chart, Here, Spans
from charley.records.lexicon import Net

LAYOUT = 2
"""Of what goes to the kernel and comes back; it is stated on both sides."""


class CompiledMatcher:
    """The same as `PlainMatcher`, in C (see `_walk.pyx`).

    Raises RuntimeError when the kernel was built from other sources than these.
    """

    def __init__(self, net: Net, shortest: bool = False) -> None:
        if getattr(_walk, "LAYOUT", None) != LAYOUT:
            raise RuntimeError("the compiled kernel is older than its sources: install the package anew")
        self._walk = _walk.Walk(
            net.keys, net.nodes, net.gap_nodes, net.gap_most, net.gap_behind, net.end_nodes, net.ends,
            sum(1 << symbol for symbol in CAUGHT),
        )  # fmt: skip
        self._inside, self._shortest = net.goes_on | net.later, shortest
        self._known: dict[str, bytes] = {}

    def find_all(self, chart: Chart, limits: list[int]) -> Spans:
        """Everything of the net that stands in the chart; nothing reaches past its token's limit."""
        known = self._known
        try:
            forms = [known[form] for form in chart.forms]
        except KeyError:
            both = zip(chart.forms, chart.plain, strict=True)
            forms = [known.get(form) or self._form(form, symbols) for form, symbols in both]
        return self._walk.find(forms, chart.added, limits, self._shortest)

    def _form(self, form: str, symbols: Here) -> bytes:
        """A word form for the kernel: the nodes that it begins at, and the symbols that steps inside take."""
        begun = [node for node in map(self._walk.behind, symbols) if node]
        inside = list(self._inside.intersection(symbols))
        made = self._walk.form(begun, inside)
        if len(self._known) < MOST_FORMS:
            self._known[form] = made
        return made
