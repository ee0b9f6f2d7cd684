"""Laws of triage that hold for any answers at all."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from charley.assess import assess
from charley.formats import to_json
from charley.history import Answer, History
from charley.library import load
from charley.records.conditions import AllOf, AnyOf, AtLeast, Condition, Is, Not
from charley.records.library import Library
from charley.records.rules import RedFlag, Urgency
from charley.triage import fired_rules


@cache
def library() -> Library:
    return load()


def _value(id_: str) -> st.SearchStrategy[Answer]:
    finding = library().findings[id_]
    match finding.type:
        case "yes_no":
            return st.booleans()
        case "choice":
            return st.sampled_from([option.value for option in finding.options])
        case "multi":
            values = [option.value for option in finding.options if option.value != "none"]
            return st.frozensets(st.sampled_from(values), max_size=3)
        case "medicines":
            return st.frozensets(st.sampled_from(sorted(library().medicine_classes)), max_size=3)
        case "conditions":
            return st.frozensets(st.sampled_from(sorted(library().illnesses)), max_size=2)
        case _:
            return st.floats(finding.minimum or 0, finding.maximum or 100).map(lambda x: float(round(x)))


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Any person with up to a dozen answers of any kind."""
    ids = draw(st.lists(st.sampled_from(sorted(library().findings)), max_size=12, unique=True))
    answers = {id_: draw(_value(id_)) for id_ in ids}
    age = draw(st.one_of(st.none(), st.integers(0, 105).map(float)))
    sex = draw(st.sampled_from((None, "female", "male")))
    if age is not None:
        answers["age"] = age
    return History(age=age, sex=sex, answers=answers)


def pure_flags() -> list[tuple[RedFlag, str]]:
    """Rules that one plain yes fires by itself, with that finding."""
    found = []
    for rule in library().red_flags.values():
        parts: tuple[Condition, ...] = (rule.when,)
        if isinstance(rule.when, AnyOf):
            parts = rule.when.parts
        found += [(rule, p.finding) for p in parts if isinstance(p, Is) and p.values == (True,)]
    return found


def speaks_against(condition: Condition, finding: str, under_not: bool = False) -> bool:
    """Whether a yes to the finding can keep the condition from holding."""
    match condition:
        case Is():
            against = (True not in condition.values) is not under_not
            return condition.finding == finding and against
        case Not():
            return speaks_against(condition.part, finding, not under_not)
        case AllOf() | AnyOf() | AtLeast():
            return any(speaks_against(part, finding, under_not) for part in condition.parts)
        case _:
            return False


@settings(max_examples=120, deadline=None)
@given(histories(), st.sampled_from(pure_flags()))
def test_one_more_red_flag_never_lowers_urgency(history: History, flag: tuple[RedFlag, str]) -> None:
    """After a plain yes that fires a rule, what fired before still fires, or something as urgent does."""
    _, finding = flag
    if finding in history.answers:
        return
    more = replace(history, answers={**history.answers, finding: True})
    before = {r.id: r for r in fired_rules(history, library())}
    after = {r.id for r in fired_rules(more, library())}
    for id_, fired in before.items():
        if id_ not in after:
            assert speaks_against(library().red_flags[id_].when, finding)
            assert fired.level <= max(
                (r.level for r in fired_rules(more, library())), default=Urgency.SELF_CARE
            )


@settings(max_examples=80, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_answers_never_matters(history: History, random: Any) -> None:
    items = list(history.answers.items())
    random.shuffle(items)
    shuffled = replace(history, answers=dict(items))
    assert to_json(assess(history, library())) == to_json(assess(shuffled, library()))


@settings(max_examples=80, deadline=None)
@given(histories())
def test_the_urgency_is_the_greatest_of_its_voices(history: History) -> None:
    answer = assess(history, library())
    greatest = max((s.level for s in answer.urgency_from), default=Urgency.SELF_CARE)
    assert answer.urgency is greatest
    for rule in answer.red_flags:
        assert answer.urgency >= rule.level


@settings(max_examples=80, deadline=None)
@given(histories())
def test_every_dangerous_cause_is_listed_or_accounted_for(history: History) -> None:
    answer = assess(history, library())
    named = {cause.id for cause in answer.causes} | {entry.id for entry in answer.ruled_out}
    dangerous = {c.id for c in library().causes.values() if c.urgency >= Urgency.WITHIN_DAYS}
    assert dangerous <= named


@settings(max_examples=80, deadline=None)
@given(histories())
def test_nothing_is_settled_while_its_safety_questions_are_open(history: History) -> None:
    answer = assess(history, library())
    for entry in answer.ruled_out:
        assert not (entry.settled and entry.open_questions)


@settings(max_examples=60, deadline=None)
@given(histories(), st.sampled_from(sorted(load().findings)))
def test_not_sure_never_gives_less_urgency_than_silence(history: History, finding: str) -> None:
    if finding in history.answers:
        return
    doubting = replace(history, doubted=history.doubted | {finding})
    assert assess(doubting, library()).urgency >= assess(history, library()).urgency
