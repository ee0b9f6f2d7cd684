"""Exercises and first-aid moves, each with its dose, its limits and its drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from charley.records.numbers import Figure, Number
from charley.records.poses import Drawing, Muscle

ExerciseKind = Literal["stretch", "strength", "movement", "rest", "first_aid"]
Position = Literal["standing", "sitting", "lying", "walking", "cycling"]
Sides = Literal["each", "both", "one"]
"""Each leg in turn, both together, or only the leg that cramps."""
Grade = Literal["low", "very low", "none"]


@dataclass(frozen=True, slots=True)
class Bar:
    """Somebody whom this is not for: a circumstance, why, and the exercise to do instead, if there is one."""

    circumstance: str
    because: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Dose:
    """How long and how often, seconds and counts. Either `hold` and what goes with it, or `lasts` alone.

    With `hold` and `lasts`, holding and resting are repeated until `lasts` is over. `ready` is the time to
    get into position; it is a matter of pace and no part of any trial.
    """

    hold: Number | None
    repetitions: Number | None
    rest: Number | None
    lasts: Number | None
    ready: int


@dataclass(frozen=True, slots=True)
class Cues:
    """What is spoken: getting ready, holding, resting."""

    ready: str
    hold: str
    rest: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """How sure we are that it changes cramps, and why, in plain words."""

    grade: Grade
    says: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise or first-aid move.

    `claims` and `interventions` are the ids of the evidence that speak of it. `told_as` is what the claim
    itself says of its dose, where it says anything.
    """

    id: str
    name: str
    also: tuple[str, ...]
    kind: ExerciseKind
    summary: str
    muscles: tuple[Muscle, ...]
    position: Position
    sides: Sides
    dose: Dose
    told_as: str
    cues: Cues
    steps: tuple[str, ...]
    feel: str
    cautions: tuple[str, ...]
    not_for: tuple[Bar, ...]
    evidence: Evidence
    figures: tuple[Figure, ...]
    claims: tuple[str, ...]
    interventions: tuple[str, ...]
    sources: tuple[str, ...]
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Exercises:
    """Every exercise by id."""

    by_id: Mapping[str, Exercise]
