"""`charley explain`: finds the library's own page on whatever is asked for, by id, name or code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from charley.advice.clinician import guidelines
from charley.advice.interventions import interventions
from charley.formats.conditions import in_words
from charley.formats.pages.advice import guideline_page, intervention_page
from charley.formats.pages.catalogue import (
    analyte_page,
    class_page,
    floor_page,
    illness_page,
    medicine_page,
    score_page,
)
from charley.formats.pages.knowledge import cause_page, finding_page, rule_page, source_page, test_page
from charley.formats.pages.lines import number_line
from charley.reading.catalogue import find_illness, find_medicine
from charley.reading.laboratory import find_analyte
from charley.records.causes import Cause
from charley.records.library import Library
from charley.records.numbers import Number

Page = Callable[[Any, Library], str]
VOICES = {"rule": "red_flags", "cause": "causes", "lab": "analytes", "floor": "floors"}
"""What stands before the colon in `urgency_from`, and the shelf that it names."""
RULE = "\n\n" + "-" * 40 + "\n\n"


def entries(library: Library) -> list[str]:
    """Every id that has a page."""
    return list(dict.fromkeys(id_ for records, _ in _shelves(library).values() for id_ in records))


def explain(what: str, library: Library) -> str | None:
    """The pages of an id, plain name or code, or one number as ID.KEY; None when there is none.

    An id of several kinds (potassium is a test and a laboratory value) has all of its pages, one
    below the other. The voices of an answer (`rule:rf_dvt_possible`) are found as they stand.
    """
    wanted = what.strip()
    voice, _, id_ = wanted.partition(":")
    shelves = _shelves(library)
    if voice in VOICES:
        shelves = {VOICES[voice]: shelves[VOICES[voice]]}
        wanted = id_
    found = [page(records[wanted], library) for records, page in shelves.values() if wanted in records]
    if not found and voice not in VOICES:
        found = list(_numbers(wanted, library)) or list(_by_name(wanted, library))
    return RULE.join(found) or None


def _shelves(library: Library) -> dict[str, tuple[Mapping[str, Any], Page]]:
    """Every kind of record with its page, in the order in which they are shown."""
    return {
        "causes": (library.causes, cause_page),
        "red_flags": (library.red_flags, rule_page),
        "findings": (library.findings, finding_page),
        "tests": (library.tests, test_page),
        "analytes": (library.analytes, analyte_page),
        "classes": (library.medicine_classes, class_page),
        "medicines": (library.medicines, medicine_page),
        "illnesses": (library.illnesses, illness_page),
        "scores": (library.scores, score_page),
        "floors": ({floor.id: floor for floor in library.floors}, floor_page),
        "interventions": (interventions().by_id, intervention_page),
        "guidelines": (guidelines().by_id, guideline_page),
        "sources": (library.sources, source_page),
    }


def _by_name(wanted: str, library: Library) -> Iterator[str]:
    """Pages under a plain name, brand or ICD-10-CM code. A guess is no page: the caller says what is near."""
    name = wanted.lower()
    for cause in library.causes.values():
        if name in (cause.name.lower(), cause.clinical_name.lower(), cause.icd10cm.lower()):
            yield cause_page(cause, library)
    for test in library.tests.values():
        if name == test.name.lower():
            yield test_page(test, library)
    for one in interventions().by_id.values():
        if name == one.name.lower():
            yield intervention_page(one, library)
    if (analyte := find_analyte(wanted, library)) is not None and not analyte.guess:
        yield analyte_page(library.analytes[analyte.id], library)
    if (medicine := find_medicine(wanted, library)) is not None and not medicine.guess:
        yield medicine_page(library.medicines[medicine.id], library)
    if (illness := find_illness(wanted, library)) is not None and not illness.guess:
        yield illness_page(library.illnesses[illness.id], library)


def _numbers(wanted: str, library: Library) -> Iterator[str]:
    """One number as ID.KEY; a finding may stand in a cause more than once, and then all are shown."""
    id_, _, key = wanted.partition(".")
    if id_ in library.causes:
        for says, number in _cause_numbers(library.causes[id_], key, library):
            yield f"{wanted}{says}: {number_line(number, library)}"
    if key == "background":
        for records in (library.findings, library.medicine_classes, library.illnesses):
            background = getattr(records.get(id_), "background", None)
            if background is not None:
                yield f"{wanted}: {number_line(background, library)}"


def _cause_numbers(cause: Cause, key: str, library: Library) -> Iterator[tuple[str, Number]]:
    own = {
        "prior": cause.prior,
        "true_cramp": cause.true_cramp,
        "contributes": cause.contributes,
        "threshold": cause.threshold,
    }
    number = own.get(key)
    if number is not None:
        yield "", number
    for entry in cause.evidence:
        if entry.condition.finding == key:
            yield f", {in_words(entry.condition, library)}", entry.chance
    for against in cause.argues_against:
        if against.condition.finding == key:
            yield f", against: {in_words(against.condition, library)}", against.weight
