"""The knowledge is whole: every id of the contract is there, and every rule can be reached by asking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, islice, product
from pathlib import Path

import pytest
import yaml

from charley.asking import open_questions
from charley.history import Answer, History
from charley.people import concerns
from charley.records.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Has,
    Is,
    LabCompare,
    Not,
    ScoreAtLeast,
    WithinDays,
    findings_in,
)
from charley.records.library import Library
from charley.records.rules import RedFlag, Urgency
from charley.triage.rules import verdict_of
from charley.truth import Truth, judge

CONTRACT: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("contract_ids.yaml").read_text("utf-8")
)
SIZES = {"causes": 62, "look_alikes": 44, "findings": 146, "rules": 89, "tests": 74}
SHELVES = {
    "causes": "causes",
    "look_alikes": "causes",
    "findings": "findings",
    "rules": "red_flags",
    "tests": "tests",
}
LEFT_TO_THE_TABLE = {"seizure_focal"}
"""Same-day causes that no rule suspects and that have no threshold of their own: only the table's one in four
for a same-day cause raises them. No question yet asks for jerks in a beat."""

World = dict[str, Answer]
MOST_WORLDS = 400


@pytest.mark.parametrize(("kind", "size"), SIZES.items())
def test_every_id_of_the_evidence_is_in_the_knowledge(library: Library, kind: str, size: int) -> None:
    assert len(set(CONTRACT[kind])) == size
    assert [id_ for id_ in CONTRACT[kind] if id_ not in getattr(library, SHELVES[kind])] == []


def test_look_alikes_of_the_evidence_are_still_look_alikes(library: Library) -> None:
    assert [id_ for id_ in CONTRACT["look_alikes"] if not library.causes[id_].mimic] == []


def test_there_are_six_safety_screens_and_every_core_safety_question_stands_on_one(library: Library) -> None:
    screens = {screen.id for screen in library.screens}
    assert len(library.screens) == len(screens) == 6
    assert {finding.screen for finding in library.findings.values() if finding.screen} == screens
    core = {finding.id for finding in library.findings.values() if finding.is_core_safety}
    assert {finding.id for finding in library.findings.values() if finding.screen} == core


def test_every_dangerous_cause_is_suspected_by_a_rule_or_has_its_own_threshold(library: Library) -> None:
    suspected = {cause for rule in library.red_flags.values() for cause in rule.suspected}
    forgotten = {
        cause.id
        for cause in library.causes.values()
        if cause.urgency >= Urgency.SAME_DAY and cause.id not in suspected and cause.threshold is None
    }
    assert forgotten == LEFT_TO_THE_TABLE


# Can it be asked? A world is a set of answers that makes a condition hold; each must be open to asking.


def people(group: str) -> Iterator[History]:
    """Somebody of every age, sex and state of pregnancy for whom a question or rule of `group` is."""
    states: tuple[World, ...] = (
        {},
        {"pregnant": "pregnant now"},
        {"pregnant": "had a baby in the last 6 weeks"},
    )
    for age, sex, state in product((30.0, 70.0, 8.0, 13.0), ("female", "male"), states):
        if state and (sex == "male" or age != 30):
            continue
        answers: World = {"age": age, "sex_at_birth": sex, **state}
        if sex == "female" and age == 30:
            answers = {"can_be_pregnant": True, "pregnant": "no"} | answers
        person = History(age=age, sex=sex, answers=answers)
        if concerns(group, person) is Truth.YES:
            yield person


def worlds(condition: Condition, person: History, library: Library, holds: bool = True) -> Iterator[World]:
    """Answers of a person that make a condition hold (or clearly not).

    Laboratory values count as given. What must not hold may also stay unasked, as in an urgent rule.
    """
    match condition:
        case Not():
            yield {}
            yield from worlds(condition.part, person, library, not holds)
        case AllOf() | AnyOf() | AtLeast():
            yield from _joined(condition, person, library, holds)
        case ScoreAtLeast():
            score = library.scores[condition.score]
            wanted = AllOf((score.apply_only_if, *(item.when for item in score.items if item.points > 0)))
            yield from worlds(wanted if holds else Not(score.apply_only_if), person, library)
        case LabCompare():
            yield {}
        case Is() | Has() | Compare() | WithinDays():
            known = person.answers.get(condition.finding)
            for answer in _answers(condition, library) if known is None else (known,):
                world = {condition.finding: answer}
                said = judge(condition, History(answers=world), library).truth
                if said is (Truth.YES if holds else Truth.NO):
                    yield world


def _joined(
    condition: AllOf | AnyOf | AtLeast, person: History, library: Library, holds: bool
) -> Iterator[World]:
    needed = {AllOf: len(condition.parts), AnyOf: 1}.get(type(condition), 0)
    count = condition.count if isinstance(condition, AtLeast) else needed
    if not holds:
        count = len(condition.parts) - count + 1
    for parts in combinations(condition.parts, count):
        for chosen in product(*(list(islice(worlds(p, person, library, holds), 4)) for p in parts)):
            world = merged(chosen)
            if world is not None:
                yield world


def _answers(condition: Is | Has | Compare | WithinDays, library: Library) -> Iterator[Answer]:
    finding = library.findings[condition.finding]
    if isinstance(condition, Compare):
        low, high = finding.minimum or 0.0, finding.maximum or 1e6
        yield from (
            v for v in (condition.value, condition.value + 1, condition.value - 1) if low <= v <= high
        )
    elif isinstance(condition, Has):
        yield from (frozenset({value}) for value in condition.values)
        yield frozenset()
    elif finding.type == "yes_no":
        yield from (True, False)
    else:
        yield from (option.value for option in finding.options)


def merged(worlds_: Iterable[World]) -> World | None:
    """All answers together, or None when two of them contradict each other."""
    whole: World = {}
    for world in worlds_:
        for id_, answer in world.items():
            old = whole.get(id_, answer)
            if isinstance(old, frozenset) and isinstance(answer, frozenset) and old and answer:
                whole[id_] = old | answer
            elif old != answer:
                return None
            else:
                whole[id_] = answer
    return whole


def asked(world: World, person: History, library: Library) -> World | None:
    """The world with all answers that open its questions to this person, or None when one stays closed."""
    whole = merged((dict(person.answers), world))
    for _ in range(4):
        if whole is None:
            return None
        closed = [
            id_ for id_ in whole if id_ not in person.answers and not is_open(id_, whole, person, library)
        ]
        if not closed:
            return whole
        finding = library.findings[closed[0]]
        if finding.ask_if is None:
            return None
        openers = islice(worlds(finding.ask_if, person, library), MOST_WORLDS)
        joined = (merged((whole, opener)) for opener in openers)
        whole = next((world for world in joined if world is not None), None)
    return None


def is_open(id_: str, world: World, person: History, library: Library) -> bool:
    """Whether the question is put to this person once everything else of the world was told."""
    others = {other: answer for other, answer in world.items() if other != id_}
    return any(finding.id == id_ for finding in open_questions(replace(person, answers=others), library))


def scored(condition: Condition, library: Library) -> frozenset[str]:
    """Findings of the scores that a condition names."""
    match condition:
        case ScoreAtLeast():
            score = library.scores[condition.score]
            parts = (score.apply_only_if, *(item.when for item in score.items))
            return frozenset().union(*(findings_in(part) for part in parts))
        case AllOf() | AnyOf() | AtLeast():
            return frozenset().union(*(scored(part, library) for part in condition.parts))
        case Not():
            return scored(condition.part, library)
        case _:
            return frozenset()


def can_be_asked(id_: str, rule: RedFlag, library: Library) -> bool:
    """Whether the question comes up for somebody the rule is for, after some answers."""
    opener: Condition = library.findings[id_].ask_if or AllOf(())
    return any(
        id_ in person.answers or is_open(id_, whole, person, library)
        for person in people(rule.applies_to)
        for world in islice(worlds(opener, person, library), MOST_WORLDS)
        if (whole := asked(world, person, library)) is not None
    )


def test_every_finding_that_a_rule_reads_can_be_asked_of_somebody_the_rule_is_for(library: Library) -> None:
    for rule in library.red_flags.values():
        read = findings_in(rule.when) | scored(rule.when, library)
        by_clinician = {id_ for id_ in read if library.findings[id_].ask_of == "clinician"}
        closed = [id_ for id_ in read - by_clinician if not can_be_asked(id_, rule, library)]
        assert closed == [], rule.id


def test_every_rule_can_be_made_to_hold_by_questions_alone_that_are_put_to_one_person(
    library: Library,
) -> None:
    for rule in library.red_flags.values():
        if all(isinstance(part, LabCompare) for part in getattr(rule.when, "parts", (rule.when,))):
            continue
        found = any(
            verdict_of(rule, replace(person, answers=whole), library).truth is Truth.YES
            for person in people(rule.applies_to)
            for world in islice(worlds(rule.when, person, library), MOST_WORLDS)
            if (whole := asked(world, person, library)) is not None
        )
        assert found, rule.id


def test_a_question_that_nothing_opens_would_be_noticed(library: Library) -> None:
    rule = library.red_flags["rf_tetanus"]
    jab = library.findings["tetanus_jab_due"]
    never = AllOf((Is("fever", (True,)), Is("fever", (False,))))
    shut = replace(library, findings={**library.findings, jab.id: replace(jab, ask_if=never)})
    assert can_be_asked(jab.id, rule, library)
    assert not can_be_asked(jab.id, rule, shut)
    examined = replace(jab, ask_of="clinician", ask_if=None)
    assert not can_be_asked(jab.id, rule, replace(library, findings={**library.findings, jab.id: examined}))
