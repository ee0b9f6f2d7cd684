"""The shape of situations."""

from __future__ import annotations

from pydantic import Field, model_validator

from charley.library.shapes import ConditionShape, Shape, Text


class SituationShape(Shape):
    id: Text
    says: Text
    applies_to: Text = "everyone"
    when: ConditionShape | None = None
    also_when: ConditionShape | None = None

    @model_validator(mode="after")
    def _settled_by_something(self) -> SituationShape:
        if self.when is None and self.applies_to == "everyone":
            raise ValueError("a situation of everyone needs 'when'")
        return self


class SituationsFile(Shape):
    situations: list[SituationShape] = Field(min_length=1)
