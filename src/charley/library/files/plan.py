"""The shape of the plan's texts."""

from __future__ import annotations

from pydantic import Field

from charley.library.files.common import Level
from charley.library.shapes import FigureShape, Flag, Shape, Text
from charley.records.plan_texts import Action, PlanPart


class TitleShape(Shape):
    part: PlanPart
    says: Text


class PlanLineShape(Shape):
    id: Text
    part: PlanPart
    says: Text
    when: list[Text] = Field(default_factory=list)
    unless: list[Text] = Field(default_factory=list)
    intervention: str = ""
    least: Level = "self_care"
    most: Level = "emergency_now"
    causes: list[Text] = Field(default_factory=list)
    flags: list[Text] = Field(default_factory=list)
    open: list[Text] = Field(default_factory=list)
    covers: list[Text] = Field(default_factory=list)
    judged: str = ""
    named: list[Text] = Field(default_factory=list)
    words: str = ""
    week: str = ""
    sources: list[Text] = Field(default_factory=list)


class SignShape(Shape):
    finding: Text
    says: Text


class AlarmShape(Shape):
    situation: Text
    signs: list[SignShape] = Field(min_length=1)
    do: Text
    level: Level


class OrderShape(Shape):
    level: Level
    says: Text
    flags: list[Text] = Field(default_factory=list)
    when: list[Text] = Field(default_factory=list)


class ConditionalShape(Shape):
    begins: Text
    situation: str = ""
    instead: str = ""
    says: str = ""
    words: str = ""


class AskFirstShape(Shape):
    when: list[Text] = Field(min_length=1)
    questions: list[Text] = Field(min_length=1)


class PlanTextShape(Shape):
    id: Text
    says: Text


class PlanGroupShape(Shape):
    id: Text
    name: Text
    situation: Text
    when_urgent: Flag = False
    says: list[Text] = Field(min_length=1)
    figures: list[FigureShape] = Field(default_factory=list)
    sources: list[Text] = Field(min_length=1)


class SignsShape(Shape):
    id: Text
    do: Action
    says: list[Text] = Field(min_length=1)
    findings: list[Text] = Field(default_factory=list)
    also: list[Text] = Field(default_factory=list)


class TriedShape(Shape):
    id: Text
    words: Text
    interventions: list[Text] = Field(default_factory=list)
    lines: list[Text] = Field(default_factory=list)
    says: Text


class ReplyShape(Shape):
    says: Text
    when: list[Text] = Field(default_factory=list)
    unless: list[Text] = Field(default_factory=list)
    least: Level = "self_care"
    most: Level = "emergency_now"
    causes: list[Text] = Field(default_factory=list)
    flags: list[Text] = Field(default_factory=list)
    sources: list[Text] = Field(default_factory=list)


class TopicShape(Shape):
    id: Text
    groups: list[list[Text]] = Field(min_length=1)
    unless: list[Text] = Field(default_factory=list)
    cause: str = ""
    settles: str = ""
    replies: list[ReplyShape] = Field(default_factory=list)
    asked: list[Text] = Field(min_length=2)
    other: list[Text] = Field(min_length=1)


class PlanFile(Shape):
    titles: list[TitleShape] = Field(default_factory=list)
    lines: list[PlanLineShape] = Field(default_factory=list)
    groups: list[PlanGroupShape] = Field(default_factory=list)
    alarms: list[AlarmShape] = Field(default_factory=list)
    orders: list[OrderShape] = Field(default_factory=list)
    conditionals: list[ConditionalShape] = Field(default_factory=list)
    ask_first: list[AskFirstShape] = Field(default_factory=list)
    texts: list[PlanTextShape] = Field(default_factory=list)
    short: list[PlanTextShape] = Field(default_factory=list)
    names: list[PlanTextShape] = Field(default_factory=list)
    conditions: list[PlanTextShape] = Field(default_factory=list)
    signs: list[SignsShape] = Field(default_factory=list)
    long_only: list[Text] = Field(default_factory=list)
    topics: list[TopicShape] = Field(default_factory=list)
    tried: list[TriedShape] = Field(default_factory=list)
