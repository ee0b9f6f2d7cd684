"""Three-valued truth: a condition over a History is yes, no or unknown, and says what it read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from charley.history import Answer, History, LabResult
from charley.records.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Comparison,
    Condition,
    Has,
    Is,
    LabCompare,
    Not,
    OneFinding,
    ScoreAtLeast,
    WithinDays,
)
from charley.records.library import Library
from charley.records.rules import Score


class Truth(IntEnum):
    """Ordered so that `all` is the least and `any` the greatest of the parts."""

    NO = 0
    UNKNOWN = 1
    YES = 2


NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The truth of a condition, the known facts it rests on, and the unknown ones that could turn it."""

    truth: Truth
    read: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()


def judge(condition: Condition, history: History, library: Library, doubt_raises: bool = False) -> Verdict:
    """Evaluate a condition.

    With `doubt_raises`, `not` of an unknown holds: so an unanswered question that would speak against
    an emergency never holds the emergency back.
    """
    match condition:
        case Is() | Has() | Compare() | WithinDays():
            return _leaf(condition, history, library)
        case LabCompare():
            return _lab(condition, history)
        case ScoreAtLeast():
            return _score(condition, library.scores[condition.score], history, library, doubt_raises)
        case Not():
            return _negate(judge(condition.part, history, library, doubt_raises), doubt_raises)
        case AllOf():
            return _count(
                [judge(p, history, library, doubt_raises) for p in condition.parts], len(condition.parts)
            )
        case AnyOf():
            return _count([judge(p, history, library, doubt_raises) for p in condition.parts], 1)
        case AtLeast():
            return _count(
                [judge(p, history, library, doubt_raises) for p in condition.parts], condition.count
            )


def test(condition: OneFinding, history: History, library: Library) -> Truth:
    """The truth of a condition on one finding."""
    answer = history.answers.get(condition.finding)
    match condition:
        case Is():
            if answer is None:
                return Truth.UNKNOWN
            return _truth(answer in condition.values)
        case Has():
            return _holds(condition, answer, history)
        case Compare():
            if not isinstance(answer, float):
                return Truth.UNKNOWN
            return _truth(compare(answer, condition.comparison, condition.value))
        case WithinDays():
            return _within(condition, answer, library)


def compare(value: float, comparison: Comparison, limit: float) -> bool:
    """`value` against `limit`: "below" and "above" leave the limit itself out."""
    match comparison:
        case "at_least":
            return value >= limit
        case "at_most":
            return value <= limit
        case "above":
            return value > limit
        case "below":
            return value < limit


def compare_result(result: LabResult, comparison: Comparison, limit: float) -> Truth:
    """A laboratory result against a limit; a result such as "<5" settles only what it can."""
    holds = compare(result.value, comparison, limit)
    if result.bound == "exactly":
        return _truth(holds)
    looks_down = comparison in ("below", "at_most")
    if result.bound == "below":
        settled = result.value <= limit
        return _truth(looks_down) if settled else Truth.UNKNOWN
    settled = result.value >= limit
    return _truth(not looks_down) if settled else Truth.UNKNOWN


def _truth(value: bool) -> Truth:
    return Truth.YES if value else Truth.NO


def _holds(condition: Has, answer: Answer | None, history: History) -> Truth:
    if not isinstance(answer, frozenset):
        return Truth.UNKNOWN
    if not answer.isdisjoint(condition.values):
        return Truth.YES
    return Truth.UNKNOWN if condition.finding in history.partial else Truth.NO


def _within(condition: WithinDays, answer: Answer | None, library: Library) -> Truth:
    option = library.findings[condition.finding].option(str(answer)) if answer is not None else None
    if option is None or option.days is None:
        return Truth.UNKNOWN if answer is None else Truth.NO
    if option.days[1] <= condition.days:
        return Truth.YES
    return Truth.NO if option.days[0] >= condition.days else Truth.UNKNOWN


def _leaf(condition: OneFinding, history: History, library: Library) -> Verdict:
    return _verdict(condition.finding, test(condition, history, library))


@lru_cache(maxsize=10_000)
def _verdict(fact: str, truth: Truth) -> Verdict:
    """The verdict of a condition on one fact; there are few, and they are asked for all the time."""
    here = frozenset({fact})
    return Verdict(truth, missing=here) if truth is Truth.UNKNOWN else Verdict(truth, read=here)


def _lab(condition: LabCompare, history: History) -> Verdict:
    truths = [
        compare_result(result, condition.comparison, condition.value)
        for result in history.labs
        if result.analyte == condition.lab
    ]
    return _verdict(f"lab:{condition.lab}", max(truths, default=Truth.UNKNOWN))


def _negate(verdict: Verdict, doubt_raises: bool) -> Verdict:
    if verdict.truth is Truth.UNKNOWN:
        return Verdict(Truth.YES if doubt_raises else Truth.UNKNOWN, missing=verdict.missing)
    return Verdict(Truth.NO if verdict.truth is Truth.YES else Truth.YES, read=verdict.read)


def _count(parts: list[Verdict], needed: int) -> Verdict:
    """At least `needed` of the parts hold. Facts of parts that point the same way are what was read."""
    yes = [part.read for part in parts if part.truth is Truth.YES]
    if len(yes) >= needed:
        return Verdict(Truth.YES, NOTHING.union(*yes))
    open_ = [part.missing for part in parts if part.truth is Truth.UNKNOWN]
    if len(yes) + len(open_) >= needed:
        return Verdict(Truth.UNKNOWN, NOTHING.union(*yes), NOTHING.union(*open_))
    return Verdict(Truth.NO, NOTHING.union(*(part.read for part in parts if part.truth is Truth.NO)))


def _score(
    condition: ScoreAtLeast, score: Score, history: History, library: Library, doubt_raises: bool
) -> Verdict:
    gate = judge(score.apply_only_if, history, library, doubt_raises)
    if gate.truth is not Truth.YES:
        return gate
    if score.not_valid_when is not None:
        barred = judge(score.not_valid_when, history, library)
        if barred.truth is Truth.YES:
            return Verdict(Truth.NO, read=barred.read)
    verdicts = [(item.points, judge(item.when, history, library)) for item in score.items]
    sure = sum(points for points, verdict in verdicts if verdict.truth is Truth.YES)
    best = sure + sum(max(p, 0.0) for p, verdict in verdicts if verdict.truth is Truth.UNKNOWN)
    read = gate.read.union(*(v.read for _, v in verdicts if v.truth is Truth.YES))
    if sure >= condition.points:
        return Verdict(Truth.YES, read)
    missing = frozenset().union(*(v.missing for _, v in verdicts if v.truth is Truth.UNKNOWN))
    return Verdict(Truth.UNKNOWN if best >= condition.points else Truth.NO, read, missing)
