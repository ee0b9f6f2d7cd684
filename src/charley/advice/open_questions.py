"""The open safety questions in the order of this person's dangers, each with what a yes asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from charley.advice.plan_texts import Case, plan_texts
from charley.advice.relevance import by_relevance, pointed_at
from charley.advice.situations import any_holds
from charley.history import Answer
from charley.people import concerns
from charley.records.findings import Finding
from charley.records.rules import RedFlag, Urgency
from charley.triage.rules import verdict_of
from charley.truth import Truth

MOST_SHOWN = 8
MEAN_NO = frozenset({"none", "no", "never", "not sure"})
FLUENT = 40
"""Words of a clear story from which its writer is not first asked whether they are muddled (judged)."""

OF_A_MUDDLE = frozenset({"confused_or_drowsy", "confused_after"})
MOST_LOOKED_AT = 12
"""Questions whose yes is worked out; the others stand further down in the order."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that was not answered, and what to do when the answer is yes."""

    id: str
    text: str
    yes: str
    level: Urgency | None


def open_ids(case: Case) -> tuple[str, ...]:
    """Every open question of danger in the one order of all pages: what the situation asks for first, then
    by how much it would tell of this person's dangers."""
    answers, findings = case.history.answers, case.library.findings
    core = [
        f.id for f in findings.values() if f.is_core_safety and f.section == "safety" and f.type == "yes_no"
    ]
    dangers = dict.fromkeys(
        [*case.answer.safety_questions_left, *core, *pointed_at(case.library, case.answer)]
    )
    left = [
        id_
        for id_ in dangers
        if id_ not in answers and concerns(findings[id_].ask_of, case.history) is not Truth.NO
    ]
    return tuple(dict.fromkeys([*_asked_first(case), *by_relevance(left, case.library, case.answer)]))


def open_questions(case: Case) -> tuple[OpenQuestion, ...]:
    """The first few in that order; a question whose yes makes nothing more urgent comes after the others."""
    if not case.answer.safety_questions_left:
        return ()
    made = [_question(id_, case) for id_ in open_ids(case)[:MOST_LOOKED_AT]]
    fluent = len(case.history.text.split()) >= FLUENT
    made.sort(
        key=lambda one: (
            one.level is None or one.level <= case.answer.urgency,
            fluent and one.id in OF_A_MUDDLE,
        )
    )
    return tuple(made[:MOST_SHOWN])


def _asked_first(case: Case) -> Iterator[str]:
    asked: dict[str, None] = {}
    for entry in plan_texts().ask_first:
        if any_holds(entry.when, case.history, case.library) is Truth.YES:
            asked |= dict.fromkeys(entry.questions)
    for id_ in asked:
        finding = case.library.findings[id_]
        if id_ not in case.history.answers and concerns(finding.ask_of, case.history) is not Truth.NO:
            yield id_


def fired_by_yes(id_: str, case: Case) -> list[RedFlag]:
    """The red flags that a yes to this question alone would fire, beside those that fire already."""
    fired = {rule.id for rule in case.answer.red_flags}
    found: dict[str, RedFlag] = {}
    for answer in _kinds_of_yes(case.library.findings[id_]):
        would = replace(case.history, answers={**case.history.answers, id_: answer})
        for rule in case.library.red_flags.values():
            if rule.id not in fired and verdict_of(rule, would, case.library).truth is Truth.YES:
                found[rule.id] = rule
    return list(found.values())


def _kinds_of_yes(finding: Finding) -> list[Answer]:
    """The answers that mean yes: one for a plain question, one an option where there are several."""
    if finding.type == "yes_no":
        return [True]
    options = [option.value for option in finding.options if option.value not in MEAN_NO]
    return [frozenset({value}) if finding.type == "multi" else value for value in options]


def _question(id_: str, case: Case) -> OpenQuestion:
    rules = fired_by_yes(id_, case)
    level = max((rule.level for rule in rules), default=None)
    return OpenQuestion(id_, _words(case.library.findings[id_]), f"Yes: {_action(rules, level)}", level)


def _words(finding: Finding) -> str:
    """The question, with its choices where they are a part of it."""
    if finding.type != "multi":
        return finding.question
    choices = [option.value for option in finding.options if option.value not in MEAN_NO]
    return f"{finding.question} ({', '.join(choices)})"


def _action(rules: list[RedFlag], level: Urgency | None) -> str:
    """What a yes asks for: the order of the rules that it would fire, in its first sentence."""
    texts = plan_texts()
    if level is Urgency.EMERGENCY_NOW:
        fired = {rule.id for rule in rules if rule.level is level}
        fitting = [order for order in texts.orders if order.level is level]
        order = next(o for o in fitting if not fired.isdisjoint(o.flags) or not (o.flags or o.when))
        says = order.says.split(". Do not wait")[0].rstrip(".") + "."
        return says[:1].lower() + says[1:]
    by_level = {Urgency.SAME_DAY: "yes-today", Urgency.WITHIN_DAYS: "yes-days"}
    return texts.texts[by_level.get(level or Urgency.SELF_CARE, "yes-other")]
