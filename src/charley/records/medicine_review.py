"""The medicine review: which medicines can go with cramps, and what to ask about each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from charley.records.conditions import Condition
from charley.records.numbers import Figure
from charley.records.situations import Situation

Strength = Literal["good", "fair", "weak", "reports"]
"""How strong the proof is that the medicine goes with cramps; "reports" is only single reports or lists."""

NoteKind = Literal["cascade", "duplicate", "interaction"]


@dataclass(frozen=True, slots=True)
class MedicineUrgent:
    """What is said in place of the usual words while `when` holds: then the medicine is asked about today."""

    when: Condition
    says: str
    keep: str


@dataclass(frozen=True, slots=True)
class MedicineEntry:
    """A class of medicine that can go with cramps.

    `fits_within_days` is how long after the start (or a new dose) cramps still fit; `not_before_days` how
    long it has to be taken before they do. `keep` is what must not be done with it.
    """

    id: str
    cause: str
    strength: Strength
    says: str
    keep: str
    asks: tuple[str, ...]
    not_before_days: int
    fits_within_days: int
    tests: tuple[str, ...]
    for_clinicians: str
    figures: tuple[Figure, ...]
    sources: tuple[str, ...]
    urgent: MedicineUrgent | None = None


@dataclass(frozen=True, slots=True)
class MedicineNote:
    """Something about several medicines together: a prescribing cascade, a double, an interaction.

    It stands when all situations of `when` hold; with `twice`, when two or more medicines of that class
    are taken.
    """

    id: str
    kind: NoteKind
    when: tuple[Situation, ...]
    twice: str
    says: str
    asks: str
    for_clinicians: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MedicineMatter:
    """A medicine or class without a link to plain cramps that a clinician must still think of, and why."""

    id: str
    for_clinicians: str
    tests: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MedicineKnowledge:
    """The shelf: entries by class of medicine, notes, and what matters though it brings no cramps.

    `plain_words` are words such as "inhaler" with the medicines and classes that they can stand for.
    """

    entries: Mapping[str, MedicineEntry]
    notes: tuple[MedicineNote, ...]
    matters: Mapping[str, MedicineMatter] = field(default_factory=dict)
    plain_words: Mapping[str, frozenset[str]] = field(default_factory=dict)
