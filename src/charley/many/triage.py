"""Triage of many people at once: the rules, and the voices of urgency, as in `charley.triage`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from charley.many.chances import Chances, Levels
from charley.many.knowledge import Knowledge
from charley.many.logic import NO, UNKNOWN, YES, Bytes, Mask, Truths
from charley.many.sheet import Numbers
from charley.many.who import Who
from charley.records.causes import Cause
from charley.records.derived import once_per_library
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.triage.urgency import REVIEW_CHANCE, cause_level


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules come to: the truth of every node, and of every rule, by rule and person."""

    known: Knowledge
    people: Who
    truths: Truths
    rules: list[Bytes]

    @property
    def everybody(self) -> Mask:
        """A mask of all people."""
        return np.ones(self.people.sheet.people, np.bool_)

    def fired(self) -> dict[int, Mask]:
        """The rules that hold for somebody, by their place."""
        masks = ((place, truth == YES) for place, truth in enumerate(self.rules))
        return {place: mask for place, mask in masks if mask.any()}

    def pending(self) -> Iterator[tuple[Urgency, dict[str, Mask]]]:
        """Level, and the missing facts with whom they are missing for, of rules that are open."""
        for (rule, node), truth in zip(self.known.rules, self.rules, strict=True):
            mask = truth == UNKNOWN
            if rule.level >= Urgency.WITHIN_DAYS and mask.any():
                yield rule.level, self.known.logic.missing(node, self.truths, mask)

    def holds(self, node: int) -> Mask:
        """For whom a condition holds."""
        mask: Mask = self.truths[node] == YES
        return mask


def judged(people: Who, known: Knowledge) -> Judged:
    """Every condition of the library for every person."""
    truths = known.logic.truths(people.sheet.columns)
    groups = {rule.applies_to: people.concerns(rule.applies_to) for rule, _ in known.rules}
    rules = [
        np.where(groups[rule.applies_to] == NO, np.uint8(NO), truths[node]) for rule, node in known.rules
    ]
    return Judged(known, people, truths, rules)


def safety_left(people: Who, known: Knowledge) -> dict[int, Mask]:
    """Core safety questions without an answer, by place of the finding: for whom they are left."""
    left = {}
    for place, finding in enumerate(known.library.findings.values()):
        if finding.is_core_safety:
            whom = people.concerns(finding.ask_of)
            waits = (whom != YES) if finding.ask_of == "pregnant_or_recent_birth" else (whom == NO)
            left[place] = ~people.sheet.answered[:, place] & ~waits
    return left


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice in the urgency of several people: `whose` are rows, `level` theirs."""

    name: str
    whose: Mask
    level: Levels


def voices(judged: Judged, found: Chances, worth_a_test: Mask) -> Iterator[Voice]:
    """Every voice that asks somebody for more than self-care."""
    known, sheet = judged.known, judged.people.sheet
    for place, mask in judged.fired().items():
        rule = known.rules[place][0]
        yield _voice(f"rule:{rule.id}", mask, rule.level)
    for action in known.actions:
        meant = judged.everybody if action.meant is None else judged.holds(action.meant)
        yield _voice(f"lab:{action.analyte}", judged.holds(action.past) & meant, action.level)
    levels = cause_levels(found.probability, known.library)
    for column in np.flatnonzero(levels.any(axis=0)):
        yield Voice(f"cause:{known.causes[column].id}", levels[:, column] > 0, levels[:, column])
    yield _voice("floor:nothing_known", ~sheet.known, Urgency.ROUTINE)
    yield _voice("floor:not_read", sheet.not_read, Urgency.ROUTINE)
    yield _voice("floor:not_sure", sheet.not_sure, Urgency.ROUTINE)
    for floor, node in known.floors:
        yield _voice(f"floor:{floor.id}", judged.holds(node), floor.level)
    yield _voice("floor:test", worth_a_test, Urgency.ROUTINE)


def _voice(name: str, whose: Mask, level: Urgency) -> Voice:
    return Voice(name, whose, np.full(len(whose), level, dtype=np.int8))


def cause_levels(probability: Numbers, library: Library) -> Levels:
    """The level that each cause asks for at its chance, by person and cause."""
    levels = np.zeros(probability.shape, dtype=np.int8)
    for chances, at in _steps(library):
        np.copyto(levels, at, where=probability >= chances)
    return levels


@once_per_library
def _steps(library: Library) -> list[tuple[Numbers, Levels]]:
    """The first chances from which each cause asks for a level, then the next ones, and those levels."""
    steps = [_steps_of(cause, library) for cause in library.causes.values()]
    longest = max(map(len, steps), default=0)
    never = (float("inf"), Urgency.SELF_CARE)
    rows = [[(*own, *[never] * longest)[k] for own in steps] for k in range(longest)]
    return [
        (np.array([chance for chance, _ in row]), np.array([level for _, level in row], dtype=np.int8))
        for row in rows
    ]


def _steps_of(cause: Cause, library: Library) -> list[tuple[float, Urgency]]:
    chances = {threshold.chance.value for threshold in library.thresholds} | {REVIEW_CHANCE}
    if cause.threshold is not None:
        chances.add(cause.threshold.value)
    steps, before = [], Urgency.SELF_CARE
    for chance in sorted(chances):
        level = cause_level(cause, chance, library)
        if level > before:
            steps.append((chance, level))
            before = level
    return steps
