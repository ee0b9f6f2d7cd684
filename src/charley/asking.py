"""Which question to ask next: the one that could change the urgency or the answer most, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from charley.assessment import NextQuestion
from charley.history import History
from charley.network.engine import Ranking
from charley.network.worth import Worth, worths
from charley.people import concerns
from charley.records.findings import Finding
from charley.records.library import Library
from charley.records.rules import RedFlag, Urgency
from charley.triage.rules import Verdicts, fired_rules, verdict_of, verdicts_of_all
from charley.truth import Truth, judge

SAFETY_WEIGHT = {Urgency.EMERGENCY_NOW: 1.0, Urgency.SAME_DAY: 0.6, Urgency.WITHIN_DAYS: 0.05}
"""Worth, in bits, of a certain answer that would set this level (judged: safety before knowing the name)."""

TRIAGE_BITS = 0.05
"""Bits that one unit of the table of losses is worth beside knowing the cause (judged)."""

LEAST_GAIN = 0.0005
NOTHING = Worth(0.0, 0.0, 0.0)


def open_questions(history: History, library: Library) -> Iterator[Finding]:
    """Questions that concern this person, are not answered, and whose own condition holds."""
    for finding in library.findings.values():
        whom = concerns(finding.ask_of, history)
        if finding.id in history.answers or whom is Truth.NO:
            continue
        if whom is Truth.UNKNOWN and finding.ask_of == "pregnant_or_recent_birth":
            continue
        if finding.ask_if is None or judge(finding.ask_if, history, library).truth is Truth.YES:
            yield finding


def next_questions(
    history: History,
    library: Library,
    ranking: Ranking,
    limit: int = 5,
    verdicts: Verdicts | None = None,
) -> tuple[NextQuestion, ...]:
    """The questions worth asking, best first. `verdicts` are those of all rules, when they are known."""
    levels = _worths(pending_rules(history, library, verdicts))
    values = worths(library, ranking)
    questions = [
        _question(finding, library, ranking, levels, values.get(finding.id, NOTHING))
        for finding in open_questions(history, library)
    ]
    useful = [question for question in questions if question.gain >= LEAST_GAIN or question.safety]
    useful.sort(key=lambda question: (not question.safety, -question.gain, question.id))
    return tuple(useful[:limit])


def pending_rules(
    history: History, library: Library, verdicts: Verdicts | None = None
) -> list[tuple[RedFlag, frozenset[str]]]:
    """Rules of within-days level or above that are open, with the unknown facts that could set them."""
    known = verdicts_of_all(history, library) if verdicts is None else verdicts
    return [
        (rule, known[id_].missing)
        for id_, rule in library.red_flags.items()
        if rule.level >= Urgency.WITHIN_DAYS and known[id_].truth is Truth.UNKNOWN
    ]


def decisive_questions(history: History, library: Library) -> frozenset[str]:
    """Open yes-or-no questions whose yes, with what was told, would raise the level to same-day or above."""
    reached = max((rule.level for rule in fired_rules(history, library)), default=Urgency.SELF_CARE)
    rules = [
        (rule, missing)
        for rule, missing in pending_rules(history, library)
        if rule.level > max(reached, Urgency.WITHIN_DAYS)
    ]
    return frozenset(
        finding.id
        for finding in open_questions(history, library)
        if finding.type == "yes_no"
        and _completes(
            finding.id, [rule for rule, missing in rules if finding.id in missing], history, library
        )
    )


def _completes(finding: str, rules: list[RedFlag], history: History, library: Library) -> bool:
    told = replace(history, answers={**history.answers, finding: True})
    return any(verdict_of(rule, told, library).truth is Truth.YES for rule in rules)


def _question(
    finding: Finding, library: Library, ranking: Ranking, levels: Mapping[str, float], worth: Worth
) -> NextQuestion:
    """A question with what it is worth: for knowing the cause, and for deciding how soon to be seen."""
    triage = _safety_gain(finding, levels) + TRIAGE_BITS * worth.utility
    return NextQuestion(
        finding.id,
        finding.question,
        _why(finding, library, ranking),
        round(worth.bits + triage, 4),
        finding.is_core_safety,
        round(worth.bits, 4),
        round(triage, 4),
    )


def _worths(rules: list[tuple[RedFlag, frozenset[str]]]) -> dict[str, float]:
    """Missing fact -> worth of the level it could set, shared with the other facts that are missing."""
    worths: dict[str, float] = {}
    for rule, missing in rules:
        for fact in missing:
            worths[fact] = max(worths.get(fact, 0.0), SAFETY_WEIGHT[rule.level] / len(missing))
    return worths


def _safety_gain(finding: Finding, worths: Mapping[str, float]) -> float:
    """Chance of the answer times the worth of the level it could set."""
    chance = finding.background.value if finding.background is not None else 0.05
    return chance * worths.get(finding.id, 0.0)


def _why(finding: Finding, library: Library, ranking: Ranking) -> str:
    if finding.why:
        return finding.why
    for score in ranking.scores[:5]:
        cause = library.causes[score.cause]
        if any(entry.condition.finding == finding.id for entry in cause.evidence):
            return f"It helps to tell whether this is {cause.name[0].lower()}{cause.name[1:]}."
    return "It helps to narrow down the cause."
