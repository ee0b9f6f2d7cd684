"""Causes: one hypothesis each, with how likely it is, what raises it and what it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from charley.records.conditions import OneFinding
from charley.records.numbers import Figure, Number
from charley.records.rules import Urgency


@dataclass(frozen=True, slots=True)
class Evidence:
    """P(`condition` | the cause is behind the complaint), beside the same chance in the background.

    `background` is the chance among all people who ask. `leak` is the chance among those whose cause
    says nothing of it: the background less what the causes that do produce it bring in.
    """

    condition: OneFinding
    chance: Number
    background: Number
    risk: bool
    leak: float = 0.0
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Against:
    """A sign that fits the cause badly: present, it multiplies the odds by about `weight`."""

    condition: OneFinding
    weight: Number
    background: Number


@dataclass(frozen=True, slots=True)
class Cause:
    """One hypothesis. `prior` is per 1,000 adults of 40 to 64 who ask; the maps multiply it."""

    id: str
    name: str
    clinical_name: str
    icd10cm: str
    icd10cm_note: str
    group: str
    kind: str
    mimic: bool
    also_true_cramp: bool
    summary: str
    for_clinicians: str
    mechanism: tuple[str, ...]
    mechanisms: tuple[str, ...]
    evidence_it_causes_cramps: str
    prior: Number
    by_age: Mapping[str, float]
    by_sex: Mapping[str, float]
    by_pregnancy: Mapping[str, float]
    true_cramp: Number
    contributes: Number
    evidence: tuple[Evidence, ...]
    argues_against: tuple[Against, ...]
    urgency: Urgency
    threshold: Number | None
    review_floor: Urgency | None
    who_to_see: tuple[str, ...]
    confirmed_by: tuple[str, ...]
    excluded_by: tuple[str, ...]
    look_for: tuple[str, ...]
    figures: tuple[Figure, ...]
    sources: tuple[str, ...]
