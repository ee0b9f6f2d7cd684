"""Where the groups that the rules of scope speak of stand."""

from __future__ import annotations

from charley.intake.matching import Chart
from charley.records.lexicon import SCOPE_GROUPS, Lexicon


class Marks:
    """For a group by name: the tokens where one of its phrases begins, and where that phrase ends."""

    def __init__(self, chart: Chart, lexicon: Lexicon) -> None:
        self._places: dict[str, dict[int, int]] = {name: {} for name in SCOPE_GROUPS}
        groups = {lexicon.groups[name]: self._places[name] for name in SCOPE_GROUPS}
        known: dict[str, list[dict[int, int]]] = {}
        for place, form in enumerate(chart.forms):
            if form not in known:
                known[form] = [groups[symbol] for symbol in groups.keys() & chart.plain[place].keys()]
            for group in known[form]:
                group[place] = place + 1
            for symbol, length in chart.added.get(place, ()):
                if symbol in groups:
                    groups[symbol][place] = max(groups[symbol].get(place, 0), place + length)

    def has(self, group: str, place: int) -> bool:
        """Whether a phrase of the group begins at a token."""
        return place in self._places[group]

    def end(self, group: str, place: int) -> int:
        """The place after the longest phrase of the group that begins at a token; 0 without one."""
        return self._places[group].get(place, 0)

    def places(self, group: str) -> dict[int, int]:
        """Every place of a group with its end."""
        return self._places[group]
