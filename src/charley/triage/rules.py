"""The red-flag rules: all of them are evaluated, and each says which facts it read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from charley.assessment import FiredRule
from charley.history import History
from charley.people import concerns
from charley.records.library import Library
from charley.records.rules import RedFlag, Urgency
from charley.truth import Truth, Verdict, judge
from charley.wording import say_fact

Verdicts: TypeAlias = Mapping[str, Verdict]
"""Rule -> its verdict for one person."""


def verdict_of(rule: RedFlag, history: History, library: Library) -> Verdict:
    """Whether a rule holds. For somebody it is clearly not for, it does not."""
    if concerns(rule.applies_to, history) is Truth.NO:
        return Verdict(Truth.NO)
    return judge(rule.when, history, library, doubt_raises=rule.level >= Urgency.SAME_DAY)


def verdicts_of_all(history: History, library: Library) -> Verdicts:
    """The verdict of every rule, by its id."""
    return {id_: verdict_of(rule, history, library) for id_, rule in library.red_flags.items()}


def fired_rules(
    history: History, library: Library, verdicts: Verdicts | None = None
) -> tuple[FiredRule, ...]:
    """Every rule that holds, most urgent first, then by id."""
    known = verdicts_of_all(history, library) if verdicts is None else verdicts
    fired = [
        _fired(rule, known[id_], history, library)
        for id_, rule in library.red_flags.items()
        if known[id_].truth is Truth.YES
    ]
    return tuple(sorted(fired, key=lambda rule: (-rule.level, rule.id)))


def _fired(rule: RedFlag, verdict: Verdict, history: History, library: Library) -> FiredRule:
    facts = tuple(sorted(verdict.read))
    return FiredRule(
        id=rule.id,
        level=rule.level,
        picture=rule.picture,
        because=tuple(say_fact(fact, history, library) for fact in facts),
        facts=facts,
        suspected=rule.suspected,
        why=rule.why,
        tell=" ".join((rule.tell, *_told_also(rule, history, library))),
        source=rule.sources,
    )


def _told_also(rule: RedFlag, history: History, library: Library) -> Iterator[str]:
    """What only some people are told: who takes this, or has that. Never to those of whom it is not known."""
    for also in rule.tell_also:
        if judge(also.when, history, library).truth is Truth.YES:
            yield also.says


def safety_questions_left(history: History, library: Library) -> tuple[str, ...]:
    """Core safety questions that concern this person and have no yes-or-no answer yet."""
    return tuple(
        finding.id
        for finding in library.findings.values()
        if finding.is_core_safety
        and finding.id not in history.answers
        and concerns(finding.ask_of, history) is not Truth.NO
        and not _about_unknown_pregnancy(finding.ask_of, history)
    )


def _about_unknown_pregnancy(ask_of: str, history: History) -> bool:
    """Questions for the pregnant wait until pregnancy itself is known; that question is asked first."""
    return ask_of == "pregnant_or_recent_birth" and concerns(ask_of, history) is not Truth.YES
