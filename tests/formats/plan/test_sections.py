"""The plan as sections: care before all else, the same content in text and Markdown."""

from __future__ import annotations

from typing import Any

import pytest

from charley.formats.plan.page import page_sections
from charley.formats.plan.sections import plan_sections, small
from charley.formats.plan.text import plan_markdown, plan_text
from charley.records.rules import Urgency

HOME = {
    "When a cramp comes", "Tonight", "Check this first", "This week", "The next six weeks", "Day by day",
    "Not for you",
}  # fmt: skip


def titles(plan: Any) -> list[str]:
    return [section.title for section in plan_sections(plan)]


def test_care_stands_first_in_every_plan(plans: dict[str, Any]) -> None:
    for name, planned in plans.items():
        first = plan_sections(planned.plan)[0]
        assert first.title == planned.plan.title, name
        assert first.lines == planned.plan.care, name
        assert titles(planned.plan)[-1] == "About this plan", name


def test_an_emergency_plan_has_only_the_call_and_what_to_say(plans: dict[str, Any]) -> None:
    urgent = [p.plan for p in plans.values() if p.plan.urgency is Urgency.EMERGENCY_NOW]
    assert urgent
    for plan in urgent:
        assert titles(plan) == [plan.title, "When you get there", "About this plan"]


def test_a_same_day_plan_has_nothing_to_do_at_home(plans: dict[str, Any]) -> None:
    today = [p.plan for p in plans.values() if p.plan.urgency is Urgency.SAME_DAY]
    assert today
    for plan in today:
        assert HOME.isdisjoint(titles(plan))


def test_a_settled_plan_has_every_part(plans: dict[str, Any]) -> None:
    assert titles(plans["calm"].plan) == [
        "You can look after this at home",
        "When a cramp comes",
        "Danger signs",
        "What may be behind it",
        "Check this first",
        "Tonight",
        "This week",
        "The next six weeks",
        "Day by day",
        "Good to know for you",
        "Not for you",
        "Does not help",
        "About this plan",
    ]


def test_medicines_stand_with_their_time_and_the_word_to_keep_on(plans: dict[str, Any]) -> None:
    text = " ".join(plan_text(plans["rich"].plan, full=True).split())
    assert "Do not stop or change a prescribed medicine on your own." in text
    assert "indapamide: some records tie it to cramps, which is no proof" in text
    assert "If the water tablet is a part of the cramps, do I still need quinine?" in text


def test_markdown_escapes_what_was_told(plans: dict[str, Any]) -> None:
    from charley.formats.plan.text import clinician_markdown

    page = clinician_markdown(plans["rich"].page)
    assert r"\<b\>blorp\</b\>" in page
    assert "<b>" not in page


def test_text_and_markdown_say_the_same(plans: dict[str, Any]) -> None:
    for name, planned in plans.items():
        text = plan_text(planned.plan, full=True)
        marked = plan_markdown(planned.plan, full=True).replace("\\", "")
        for section in (*page_sections(planned.plan), *plan_sections(planned.plan)):
            for line in section.lines:
                said = line.strip().removeprefix("- ")
                assert "".join(said.split()) in "".join(text.split()), name
                assert said in marked, name


def test_no_line_of_the_text_is_too_long(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        assert max(map(len, plan_text(planned.plan).splitlines())) <= 88


@pytest.mark.parametrize(
    ("text", "within"), [("Stretch it", "stretch it"), ("L-carnitine", "L-carnitine"), ("ALS", "ALS")]
)
def test_small(text: str, within: str) -> None:
    assert small(text) == within
