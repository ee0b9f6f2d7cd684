"""Scales, sources, the true-cramp features and the base rates."""

from __future__ import annotations

from pydantic import Field

from charley.library.shapes import Chance, FindingTest, Flag, NumberShape, Shape, Text


class ScalesFile(Shape):
    chance: dict[str, NumberShape]
    against: dict[str, NumberShape]


class SourceShape(Shape):
    citation: Text
    url: str = ""
    doi: str = ""
    pmid: str = ""
    seen: Flag
    read: str = ""


class SourcesFile(Shape):
    sources: dict[str, SourceShape]


class CrampFeatureShape(FindingTest):
    says: Text
    if_true_cramp: Chance
    if_look_alike: Chance


class TrueCrampFile(Shape):
    share: NumberShape
    features: list[CrampFeatureShape] = Field(min_length=1)


class BaseRateFile(Shape):
    any_in_a_month: NumberShape
    often_in_a_month: NumberShape
