"""The shape of the examination list."""

from __future__ import annotations

from pydantic import Field, model_validator

from charley.library.shapes import Shape, Text


class ExamLineShape(Shape):
    id: Text
    says: Text
    causes: list[Text] = Field(min_length=1)
    sources: list[Text] = Field(default_factory=list)
    judged: str = ""

    @model_validator(mode="after")
    def _grounded(self) -> ExamLineShape:
        if not self.sources and not self.judged:
            raise ValueError("name 'sources', or say with 'judged' why there are none")
        return self


class ExaminationFile(Shape):
    examine: list[ExamLineShape] = Field(min_length=1)
