"""Circumstances of a person that decide which relief and which exercise is safe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from charley.records.conditions import Condition


@dataclass(frozen=True, slots=True)
class Circumstance:
    """One circumstance, such as numb feet or poor balance.

    It holds when `when` holds (or the person belongs to `group`), and is ruled out only by `not_when`
    (or by not belonging to `group`), or by the person's own word. Everything between is unknown, and
    then `check` is said beside what it would forbid. With `asked_first`, relief asks it once before the
    first step instead. `flag` says that the command line has an option for it.
    """

    id: str
    name: str
    ask: str
    check: str
    when: Condition | None
    not_when: Condition | None
    group: str
    asked_first: bool
    flag: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Every circumstance by id."""

    by_id: Mapping[str, Circumstance]
