"""What else is said of many people: feared causes, tests, and changes that would matter."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from charley.feared import FEARED_FROM, RULED_OUT_BELOW, pointers_of
from charley.many.chances import Chances
from charley.many.knowledge import Knowledge
from charley.many.logic import NO, UNKNOWN, YES, Mask
from charley.many.sheet import Numbers, Places
from charley.many.triage import Judged
from charley.records.derived import once_per_library
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.testing import LIKELY, POLICY_KINDS

MOST_TESTS = 6
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
    """Tests whose own condition holds, those of likely causes first; then others that would confirm one."""
    known = judged.known
    people, tests = judged.people.sheet.people, len(known.tests)
    own = np.zeros((people, tests), np.bool_)
    allowed = np.zeros((people, tests), np.bool_)
    for place, (_, when, _) in enumerate(known.tests):
        if when is not None:
            own[:, place] = judged.holds(when)
        allowed[:, place] = _allowed(judged, place)
    confirming = _confirming(known, found, order)
    never = np.iinfo(np.int64).max
    confirms = confirming < never
    key = np.where(confirms, np.where(own, confirming, confirming + (1 << 40)), never)
    key = np.where(own & ~confirms, (1 << 30) + np.arange(tests), key)
    key = np.where(allowed, key, never)
    chosen = np.argsort(key, axis=1, kind="stable")[:, :MOST_TESTS]
    return Suggested(np.minimum((key < never).sum(axis=1), MOST_TESTS), chosen)


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


def _confirming(known: Knowledge, found: Chances, order: Places) -> Places:
    """By person and test, the place at which a likely cause names it; the largest number for never."""
    table = _confirmed(known.library)
    firsts = np.full((len(order), len(known.tests)), np.iinfo(np.int64).max)
    likely = np.take_along_axis(found.probability, order, axis=1) >= LIKELY
    for place in range(int(np.flatnonzero(likely.any(axis=0)).max(initial=-1)) + 1):
        rows = np.flatnonzero(likely[:, place])
        names = table[order[rows, place]]
        firsts[rows] = np.minimum(firsts[rows], np.where(names < 0, firsts[rows], place * 1000 + names))
    return firsts


@once_per_library
def _confirmed(library: Library) -> Places:
    """By cause and test, the place of the test among those that confirm the cause, or -1."""
    tests = {id_: place for place, id_ in enumerate(library.tests)}
    table = np.full((len(library.causes), len(tests)), -1, dtype=np.intp)
    for row, cause in enumerate(library.causes.values()):
        if cause.urgency > Urgency.SELF_CARE:
            for place, test in reversed(list(enumerate(cause.confirmed_by))):
                table[row, tests[test]] = place
    return table
