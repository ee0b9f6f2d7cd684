"""The shape of the claims: cards, and the groups of people who should take extra care."""

from __future__ import annotations

from pydantic import Field, model_validator

from charley.library.shapes import ConditionShape, FigureShape, Shape, Text
from charley.records.claims import Kind, Sure, Verdict


class CareGroupShape(Shape):
    id: Text
    says: Text
    when: ConditionShape | None = None


class LinksShape(Shape):
    interventions: list[Text] = Field(default_factory=list)
    exercises: list[Text] = Field(default_factory=list)
    causes: list[Text] = Field(default_factory=list)
    tests: list[Text] = Field(default_factory=list)
    red_flags: list[Text] = Field(default_factory=list)
    medicines: list[Text] = Field(default_factory=list)


class ClaimShape(Shape):
    id: Text
    claim: Text
    asks: Text
    words: list[Text] = Field(min_length=1)
    kind: Kind
    verdict: Verdict
    sure: Sure
    harm: str = ""
    if_taken: str = ""
    safer: str = ""
    why: Text
    careful: list[Text] = Field(default_factory=list)
    figures: list[FigureShape] = Field(default_factory=list)
    links: LinksShape = Field(default_factory=LinksShape)
    sources: list[Text] = Field(min_length=1)

    @model_validator(mode="after")
    def _warned(self) -> ClaimShape:
        if self.verdict == "harmful" and not self.harm:
            raise ValueError("a harmful claim needs 'harm': say what can happen")
        if self.verdict in ("harmful", "contradicted") and not self.safer:
            raise ValueError(f"a {self.verdict} claim needs 'safer': say what to do or know instead")
        if self.verdict == "harmful" and self.kind == "herb" and not self.if_taken:
            raise ValueError("a harmful herb needs 'if_taken': say what to do when it was taken already")
        return self


class ClaimsFile(Shape):
    section: Text
    title: Text
    groups: list[CareGroupShape] = Field(default_factory=list)
    cards: list[ClaimShape] = Field(default_factory=list)
