"""`explain`: every id, name and code that the library knows has a page, and nothing else has."""

from __future__ import annotations

import pytest

from charley.formats.explain import RULE, entries, explain
from charley.records.library import Library


def test_every_id_of_every_kind_has_a_page(library: Library) -> None:
    ids = entries(library)
    kinds = (
        library.causes, library.red_flags, library.findings, library.tests, library.analytes,
        library.medicine_classes, library.medicines, library.illnesses, library.scores, library.sources,
    )  # fmt: skip
    assert {id_ for records in kinds for id_ in records} <= set(ids)
    assert len(ids) == len(set(ids))
    empty = [id_ for id_ in ids if not (page := explain(id_, library)) or not page.strip()]
    assert empty == []


@pytest.mark.parametrize(
    ("what", "first"),
    [
        ("dvt", "Clot in a deep leg vein"),
        ("  dvt ", "Clot in a deep leg vein"),
        ("clot in a deep leg vein", "Clot in a deep leg vein"),
        ("Acute deep vein thrombosis of the leg", "Clot in a deep leg vein"),
        ("I82.409", "Clot in a deep leg vein"),
        ("rf_cauda_equina", "rf_cauda_equina: emergency_now, for everyone"),
        ("rule:rf_cauda_equina", "rf_cauda_equina: emergency_now, for everyone"),
        ("cause:dvt", "Clot in a deep leg vein"),
        ("floor:medicine_to_review", "medicine_to_review: at least routine"),
        ("stretch_helps", "stretch_helps"),
        ("Lasix", "furosemide (a medicine)"),
        ("simvastatin", "simvastatin (a medicine)"),
        ("loop_diuretic", "loop water tablet (a class of medicines)"),
        ("type 2 diabetes", "type 2 diabetes (a known condition)"),
        ("E11.9", "type 2 diabetes (a known condition)"),
        ("K+", "Potassium (a laboratory value, in mmol/L)"),
        ("lab:potassium", "Potassium (a laboratory value, in mmol/L)"),
        ("wells_dvt", "Wells score for a deep vein clot"),
    ],
)
def test_a_page_is_found_by_id_name_brand_code_and_voice(library: Library, what: str, first: str) -> None:
    page = explain(what, library)
    assert page is not None
    assert page.splitlines()[0] == first


def test_an_id_of_several_kinds_shows_all_of_its_pages(library: Library) -> None:
    assert "potassium" in library.tests
    assert "potassium" in library.analytes
    page = explain("potassium", library)
    assert page is not None
    test, value = page.split(RULE)
    assert test.startswith(library.tests["potassium"].name)
    assert "sets emergency_now" in value


def test_a_voice_shows_only_its_own_kind(library: Library) -> None:
    page = explain("lab:potassium", library)
    assert page is not None
    assert RULE not in page


@pytest.mark.parametrize(
    "what",
    [
        "",
        " ",
        "nothing_like_it",
        "potasium",
        "dvt.nothing",
        "cause:potassium",
        "rule:dvt",
        "cause:",
    ],
)
def test_what_the_library_does_not_know_has_no_page_and_is_never_guessed(library: Library, what: str) -> None:
    assert explain(what, library) is None


def test_the_number_of_a_key_is_the_one_that_is_computed_with(library: Library) -> None:
    prior = library.causes["dvt"].prior
    page = explain("dvt.prior", library)
    assert page is not None
    assert page.startswith(f"dvt.prior: {prior.value:g} (range {prior.low:g} to {prior.high:g}), judged: ")
    statin = library.medicine_classes["statin"].background
    background = explain("statin.background", library)
    assert background is not None
    assert background.startswith(f"statin.background: {statin.value:g}")


def test_every_cause_explains_its_numbers_by_key(library: Library) -> None:
    for cause in library.causes.values():
        keys = {"prior", "true_cramp", "contributes"} | {e.condition.finding for e in cause.evidence}
        keys |= {against.condition.finding for against in cause.argues_against}
        missing = [key for key in keys if explain(f"{cause.id}.{key}", library) is None]
        assert missing == [], cause.id


def test_a_finding_that_a_cause_names_more_than_once_shows_every_number(library: Library) -> None:
    cause = library.causes["dvt"]
    entries_ = [e for e in cause.evidence if e.condition.finding == "first_started"]
    assert len(entries_) > 1
    page = explain("dvt.first_started", library)
    assert page is not None
    assert len(page.split(RULE)) >= len(entries_)
