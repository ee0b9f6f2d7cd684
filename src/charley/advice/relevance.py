"""Open safety questions in the order of this person's own dangers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from charley.assessment import Assessment
from charley.records.causes import Cause
from charley.records.conditions import findings_in
from charley.records.library import Library
from charley.records.rules import RedFlag, Urgency

POINTS = 2.0
"""An answer points to a cause when it is so many times as common with it (judged)."""

WORTH_ASKING = 0.15
"""Chance of a cause from which its dangers are asked for beyond the core questions (judged)."""

URGENT = {Urgency.SAME_DAY: 1.5, Urgency.EMERGENCY_NOW: 2.0}
"""How much more a danger weighs than a hint at a cause (judged): the more urgent one first."""

DANGER_SECTIONS = ("safety", "other_signs", "the_cramp")


def by_relevance(ids: Iterable[str], library: Library, answer: Assessment) -> tuple[str, ...]:
    """Findings with those first that would tell most of the dangers suspected, then of the likely causes.

    A question counts for every cause that it points to, and more for every urgent rule that reads it and that
    suspects such a cause or may follow it; one that has fired asks nothing more. Equal ones stay in the order
    in which they are asked.
    """
    worth: dict[str, float] = defaultdict(float)
    fired = {rule.id for rule in answer.red_flags}
    for finding, weight in _weights(library, _causes(answer), fired):
        worth[finding] += weight
    return tuple(sorted(ids, key=lambda id_: -round(worth[id_], 6)))


def pointed_at(library: Library, answer: Assessment) -> tuple[str, ...]:
    """Yes-or-no questions that an urgent rule of a suspected or likely cause reads, core safety or not."""
    causes = _causes(answer)
    found: dict[str, None] = {}
    for rule in library.red_flags.values():
        if rule.level >= Urgency.SAME_DAY and _weight(rule, causes) >= WORTH_ASKING:
            found |= dict.fromkeys(sorted(findings_in(rule.when)))
    return tuple(
        id_
        for id_ in found
        if library.findings[id_].type == "yes_no" and library.findings[id_].section in DANGER_SECTIONS
    )


def _weight(rule: RedFlag, causes: Mapping[str, float]) -> float:
    return max((causes.get(cause, 0.0) for cause in (*rule.suspected, *rule.may_follow)), default=0.0)


def _causes(answer: Assessment) -> Mapping[str, float]:
    """The weight of each cause: its chance, and one more when a rule of today suspects it."""
    weights: dict[str, float] = {cause.id: cause.probability for cause in answer.causes}
    weights |= {entry.id: entry.probability for entry in answer.ruled_out}
    for rule in answer.red_flags:
        if rule.level >= Urgency.SAME_DAY:
            for cause in rule.suspected:
                weights[cause] = 1 + weights.get(cause, 0.0)
    return weights


def _weights(library: Library, causes: Mapping[str, float], fired: Set[str]) -> Iterator[tuple[str, float]]:
    for id_, weight in causes.items():
        for finding in _pointers(library.causes[id_]):
            yield finding, weight
    for rule in library.red_flags.values():
        if rule.level >= Urgency.SAME_DAY and rule.id not in fired:
            weight = _weight(rule, causes)
            for finding in findings_in(rule.when):
                yield finding, weight * URGENT[rule.level]


def _pointers(cause: Cause) -> set[str]:
    """The questions whose answer points to a cause."""
    return {e.condition.finding for e in cause.evidence if e.chance.value >= POINTS * e.background.value}
