"""The shape of rules, scores, urgency and tests."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from charley.library.files.common import Level
from charley.library.shapes import ConditionShape, FigureShape, Flag, NumberShape, Shape, Text


class AlsoShape(Shape):
    when: ConditionShape
    says: Text


class RedFlagShape(Shape):
    id: Text
    level: Level
    applies_to: Text
    picture: Text
    when: ConditionShape
    suspected: list[Text]
    tests: list[Text] = Field(default_factory=list)
    may_follow: list[Text] = Field(default_factory=list)
    why: Text
    tell: Text
    tell_also: list[AlsoShape] = Field(default_factory=list)
    figures: list[FigureShape] = Field(default_factory=list)
    sources: list[Text] = Field(min_length=1)


class RedFlagsFile(Shape):
    group: Text
    red_flags: list[RedFlagShape]


class ScoreItemShape(Shape):
    points: float
    when: ConditionShape


class ScoreShape(Shape):
    id: Text
    name: Text
    apply_only_if: ConditionShape
    not_valid_when: ConditionShape | None = None
    items: list[ScoreItemShape] = Field(min_length=1)
    note: str = ""
    sources: list[Text] = Field(min_length=1)


class ScoresFile(Shape):
    scores: list[ScoreShape]


class ThresholdShape(Shape):
    cause_urgency: Level
    chance: NumberShape
    level: Level


class FloorShape(Shape):
    id: Text
    level: Level
    when: ConditionShape
    why: Text
    sources: list[Text] = Field(min_length=1)


class LevelTextShape(Shape):
    level: Level
    title: Text
    do: Text
    clinician: Text


class ProvisionalShape(Shape):
    title: Text
    do: Text


Loss = Annotated[float, Field(ge=0, le=100)]


class LossRowShape(Shape):
    """What is lost when `advise` is advised, by the level that the cause asks for."""

    advise: Level
    self_care: Loss
    routine: Loss
    within_days: Loss
    same_day: Loss
    emergency_now: Loss


class LossesShape(Shape):
    kind: Literal["judged"]
    why: Text
    table: list[LossRowShape] = Field(min_length=5, max_length=5)


class UrgencyFile(Shape):
    losses: LossesShape
    levels: list[LevelTextShape]
    provisional: ProvisionalShape
    thresholds: list[ThresholdShape]
    floors: list[FloorShape]


class CodeShape(Shape):
    code: Text
    checked: Flag
    meaning: str = ""


class TestFile(Shape):
    __test__ = False

    id: Text
    name: Text
    kind: Text
    lay: Text
    loinc: str = ""
    loinc_checked: Flag = False
    loinc_other: list[CodeShape] = Field(default_factory=list)
    units: list[Text] = Field(default_factory=list)
    what_it_shows: Text
    worth_it_when: Text
    suggest_when: ConditionShape | None = None
    avoid_when: ConditionShape | None = None
    caveats: list[Text] = Field(default_factory=list)
    adult_reference: dict[str, str | list[str] | dict[str, str | list[str]]] = Field(default_factory=dict)
    pregnancy_reference: dict[str, str | list[str] | dict[str, str | list[str]]] = Field(default_factory=dict)
    action_thresholds: dict[str, str | list[str]] = Field(default_factory=dict)
    figures: list[FigureShape] = Field(default_factory=list)
    sources: list[Text] = Field(min_length=1)
