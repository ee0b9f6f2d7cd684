"""The shape of medicines, known conditions and laboratory values."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from charley.library.files.common import Factor, IcdPrefix, Level
from charley.library.shapes import Chance, ConditionShape, FindingTest, Flag, Shape, Span, Text

SideName = Literal["at_least", "at_most", "above", "below"]


class MedicineClassShape(Shape):
    id: Text
    name: Text
    about: Text
    background: Chance


class MedicineShape(Shape):
    id: Text
    name: Text
    also: list[Text] = Field(default_factory=list)
    brands: list[Text] = Field(default_factory=list)
    classes: list[Text] = Field(default_factory=list)
    vague: Flag = False


class MedicinesFile(Shape):
    classes: list[MedicineClassShape] = Field(default_factory=list)
    medicines: list[MedicineShape] = Field(default_factory=list)


class IllnessShape(Shape):
    id: Text
    name: Text
    also: list[Text] = Field(default_factory=list)
    icd10cm: list[IcdPrefix] = Field(default_factory=list)
    gives: list[FindingTest] = Field(default_factory=list)
    background: Chance | None = None


class IllnessesFile(Shape):
    conditions: list[IllnessShape]


class ConversionShape(Shape):
    factor: Factor
    offset: float = 0.0


class LabRangeShape(Shape):
    low: float | None = None
    high: float | None = None
    when: ConditionShape | None = None
    kind: Literal["stated", "derived", "judged"]
    source: str = ""
    where: str = ""
    why: str = ""


class LabLimitShape(Shape):
    at_least: float | None = None
    at_most: float | None = None
    above: float | None = None
    below: float | None = None

    def limit(self) -> tuple[SideName, float]:
        """The one side that is given, with its value."""
        sides: tuple[SideName, ...] = ("at_least", "at_most", "above", "below")
        given = [(side, getattr(self, side)) for side in sides if getattr(self, side) is not None]
        if len(given) != 1:
            raise ValueError("needs exactly one of at_least, at_most, above, below")
        return given[0]


class LabActionShape(LabLimitShape):
    level: Level
    when: ConditionShape | None = None
    why: Text
    kind: Literal["stated", "derived", "judged"]
    source: str = ""
    where: str = ""


class LabLinkShape(LabLimitShape):
    cause: Text
    chance: Chance
    background: Chance


class AnalyteFile(Shape):
    id: Text
    name: Text
    also: list[Text] = Field(default_factory=list)
    loinc: list[Text] = Field(default_factory=list)
    unit: Text
    units: dict[str, Factor | ConversionShape]
    bare: list[Text] = Field(default_factory=list)
    plausible: Span
    test: str = ""
    ranges: list[LabRangeShape] = Field(default_factory=list)
    action: list[LabActionShape] = Field(default_factory=list)
    speaks_for: list[LabLinkShape] = Field(default_factory=list)
