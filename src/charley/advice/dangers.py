"""What must be excluded and not be missed: by the rules, the leading cause and the circumstances."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from charley.assessment import Assessment
from charley.history import History
from charley.library.shelves import load_shelf
from charley.people import pregnancy_states
from charley.records.causes import Cause
from charley.records.examination import Examination, NotMissed
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.truth import Truth, judge

EXCLUDED_SHOWN, FEARED_SHOWN = 8, 7
LEAST_FEARED = 0.03
"""Chance of an unsettled danger from which it is named although nothing else points to it (judged)."""

LIKELY_ENOUGH = 0.1
"""Chance from which a cause that need not be seen today is named among those to exclude (judged)."""

CERTAIN = 0.5
WORTH = {Urgency.EMERGENCY_NOW: 100.0, Urgency.SAME_DAY: 30.0}
"""What missing a cause costs against one that can wait (judged, as for the person's page)."""

HARDLY = 0.01
"""A cause so many times rarer in somebody's state of pregnancy is not theirs."""

NEVER_WITHOUT = 0.93
"""A fact that all but everybody with a cause has: without it the cause is not feared."""


@dataclass(frozen=True, slots=True)
class Dangers:
    """Names of dangers in the order to think of them, those in the library as causes, and their tests."""

    names: tuple[str, ...]
    causes: tuple[str, ...]
    tests: tuple[str, ...] = ()


@cache
def examination() -> Examination:
    """The built-in shelf of what a clinician examines and must not miss."""
    shelf: Examination = load_shelf("examination", Examination)
    return shelf


def chances_of(answer: Assessment) -> dict[str, float]:
    """The chance of every cause that the assessment names."""
    found = {entry.id: entry.probability for entry in answer.ruled_out}
    return found | {cause.id: cause.probability for cause in answer.causes}


def to_exclude(answer: Assessment, history: History, library: Library) -> Dangers:
    """What the rules of today suspect, and what goes with it, such as a clot in the lung.

    What is more likely than not comes first; then the rules of the highest level, and of one level the cause
    with the most harm times chance.
    """
    rules = [rule for rule in answer.red_flags if rule.level >= Urgency.SAME_DAY]
    if not rules:
        return Dangers((), ())
    chances = chances_of(answer)
    suspected = dict.fromkeys(cause for rule in rules for cause in rule.suspected)
    levels = {id_: max(rule.level for rule in rules if id_ in rule.suspected) for id_ in suspected}
    theirs = [id_ for id_ in suspected if _is_theirs(id_, history, library)]
    fitting = [id_ for id_ in theirs if can_be_named(id_, history, library)] or theirs
    grave = [
        id_
        for id_ in fitting
        if library.causes[id_].urgency >= Urgency.SAME_DAY or chances.get(id_, 0.0) >= LIKELY_ENOUGH
    ]
    order = list(suspected)

    def place(id_: str) -> tuple[bool, int, float, int]:
        chance = chances.get(id_, 0.0)
        harm = WORTH.get(library.causes[id_].urgency, 1.0)
        return chance < CERTAIN, -levels[id_], -harm * chance, order.index(id_)

    ranked = sorted(grave or fitting, key=place)
    with_them = [one for one in _standing(ranked, history, library) if one.suspect]
    first = [one for one in with_them if not one.last]
    after = [one for one in with_them if one.last]
    # A danger with signs of its own, such as fever with chest pain, stands right behind the likeliest.
    causes = (*ranked[:1], *_causes(first), *ranked[1:EXCLUDED_SHOWN], *_causes(after))
    named = [library.causes[id_].name for id_ in dict.fromkeys(causes)]
    names = [*named[:1], *_also(first), *named[1:], *_also(after)]
    return _dangers(names, dict.fromkeys(causes), with_them)


def not_missed(
    leading: Iterable[str], shown: Iterable[str], answer: Assessment, history: History, library: Library
) -> Dangers:
    """What must not be missed beside the leading causes, apart from what the page names already."""
    shown = set(shown)
    standing = [one for one in _standing(leading, history, library) if not one.suspect]
    likely = [
        entry.id
        for entry in sorted(answer.ruled_out, key=lambda e: (-e.probability, e.id))
        if entry.urgency >= Urgency.SAME_DAY and not entry.settled and entry.probability >= LEAST_FEARED
    ]
    tied = set(_causes(standing))
    causes = [
        id_
        for id_ in dict.fromkeys((*_causes(standing), *likely))
        if id_ not in shown and _may_be_feared(id_, answer, history, library, id_ in tied)
    ]
    ruled = {entry.id: entry for entry in answer.ruled_out}
    urgent = [id_ for id_ in causes if library.causes[id_].urgency >= Urgency.SAME_DAY or id_ in ruled]
    ordered = [*urgent, *(id_ for id_ in causes if id_ not in urgent)]
    also = _also(standing)
    kept = ordered[: max(FEARED_SHOWN - len(also), 3)]
    return _dangers([*(library.causes[id_].name for id_ in kept), *also], kept, standing)


def can_be_named(id_: str, history: History, library: Library) -> bool:
    """Not a cause that lacks what it is never named without, such as a broken bone without a knock."""
    needed = examination().only_with.get(id_)
    return needed is None or judge(needed, history, library).truth is Truth.YES


def may_be_asked_for(test: str, history: History, library: Library) -> bool:
    """Not a test that lacks what it is never asked for without."""
    needed = examination().tests_only_with.get(test)
    return needed is None or judge(needed, history, library).truth is Truth.YES


def can_be(cause: Cause, history: History, library: Library, least: Truth = Truth.YES) -> bool:
    """Not a cause that hangs on what nobody told, such as dialysis; nor a medicine while no list is known."""
    if cause.kind == "drug" and history.answer("medicines") is None:
        return False
    return all(
        judge(entry.condition, history, library).truth >= least
        for entry in cause.evidence
        if entry.risk and entry.chance.value >= NEVER_WITHOUT
    )


def _may_be_feared(id_: str, answer: Assessment, history: History, library: Library, is_tied: bool) -> bool:
    """What the knowledge ties to this picture is named unless a fact that it needs is known to be missing."""
    settled = {entry.id for entry in answer.ruled_out if entry.settled}
    return (
        id_ not in settled
        and _is_theirs(id_, history, library)
        and can_be_named(id_, history, library)
        and can_be(library.causes[id_], history, library, Truth.UNKNOWN if is_tied else Truth.YES)
    )


def _is_theirs(id_: str, history: History, library: Library) -> bool:
    states = pregnancy_states(history)
    return any(library.causes[id_].by_pregnancy.get(state, 1.0) >= HARDLY for state in states)


def _standing(leading: Iterable[str], history: History, library: Library) -> list[NotMissed]:
    """The entries of the knowledge that are for this person."""
    in_play = set(leading)
    return [
        one
        for one in examination().not_missed
        if not (one.beside and one.beside.isdisjoint(in_play))
        if one.when is None or judge(one.when, history, library).truth is Truth.YES
    ]


def _causes(entries: Iterable[NotMissed]) -> Iterator[str]:
    return (id_ for one in entries for id_ in one.causes)


def _also(entries: Iterable[NotMissed]) -> list[str]:
    return list(dict.fromkeys(name for one in entries for name in one.also))


def _dangers(names: Iterable[str], causes: Iterable[str], entries: Iterable[NotMissed]) -> Dangers:
    tests = dict.fromkeys(test for one in entries for test in one.tests)
    return Dangers(tuple(dict.fromkeys(names)), tuple(causes), tuple(tests))
