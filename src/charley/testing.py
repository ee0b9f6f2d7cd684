"""Tests worth discussing: only where the knowledge says so; none is a proper answer below same-day level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

from charley.assessment import FiredRule, SuggestedTest
from charley.history import History
from charley.network.engine import Ranking
from charley.people import pregnancy
from charley.records.care import Test
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.triage.urgency import cause_level
from charley.truth import Truth, compare_result, judge

LIKELY = 0.2
POLICY_KINDS = ("policy",)
MOST = 14
"""So many tests are named: those of two or three urgent rules and of a likely cause (judged)."""


def suggest_tests(
    history: History,
    library: Library,
    ranking: Ranking,
    fired: tuple[FiredRule, ...] = (),
    limit: int = MOST,
) -> tuple[SuggestedTest, ...]:
    """What the pressing rules that hold ask for; then likely causes; then what else is known.

    Of the tests for likely causes those come first whose own condition holds.
    """
    asked_for = [
        test.id
        for test in library.tests.values()
        if test.suggest_when is not None and judge(test.suggest_when, history, library).truth is Truth.YES
    ]
    today = any(rule.level >= Urgency.SAME_DAY for rule in fired)
    least = Urgency.WITHIN_DAYS if today else Urgency.ROUTINE
    confirming = list(_confirming(library, ranking, least))
    chosen = dict.fromkeys(
        [
            *_of_rules(library, fired, ranking, urgent=True),
            *_of_values(history, library),
            *(id_ for id_ in confirming if id_ in asked_for),
            *_of_rules(library, fired, ranking, urgent=False),
            *asked_for,
            *confirming,
        ]
    )
    fit = [library.tests[id_] for id_ in chosen if allowed(library.tests[id_], history, library)]
    return tuple(suggested(test, history) for test in fit[:limit])


def _of_rules(
    library: Library, fired: tuple[FiredRule, ...], ranking: Ranking, urgent: bool
) -> Iterator[str]:
    """The tests of the rules of same-day level and above, or of the others: the first of each, then the next.

    The rule whose suspected cause is the likeliest goes first. No danger waits for the whole list of another.
    """
    chances = {score.cause: score.probability for score in ranking.scores}
    rules = [rule for rule in fired if (rule.level >= Urgency.SAME_DAY) is urgent]
    rules.sort(key=lambda rule: -max((chances.get(cause, 0.0) for cause in rule.suspected), default=0.0))
    for row in zip_longest(*(library.red_flags[rule.id].tests for rule in rules)):
        yield from (test for test in row if test is not None)


def _of_values(history: History, library: Library) -> Iterator[str]:
    """A laboratory value that asks for somebody today is measured again."""
    told = {result.analyte for result in history.labs}
    for analyte in (analyte for id_, analyte in library.analytes.items() if id_ in told):
        pressing = any(
            action.level >= Urgency.SAME_DAY
            and compare_result(result, action.comparison, action.value) is Truth.YES
            for action in analyte.actions
            for result in history.labs
            if result.analyte == analyte.id
        )
        if pressing and analyte.test in library.tests:
            yield analyte.test


def _confirming(library: Library, ranking: Ranking, least: Urgency) -> Iterator[str]:
    """Tests that would confirm a likely cause of this urgency at least, in the order of the causes.

    A cause that is likely enough to be seen today counts as likely.
    """
    for score in ranking.scores:
        cause = library.causes[score.cause]
        pressing = cause_level(cause, score.probability, library) >= Urgency.SAME_DAY
        if pressing or (score.probability >= LIKELY and cause.urgency >= least):
            yield from cause.confirmed_by


def allowed(test: Test, history: History, library: Library) -> bool:
    """Not a test that must not be used, nor one that must not be used in a pregnancy still unknown."""
    if test.kind in POLICY_KINDS:
        return False
    if test.avoid_when is None:
        return True
    verdict = judge(test.avoid_when, history, library)
    hangs_on_pregnancy = "pregnant" in verdict.missing and pregnancy(history) is None
    return verdict.truth is Truth.NO or (verdict.truth is Truth.UNKNOWN and not hangs_on_pregnancy)


def suggested(test: Test, history: History) -> SuggestedTest:
    """A test with the reference range for this person."""
    pregnant = history.answer("pregnant") == "pregnant now" and test.pregnancy_reference
    reference = test.pregnancy_reference if pregnant else test.adult_reference
    return SuggestedTest(test.id, test.name, test.lay, reference_text(reference), test.caveats)


def reference_text(reference: Mapping[str, Any]) -> str:
    """A reference range as one line."""
    parts = []
    for key, value in reference.items():
        label = key.replace("_per_", "/").replace("_", " ")
        if isinstance(value, list) and len(value) == 2:
            parts.append(f"{value[0]} to {value[1]} {label}")
        elif isinstance(value, str) and key != "note":
            parts.append(f"{label}: {value}")
    return "; ".join(parts)
