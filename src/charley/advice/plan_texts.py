"""The built-in texts of plans, and which of their lines are said to a person."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from charley.advice.likely import LEAST_SHOWN, likely_causes
from charley.advice.situations import any_holds
from charley.assessment import Assessment
from charley.history import History
from charley.library.shelves import load_shelf
from charley.records.library import Library
from charley.records.plan_texts import PlanLine, PlanTexts
from charley.records.rules import Urgency
from charley.truth import Truth


@cache
def plan_texts() -> PlanTexts:
    """The built-in texts of plans."""
    texts: PlanTexts = load_shelf("plan", PlanTexts)
    return texts


@dataclass(frozen=True, slots=True)
class Case:
    """One assessed person: what every part of a plan asks for."""

    history: History
    library: Library
    answer: Assessment
    leader: str = ""
    """The likeliest cause, when it is likely enough to be named."""

    @property
    def chances(self) -> dict[str, float]:
        """The chance of every cause that the assessment names."""
        found = {entry.id: entry.probability for entry in self.answer.ruled_out}
        return found | {cause.id: cause.probability for cause in self.answer.causes}

    @property
    def named(self) -> frozenset[str]:
        """The causes that the page may name: the likely ones; at an urgent level what its rules suspect."""
        if self.answer.urgency < Urgency.SAME_DAY:
            return frozenset(cause.id for cause in likely_causes(self.answer))
        chances = self.chances
        return frozenset(
            cause
            for rule in self.answer.red_flags
            for cause in rule.suspected
            if rule.level is self.answer.urgency
            or (rule.level >= Urgency.SAME_DAY and chances.get(cause, 0.0) >= LEAST_SHOWN)
        )

    def tells(self, pattern: str) -> bool:
        """Whether the person's own words hold a pattern."""
        return re.search(pattern, self.history.text, re.IGNORECASE) is not None


def is_said(line: PlanLine, doing: Container[str], case: Case) -> bool:
    """Whether a line is for this person, while the interventions of `doing` are in the plan."""
    if not line.least <= case.answer.urgency <= line.most:
        return False
    if line.intervention and line.intervention not in doing:
        return False
    if line.causes and case.leader not in line.causes:
        return False
    if line.flags and not _flagged(line, case):
        return False
    if line.named and case.named.isdisjoint(line.named):
        return False
    if line.words and not case.tells(line.words):
        return False
    if line.open and all(id_ in case.history.answers for id_ in line.open):
        return False
    if line.when and any_holds(line.when, case.history, case.library) is not Truth.YES:
        return False
    return any_holds(line.unless, case.history, case.library) is not Truth.YES


def _flagged(line: PlanLine, case: Case) -> bool:
    """Whether a rule of the line fired that counts on this page: of its own level, or for its causes."""
    fired = [rule for rule in case.answer.red_flags if rule.id in line.flags]
    if case.answer.urgency < Urgency.SAME_DAY:
        return bool(fired)
    return any(r.level is case.answer.urgency or not case.named.isdisjoint(r.suspected) for r in fired)
