"""The shape of an exercise."""

from __future__ import annotations

from pydantic import Field, model_validator

from charley.library.files.poses import DrawingShape
from charley.library.shapes import FigureShape, NumberShape, Shape, Text
from charley.records.exercises import ExerciseKind, Grade, Position, Sides
from charley.records.poses import Muscle


class BarShape(Shape):
    circumstance: Text
    because: Text
    instead: str = ""


class DoseShape(Shape):
    hold: NumberShape | None = None
    repetitions: NumberShape | None = None
    rest: NumberShape | None = None
    lasts: NumberShape | None = None
    ready: int = Field(gt=0)

    @model_validator(mode="after")
    def _can_be_timed(self) -> DoseShape:
        for name in ("hold", "repetitions", "rest", "lasts"):
            number = getattr(self, name)
            if number is not None and (number.value != int(number.value) or number.value <= 0):
                raise ValueError(f"'{name}' must be a whole number above 0, so that it can be timed")
        if self.hold is None and (self.lasts is None or self.repetitions or self.rest):
            raise ValueError("a dose needs 'hold' with 'repetitions' or 'lasts', or 'lasts' alone")
        if self.hold is not None and (self.repetitions is None) == (self.lasts is None):
            raise ValueError("'hold' goes with exactly one of 'repetitions' and 'lasts'")
        return self


class CuesShape(Shape):
    ready: Text
    hold: Text
    rest: str = ""


class EvidenceOfUseShape(Shape):
    grade: Grade
    says: Text


class ExerciseFile(Shape):
    id: Text
    name: Text
    also: list[Text] = Field(default_factory=list)
    kind: ExerciseKind
    summary: Text
    muscles: list[Muscle]
    position: Position
    sides: Sides
    dose: DoseShape
    told_as: str = ""
    cues: CuesShape
    steps: list[Text] = Field(min_length=2)
    feel: Text
    cautions: list[Text] = Field(min_length=1)
    not_for: list[BarShape] = Field(min_length=1)
    evidence: EvidenceOfUseShape
    figures: list[FigureShape] = Field(default_factory=list)
    claims: list[Text] = Field(default_factory=list)
    interventions: list[Text] = Field(default_factory=list)
    sources: list[Text] = Field(min_length=1)
    drawing: DrawingShape
