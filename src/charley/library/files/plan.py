"""The shape of the plan's texts."""

from __future__ import annotations

from pydantic import Field

from charley.library.files.common import Level
from charley.library.shapes import FigureShape, Flag, Shape, Text
from charley.records.plan_texts import PlanPart


class TitleShape(Shape):
    part: PlanPart
    says: Text


class PlanLineShape(Shape):
    id: Text
    part: PlanPart
    says: Text
    when: list[Text] = Field(default_factory=list)
    unless: list[Text] = Field(default_factory=list)
    intervention: str = ""
    least: Level = "self_care"
    sources: list[Text] = Field(default_factory=list)


class PlanGroupShape(Shape):
    id: Text
    name: Text
    situation: Text
    when_urgent: Flag = False
    says: list[Text] = Field(min_length=1)
    figures: list[FigureShape] = Field(default_factory=list)
    sources: list[Text] = Field(min_length=1)


class PlanFile(Shape):
    titles: list[TitleShape] = Field(default_factory=list)
    lines: list[PlanLineShape] = Field(default_factory=list)
    groups: list[PlanGroupShape] = Field(default_factory=list)
