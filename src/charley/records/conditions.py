"""The words of the rule language: a small tree over findings, laboratory values and scores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Comparison = Literal["at_least", "at_most", "above", "below"]


@dataclass(frozen=True, slots=True)
class Is:
    """The finding's answer is one of `values`. A yes-or-no finding holds True or False."""

    finding: str
    values: tuple[bool | str, ...]


@dataclass(frozen=True, slots=True)
class Has:
    """The finding's list of answers holds at least one of `values`."""

    finding: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """The finding's number, in the unit of the finding, against `value`."""

    finding: str
    comparison: Comparison
    value: float


@dataclass(frozen=True, slots=True)
class WithinDays:
    """The finding's answer is a time that lies wholly within the last `days` days."""

    finding: str
    days: float


@dataclass(frozen=True, slots=True)
class LabCompare:
    """A laboratory value against a limit in the analyte's own unit."""

    lab: str
    comparison: Comparison
    value: float


@dataclass(frozen=True, slots=True)
class ScoreAtLeast:
    """A points score (such as Wells) reaches `points`."""

    score: str
    points: float


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Condition


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `count` of the parts hold."""

    count: int
    parts: tuple[Condition, ...]


OneFinding: TypeAlias = Is | Has | Compare | WithinDays
Condition: TypeAlias = OneFinding | LabCompare | ScoreAtLeast | AllOf | AnyOf | Not | AtLeast


def findings_in(condition: Condition) -> frozenset[str]:
    """Ids of every finding that a condition could read (not those of the scores it names)."""
    match condition:
        case Is() | Has() | Compare() | WithinDays():
            return frozenset({condition.finding})
        case AllOf() | AnyOf() | AtLeast():
            return frozenset().union(*(findings_in(part) for part in condition.parts))
        case Not():
            return findings_in(condition.part)
        case _:
            return frozenset()
