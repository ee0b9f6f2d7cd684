"""The shape of guidelines."""

from __future__ import annotations

from pydantic import Field

from charley.library.shapes import Flag, Shape, Text


class GuidelinePointShape(Shape):
    topic: Text
    says: Text
    strength: Text
    seen: Flag = True
    when: list[Text] = Field(default_factory=list)


class GuidelineShape(Shape):
    id: Text
    body: Text
    year: str = ""
    country: Text
    scope: Text
    status: str = ""
    points: list[GuidelinePointShape] = Field(min_length=1)
    sources: list[Text] = Field(min_length=1)


class LeadingShape(Shape):
    situations: list[Text] = Field(default_factory=list)
    causes: list[Text] = Field(min_length=1)


class GuidelinesFile(Shape):
    guidelines: list[GuidelineShape] = Field(min_length=1)
    leading: list[LeadingShape] = Field(default_factory=list)
