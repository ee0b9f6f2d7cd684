"""The page of a plan: short, in order, with every safety line; the rest in the long form."""

from __future__ import annotations

from typing import Any

import pytest

from charley.formats.plan.page import MOST_AT_HOME, MOST_WORDS, page_sections, words_of_page
from charley.formats.plan.pictures import pictures
from charley.formats.plan.text import plan_markdown, plan_text
from charley.records.rules import Urgency

ORDER = [
    "What you asked", "When you get there", "What to do about it", "Danger signs", "Questions still open",
    "What may help", "When a cramp comes", "If a muscle goes hard", "Tonight", "This week",
    "The next six weeks", "For you", "Medicines to ask about",
    "Not for you", "What to bring", "About this plan",
]  # fmt: skip
MANY = {"rich", "many_answers_66"}
LEEWAY = 1.45
"""Safety lines may go beyond the limit: by almost half in people with many medicines and illnesses."""


def test_no_page_is_long(plans: dict[str, Any]) -> None:
    for name, planned in plans.items():
        limit = MOST_WORDS.get(planned.plan.urgency, MOST_AT_HOME)
        assert words_of_page(planned.plan) <= limit * (LEEWAY if name in MANY else 1.25), name


def test_the_words_are_counted_as_a_terminal_counts_them(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        text = plan_text(planned.plan).replace("-\n  ", "-").replace("-\n", "-")  # broken at a hyphen
        assert abs(words_of_page(planned.plan) - len(text.split())) <= len(page_sections(planned.plan))


def test_the_parts_stand_in_the_order_in_which_they_are_needed(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        head, *rest = page_sections(planned.plan)
        assert head.title == planned.plan.title
        places = [i for s in rest for i, t in enumerate(ORDER) if s.title.startswith(t)]
        assert places == sorted(places)
        assert rest[-1].lines == (planned.plan.information,)


def test_an_emergency_page_has_nothing_to_do_at_home(plans: dict[str, Any]) -> None:
    page = page_sections(plans["dark_urine_after_gym_24"].plan)
    assert {section.title for section in page[1:]} <= {
        "What you asked",
        "When you get there",
        "About this plan",
    }


def test_every_danger_stands_below_its_action(plans: dict[str, Any]) -> None:
    section = next(s for s in page_sections(plans["calm"].plan) if s.title == "Danger signs")
    actions = [line.split(":")[0] for line in section.lines]
    assert actions[:3] == ["- Call an ambulance", "- Emergency department now", "- Be seen today"]
    assert any("brown pee" in line and line.startswith("- Emergency department") for line in section.lines)


def test_the_long_form_is_added_only_when_asked_for(plans: dict[str, Any]) -> None:
    plan = plans["water_tablet_72"].plan
    for write in (plan_text, plan_markdown):
        assert "More about this plan" not in write(plan)
        whole = write(plan, full=True)
        assert whole.startswith(write(plan).rstrip("\n"))
        assert "More about this plan" in whole and "Good to know for you" in whole


def test_medicines_come_with_the_word_to_keep_on(plans: dict[str, Any]) -> None:
    text = " ".join(plan_text(plans["water_tablet_72"].plan).split())
    assert "bendroflumethiazide: Keep taking it until you have talked." in text
    assert "Do not stop or change a prescribed medicine on your own." in text


def test_harm_comes_first_of_what_is_not_for_anybody(plans: dict[str, Any]) -> None:
    section = next(s for s in page_sections(plans["calm"].plan) if s.title == "Not for you")
    assert section.lines[0].startswith("- Quinine can kill.")
    assert section.lines[1].startswith("- Potassium: too much can stop the heart.")


def test_questions_of_the_story_stand_on_the_page(plan_of: Any) -> None:
    page = page_sections(
        plan_of({"age": 40, "text": "Can I train tomorrow? Does my insurer pay for it?"}).plan
    )
    section = next(s for s in page if s.title == "What you asked")
    assert section.lines[0] == "- Can I train tomorrow?"
    assert section.lines[-1] == "  Take this question along."


def test_a_medicine_that_nobody_knows_is_named(plan_of: Any) -> None:
    plan = plan_of({"age": 70, "medicines": ["circulation tablets"]}).plan
    assert "read the name on the box to a pharmacist" in " ".join(plan_text(plan).split())


def test_the_stretch_has_its_drawings_with_words(plans: dict[str, Any]) -> None:
    found = pictures(plans["calm"].plan)
    assert [one.exercise for one in found] == ["calf_stretch_wall", "hamstring_stretch_standing"]
    for one in found:
        assert one.says.startswith("Start: ") and " Then: " in one.says
        assert one.address.startswith("data:image/svg+xml;base64,")


@pytest.mark.parametrize("name", ["dark_urine_after_gym_24", "swollen_calf_after_surgery"])
def test_nobody_who_must_be_seen_is_shown_a_stretch(plans: dict[str, Any], name: str) -> None:
    assert plans[name].plan.urgency >= Urgency.SAME_DAY
    assert pictures(plans[name].plan) == ()


def test_what_the_long_form_alone_says_does_not_silence_the_page(plans: dict[str, Any]) -> None:
    text = " ".join(plan_text(plans["pregnant_33_weeks"].plan).split())
    assert "No pill or herb for cramps before you ask your midwife." in text


def test_the_cards_to_look_up_are_found() -> None:
    """Every remedy that a line names has its card."""
    from charley.advice.claims.finder import finder
    from charley.advice.plan_texts import plan_texts

    lines = [line.says for line in plan_texts().lines if line.id.startswith("look-up")]
    assert len(lines) == 4
    for line in lines:
        for remedy in line.split(": ")[1].split(". ")[0].split(", "):
            assert finder().find(remedy).hits, remedy
