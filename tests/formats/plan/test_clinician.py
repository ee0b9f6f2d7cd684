"""The clinician's page: level first, what changed, causes, red flags asked and answered."""

from __future__ import annotations

from typing import Any

from charley.formats.plan.clinician import clinician_sections
from charley.formats.plan.text import clinician_markdown


def section(page: Any, title: str) -> tuple[str, ...]:
    return next((s.lines for s in clinician_sections(page) if s.title == title), ())


def test_the_level_stands_first(plans: dict[str, Any]) -> None:
    head = clinician_sections(plans["swollen_calf_after_surgery"].page)[0]
    assert head.title == "Leg cramps: 63 years, female"
    assert head.lines[0] == "Assessment the same day. Told on 2026-11-21."
    assert any("rf_dvt_likely" in line for line in head.lines)


def test_what_changed_names_new_medicines_with_their_dates(plans: dict[str, Any]) -> None:
    assert "- indapamide since 2026-08" in section(plans["rich"].page, "What changed")


def test_red_flags_are_told_apart_into_yes_no_and_not_asked(plans: dict[str, Any]) -> None:
    yes, no, open_ = section(plans["swollen_calf_after_surgery"].page, "Red flags asked and answered")
    assert "one leg is swollen" in yes
    assert "you are not suddenly short of breath" in no
    assert open_.startswith("- Not answered: ")
    settled = section(plans["calm"].page, "Red flags asked and answered")
    assert settled[0] == "- Yes: none."
    assert len(settled) == 2


def test_medicines_come_with_strength_timing_and_tests(plans: dict[str, Any]) -> None:
    lines = section(plans["rich"].page, "Medicines to ask about")
    assert any(line.startswith("- indapamide: good evidence; timing") for line in lines)
    assert any(line.startswith("- cascade: ") for line in lines)
    assert section(plans["nothing"].page, "Medicines to ask about") == ("- No list of medicines was told.",)


def test_what_is_not_for_this_person_names_the_reason(plans: dict[str, Any]) -> None:
    lines = section(plans["rich"].page, "Not for this person")
    assert any("Quinine" in line and "you take digoxin" in line for line in lines)


def test_guidance_is_cited_where_it_applies(plans: dict[str, Any]) -> None:
    quinine = " ".join(section(plans["rich"].page, "What guidance says"))
    assert "Not to be used for night-time leg cramps" in quinine
    pregnant = " ".join(section(plans["pregnant_33_weeks"].page, "What guidance says"))
    assert "Cochrane (pregnancy)" in pregnant
    assert section(plans["swollen_calf_after_surgery"].page, "What guidance says") == ()


def test_no_point_that_nobody_read_is_cited(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        assert all(point.seen for cited in planned.page.cited for point in cited.points)


def test_an_emergency_page_offers_no_options(plans: dict[str, Any]) -> None:
    page = plans["dark_urine_after_gym_24"].page
    assert (page.options, page.declined, page.doing) == ((), (), ())
    assert clinician_sections(page)[0].lines[0].startswith("Emergency assessment now.")


def test_every_page_says_what_it_rests_on(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        assert "not examined" in clinician_markdown(planned.page)
