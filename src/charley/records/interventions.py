"""Interventions: what may be tried against cramps, what trials showed, and for whom it is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from charley.records.numbers import Figure
from charley.records.situations import Situation

Role = Literal["self_care", "clinician", "no_help", "never"]
"""`self_care`: a person may do it alone; `clinician`: to be talked over; `no_help`: it did not help or has no
trial and no reason; `never`: never offered to anybody."""

Part = Literal["tonight", "this_week", "six_weeks", "prevention", "clinic"]
"""The part of a plan in which an intervention stands."""

Certainty = Literal["high", "moderate", "low", "very low", "none"]
"""How sure the effect (or its lack) is; "none" when nobody has tested it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A situation that speaks against an intervention, with its reason and where that comes from.

    Either `source` names a publication, or `judged` says why there is none.
    """

    situation: Situation
    because: str
    source: str = ""
    judged: str = ""


@dataclass(frozen=True, slots=True)
class Adaptation:
    """How an intervention is done otherwise in a situation."""

    situation: Situation
    do: str


@dataclass(frozen=True, slots=True)
class Dose:
    """An amount that a label, a health service or a trial states; never our own advice."""

    text: str
    stated_by: Literal["label", "health service", "trial"]
    source: str


@dataclass(frozen=True, slots=True)
class Intervention:
    """One thing that may be tried.

    It is worth it when any situation of `worth_it_when` holds (for everybody when there is none). It
    concerns only people in all situations of `only_for`. `leading` names causes one of which must lead the
    list, for what was tried only in such people. `instead` maps situations to the intervention that is
    meant for them. `trials` counts the randomised trials behind the statement.
    """

    id: str
    name: str
    kind: str
    role: Role
    part: Part
    order: int
    summary: str
    how: tuple[str, ...]
    worth_it: str
    worth_it_when: tuple[Situation, ...]
    only_for: tuple[Situation, ...]
    instead: tuple[tuple[Situation, str], ...]
    leading: tuple[str, ...]
    effect: str
    figures: tuple[Figure, ...]
    population: str
    trials: int
    certainty: Certainty
    harms: tuple[str, ...]
    never_when: tuple[Bar, ...]
    ask_first_when: tuple[Bar, ...]
    adapt_when: tuple[Adaptation, ...]
    dose: Dose | None
    relief: str
    exercise: str
    tests: tuple[str, ...]
    for_clinicians: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Interventions:
    """The shelf: every intervention by id, and the situations that they name."""

    by_id: Mapping[str, Intervention]
    situations: Mapping[str, Situation]
