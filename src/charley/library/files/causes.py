"""The shape of a cause."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from charley.library.files.common import IcdCode, Level
from charley.library.shapes import Chance, FigureShape, FindingTest, Flag, NumberShape, Shape, Text


class EvidenceShape(FindingTest):
    chance: Chance
    figures: list[FigureShape] = Field(default_factory=list)


class AgainstShape(FindingTest):
    weight: Chance
    figures: list[FigureShape] = Field(default_factory=list)


class AgeShape(Shape):
    under_16: float = Field(ge=0)
    from_16: float = Field(ge=0)
    from_40: float = Field(ge=0)
    from_65: float = Field(ge=0)


class SexShape(Shape):
    female: float = Field(ge=0)
    male: float = Field(ge=0)


class PregnancyShape(Shape):
    pregnant: float = Field(ge=0)
    recent_birth: float = Field(ge=0)
    neither: float = Field(ge=0)


Mechanism = Literal[
    "electrolytes",
    "blood_supply",
    "nerve",
    "muscle_fatigue",
    "muscle_energy",
    "muscle_damage",
    "joint_or_bone",
    "brain_or_cord",
    "skin_or_vein",
    "sleep_movement",
]


class CauseFile(Shape):
    id: Text
    name: Text
    clinical_name: Text
    icd10cm: IcdCode
    icd10cm_note: str = ""
    group: Text
    kind: Literal["disease", "risk_factor", "drug", "physiological_state"]
    mimic: Flag
    also_true_cramp: Flag
    summary: Text
    for_clinicians: Text
    mechanism: list[Text] = Field(min_length=2)
    mechanisms: list[Mechanism]
    evidence_it_causes_cramps: str = ""
    prior: NumberShape
    by_age: AgeShape
    by_sex: SexShape | None = None
    by_pregnancy: PregnancyShape | None = None
    true_cramp: Chance
    contributes: Chance
    raised_by: list[EvidenceShape] = Field(default_factory=list)
    produces: list[EvidenceShape] = Field(default_factory=list)
    argues_against: list[AgainstShape] = Field(default_factory=list)
    urgency: Level
    threshold: NumberShape | None = None
    review_floor: Level | None = None
    who_to_see: list[Text]
    confirmed_by: list[Text]
    excluded_by: list[Text]
    look_for: list[Text] = Field(default_factory=list)
    figures: list[FigureShape] = Field(default_factory=list)
    sources: list[Text] = Field(min_length=1)
