"""The clinician's page: level first, what changed, causes, red flags asked and answered."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from charley.advice.clinician import examination
from charley.formats.plan.clinician import clinician_sections
from charley.formats.plan.page import page_sections
from charley.formats.plan.text import clinician_markdown
from charley.library import load
from charley.records.rules import Urgency

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "red_flags.yaml").read_text(encoding="utf-8")
)


def section(page: Any, title: str) -> tuple[str, ...]:
    return next((s.lines for s in clinician_sections(page) if s.title == title), ())


def test_the_level_stands_first(plans: dict[str, Any]) -> None:
    head = clinician_sections(plans["swollen_calf_after_surgery"].page)[0]
    assert head.title == "Leg cramps: 63 years, female"
    assert head.lines[0] == "Assessment the same day. Told on 2026-11-21."
    assert any("rf_dvt_likely" in line for line in head.lines)


def test_what_changed_names_new_medicines_with_their_dates(plans: dict[str, Any]) -> None:
    assert "- What changed: indapamide since 2026-08." in section(plans["rich"].page, "Complaint")


def test_red_flags_are_told_apart_into_yes_no_and_not_asked(plans: dict[str, Any]) -> None:
    yes, no, open_ = section(plans["swollen_calf_after_surgery"].page, "Red flags asked and answered")
    assert "one leg is swollen" in yes
    assert "you are not suddenly short of breath" in no
    assert re.match(r"- Not answered \(the first 5 of \d+ to ask\): ", open_)
    settled = section(plans["calm"].page, "Red flags asked and answered")
    assert settled[0] == "- Yes: none."
    assert len(settled) == 2


def test_medicines_come_with_strength_timing_and_tests(plans: dict[str, Any]) -> None:
    lines = section(plans["rich"].page, "Medicines")
    assert any(line.startswith("- indapamide: link with cramps fair; timing") for line in lines)
    assert any(line.startswith("- cascade: ") for line in lines)
    (unknown,) = section(plans["nothing"].page, "Medicines")
    assert unknown.startswith("- No list told. Ask first")
    assert "None is ruled out" in unknown


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
    assert (page.options, page.declined, page.cited) == ((), (), ())
    assert clinician_sections(page)[0].lines[0].startswith("Emergency assessment now.")


def test_every_page_says_what_it_rests_on(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        assert "not examined" in clinician_markdown(planned.page)


ORDER = [
    "In the person's own words", "Complaint", "Red flags asked and answered", "Medicines", "Must be excluded",
    "Leading causes", "Otherwise possible", "Also not to be missed", "Examine", "Tests", "Decision today",
    "Options to discuss", "Not for this person", "What guidance says", "To clear up", "About this page",
]  # fmt: skip


def test_the_parts_stand_in_the_order_of_a_visit(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        titles = [s.title for s in clinician_sections(planned.page)][1:]
        assert titles == sorted(titles, key=ORDER.index)


def test_what_the_person_wrote_stands_in_their_words(plan_of: Any) -> None:
    told = {"age": 60, "text": "My left calf cramps at night.\nShould I buy magnesium?"}
    (words,) = section(plan_of(told).page, "In the person's own words")
    assert words == '"My left calf cramps at night. Should I buy magnesium?"'


def test_a_page_for_today_names_what_to_exclude_without_figures(plans: dict[str, Any]) -> None:
    page = plans["swollen_calf_after_surgery"].page
    assert section(page, "Must be excluded")[0].startswith("- Clot in a deep leg vein")
    assert section(page, "Leading causes") == ()
    text = clinician_markdown(page)
    assert "in 100" not in text.split("Must be excluded")[1].split("Examine")[0]
    assert "Night leg cramps with no other cause" not in text


@pytest.mark.parametrize(
    "rule", sorted(r.id for r in load().red_flags.values() if r.level >= Urgency.SAME_DAY)
)
def test_a_rule_of_today_brings_its_answers_exclusions_examination_and_tests(rule: str, plan_of: Any) -> None:
    """From the case of each rule: nothing that fired it is missing from the page, and no part is empty."""
    case = CASES[rule]["fires"]
    page = plan_of({k: v for k, v in case.items() if k != "story"} | {"id": rule}).page
    assert page.asked.yes or page.asked.read
    assert page.excluded or not load().red_flags[rule].suspected
    assert 1 <= len(page.examine) <= 5
    lines = examination().lines.values()
    for says in page.examine:
        fits = {cause for line in lines if line.says == says for cause in line.causes}
        assert fits & set(page.in_play) or not page.excluded
    assert section(page, "Tests")
    assert page.refer


def test_causes_below_today_are_sorted_with_one_unit_and_no_decibans(plans: dict[str, Any]) -> None:
    for name in ("rich", "calm", "walking_pain_smoker_66", "pregnant_33_weeks"):
        page = plans[name].page
        chances = [cause.probability for cause, _ in page.causes]
        assert chances == sorted(chances, reverse=True)
        assert len(chances) <= 3
        text = clinician_markdown(page)
        assert " dB" not in text
        assert "interval 0 to 0" not in text
        assert "Cramps on dialysis" not in text


def test_what_nobody_takes_is_no_argument_against_a_cause(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        lines = [line for line in clinician_markdown(planned.page).splitlines() if "Against:" in line]
        assert not any("you take" in line for line in lines)


def test_values_stand_as_told_with_their_day(plan_of: Any) -> None:
    told = {
        "age": 67,
        "labs": [
            {"name": "magnesium", "value": 1.2, "unit": "mg/dL"},
            {"name": "potassium", "value": 3.1, "unit": "mmol/L", "date": "2026-03-01"},
        ],
    }
    (values,) = [line for line in section(plan_of(told).page, "Complaint") if line.startswith("- Values")]
    assert "magnesium 1.2 mg/dL = 0.49 mmol/L; date not told" in values
    assert "potassium 3.1 mmol/L; 2026-03-01" in values


def test_a_time_of_a_whole_day_is_told_as_one(plan_of: Any) -> None:
    lines = section(plan_of({"age": 60, "findings": {"cramp_minutes": 1440}}).page, "Complaint")
    assert "a cramp lasts all day" in lines[0]


def test_a_clot_asks_for_the_lung_and_poor_arteries_for_the_foot_first(plan_of: Any) -> None:
    clot = plan_of({"age": 18, "findings": {"one_leg_swollen": True, "skin_purple_blister": True}}).page
    assert "you are suddenly short of breath" in clot.asked.open[:10]
    poor = {"cramp_timing": "at night in bed", "long_term_conditions": ["poor leg circulation"]}
    arteries = plan_of({"age": 74, "findings": {**poor, "smoker": "smoke now"}}).page
    assert "your foot aches long in bed and feels better hanging down" in arteries.asked.open[:5]


def test_the_tests_of_own_medicines_are_on_the_page(plan_of: Any) -> None:
    page = plan_of({"age": 60, "medicines": ["atorvastatin"], "findings": {"cramp_site": ["calf"]}}).page
    assert {"ck", "tsh", "creatinine_egfr"} <= {one.test.id for one in page.tests}


def test_the_prescriber_decides_about_a_statin_with_weakness(plan_of: Any) -> None:
    weak = {"severe_muscle_pain": True, "muscle_thinner": True}
    page = plan_of({"age": 78, "medicines": ["simvastatin"], "findings": weak}).page
    assert any(
        "simvastatin: the prescriber decides today" in line for line in section(page, "Decision today")
    )
    assert "9 in 10" not in clinician_markdown(page)


def test_a_d_dimer_names_its_place_while_something_could_rule_it_out(plan_of: Any) -> None:
    page = plan_of({"age": 25, "sex": "male", "findings": {"one_leg_swollen": True}}).page
    (line,) = [line for line in section(page, "Tests") if line.startswith("- D-dimer")]
    assert "Wells" in line


def test_no_medicine_is_given_a_chance_while_no_list_is_known(plans: dict[str, Any]) -> None:
    drugs = {cause.name for cause in load().causes.values() if cause.kind == "drug"}
    for planned in plans.values():
        if not planned.plan.medicines.told:
            assert drugs.isdisjoint(cause.name for cause, _ in planned.page.causes)
            assert drugs.isdisjoint(planned.page.feared)


def test_guidance_does_not_speak_against_tests_on_a_page_that_names_them(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        text = " ".join(section(planned.page, "What guidance says"))
        assert not (planned.page.tests and "mostly unnecessary" in text)


@pytest.mark.parametrize(
    "story", ["It began the day after I had a termination.", "I miscarried two weeks ago."]
)
def test_no_d_dimer_after_a_pregnancy_that_the_story_tells_of(story: str, plan_of: Any) -> None:
    told = {
        "age": 25,
        "sex": "female",
        "findings": {"one_leg_swollen": True, "pregnant": "no"},
        "text": story,
    }
    assert "d_dimer" not in {one.test.id for one in plan_of(told).page.tests}


def test_a_d_dimer_is_held_back_while_a_lost_pregnancy_is_possible(plan_of: Any) -> None:
    told = {"age": 25, "sex": "female", "findings": {"one_leg_swollen": True, "pregnant": "no"}}
    lines = section(plan_of(told).page, "Tests")
    assert "Venous Doppler" in lines[0] and "D-dimer" not in lines[0]
    assert lines[-1].startswith("- D-dimer: Hold back unless no pregnancy, birth, miscarriage or termination")


def test_a_visit_of_fifteen_minutes_has_a_page_to_match(plans: dict[str, Any]) -> None:
    counts = sorted(len(clinician_markdown(planned.page).split()) for planned in plans.values())
    assert counts[len(counts) // 2] <= 560
    assert counts[-1] <= 950


def test_both_pages_ask_in_the_same_order(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        items = [i.id for s in planned.plan.sections if s.part == "first" for i in s.items][1:]
        first = planned.page.asked.open[:12]
        assert all((load().findings[id_].says_yes or load().findings[id_].question) in first for id_ in items)


def test_the_story_stands_whole_up_to_a_bound(plan_of: Any) -> None:
    story = "My left calf cramps at night. " * 40
    assert story.strip() in section(plan_of({"age": 60, "text": story}).page, "In the person's own words")[0]
    (words,) = section(plan_of({"age": 60, "text": story * 3}).page, "In the person's own words")
    assert words.endswith('night. … (cut)"') and len(words) < 1600


def test_both_pages_have_the_same_title(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        assert f"The person's page says: {planned.plan.title}." in clinician_sections(planned.page)[0].lines
    assert "Self-care" not in clinician_sections(plans["nothing"].page)[0].lines[0]


def test_readings_of_the_story_are_quoted_for_the_doctor(plan_of: Any) -> None:
    text = (
        "I am 74. The only relief I get is sitting up, so I sleep in the recliner. My calf cramps at night."
    )
    page = plan_of({"age": 74, "text": text}).page
    lines = " ".join(section(page, "Red flags asked and answered"))
    if page.asked.read:
        assert '"The only relief I get is sitting up' in lines and "(read as: " in lines
    assert not any("aches long in bed" in yes for yes in page.asked.yes)


def test_what_was_advised_is_copied_from_the_printed_page(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        printed = " ".join(" ".join(s.lines) for s in page_sections(planned.plan))
        for line in section(planned.page, "Decision today"):
            if line.startswith("- On the person's page: "):
                first = line.removeprefix("- On the person's page: ").split(". ")[0]
                assert first.rstrip(".") in printed


def test_chances_that_pass_a_hundred_say_why(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        lines = section(planned.page, "Leading causes")
        total = round(100 * sum(cause.probability for cause, _ in planned.page.causes))
        assert any("together they can pass 100" in line for line in lines) is bool(lines and total > 100)


def test_figures_of_a_class_are_named_as_such(plan_of: Any) -> None:
    lines = section(plan_of({"age": 25, "medicines": ["salbutamol"], "findings": {}}).page, "Medicines")
    assert any(line.strip().startswith("As a class: ") and "2.42" in line for line in lines)


def test_a_plain_word_beside_its_medicine_is_no_second_medicine(plan_of: Any) -> None:
    told = {"age": 60, "medicines": ["temazepam", "sleeping tablet"]}
    lines = " ".join(section(plan_of(told).page, "Medicines"))
    assert "Not identified" not in lines and "not understood" not in lines


def test_guidance_on_night_cramps_is_for_night_cramps_alone(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        leader = planned.page.causes[0][0].id if planned.page.causes else ""
        if leader in ("restless_legs", "claudication_pad", "myotonia"):
            assert "Reassure" not in " ".join(section(planned.page, "What guidance says"))


def test_nothing_is_left_to_clear_up_that_the_story_on_the_page_tells(plan_of: Any) -> None:
    page = plan_of({"age": 60, "text": "My calf cramps at night. The blood pressure is lovely now."}).page
    assert section(page, "To clear up") == ()


def test_a_new_medicine_is_never_dated_to_three_months(plan_of: Any) -> None:
    text = "In March I was put on hydrochlorothiazide. Within six weeks my calves began to cramp at night."
    page = plan_of({"age": 69, "medicines": ["hydrochlorothiazide"], "text": text}).page
    assert "3 months" not in clinician_markdown(page)
    assert any("In March I was put on hydrochlorothiazide." in line for line in section(page, "Medicines"))
