"""The shape of the examination list, and of what must not be missed."""

from __future__ import annotations

from pydantic import Field, model_validator

from charley.library.shapes import ConditionShape, Flag, Shape, Text


class GroundedShape(Shape):
    sources: list[Text] = Field(default_factory=list)
    judged: str = ""

    @model_validator(mode="after")
    def _grounded(self) -> GroundedShape:
        if not self.sources and not self.judged:
            raise ValueError("name 'sources', or say with 'judged' why there are none")
        return self


class ExamLineShape(GroundedShape):
    id: Text
    says: Text
    causes: list[Text] = Field(min_length=1)
    when: ConditionShape | None = None


class NotMissedShape(GroundedShape):
    id: Text
    when: ConditionShape | None = None
    beside: list[Text] = Field(default_factory=list)
    causes: list[Text] = Field(default_factory=list)
    also: list[Text] = Field(default_factory=list)
    tests: list[Text] = Field(default_factory=list)
    suspect: Flag = False
    last: Flag = False

    @model_validator(mode="after")
    def _tied(self) -> NotMissedShape:
        if self.when is None and not self.beside:
            raise ValueError("say with 'when' or 'beside' for whom it is")
        if not self.causes and not self.also:
            raise ValueError("name 'causes' or 'also'")
        return self


class OnlyWithShape(GroundedShape):
    cause: Text
    when: ConditionShape


class TestOnlyWithShape(GroundedShape):
    test: Text
    when: ConditionShape


class ExaminationFile(Shape):
    examine: list[ExamLineShape] = Field(default_factory=list)
    not_missed: list[NotMissedShape] = Field(default_factory=list)
    only_with: list[OnlyWithShape] = Field(default_factory=list)
    tests_only_with: list[TestOnlyWithShape] = Field(default_factory=list)
    tests_once: list[list[Text]] = Field(default_factory=list)
