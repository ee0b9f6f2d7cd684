"""The texts of a plan: lines for its parts, and notes for groups of people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from charley.records.numbers import Figure
from charley.records.rules import Urgency
from charley.records.situations import Situation

PlanPart = Literal[
    "first", "urgent", "tonight", "this_week", "six_weeks", "come_back", "give_up", "prevention", "bring"
]
"""The parts of a plan. `first` stands before all else while questions are open, `urgent` below a call for
help; `come_back` says when to be seen, `give_up` when to end a trial of something."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line of a part.

    It is said when any situation of `when` holds (to everybody, when there is none) and none of `unless`
    does; with `intervention`, only while that intervention is one to do now; and from the level `least` on.
    """

    id: str
    part: PlanPart
    says: str
    when: tuple[Situation, ...]
    unless: tuple[Situation, ...]
    intervention: str
    least: Urgency
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """What a group of people should know besides: said when the situation holds.

    With `when_urgent` it is a word of safety, said also while somebody has to be seen the same day.
    """

    id: str
    name: str
    situation: Situation
    when_urgent: bool
    says: tuple[str, ...]
    figures: tuple[Figure, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanTexts:
    """The shelf: titles of the parts, lines in order, groups in order."""

    titles: Mapping[str, str]
    lines: tuple[PlanLine, ...]
    groups: tuple[PlanGroup, ...]
    situations: Mapping[str, Situation]
