"""The shape of findings and of the safety screens."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from charley.library.shapes import Chance, ConditionShape, Shape, Span, Text


class OptionShape(Shape):
    value: Text
    says: str = ""
    background: Chance | None = None
    days: Span | None = None


class SurvivalShape(Shape):
    at_least: float
    chance: Chance


class FindingShape(Shape):
    id: Text
    type: Literal["yes_no", "choice", "multi", "number", "medicines", "conditions"]
    tier: Literal["core", "follow_up", "optional"]
    question: Text
    help: str | None = None
    why: str = ""
    says: str = ""
    says_yes: str = ""
    says_no: str = ""
    ask_of: Literal[
        "everyone",
        "pregnant",
        "pregnant_or_recent_birth",
        "can_be_pregnant",
        "age_10_to_55_not_recorded_male",
        "age_16_plus",
        "child",
        "clinician",
    ] = "everyone"
    ask_if: ConditionShape | None = None
    screen: str = ""
    about: Literal["episode", "person"] = "person"
    cluster: str = ""
    background: Chance | None = None
    options: list[OptionShape] = Field(default_factory=list)
    unit: str = ""
    min: float | None = None
    max: float | None = None
    background_at_least: list[SurvivalShape] = Field(default_factory=list)


class FindingsFile(Shape):
    section: Text
    findings: list[FindingShape]


class ScreenShape(Shape):
    id: Text
    title: Text
    intro: str = ""


class ScreensFile(Shape):
    screens: list[ScreenShape]
