"""Urgency, red-flag rules, scores, and the thresholds of dangerous causes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from charley.records.conditions import Condition
from charley.records.numbers import Figure, Number


class Urgency(IntEnum):
    """How soon to be seen; a larger value is more urgent."""

    SELF_CARE = 0
    ROUTINE = 1
    WITHIN_DAYS = 2
    SAME_DAY = 3
    EMERGENCY_NOW = 4

    @property
    def word(self) -> str:
        """The name used in files and answers: `same_day`."""
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> Urgency:
        """The level of a word. Raises KeyError for a word that is no level."""
        return cls[word.upper()]


@dataclass(frozen=True, slots=True)
class AlsoTold:
    """A sentence that is told besides, only to those for whom `when` holds."""

    when: Condition
    says: str


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A rule: when `when` holds for somebody of `applies_to`, the answer is at least `level`.

    `tests` are those that somebody with this picture needs, the most pressing first.
    `may_follow` are causes that can turn into this picture: whoever may have one is asked for it.
    """

    id: str
    group: str
    level: Urgency
    applies_to: str
    picture: str
    when: Condition
    suspected: tuple[str, ...]
    tests: tuple[str, ...]
    why: str
    tell: str
    figures: tuple[Figure, ...]
    sources: tuple[str, ...]
    tell_also: tuple[AlsoTold, ...] = ()
    may_follow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreItem:
    points: float
    when: Condition


@dataclass(frozen=True, slots=True)
class Score:
    """A points score, counted only when it applies and is valid for the person."""

    id: str
    name: str
    apply_only_if: Condition
    not_valid_when: Condition | None
    items: tuple[ScoreItem, ...]
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A cause whose own urgency is `cause_urgency` and whose chance reaches `chance` sets `level`."""

    cause_urgency: Urgency
    chance: Number
    level: Urgency


@dataclass(frozen=True, slots=True)
class Floor:
    """The least level whenever `when` holds: somebody else is needed, though nothing is pressing."""

    id: str
    level: Urgency
    when: Condition
    why: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProvisionalText:
    """What is said instead of a harmless level while safety questions are open."""

    title: str
    do: str


@dataclass(frozen=True, slots=True)
class UrgencyText:
    """What a level means and what to do, for people."""

    level: Urgency
    title: str
    do: str
    clinician: str
