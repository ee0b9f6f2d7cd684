"""The shape of a circumstance."""

from __future__ import annotations

from pydantic import Field, model_validator

from charley.library.shapes import ConditionShape, Flag, Shape, Text


class CircumstanceFile(Shape):
    id: Text
    name: Text
    ask: Text
    check: Text
    when: ConditionShape | None = None
    not_when: ConditionShape | None = None
    group: str = ""
    asked_first: Flag = False
    flag: Flag = False
    sources: list[Text] = Field(min_length=1)

    @model_validator(mode="after")
    def _can_hold(self) -> CircumstanceFile:
        if self.when is not None and self.group:
            raise ValueError("a circumstance takes one of 'when' and 'group', not both")
        if self.when is None and not self.group and not self.flag:
            raise ValueError("a circumstance that no history tells needs 'flag: true', so that a person can")
        return self
