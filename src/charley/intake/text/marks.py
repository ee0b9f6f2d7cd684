"""Where the groups that the rules of scope speak of stand."""

from __future__ import annotations

from charley.intake.text.chart import Speller
from charley.intake.text.matching import Chart
from charley.intake.text.tokens import Token
from charley.records.lexicon import CONDITION, SCOPE_GROUPS, SPAN, TIME

FOUND = {CONDITION: "<condition>", TIME: "<time>", SPAN: "<span>"}
"""What the readers of names and times found, as groups."""

SIGN = "<sign>"
"""The group of the places where a sign of the body is told."""


OVER = frozenset(("past", "eased", "gone", "ended"))
"""Groups that say that something is over. A mark within a phrase of theirs parts it: "I was fine, now my face
droops" tells of nothing that is "fine now"."""


def _is_parted(items: list[Token], start: int, end: int) -> bool:
    return any(items[place].before for place in range(start + 1, end))


class Marks:
    """For a group by name: the tokens where one of its phrases begins, and where that phrase ends."""

    def __init__(self, chart: Chart, speller: Speller, items: list[Token]) -> None:
        self._places: dict[str, dict[int, int]] = {
            name: {} for name in (*SCOPE_GROUPS, *FOUND.values(), SIGN)
        }
        added, group_of = chart.added, {**speller.group_of, **FOUND}
        for place, names in enumerate(speller.groups_of(chart.forms)):
            for name in names:
                self._places[name][place] = place + 1
            for symbol, length in added.get(place, ()):
                name = group_of.get(symbol, "")
                if name and not (name in OVER and _is_parted(items, place, place + length)):
                    places = self._places[name]
                    places[place] = max(places.get(place, 0), place + length)

    def note_signs(self, places: frozenset[int]) -> None:
        """Keep where signs of the body stand; they are found after the words of the groups."""
        self._places[SIGN] = {place: place + 1 for place in places}

    def has(self, group: str, place: int) -> bool:
        """Whether a phrase of the group begins at a token."""
        return place in self._places[group]

    def end(self, group: str, place: int) -> int:
        """The place after the longest phrase of the group that begins at a token; 0 without one."""
        return self._places[group].get(place, 0)

    def places(self, group: str) -> dict[int, int]:
        """Every place of a group with its end."""
        return self._places[group]
