"""Tests worth discussing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from charley.records.conditions import Condition
from charley.records.numbers import Figure


@dataclass(frozen=True, slots=True)
class Test:
    """A test: what it shows, when it is worth it, and what it cannot show."""

    id: str
    name: str
    kind: str
    lay: str
    loinc: str
    loinc_checked: bool
    units: tuple[str, ...]
    what_it_shows: str
    worth_it_when: str
    suggest_when: Condition | None
    avoid_when: Condition | None
    caveats: tuple[str, ...]
    adult_reference: Mapping[str, Any]
    pregnancy_reference: Mapping[str, Any]
    action_thresholds: Mapping[str, Any]
    figures: tuple[Figure, ...]
    sources: tuple[str, ...]

    __test__ = False  # pytest must not collect this value
