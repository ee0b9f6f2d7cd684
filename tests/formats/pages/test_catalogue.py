"""Pages of medicines, classes, known illnesses, laboratory values, scores and floors."""

from __future__ import annotations

import pytest

from charley.formats.pages.catalogue import (
    KEEP_TAKING,
    analyte_page,
    class_page,
    floor_page,
    illness_page,
    medicine_page,
    score_page,
)
from charley.records.conditions import Has
from charley.records.library import Library


def test_a_medicine_names_its_brands_and_classes_and_says_to_keep_taking_it(library: Library) -> None:
    page = medicine_page(library.medicines["furosemide"], library).splitlines()
    assert page[0] == "furosemide (a medicine)"
    assert any(line.startswith("Brands: ") and "Lasix" in line for line in page)
    assert any("[loop_diuretic]" in line for line in page)
    assert page[-1] == KEEP_TAKING


def test_no_page_of_a_medicine_leaves_out_that_it_must_not_be_stopped_alone(library: Library) -> None:
    assert all(KEEP_TAKING in medicine_page(m, library) for m in library.medicines.values())
    assert all(KEEP_TAKING in class_page(c, library) for c in library.medicine_classes.values())


def test_a_class_lists_its_medicines_and_its_background(library: Library) -> None:
    page = class_page(library.medicine_classes["statin"], library)
    assert "simvastatin" in page
    assert "furosemide" not in page
    assert f"Taken by people who ask: {library.medicine_classes['statin'].background.value:g}" in page


@pytest.mark.parametrize("kind", ["medicines", "known_conditions"])
def test_every_cause_that_reads_an_entry_stands_on_its_page(library: Library, kind: str) -> None:
    read = [
        (cause, value)
        for cause in library.causes.values()
        for entry in cause.evidence
        if isinstance(entry.condition, Has) and entry.condition.finding == kind
        for value in entry.condition.values
    ]
    assert read
    for cause, value in read:
        if kind == "known_conditions":
            page = illness_page(library.illnesses[value], library)
        elif value in library.medicines:
            page = medicine_page(library.medicines[value], library)
        else:
            page = class_page(library.medicine_classes[value], library)
        assert f"When the cause is {cause.name}: " in page, (cause.id, value)


def test_an_illness_names_its_codes_and_what_it_answers(library: Library) -> None:
    diabetes = next(illness for illness in library.illnesses.values() if illness.name == "type 2 diabetes")
    page = illness_page(diabetes, library)
    assert "ICD-10-CM codes that begin with: E11" in page
    assert "Answers: diabetes is type 2" in page


def test_a_laboratory_value_shows_units_ranges_and_every_limit_with_its_source(library: Library) -> None:
    analyte = library.analytes["potassium"]
    page = analyte_page(analyte, library)
    for action in analyte.actions:
        assert (
            f"{action.comparison.replace('_', ' ')} {action.value:g} mmol/L sets {action.level.word}" in page
        )
        assert not action.source or f"[{action.source}]" in page
    for entry in analyte.ranges:
        assert f"Usual: from {entry.low:g} to {entry.high:g} mmol/L" in page
    assert all(unit in page for unit in analyte.units)
    assert page.count("[tate2016]") <= 1


def test_a_range_with_an_open_end_is_said_with_the_end_it_has(library: Library) -> None:
    for analyte in library.analytes.values():
        page = analyte_page(analyte, library)
        assert "None" not in page, analyte.id
        for entry in analyte.ranges:
            assert entry.low is not None or f"Usual: to {entry.high:g}" in page


def test_a_score_lists_its_points_and_when_it_does_not_count(library: Library) -> None:
    score = library.scores["wells_dvt"]
    page = score_page(score, library).splitlines()
    points = [float(line.split()[0]) for line in page if line.startswith("  ") and line.lstrip()[0] != "["]
    assert points == [item.points for item in score.items]
    assert any(line.startswith("Not valid when: ") for line in page)


def test_a_floor_says_its_level_its_condition_and_why(library: Library) -> None:
    for floor in library.floors:
        lines = floor_page(floor, library).splitlines()
        assert lines[0] == f"{floor.id}: at least {floor.level.word}"
        assert lines[2] == f"Why: {floor.why}"
