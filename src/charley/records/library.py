"""The whole of the knowledge as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from charley.records.care import Test
from charley.records.catalogue import Analyte, Illness, Medicine, MedicineClass
from charley.records.causes import Cause
from charley.records.conditions import OneFinding
from charley.records.findings import Finding, Screen
from charley.records.numbers import Number, Source
from charley.records.population import Population
from charley.records.rules import Floor, ProvisionalText, RedFlag, Score, Threshold, Urgency, UrgencyText


@dataclass(frozen=True, slots=True)
class CrampFeature:
    """One agreed feature that tells a true cramp from a look-alike."""

    condition: OneFinding
    says: str
    if_true_cramp: Number
    if_look_alike: Number


@dataclass(frozen=True, slots=True)
class TrueCramp:
    """How a true cramp is told apart: the share of true cramps among people who ask, and features."""

    share: Number
    features: tuple[CrampFeature, ...]


@dataclass(frozen=True, slots=True)
class BaseRate:
    """How common night cramps are in people at large, for "people like you"."""

    any_in_a_month: Number
    often_in_a_month: Number


@dataclass(frozen=True, slots=True)
class Library:
    """Everything Charley knows: one version, one fingerprint, both carried by every answer.

    `losses` is the utility table of triage: what is lost, from 0 to 100, when the first level is advised
    and the cause asks for the second.
    """

    version: str
    fingerprint: str
    sources: Mapping[str, Source]
    findings: Mapping[str, Finding]
    screens: tuple[Screen, ...]
    causes: Mapping[str, Cause]
    red_flags: Mapping[str, RedFlag]
    scores: Mapping[str, Score]
    thresholds: tuple[Threshold, ...]
    losses: Mapping[Urgency, Mapping[Urgency, float]]
    floors: tuple[Floor, ...]
    urgency_texts: Mapping[Urgency, UrgencyText]
    provisional_text: ProvisionalText
    tests: Mapping[str, Test]
    medicine_classes: Mapping[str, MedicineClass]
    medicines: Mapping[str, Medicine]
    illnesses: Mapping[str, Illness]
    analytes: Mapping[str, Analyte]
    true_cramp: TrueCramp
    base_rate: BaseRate
    population: Population
