"""The shape of relief files: steps, warnings, danger questions and the protocols made of them."""

from __future__ import annotations

from pydantic import Field, model_validator

from charley.library.files.common import Level
from charley.library.shapes import Flag, NumberShape, Shape, Text
from charley.records.relief import StepKind


class StepShape(Shape):
    id: Text
    kind: StepKind
    say: Text
    more: str = ""
    seconds: int = Field(gt=0, le=600)
    exercise: str = ""
    once: Flag = False
    unless: list[Text] = Field(default_factory=list)
    only: list[Text] = Field(default_factory=list)
    claims: list[Text] = Field(default_factory=list)
    interventions: list[Text] = Field(default_factory=list)
    sources: list[Text] = Field(min_length=1)


class WarningShape(Shape):
    id: Text
    says: Text
    because: Text
    only: list[Text] = Field(default_factory=list)
    claims: list[Text] = Field(default_factory=list)
    sources: list[Text] = Field(min_length=1)


class DangerShape(Shape):
    id: Text
    ask: Text
    do: Text
    level: Level
    at_once: Flag = False
    only: list[Text] = Field(default_factory=list)
    rules: list[Text] = Field(min_length=1)


class ProtocolShape(Shape):
    id: Text
    name: Text
    also: list[Text] = Field(default_factory=list)
    sites: list[Text] = Field(default_factory=list)
    summary: Text
    danger_first: Flag = False
    round: list[Text] = Field(default_factory=list)
    after: list[Text] = Field(min_length=1)
    warnings: list[Text] = Field(min_length=1)
    not_for: list[Text] = Field(min_length=1)
    sources: list[Text] = Field(min_length=1)


class PaceShape(Shape):
    check_after: NumberShape
    says: Text


class ReliefFile(Shape):
    protocols: list[ProtocolShape] = Field(default_factory=list)
    steps: list[StepShape] = Field(default_factory=list)
    warnings: list[WarningShape] = Field(default_factory=list)
    danger: list[DangerShape] = Field(default_factory=list)
    pace: PaceShape | None = None

    @model_validator(mode="after")
    def _holds_something(self) -> ReliefFile:
        if not (self.protocols or self.steps or self.warnings or self.danger or self.pace):
            raise ValueError("the file holds nothing")
        return self
