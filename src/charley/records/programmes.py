"""Programmes: exercises done one after another, for some weeks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from charley.records.exercises import Bar, Evidence
from charley.records.numbers import Figure, Number


@dataclass(frozen=True, slots=True)
class Programme:
    """Exercises in order, and for how long. `weeks` and `per_day` are None where no source says so."""

    id: str
    name: str
    also: tuple[str, ...]
    summary: str
    for_whom: str
    when: str
    exercises: tuple[str, ...]
    weeks: Number | None
    per_day: Number | None
    opening: str
    closing: str
    expect: str
    stop_if: str
    not_for: tuple[Bar, ...]
    evidence: Evidence
    figures: tuple[Figure, ...]
    claims: tuple[str, ...]
    interventions: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Programmes:
    """Every programme by id."""

    by_id: Mapping[str, Programme]
