"""Findings: what can be observed or asked, and how common each answer is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from charley.records.conditions import Condition
from charley.records.numbers import Number

FindingType = Literal["yes_no", "choice", "multi", "number", "medicines", "conditions"]
Tier = Literal["core", "follow_up", "optional"]
AskOf = Literal[
    "everyone",
    "pregnant",
    "pregnant_or_recent_birth",
    "can_be_pregnant",
    "age_10_to_55_not_recorded_male",
    "age_16_plus",
    "child",
    "clinician",
]


@dataclass(frozen=True, slots=True)
class Option:
    """One allowed answer of a choice or a tick list. `days` says how long ago the answer means."""

    value: str
    says: str = ""
    background: Number | None = None
    days: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class SurvivalPoint:
    """Chance that a number is at least `at_least` among people who ask."""

    at_least: float
    chance: Number


@dataclass(frozen=True, slots=True)
class Finding:
    """One observable, with its question in plain words and how common each answer is.

    `background` is the chance of "yes" among people who ask about leg cramps or cramp-like leg
    pain. `episode` marks findings that describe the complaint itself rather than the person.
    Findings of one `cluster` travel together and are not counted twice.
    """

    id: str
    type: FindingType
    section: str
    tier: Tier
    question: str
    help: str = ""
    why: str = ""
    says: str = ""
    says_yes: str = ""
    says_no: str = ""
    ask_of: AskOf = "everyone"
    ask_if: Condition | None = None
    screen: str = ""
    episode: bool = False
    cluster: str = ""
    background: Number | None = None
    options: tuple[Option, ...] = ()
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    survival: tuple[SurvivalPoint, ...] = ()

    @property
    def is_core_safety(self) -> bool:
        """True for the questions that must be answered before anything reassures."""
        return self.section == "safety" and self.tier == "core"

    def option(self, value: str) -> Option | None:
        """The option with this value, or None."""
        return next((option for option in self.options if option.value == value), None)


@dataclass(frozen=True, slots=True)
class Screen:
    """One short tick list of safety questions."""

    id: str
    title: str
    intro: str
