"""What an answer rests on, before it is put in words: verdicts, ranking, tests and urgency."""

from __future__ import annotations

from dataclasses import dataclass

from charley.assessment import FiredRule, SuggestedTest
from charley.history import History
from charley.network.default import default_engine
from charley.network.engine import CauseEngine, Ranking
from charley.network.order import in_order, suspects
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.testing import suggest_tests
from charley.triage import UrgencyVerdict, decide, fired_rules, verdicts_of_all
from charley.triage.rules import Verdicts


@dataclass(frozen=True, slots=True)
class Considered:
    """One person's case. `suspected` maps causes to the level of the rule that suspects them."""

    verdicts: Verdicts
    fired: tuple[FiredRule, ...]
    suspected: dict[str, Urgency]
    ranking: Ranking
    tests: tuple[SuggestedTest, ...]
    verdict: UrgencyVerdict


def consider(
    history: History, library: Library, engine: CauseEngine | None = None, draws: int = 0
) -> Considered:
    """Rules, causes in order, tests and urgency; intervals from so many draws (none: the delta method)."""
    verdicts = verdicts_of_all(history, library)
    fired = fired_rules(history, library, verdicts)
    unordered = (engine or default_engine()).rank(history, library, draws)
    suspected = suspects([(rule.level, rule.suspected) for rule in fired])
    ranking = in_order(unordered, suspected)
    tests = suggest_tests(history, library, ranking, fired)
    verdict = decide(history, library, fired, ranking, worth_a_test=bool(tests))
    return Considered(verdicts, fired, suspected, ranking, tests, verdict)
