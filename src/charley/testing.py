"""Tests worth discussing: only where the knowledge says so; none is a proper answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from charley.assessment import SuggestedTest
from charley.history import History
from charley.network.engine import Ranking
from charley.people import pregnancy
from charley.records.care import Test
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.truth import Truth, judge

LIKELY = 0.2
POLICY_KINDS = ("policy",)


def suggest_tests(
    history: History, library: Library, ranking: Ranking, limit: int = 6
) -> tuple[SuggestedTest, ...]:
    """Tests whose own condition holds, those of likely causes first; then others that would confirm one."""
    asked_for = [
        test.id
        for test in library.tests.values()
        if test.suggest_when is not None and judge(test.suggest_when, history, library).truth is Truth.YES
    ]
    confirming = list(_confirming(library, ranking))
    chosen = dict.fromkeys([*(id_ for id_ in confirming if id_ in asked_for), *asked_for, *confirming])
    allowed = [library.tests[id_] for id_ in chosen if _allowed(library.tests[id_], history, library)]
    return tuple(_suggested(test, history) for test in allowed[:limit])


def _confirming(library: Library, ranking: Ranking) -> Iterator[str]:
    """Tests that would confirm a likely cause which needs care, in the order of the causes."""
    for score in ranking.scores:
        cause = library.causes[score.cause]
        if score.probability >= LIKELY and cause.urgency > Urgency.SELF_CARE:
            yield from cause.confirmed_by


def _allowed(test: Test, history: History, library: Library) -> bool:
    """Not a test that must not be used, nor one that must not be used in a pregnancy still unknown."""
    if test.kind in POLICY_KINDS:
        return False
    if test.avoid_when is None:
        return True
    verdict = judge(test.avoid_when, history, library)
    hangs_on_pregnancy = "pregnant" in verdict.missing and pregnancy(history) is None
    return verdict.truth is Truth.NO or (verdict.truth is Truth.UNKNOWN and not hangs_on_pregnancy)


def _suggested(test: Test, history: History) -> SuggestedTest:
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
