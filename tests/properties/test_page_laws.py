"""Laws of the page for any history: length never decides about a safety line."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from charley.advice.plan import Plan
from charley.advice.plan_texts import plan_texts
from charley.formats.plan.page import MOST_AT_HOME, MOST_WORDS, page_sections, words_of_page
from charley.formats.plan.sections import is_asked_for
from charley.formats.plan.text import plan_text
from charley.records.rules import Urgency

from .test_plan_laws import EXAMPLES, histories, planned

CALM = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
QUESTION = [
    "Can I train?",
    "Could it be a clot?",
    "Is magnesium any good?",
    "Should I stop my statin?",
    "Why?",
]


def flat(plan: Plan) -> str:
    return " ".join(
        line.strip() for section in page_sections(plan) for line in (section.title, *section.lines)
    )


@CALM
@given(histories())
def test_every_red_flag_keeps_its_action(told: dict[str, Any]) -> None:
    """The order of an urgent page; and every danger sign and alarm below an action at least as urgent."""
    _, plan = planned(told)
    event(plan.urgency.word)
    text, texts, short = flat(plan), plan_texts().texts, plan_texts().short
    assert plan.care[0] in text or plan.urgency < Urgency.SAME_DAY
    shown = [i.id for s in plan.sections if s.part == "come_back" for i in s.items]
    shown += [r.situation for c in plan.checks for r in c.checks if r.situation in plan_texts().alarms]
    lines = [line for section in page_sections(plan) for line in section.lines]
    order = ["ambulance", "emergency", "maternity", "today", "day", "week"]
    for id_ in shown:
        assert id_ in short.signs, "every danger sign has its short form"
        for signs in short.signs[id_]:
            enough = [f"- {texts[f'do-{do}']}:" for do in order[: order.index(signs.do) + 1]]
            for sign in signs.says:
                assert any(sign in line and line.startswith(tuple(enough)) for line in lines), sign


@CALM
@given(histories())
def test_what_the_rules_tell_is_on_the_page(told: dict[str, Any]) -> None:
    """No order of a rule is lost: each urgent word of a told line stands on the page."""
    _, plan = planned(told)
    text = flat(plan).lower()
    for line in (*plan.noticed, *plan.care):
        for action in ("ambulance", "emergency department", "maternity triage"):
            assert action not in line.lower() or action in text


@CALM
@given(histories())
def test_every_reason_not_to_is_on_the_page(told: dict[str, Any]) -> None:
    _, plan = planned(told)
    if plan.urgency >= Urgency.SAME_DAY:
        return
    text, short = flat(plan), plan_texts().short
    for choice in plan.chosen("not_for_you"):
        if is_asked_for(choice):
            name = short.names.get(choice.id, choice.intervention.name)
            assert name.lower() in text.lower(), choice.id
            if choice.intervention.role != "never":
                assert all(reason.says[1:] in text for reason in choice.because), choice.id
    assert "Quinine can kill" in text
    assert "Potassium: too much can stop the heart" in text


@CALM
@given(histories())
def test_what_is_offered_comes_with_what_speaks_against_it(told: dict[str, Any]) -> None:
    """Every contraindication nobody ruled out stands below the offer: as a condition or a danger sign."""
    _, plan = planned(told)
    text, short, alarms = flat(plan), plan_texts().short, plan_texts().alarms
    offered = {item.id for check in plan.checks for item in check.items}
    for choice in plan.choices:
        if choice.id not in offered or short.says.get(choice.id, "\0") not in text:
            continue
        for reason in choice.first_check:
            if reason.situation not in alarms:
                assert short.situations.get(reason.situation, reason.says) in text, (
                    choice.id,
                    reason.situation,
                )


@CALM
@given(histories())
def test_every_medicine_that_counts_keeps_its_word_to_keep_on(told: dict[str, Any]) -> None:
    _, plan = planned(told)
    if plan.urgency is Urgency.EMERGENCY_NOW:
        return
    text = flat(plan)
    assert all(one.entry.keep in text for one in plan.medicines.found)
    if plan.medicines.found:
        assert "Do not stop or change a prescribed medicine on your own." in text


@CALM
@given(histories())
def test_a_page_is_short_or_holds_safety_alone(told: dict[str, Any]) -> None:
    """Beyond the limit nothing stands that could be left out: a longer one is made of safety lines."""
    _, plan = planned(told)
    limit = MOST_WORDS.get(plan.urgency, MOST_AT_HOME)
    event(f"words: {words_of_page(plan) // 100 * 100}")
    if words_of_page(plan) > limit:
        titles = {section.title for section in page_sections(plan)}
        assert "What to bring" not in titles
    assert plan.information in plan_text(plan).replace("\n", " ")


@CALM
@given(histories(), st.lists(st.sampled_from(QUESTION), min_size=1, max_size=3, unique=True))
def test_an_answer_never_stops_a_medicine_nor_comforts(told: dict[str, Any], questions: list[str]) -> None:
    _, plan = planned(told | {"text": " ".join(questions)})
    answers = " ".join(line for one in plan.asked for line in one.says).lower()
    assert "stop taking" not in answers and "nothing to worry" not in answers
    if plan.urgency >= Urgency.SAME_DAY:
        assert "gentle exercise is fine" not in answers and "ordinary visit" not in answers
        assert "begin gently" not in answers


@pytest.mark.parametrize("told", EXAMPLES)
def test_the_examples_obey_the_laws_too(told: dict[str, Any]) -> None:
    _, plan = planned(told)
    assert page_sections(plan)[0].title == plan.title
