"""What must be excluded, and what must not be missed: by cause, site and circumstances."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from charley.advice.clinician import ClinicianPage, clinician_page
from charley.advice.plan import make_plan
from charley.assess import assess
from charley.formats.plan.clinician import clinician_sections
from charley.reading import read_history
from charley.records.library import Library

TODAY = date(2026, 11, 21)


def page_of(library: Library, told: dict[str, Any]) -> ClinicianPage:
    history = read_history(told, library, TODAY)
    answer = assess(history, library)
    return clinician_page(history, library, answer, make_plan(history, library, answer, TODAY))


NIGHT = {"cramp_timing": "at night in bed", "sudden_hard_knot": True, "stretch_helps": True}
SPORT = {"cramp_timing": "during exercise", "cramp_with_exercise": True}


@pytest.mark.parametrize(
    ("told", "named"),
    [
        (
            {"age": 31, "sex": "female", "findings": {**NIGHT, "pregnant": "pregnant now"}},
            ["Clot in a deep leg vein", "Pre-eclampsia or eclampsia"],
        ),
        (
            {"age": 34, "findings": {**SPORT, "heat_exposure": True}},
            ["Heat stroke", "Low sodium", "Muscle breakdown (rhabdomyolysis)"],
        ),
        ({"age": 22, "findings": {**SPORT, "cramp_site": ["calf"]}}, ["Trapped artery behind the knee"]),
        (
            {"age": 60, "findings": {**NIGHT, "cramp_site": ["calf"], "cramp_side": "always the left"}},
            ["Clot in a deep leg vein"],
        ),
        ({"age": 60, "findings": {**NIGHT, "alcohol_units": 40}}, ["Wernicke (thiamine before glucose)"]),
        (
            {"age": 40, "conditions": ["neuromyelitis optica"], "findings": NIGHT},
            ["relapse of the known illness"],
        ),
        ({"age": 66, "medicines": ["gliclazide"], "findings": NIGHT}, ["Low blood sugar"]),
    ],
)
def test_what_goes_with_the_circumstances_is_named(
    library: Library, told: dict[str, Any], named: list[str]
) -> None:
    page = page_of(library, told)
    shown = {*page.excluded, *page.feared, *(cause.name for cause, _ in page.causes)}
    assert set(named) <= shown


def test_blood_sugar_is_no_danger_without_a_medicine_that_lowers_it(library: Library) -> None:
    page = page_of(library, {"age": 66, "medicines": ["amlodipine"], "findings": NIGHT})
    assert "Low blood sugar" not in {*page.excluded, *page.feared}


@pytest.mark.parametrize(("knock", "asked"), [(False, False), (True, True)])
def test_an_x_ray_needs_a_knock(library: Library, knock: bool, asked: bool) -> None:
    page = page_of(library, {"age": 40, "findings": {"cannot_put_weight": True, "injury_recent": knock}})
    assert ("xray" in {one.test.id for one in page.tests}) is asked
    assert ("Broken bone or stress fracture" in page.excluded) is asked


def test_a_clot_comes_with_the_lung_and_a_heart_tracing(library: Library) -> None:
    page = page_of(library, {"age": 63, "findings": {"one_leg_swollen": True, "bed_rest_surgery": True}})
    assert page.excluded[0] == "Clot in a deep leg vein"
    assert "Clot in the lung" in page.excluded
    assert "ecg" in {one.test.id for one in page.tests}
    assert any("oxygen saturation" in line for line in page.examine)


def test_fever_with_chest_pain_is_pneumonia_until_excluded(library: Library) -> None:
    page = page_of(library, {"age": 72, "findings": {"fever": True, "chest_pain_breathing": True}})
    assert {"pneumonia or sepsis", "heart attack", "Clot in the lung"} <= set(page.excluded)


def test_no_test_stands_twice(library: Library) -> None:
    page = page_of(library, {"age": 33, "findings": {"saddle_numb": True, "bladder_bowel_change": True}})
    assert sum("MRI" in one.test.name and "lumbar" in one.test.id for one in page.tests) <= 1


def test_a_calf_squeeze_is_for_calves(library: Library) -> None:
    thigh = page_of(library, {"age": 34, "findings": {**SPORT, "cramp_site": ["front of thigh"]}})
    assert not any("Thompson" in line for line in thigh.examine)
    assert any(line.startswith("Thigh:") for line in thigh.examine)


@pytest.mark.parametrize(
    ("told", "first"),
    [
        (
            {"age": 63, "findings": {"one_leg_swollen": True, "bed_rest_surgery": True}},
            "GP or family doctor or urgent care, today",
        ),
        ({"age": 24, "findings": {"dark_urine": True, "severe_muscle_pain": True}}, "emergency department"),
        (
            {"age": 72, "findings": {"chest_pain_breathing": True, "one_leg_swollen": True}},
            "emergency department, by ambulance",
        ),
        (
            {"age": 30, "sex": "female", "findings": {"pregnant": "pregnant now", "one_leg_swollen": True}},
            "maternity unit (triage)",
        ),
    ],
)
def test_the_place_of_the_level_comes_first(library: Library, told: dict[str, Any], first: str) -> None:
    assert page_of(library, told).refer[0] == first


def test_exercise_pain_in_the_young_asks_for_the_ankle_pressure_after_exercise(library: Library) -> None:
    page = page_of(library, {"age": 22, "findings": {**SPORT, "cramp_site": ["calf"]}})
    tests = next(s.lines for s in clinician_sections(page) if s.title == "Tests")
    assert "Ankle-brachial pressure index (at rest and straight after the exercise that hurts)" in tests[0]
