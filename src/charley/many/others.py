"""What else is said of many people: feared causes, tests, and changes that would matter."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

import numpy as np

from charley.feared import FEARED_FROM, RULED_OUT_BELOW, pointers_of
from charley.many.chances import Chances
from charley.many.knowledge import Knowledge
from charley.many.logic import NO, UNKNOWN, YES, Mask
from charley.many.sheet import Numbers, Places
from charley.many.triage import Judged, cause_levels
from charley.records.derived import once_per_library
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.testing import LIKELY, MOST, POLICY_KINDS

PLACES = 1 << 16
"""More than there are causes: what is sorted is a number that carries its place."""


@dataclass(frozen=True, slots=True)
class Feared:
    """By person and place: feared causes that are not listed, most dangerous and most likely first."""

    count: Places
    cause: Places
    probability: Numbers
    settled: Mask
    open_questions: Places


@once_per_library
def _feared(library: Library) -> Places:
    """The feared causes, most dangerous first, then by id."""
    causes = list(library.causes.values())
    feared = [place for place, cause in enumerate(causes) if cause.urgency >= FEARED_FROM]
    return np.array(sorted(feared, key=lambda i: (-causes[i].urgency, causes[i].id)), dtype=np.intp)


def feared(judged: Judged, found: Chances, listed: Mask, suspected: Mask) -> Feared:
    """`listed` and `suspected` are by person and cause."""
    known = judged.known
    causes = _feared(known.library)
    rounded = np.round(found.probability[:, causes], 5)
    urgency = np.array([known.causes[cause].urgency for cause in causes], dtype=np.int64)
    key = -(urgency * 200_000 + np.rint(rounded * 1e5).astype(np.int64)) * PLACES + np.arange(len(causes))
    out = listed[:, causes]
    order = np.sort(np.where(out, key % PLACES, key), axis=1) % PLACES
    asked, open_ = _pointed(judged, causes)
    unsettled = suspected[:, causes] | (open_ > 0) | (found.high[:, causes] >= RULED_OUT_BELOW)
    rows = np.arange(len(order))[:, None]
    return Feared(
        count=(~out).sum(axis=1),
        cause=causes[order],
        probability=rounded[rows, order],
        settled=(asked & ~unsettled)[rows, order],
        open_questions=open_[rows, order],
    )


def _pointed(judged: Judged, causes: Places) -> tuple[Mask, Places]:
    """By person and cause: whether a question that points to it was answered, and how many are open."""
    known, people = judged.known, judged.people
    pointers = _pointers(known.library)
    answered, open_ = {}, {}
    for place in {place for places in pointers for place in places}:
        finding, node = known.asked_if[place]
        answered[place] = people.sheet.answered[:, place].copy()
        here = (people.concerns(finding.ask_of) == YES) & ~answered[place]
        open_[place] = here if node is None else here & (judged.truths[node] != NO)
    asked: Mask = np.zeros((len(causes), people.sheet.people), np.bool_)
    count = np.zeros((len(causes), people.sheet.people), np.uint8)
    for row, cause in enumerate(causes):
        for place in pointers[cause]:
            asked[row] |= answered[place]
            count[row] += open_[place]
    return asked.T, count.T.astype(np.intp)


@once_per_library
def _pointers(library: Library) -> list[list[int]]:
    """By cause, the places of the questions that point to it; none for a cause that is not feared."""
    places = {id_: place for place, id_ in enumerate(library.findings)}
    pointers = pointers_of(library)
    return [[places[finding] for finding in pointers.get(cause, ())] for cause in library.causes]


@dataclass(frozen=True, slots=True)
class Suggested:
    """By person and place: tests worth discussing, as places in the library."""

    count: Places
    test: Places


def suggested(judged: Judged, found: Chances, order: Places) -> Suggested:
    """The tests of `charley.testing.suggest_tests` for each person, in its order."""
    known, people = judged.known, judged.people.sheet.people
    allowed = np.zeros((people, len(known.tests)), np.bool_)
    for place in range(len(known.tests)):
        allowed[:, place] = _allowed(judged, place)
    asked = _by_person(judged, [when for _, when, _ in known.tests])
    fired = _fired(judged)
    values = _values(judged)
    named = _naming(judged, found, order, fired)
    test = np.zeros((people, MOST), dtype=np.intp)
    count = np.zeros(people, dtype=np.intp)
    for person in range(people):
        chances, confirming = found.probability[person], named[person]
        urgent = _of_rules(known, fired[person], chances, urgent=True)
        rest = _of_rules(known, fired[person], chances, urgent=False)
        first = [place for place in confirming if place in asked[person]]
        every = dict.fromkeys([*urgent, *values[person], *first, *rest, *asked[person], *confirming])
        fit = [place for place in every if allowed[person, place]][:MOST]
        test[person, : len(fit)] = fit
        count[person] = len(fit)
    return Suggested(count, test)


def _by_person(judged: Judged, nodes: list[int | None]) -> list[list[int]]:
    """For each person the places of the conditions that hold."""
    found: list[list[int]] = [[] for _ in range(judged.people.sheet.people)]
    for place, node in enumerate(nodes):
        if node is not None:
            for person in np.flatnonzero(judged.holds(node)).tolist():
                found[person].append(place)
    return found


def _fired(judged: Judged) -> list[list[int]]:
    """For each person the places of the rules that hold, most urgent first, then by id."""
    found: list[list[int]] = [[] for _ in range(judged.people.sheet.people)]
    rules = judged.known.rules
    held = sorted(judged.fired().items(), key=lambda item: (-rules[item[0]][0].level, rules[item[0]][0].id))
    for place, mask in held:
        for person in np.flatnonzero(mask).tolist():
            found[person].append(place)
    return found


def _of_rules(known: Knowledge, fired: list[int], chances: Numbers, urgent: bool) -> list[int]:
    """The tests of the rules of this sort: the first of each, then the next; see `charley.testing`."""
    rules = [place for place in fired if (known.rules[place][0].level >= Urgency.SAME_DAY) is urgent]
    if not rules:
        return []
    tests, suspected = _tests_of_rules(known.library)
    rules.sort(key=lambda place: -max((float(chances[c]) for c in suspected[place]), default=0.0))
    rows = zip_longest(*(tests[place] for place in rules))
    return [test for row in rows for test in row if test is not None]


@once_per_library
def _tests_of_rules(library: Library) -> tuple[list[list[int]], list[list[int]]]:
    """By rule, the places of its tests and of the causes it suspects."""
    tests = {id_: place for place, id_ in enumerate(library.tests)}
    causes = {id_: place for place, id_ in enumerate(library.causes)}
    rules = library.red_flags.values()
    return (
        [[tests[id_] for id_ in rule.tests] for rule in rules],
        [[causes[id_] for id_ in rule.suspected] for rule in rules],
    )


def _values(judged: Judged) -> list[list[int]]:
    """For each person the tests that measure a pressing value again."""
    library = judged.known.library
    tests = {id_: place for place, id_ in enumerate(library.tests)}
    found: list[list[int]] = [[] for _ in range(judged.people.sheet.people)]
    for action in judged.known.actions:
        test = tests.get(library.analytes[action.analyte].test)
        if action.level >= Urgency.SAME_DAY and test is not None:
            for person in np.flatnonzero(judged.holds(action.past)).tolist():
                found[person].append(test)
    return found


def _naming(judged: Judged, found: Chances, order: Places, fired: list[list[int]]) -> list[list[int]]:
    """For each person the tests that would confirm a likely or pressing cause, in the order of the causes."""
    known = judged.known
    pressing = cause_levels(found.probability, known.library) >= Urgency.SAME_DAY
    likely = found.probability >= LIKELY
    candidates = np.take_along_axis(pressing | likely, order, axis=1)
    result = []
    for person, row in enumerate(candidates):
        today = any(known.rules[place][0].level >= Urgency.SAME_DAY for place in fired[person])
        least = Urgency.WITHIN_DAYS if today else Urgency.ROUTINE
        causes = order[person, np.flatnonzero(row)].tolist()
        kept = (c for c in causes if pressing[person, c] or known.causes[c].urgency >= least)
        result.append([test for c in kept for test in _confirmed(known.library)[c]])
    return result


def _allowed(judged: Judged, place: int) -> Mask:
    """For whom a test may be used: see `charley.testing`."""
    test, _, avoid = judged.known.tests[place]
    if test.kind in POLICY_KINDS:
        return ~judged.everybody
    if avoid is None:
        return judged.everybody
    truth = judged.truths[avoid]
    unknown: Mask = truth == UNKNOWN
    missing = judged.known.logic.missing(avoid, judged.truths, unknown).get("pregnant", ~judged.everybody)
    allowed: Mask = (truth == NO) | (unknown & ~(missing & judged.people.pregnancy_unknown))
    return allowed


@once_per_library
def _confirmed(library: Library) -> list[list[int]]:
    """By cause, the places of the tests that confirm it."""
    tests = {id_: place for place, id_ in enumerate(library.tests)}
    return [[tests[id_] for id_ in cause.confirmed_by] for cause in library.causes.values()]
