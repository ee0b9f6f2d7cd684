"""The medicine review: links, cascades, doubles, interactions, and a sheet of questions; never "stop"."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from charley.advice.interventions import choose
from charley.advice.medicines import MedicineReview, medicine_knowledge, review_medicines
from charley.reading import read_history
from charley.records.conditions import Has
from charley.records.library import Library

TODAY = date(2026, 11, 21)


def review(library: Library, told: dict[str, Any] | list[Any]) -> MedicineReview:
    data = told if isinstance(told, dict) else {"medicines": told}
    history = read_history(data, library, TODAY)
    return review_medicines(history, library, TODAY, choose(history, library))


def test_own_medicines_that_can_cause_cramps_stand_with_their_proof(library: Library) -> None:
    found = review(library, ["Lipitor", "salmeterol", "paracetamol", "lithium"])
    assert [(one.entry.id, one.names, one.entry.strength) for one in found.found] == [
        ("beta_agonist", ("salmeterol",), "good"),
        ("statin", ("atorvastatin",), "good"),
        ("lithium", ("lithium",), "reports"),
    ]
    assert found.others == ("paracetamol",)
    assert found.told and found.complete


def test_what_fits_in_time_stands_first(library: Library) -> None:
    told = {
        "medicines": [{"name": "salmeterol", "since": "2019"}, {"name": "nifedipine", "since": "2026-08"}],
        "findings": {"first_started": "in the last month"},
    }
    assert [(one.entry.id, one.timing.fit) for one in review(library, told).found] == [
        ("nifedipine", "fits"),
        ("beta_agonist", "does_not_fit"),
    ]


def test_a_medicine_of_two_classes_stands_under_both(library: Library) -> None:
    found = review(library, ["naproxen and esomeprazole"]).found
    assert {one.entry.id for one in found} == {"naproxen", "proton_pump_inhibitor"}


@pytest.mark.parametrize(
    ("medicines", "notes"),
    [
        (["indapamide", "quinine"], {"cascade-diuretic-quinine"}),
        (["atorvastatin", "quinine"], {"cascade-statin-quinine"}),
        (["salmeterol", "quinine"], {"cascade-inhaler-quinine"}),
        (["amlodipine", "indapamide"], {"cascade-ccb-diuretic"}),
        (["magnesium", "magnesium citrate"], {"duplicate-magnesium"}),
        (["ibuprofen", "naproxen"], {"duplicate-anti-inflammatory"}),
        (["ramipril", "potassium chloride"], {"interaction-potassium-raising"}),
        (["digoxin", "furosemide"], {"interaction-digoxin-diuretic"}),
        (["warfarin"], {"interaction-warfarin-k"}),
        (["digoxin", "quinine"], {"interaction-quinine-digoxin", "interaction-quinine-heart"}),
        (["ramipril", "indapamide", "ibuprofen"], {"interaction-triple"}),
        (["levothyroxine", "calcium carbonate"], {"interaction-thyroid-minerals"}),
        (["paracetamol"], set()),
        ([], set()),
    ],
)
def test_cascades_doubles_and_interactions(library: Library, medicines: list[str], notes: set[str]) -> None:
    assert notes <= {note.id for note in review(library, medicines).notes}
    if not notes:
        assert review(library, medicines).notes == ()


def test_every_note_about_medicines_alone_can_stand(library: Library) -> None:
    """For each note a list of medicines that brings it up."""
    for note in medicine_knowledge().notes:
        taken = [_one_of(situation.when, library) for situation in note.when]
        if note.twice:
            taken = [m.name for m in library.medicines.values() if note.twice in m.classes][:2]
        told: dict[str, Any] = {"medicines": [name for name in taken if name]}
        told["conditions"] = ["N18.4"]
        told["findings"] = {"licorice_often": True}
        assert note.id in {stands.id for stands in review(library, told).notes}, note.id


def _one_of(condition: object, library: Library) -> str | None:
    if not isinstance(condition, Has) or condition.finding != "medicines":
        return None
    wanted = condition.values[0]
    if wanted in library.medicines:
        return library.medicines[wanted].name
    return next(m.name for m in library.medicines.values() if wanted in m.classes)


def test_the_sheet_asks_each_question_once_and_names_the_medicine(library: Library) -> None:
    sheet = review(library, ["indapamide", "quinine", "salmeterol"]).sheet
    assert len(sheet) == len(set(sheet))
    assert sheet[0].startswith("If the water tablet is a part of the cramps")
    assert any(line.startswith("salmeterol: ") for line in sheet)
    assert all("?" in line for line in sheet)


def test_a_remedy_that_does_not_go_with_a_medicine_is_named(library: Library) -> None:
    told = {"age": 70, "medicines": ["warfarin"], "findings": {"wakes_from_sleep": True}}
    assert "vitamin-k2" in {clash.intervention for clash in review(library, told).clashes}
    assert review(library, {"age": 70, "medicines": ["paracetamol"]}).clashes == ()


def test_no_list_and_a_name_not_understood_are_said(library: Library) -> None:
    assert not review(library, {}).told
    assert not review(library, ["blorpamide"]).complete
    empty = review(library, {"findings": {"medicines": "none"}})
    assert (empty.told, empty.found, empty.sheet) == (True, (), ())


def test_no_text_of_the_review_tells_anybody_to_stop() -> None:
    knowledge = medicine_knowledge()
    texts = [t for e in knowledge.entries.values() for t in (e.says, e.keep, *e.asks)]
    texts += [t for note in knowledge.notes for t in (note.says, note.asks)]
    bad = re.compile(r"\b(stop taking|stop your|come off|quit|halve|skip)\b", re.IGNORECASE)
    assert [text for text in texts if bad.search(text)] == []


def test_every_class_that_raises_a_medicine_cause_is_in_the_review(library: Library) -> None:
    """Each class that the network weighs as a cause by medicine has its entry."""
    wanted = {
        value
        for cause in library.causes.values()
        if cause.kind == "drug"
        for entry in cause.evidence
        if entry.risk and isinstance(entry.condition, Has) and entry.condition.finding == "medicines"
        for value in entry.condition.values
    }
    assert wanted <= set(medicine_knowledge().entries)
