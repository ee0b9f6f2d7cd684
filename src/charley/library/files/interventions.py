"""The shape of interventions."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from charley.library.shapes import FigureShape, Shape, Text
from charley.records.interventions import Certainty, Part, Role


class BarShape(Shape):
    situation: Text
    because: Text
    source: str = ""
    judged: str = ""

    @model_validator(mode="after")
    def _has_a_ground(self) -> BarShape:
        if bool(self.source) is bool(self.judged):
            raise ValueError("name the 'source', or say with 'judged' why there is none")
        return self


class AdaptationShape(Shape):
    situation: Text
    do: Text


class InsteadShape(Shape):
    situation: Text
    intervention: Text


class DoseShape(Shape):
    text: Text
    stated_by: Literal["label", "health service", "trial"]
    source: Text


class InterventionShape(Shape):
    id: Text
    name: Text
    kind: Text
    role: Role
    part: Part
    order: int = 50
    summary: Text
    how: list[Text] = Field(default_factory=list)
    worth_it: Text
    worth_it_when: list[Text] = Field(default_factory=list)
    only_for: list[Text] = Field(default_factory=list)
    instead: list[InsteadShape] = Field(default_factory=list)
    leading: list[Text] = Field(default_factory=list)
    effect: Text
    figures: list[FigureShape] = Field(default_factory=list)
    population: Text
    trials: int = Field(ge=0)
    certainty: Certainty
    harms: list[Text] = Field(min_length=1)
    never_when: list[BarShape] = Field(default_factory=list)
    ask_first_when: list[BarShape] = Field(default_factory=list)
    adapt_when: list[AdaptationShape] = Field(default_factory=list)
    dose: DoseShape | None = None
    relief: str = ""
    exercise: str = ""
    tests: list[Text] = Field(default_factory=list)
    for_clinicians: Text
    sources: list[Text] = Field(min_length=1)


class InterventionsFile(Shape):
    interventions: list[InterventionShape] = Field(min_length=1)
