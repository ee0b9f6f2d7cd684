"""The examination list reaches every cause that somebody can be seen for."""

from __future__ import annotations

from charley.advice.clinician import examination
from charley.records.library import Library
from charley.records.rules import Urgency


def test_every_dangerous_cause_has_something_to_examine(library: Library) -> None:
    covered = frozenset().union(*(line.causes for line in examination().lines.values()))
    dangerous = {cause.id for cause in library.causes.values() if cause.urgency >= Urgency.SAME_DAY}
    assert sorted(dangerous - covered) == []


def test_every_line_fits_a_visit(library: Library) -> None:
    for line in examination().lines.values():
        assert len(line.says.split()) <= 32, line.id
