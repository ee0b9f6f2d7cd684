"""The tests of a plan: one list, in one order, for the person's page and for the clinician's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from charley.advice.dangers import examination, may_be_asked_for
from charley.advice.medicines import MedicineReview
from charley.advice.plan_texts import plan_texts
from charley.assessment import Assessment, SuggestedTest
from charley.history import History
from charley.people import concerns
from charley.records.care import Test
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.testing import allowed, suggested
from charley.truth import Truth, judge

CONDITIONAL = frozenset({"d_dimer"})
"""Tests that mislead when they are used outside their place: then the place is named."""

MOST_TESTS = 12
LOSS = re.compile(
    r"\b(terminat(ed|ion)|miscarr\w+|abort(ed|ion)\w*|ectopic|stillb\w+|lost (the|my|our|a) (baby|pregnancy)"
    r"|d and c|gave birth|given birth)\b",
    re.IGNORECASE,
)
"""Words of a story that tell of a pregnancy which may have ended lately."""


@dataclass(frozen=True, slots=True)
class PageTest:
    """A test on the page; `only_if` stands while nobody knows whether it may be used."""

    test: SuggestedTest
    only_if: str = ""
    kind: str = ""


def tests_for(
    history: History, library: Library, answer: Assessment, review: MedicineReview
) -> tuple[PageTest, ...]:
    """The tests of the assessment, then those of the person's own medicines; what is held back comes last."""
    own = [test for one in review.found for test in one.entry.tests]
    if answer.urgency >= Urgency.SAME_DAY:
        own += [test for one in review.matters for test in one.tests]
    known = {test.id: test for test in answer.tests}
    more = [library.tests[id_] for id_ in dict.fromkeys(own) if id_ not in known]
    known |= {test.id: suggested(test, history) for test in more if allowed(test, history, library)}
    return _pages(known.values(), history, library)


def beside(
    more: Iterable[str], tests: tuple[PageTest, ...], history: History, library: Library
) -> tuple[PageTest, ...]:
    """The tests of a page with those that its dangers ask for besides, these after the first."""
    known = {one.test.id: one.test for one in tests}
    new = [library.tests[id_] for id_ in dict.fromkeys(more) if id_ not in known]
    added = [suggested(test, history) for test in new if allowed(test, history, library)]
    first, rest = list(known.values())[:1], list(known.values())[1:]
    return _pages([*first, *added, *rest], history, library)


def _pages(tests: Iterable[SuggestedTest], history: History, library: Library) -> tuple[PageTest, ...]:
    """Each test once, as far as it may be asked for; what is held back comes last."""
    known = [one for one in tests if may_be_asked_for(one.id, history, library)]
    ids = [one.id for one in known]
    twice = {id_ for row in examination().tests_once for id_ in [i for i in row if i in ids][1:]}
    pages = [
        PageTest(one, _only_if(library.tests[one.id], history, library), library.tests[one.id].kind)
        for one in known
        if one.id not in twice and not (one.id in CONDITIONAL and _lost_a_pregnancy(history))
    ]
    return tuple(sorted(pages, key=lambda one: one.test.id in CONDITIONAL and bool(one.only_if))[:MOST_TESTS])


def _lost_a_pregnancy(history: History) -> bool:
    """Whether the story tells of it. No question asks for it, so that only the story can."""
    return LOSS.search(history.text) is not None


def _only_if(test: Test, history: History, library: Library) -> str:
    """When it is worth it, of a test that an open question could still rule out."""
    if test.id not in CONDITIONAL or test.avoid_when is None:
        return ""
    if concerns("age_10_to_55_not_recorded_male", history) is not Truth.NO:
        return plan_texts().texts["hold-back-pregnancy"]
    unknown = judge(test.avoid_when, history, library).truth is Truth.UNKNOWN
    return test.worth_it_when if unknown else ""
