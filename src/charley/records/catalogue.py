"""Catalogues: medicines, illnesses and laboratory analytes, and what each means as a finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from charley.records.conditions import Comparison, Condition, Has, Is
from charley.records.numbers import Number
from charley.records.rules import Urgency
from charley.units import Conversion


@dataclass(frozen=True, slots=True)
class MedicineClass:
    id: str
    name: str
    about: str
    background: Number


@dataclass(frozen=True, slots=True)
class Medicine:
    """A medicine under its generic name, other spellings and brands, with the classes it counts as.

    `vague` words ("circulation tablets") say that something is taken, not what: it can be of any class.
    """

    id: str
    name: str
    also: tuple[str, ...]
    brands: tuple[str, ...]
    classes: tuple[str, ...]
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Illness:
    """A known illness: plain names, ICD-10-CM prefixes, and the findings it answers."""

    id: str
    name: str
    also: tuple[str, ...]
    icd10cm: tuple[str, ...]
    gives: tuple[Is | Has, ...]
    background: Number | None = None


@dataclass(frozen=True, slots=True)
class LabRange:
    """A reference interval, for whom `when` holds (everybody, when None). An end may be open."""

    low: float | None
    high: float | None
    when: Condition | None
    kind: str
    source: str
    where: str


@dataclass(frozen=True, slots=True)
class LabAction:
    """A value past this limit sets a level of urgency, whatever the story."""

    comparison: Comparison
    value: float
    level: Urgency
    when: Condition | None
    why: str
    kind: str
    source: str
    where: str


@dataclass(frozen=True, slots=True)
class LabLink:
    """A value past this limit speaks for a cause: its chance given the cause, and in the background."""

    cause: str
    comparison: Comparison
    value: float
    chance: Number
    background: Number


@dataclass(frozen=True, slots=True)
class Analyte:
    """One laboratory quantity with its own conversion table. `bare` are the units, beside its own, in which
    people give a number alone: a sugar of 180 is mg/dL, but nobody says a potassium of 20 and means mg/dL."""

    id: str
    name: str
    also: tuple[str, ...]
    loinc: tuple[str, ...]
    unit: str
    units: Mapping[str, Conversion]
    plausible: tuple[float, float]
    test: str
    ranges: tuple[LabRange, ...]
    actions: tuple[LabAction, ...]
    speaks_for: tuple[LabLink, ...]
    bare: tuple[str, ...] = ()
