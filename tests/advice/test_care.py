"""What stands on top of a plan: one order, why, what to tell, and nothing meant for other people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from charley.advice.plan import Plan
from charley.advice.plan_texts import plan_texts
from charley.records.library import Library
from charley.records.rules import Urgency

Planned = Callable[[dict[str, Any]], Plan]
AMBULANCE = "Call an ambulance now."
TO_HOSPITAL = "Go to an emergency department now."
DARK = {"age": 24, "findings": {"dark_urine": True, "severe_muscle_pain": True}}


def text(plan: Plan) -> str:
    return " ".join((*plan.care, *(item.title for part in plan.sections for item in part.items)))


@pytest.mark.parametrize(
    ("told", "order"),
    [
        (DARK, TO_HOSPITAL),
        ({"findings": {"chest_pain_breathing": True, "one_leg_swollen": True}}, AMBULANCE),
        ({"findings": {"whole_body_shaking": True}}, AMBULANCE),
        ({"findings": {"dark_urine": True, "severe_muscle_pain": True, "throat_tight": True}}, AMBULANCE),
        ({"age": 63, "findings": {"one_leg_swollen": True}}, "Call your doctor or an urgent care line now"),
        (
            {"age": 30, "pregnant": True, "findings": {"one_leg_swollen": True}},
            "Call maternity triage now",
        ),
    ],
)
def test_there_is_one_order_and_it_comes_first(planned: Planned, told: dict[str, Any], order: str) -> None:
    plan = planned(told)
    assert plan.care[0].startswith(order)
    assert not any(line.startswith(("Call an", "Go to", "Be seen today")) for line in plan.care[1:])


def test_every_flag_that_plainly_calls_an_ambulance_has_that_order(library: Library) -> None:
    known = library.red_flags
    order = next(o for o in plan_texts().orders if o.says.startswith(AMBULANCE))
    calls = {
        rule.id
        for rule in known.values()
        if rule.level is Urgency.EMERGENCY_NOW and rule.tell.startswith("Call an ambulance")
        if not rule.tell.startswith("Call an ambulance or go")
    }
    assert calls <= set(order.flags)


def test_every_flag_that_the_texts_name_is_known(library: Library) -> None:
    texts = plan_texts()
    named = {flag for order in texts.orders for flag in order.flags}
    named |= {flag for line in texts.lines for flag in line.flags}
    assert named <= library.red_flags.keys()


def test_every_conditional_stands_in_a_rule(library: Library) -> None:
    tells = " ".join(rule.tell for rule in library.red_flags.values()).lower()
    assert [e.begins for e in plan_texts().conditionals if e.begins.lower() not in tells] == []


def test_each_level_has_an_order_for_everybody() -> None:
    for level in (Urgency.SAME_DAY, Urgency.EMERGENCY_NOW):
        orders = [order for order in plan_texts().orders if order.level is level]
        assert not orders[-1].flags and not orders[-1].when


def test_why_and_what_to_tell_come_from_the_answers(planned: Planned) -> None:
    care = planned(DARK).care
    assert care[1].startswith("Why: These signs together can mean: muscle breakdown")
    tell = next(line for line in care if line.startswith("Tell them: "))
    assert "My pee is dark brown like tea or cola." in tell


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"text": "My calf cramps began a week ago."}, "Why: Clot in a deep leg vein has a chance of about"),
        (
            {"age": 60, "labs": [{"name": "potassium", "value": 6.9, "unit": "mmol/L"}]},
            "Why: Potassium 6.9 mmol/L:",
        ),
    ],
)
def test_where_no_rule_fires_the_result_or_the_chance_is_the_reason(
    planned: Planned, told: dict[str, Any], why: str
) -> None:
    assert any(line.startswith(why) for line in planned(told).care)


@pytest.mark.parametrize(
    ("told", "keeps"),
    [
        (
            ("leg_cannot_feel_or_move", "rapid_weakness"),
            ("Keep the leg flat or a little lower than the body.", "Do not warm it up with heat."),
        ),
        (("sedative_cut", "leg_red_hot"), ("Do not cut down further on your own.",)),
    ],
)
def test_what_keeps_from_harm_stands_though_another_danger_is_likelier(
    planned: Planned, told: tuple[str, ...], keeps: tuple[str, ...]
) -> None:
    plan = planned({"age": 50, "findings": dict.fromkeys(told, True)})
    assert [line for line in keeps if line not in " ".join(plan.care)] == []


def test_the_medicine_is_named_only_to_those_who_take_it(planned: Planned) -> None:
    assert "statin" not in text(planned(DARK))
    taking = text(planned(DARK | {"medicines": [{"name": "rosuvastatin", "since": "2026-09"}]}))
    assert "I take rosuvastatin (since 2026-09)." in taking
    assert "Ask them before the next dose." in taking


def test_cancer_is_named_only_with_cancer(planned: Planned) -> None:
    weak = {"age": 30, "findings": {"both_legs_weak_numb_new": True}}
    assert "cancer team" not in text(planned(weak))
    ill = {"age": 30, "findings": weak["findings"] | {"cancer_active": True}}
    assert "cancer team" in text(planned(ill))


def test_quinine_is_told_first_and_never_again(planned: Planned) -> None:
    bleeding = {"age": 68, "medicines": ["quinine"], "findings": {"new_bruises_spots": True}}
    plan = planned(bleeding)
    assert plan.urgency is Urgency.EMERGENCY_NOW
    assert plan.sections[0].items[0].title.startswith("Tell them first about the quinine")
    assert "not even in tonic water" in text(plan)


def test_below_same_day_the_open_questions_are_counted(calm: dict[str, Any], planned: Planned) -> None:
    findings = {k: v for k, v in calm["findings"].items() if k != "saddle_numb"}
    (line,) = [c for c in planned(calm | {"findings": findings}).care if "still open" in c]
    assert line.startswith("1 safety question is still open. Until they are answered, nothing here says")
