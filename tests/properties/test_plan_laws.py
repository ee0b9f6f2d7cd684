"""Laws of plans for any history: nothing contraindicated, help before home remedies, the same plan again."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from charley.advice.clinician import clinician_page
from charley.advice.interventions import choose, interventions
from charley.advice.plan import Plan, make_plan
from charley.advice.plan_texts import plan_texts
from charley.advice.situations import holds
from charley.assess import assess
from charley.formats.plan.plain import plan_plain
from charley.formats.plan.text import clinician_markdown, plan_markdown, plan_text
from charley.history import History
from charley.library import load
from charley.reading import read_history
from charley.records.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Has,
    Is,
    LabCompare,
    findings_in,
)
from charley.records.findings import Finding
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.truth import Truth

TODAY = date(2026, 11, 21)
CALM = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
STOP = re.compile(
    r"\b(stop taking|(?<!you )(?<!\bI )take quinine|try tonic|wait and see|wait until)\b", re.IGNORECASE
)
"""Words of advice that nobody may be given; "you take quinine" tells why, and "tell them: I take quinine" is
what to say at the desk."""


@cache
def library() -> Library:
    return load()


@cache
def levers() -> dict[str, list[Any]]:
    """What a history can hold that speaks against an intervention: findings, medicines, illnesses, values."""
    found: dict[str, list[Any]] = {"findings": [], "medicines": [], "known_conditions": [], "labs": []}
    for situation in interventions().situations.values():
        for condition in (situation.when, situation.also_when):
            if condition is not None:
                _collect(condition, found)
    return {key: sorted(set(values), key=str) for key, values in found.items()}


def _collect(condition: Condition, found: dict[str, list[Any]]) -> None:
    match condition:
        case AllOf() | AnyOf() | AtLeast():
            for part in condition.parts:
                _collect(part, found)
        case Has() if condition.finding in ("medicines", "known_conditions"):
            found[condition.finding].extend(condition.values)
        case LabCompare():
            found["labs"].append((condition.lab, condition.comparison, condition.value))
        case Is() | Has() | Compare():
            found["findings"].append(condition.finding)
        case _:
            found["findings"].extend(findings_in(condition))


def _answer(finding: Finding) -> st.SearchStrategy[Any]:
    match finding.type:
        case "yes_no":
            return st.booleans() | st.just("not sure")
        case "choice":
            return st.sampled_from([option.value for option in finding.options])
        case "multi":
            return st.lists(
                st.sampled_from([o.value for o in finding.options if o.value != "none"]), max_size=3
            )
        case _:
            return st.integers(int(finding.minimum or 0), int(min(finding.maximum or 100, 200)))


def _medicine(class_or_id: str) -> str:
    known = library().medicines
    if class_or_id in known:
        return known[class_or_id].name
    return next(m.name for m in known.values() if class_or_id in m.classes)


@st.composite
def histories(draw: st.DrawFn) -> dict[str, Any]:
    """Histories made of what speaks against interventions, and of safety answers, mostly calm ones."""
    known = library()
    asked = draw(st.lists(st.sampled_from(levers()["findings"]), max_size=10, unique=True))
    findings = {
        id_: draw(_answer(known.findings[id_]))
        for id_ in asked
        if known.findings[id_].type not in ("medicines", "conditions") and id_ not in ("age", "sex_at_birth")
    }
    if draw(st.booleans()):
        calm = {f.id: False for f in known.findings.values() if f.section == "safety" and f.type == "yes_no"}
        findings = calm | {"long_term_conditions": "none", "pregnant": "no"} | findings
    medicines = draw(st.lists(st.sampled_from(levers()["medicines"]), max_size=4, unique=True))
    illnesses = draw(st.lists(st.sampled_from(levers()["known_conditions"]), max_size=3, unique=True))
    told: dict[str, Any] = {
        "age": draw(st.none() | st.integers(1, 100)),
        "sex": draw(st.sampled_from([None, "female", "male"])),
        "findings": findings,
        "conditions": [known.illnesses[id_].name for id_ in illnesses],
        "medicines": [_medicine(id_) for id_ in medicines],
    }
    lab = draw(st.none() | st.sampled_from(levers()["labs"]))
    if lab is not None:
        told["labs"] = [_value(*lab, draw(st.booleans()))]
    return {key: value for key, value in told.items() if value is not None}


def _value(lab: str, comparison: str, limit: float, beyond: bool) -> dict[str, Any]:
    """A value just beyond the limit, or on the safe side of it."""
    up = (comparison in ("above", "at_least")) is beyond
    analyte = library().analytes[lab]
    value = limit * 1.05 if up else limit * 0.95
    low, high = analyte.plausible
    return {"name": analyte.name, "value": round(min(max(value, low), high), 3), "unit": analyte.unit}


def planned(told: dict[str, Any]) -> tuple[History, Plan]:
    history = read_history(told, library(), TODAY)
    return history, make_plan(history, library(), assess(history, library()), TODAY)


EXAMPLES: list[dict[str, Any]] = [
    {"pregnant": True, "medicines": ["warfarin", "digoxin"], "conditions": ["N18.4"]},
    {"age": 70, "findings": {"one_leg_swollen": True}},
    {"age": 40, "findings": {"dark_urine": True, "severe_muscle_pain": True}},
]


@CALM
@given(histories())
@example(EXAMPLES[0])
@example(EXAMPLES[1])
@example(EXAMPLES[2])
def test_no_plan_contains_what_is_contraindicated(told: dict[str, Any]) -> None:
    history, plan = planned(told)
    event(plan.urgency.word)
    known = interventions().by_id
    barred = {
        one.id
        for one in known.values()
        if any(holds(bar.situation, history, library()) is Truth.YES for bar in one.never_when)
    }
    unsure = {
        one.id
        for one in known.values()
        if any(holds(bar.situation, history, library()) is not Truth.NO for bar in one.never_when)
    }
    shown = {item.id for section in plan.sections for item in section.items if item.is_intervention}
    waiting = {choice.id for check in plan.checks for choice in check.choices}
    event(f"barred: {len(barred) // 5 * 5}")
    assert shown.isdisjoint(unsure), "an unknown contraindication is first checked"
    assert waiting.isdisjoint(barred)
    verdicts = {choice.id: choice.verdict for choice in plan.choices}
    assert {id_ for id_ in barred & verdicts.keys() if verdicts[id_] != "not_for_you"} == set()
    assert verdicts.get("quinine", "not_for_you") == "not_for_you"
    if plan.sessions is not None:
        assert "stretch-bedtime" not in unsure


@CALM
@given(histories())
@example(EXAMPLES[1])
@example(EXAMPLES[2])
def test_help_stands_before_anything_to_do_at_home(told: dict[str, Any]) -> None:
    _, plan = planned(told)
    text = " ".join(plan_text(plan).split())
    if plan.urgency >= Urgency.SAME_DAY:
        assert plan.care[0] in {order.says for order in plan_texts().orders if order.level is plan.urgency}
        assert text.startswith(f"{plan.title} ")
        assert plan.sections == () or plan.sections[0].part == "urgent"
        assert not any(item.is_intervention for section in plan.sections for item in section.items)
        assert (plan.checks, plan.sessions) == ((), None)
    if plan.urgency is Urgency.EMERGENCY_NOW:
        assert (plan.choices, plan.groups) == ((), ())
        names = [one.name for one in interventions().by_id.values() if len(one.name) > 12]
        assert [name for name in names if name in text] == []


@CALM
@given(histories())
def test_the_same_history_gives_the_same_plan_and_page(told: dict[str, Any]) -> None:
    history, plan = planned(told)
    again, other = planned(dict(reversed(told.items())))
    assert plan == other
    answer = assess(history, library())
    page = clinician_page(history, library(), answer, plan)
    assert page == clinician_page(again, library(), assess(again, library()), other)
    assert clinician_markdown(page)
    assert plan_plain(plan) == plan_plain(other)


@CALM
@given(histories())
@example({"medicines": ["quinine"], "labs": [{"name": "Potassium", "value": 5.565, "unit": "mmol/L"}]})
def test_every_plan_says_that_it_is_information_and_never_to_stop_or_wait(told: dict[str, Any]) -> None:
    _, plan = planned(told)
    text = " ".join(plan_markdown(plan).replace("\\", "").split())
    assert plan.information in text
    assert STOP.search(text) is None
    if plan.medicines.found and plan.urgency < Urgency.EMERGENCY_NOW:
        assert "Do not stop or change a prescribed medicine on your own." in text


@CALM
@given(histories())
def test_more_answers_never_turn_a_no_into_an_offer(told: dict[str, Any]) -> None:
    """A contraindication that holds goes on holding, whatever else is told of other things."""
    history = read_history(told, library(), TODAY)
    before = {c.id for c in choose(history, library()) if c.because and c.verdict == "not_for_you"}
    more = told | {"findings": {"stretch_helps": True, "sudden_hard_knot": True} | told.get("findings", {})}
    after = {c.id: c.verdict for c in choose(read_history(more, library(), TODAY), library())}
    assert {id_ for id_ in before if after[id_] != "not_for_you"} == set()


def test_every_contraindication_is_reached_by_the_generator() -> None:
    """The generator draws every finding, medicine, illness and value that a contraindication reads."""
    known = levers()
    for one in interventions().by_id.values():
        for bar in one.never_when:
            situation = bar.situation
            if situation.when is None:
                assert situation.applies_to in ("pregnant", "pregnant_or_recent_birth", "child")
                continue
            found: dict[str, list[Any]] = {
                "findings": [],
                "medicines": [],
                "known_conditions": [],
                "labs": [],
            }
            _collect(situation.when, found)
            assert any(found.values())
            assert all(set(values) <= set(known[key]) for key, values in found.items())
