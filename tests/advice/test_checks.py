"""One short list before anything is done at home: red flags with their own action, cautions as cautions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from charley.advice.checks import Check, glue, is_waiting
from charley.advice.plan import Plan
from charley.advice.plan_texts import plan_texts
from charley.library import load
from charley.records.conditions import findings_in
from charley.records.rules import Urgency

Planned = Callable[[dict[str, Any]], Plan]


def only_check(plan: Plan) -> Check:
    (check,) = plan.checks
    return check


def test_a_red_flag_carries_its_own_action_and_never_ask_first(planned: Planned) -> None:
    check = only_check(planned({"findings": {"inactive": True, "wakes_from_sleep": True}}))
    found = {reason.situation: reason.because for reason in check.checks}
    assert found["breathless"] == "Call an ambulance."
    assert found["clot_sign"].endswith("Be seen today.")
    for id_ in plan_texts().alarms.keys() & found.keys():
        assert "ask" not in found[id_].lower()
        assert "Leave out" not in found[id_]


def test_there_is_at_most_one_list_and_nothing_stands_twice(planned: Planned) -> None:
    told = ({}, {"age": 70}, {"findings": {"cramp_with_exercise": True}}, {"pregnant": True, "age": 30})
    for one in told:
        reasons = only_check(planned(one)).checks
        assert len({reason.says for reason in reasons}) == len(reasons)


def test_no_contraindication_is_cut_off(planned: Planned) -> None:
    plan = planned({"findings": {"cramp_with_exercise": True, "sore_afterwards": True}})
    said = " ".join(f"{reason.says} {reason.because}" for reason in only_check(plan).checks)
    offered = [c for c in plan.choices if c.verdict == "do_now" or is_waiting(c)]
    alarms = plan_texts().alarms
    for choice in offered:
        for reason in (*choice.first_check, *choice.ask_if):
            assert reason.situation in alarms or reason.says in said, (choice.id, reason.says)


@pytest.mark.parametrize(
    ("answered", "left"),
    [
        ({}, "one leg is swollen, the skin is red or hot or there is a new sore spot deep in one calf"),
        ({"one_leg_swollen": False}, "the skin is red or hot or there is a new sore spot deep in one calf"),
        ({"one_leg_swollen": False, "leg_red_hot": False}, "there is a new sore spot deep in one calf"),
    ],
)
def test_what_was_answered_is_not_asked_again(planned: Planned, answered: dict[str, bool], left: str) -> None:
    plan = planned({"findings": {"wakes_from_sleep": True} | answered})
    assert next(r.says for r in only_check(plan).checks if r.situation == "clot_sign") == left


def test_every_sign_of_an_alarm_is_read_by_its_situation() -> None:
    texts = plan_texts()
    for alarm in texts.alarms.values():
        when = texts.situations[alarm.situation].when
        assert when is not None
        assert {finding for finding, _ in alarm.signs} <= findings_in(when)
        assert alarm.level >= Urgency.WITHIN_DAYS
    assert load().findings.keys() >= {f for a in texts.alarms.values() for f, _ in a.signs}


def test_normal_soreness_and_a_hard_cramp_are_no_alarm() -> None:
    says = " ".join(words for alarm in plan_texts().alarms.values() for _, words in alarm.signs)
    assert "stays sore" not in says
    assert "all the time" in says


@pytest.mark.parametrize(
    ("parts", "said"), [(["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_glue(parts: list[str], said: str) -> None:
    assert glue(parts, "or") == said
