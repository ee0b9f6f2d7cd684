"""A condition of the rule language in words."""

from __future__ import annotations

from collections.abc import Sequence

from charley.records.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Has,
    Is,
    LabCompare,
    Not,
    OneFinding,
    ScoreAtLeast,
    WithinDays,
)
from charley.records.library import Library
from charley.wording import number_text


def in_words(condition: Condition, library: Library) -> str:
    """The condition as one line, with the units of its numbers; brackets only where they are needed."""
    match condition:
        case AllOf():
            return " and ".join(_part(part, library) for part in condition.parts)
        case AnyOf():
            return " or ".join(_part(part, library) for part in condition.parts)
        case AtLeast():
            listed = ", ".join(in_words(part, library) for part in condition.parts)
            return f"at least {condition.count} of ({listed})"
        case Not():
            return f"not {_part(condition.part, library)}"
        case LabCompare():
            unit = library.analytes[condition.lab].unit
            return f"{condition.lab} {_limit(condition, unit)}"
        case ScoreAtLeast():
            return f"score {condition.score} at least {number_text(condition.points)}"
        case _:
            return _finding(condition, library)


def _part(part: Condition, library: Library) -> str:
    """A part of a larger condition, in brackets when it joins several parts itself."""
    joined = isinstance(part, AllOf | AnyOf) and len(part.parts) > 1
    return f"({in_words(part, library)})" if joined else in_words(part, library)


def _finding(condition: OneFinding, library: Library) -> str:
    match condition:
        case Is():
            return f"{condition.finding} is {_one_of([_answer(value) for value in condition.values])}"
        case Has():
            return f"{condition.finding} has {_one_of(condition.values)}"
        case Compare():
            return f"{condition.finding} {_limit(condition, library.findings[condition.finding].unit)}"
        case WithinDays():
            return f"{condition.finding} within {number_text(condition.days)} days"


def _one_of(values: Sequence[str]) -> str:
    return values[0] if len(values) == 1 else f"one of ({', '.join(values)})"


def _limit(condition: Compare | LabCompare, unit: str) -> str:
    return f"{condition.comparison.replace('_', ' ')} {number_text(condition.value)} {unit}".rstrip()


def _answer(value: bool | str) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value
