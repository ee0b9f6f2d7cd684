"""The shape of a programme."""

from __future__ import annotations

from pydantic import Field

from charley.library.files.exercises import BarShape, EvidenceOfUseShape
from charley.library.shapes import FigureShape, NumberShape, Shape, Text


class ProgrammeFile(Shape):
    id: Text
    name: Text
    also: list[Text] = Field(default_factory=list)
    summary: Text
    for_whom: Text
    when: Text
    exercises: list[Text] = Field(min_length=1)
    weeks: NumberShape | None = None
    per_day: NumberShape | None = None
    opening: Text
    closing: Text
    expect: Text
    stop_if: Text
    not_for: list[BarShape] = Field(min_length=1)
    evidence: EvidenceOfUseShape
    figures: list[FigureShape] = Field(default_factory=list)
    claims: list[Text] = Field(default_factory=list)
    interventions: list[Text] = Field(default_factory=list)
    sources: list[Text] = Field(min_length=1)
