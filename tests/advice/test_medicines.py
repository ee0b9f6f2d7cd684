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
from charley.truth import Truth, judge

TODAY = date(2026, 11, 21)


def review(library: Library, told: dict[str, Any] | list[Any]) -> MedicineReview:
    data = told if isinstance(told, dict) else {"medicines": told}
    history = read_history(data, library, TODAY)
    return review_medicines(history, library, TODAY, choose(history, library))


def test_own_medicines_that_can_cause_cramps_stand_with_their_proof(library: Library) -> None:
    found = review(library, ["Lipitor", "salmeterol", "paracetamol", "lithium"])
    assert [(one.entry.id, one.names, one.entry.strength) for one in found.found] == [
        ("beta_agonist", ("salmeterol",), "fair"),
        ("statin", ("atorvastatin",), "fair"),
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
    texts += [t for e in knowledge.entries.values() if e.urgent for t in (e.urgent.says, e.urgent.keep)]
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


@pytest.mark.parametrize(
    ("medicine", "reason"),
    [
        ("quinine", "Given for cramps"),
        ("combined oral contraceptive", "Raises clot risk"),
        ("amiodarone", "Thyroid"),
        ("candesartan", "Raises potassium"),
        ("apixaban", "bleed into the muscle"),
    ],
)
def test_what_matters_is_never_said_to_have_no_link(library: Library, medicine: str, reason: str) -> None:
    found = review(library, [medicine])
    assert found.others == ()
    assert any(reason in line for one in found.matters for line in one.reasons)


def test_no_medicine_of_a_rule_that_holds_or_of_a_cause_is_said_to_have_no_link(library: Library) -> None:
    """Every medicine that a rule or the risk of a cause names is in another place of the review."""
    told = {"findings": {"new_bruises_spots": True, "one_leg_swollen": True, "palpitations": True}}
    for cause in library.causes.values():
        for entry in cause.evidence:
            condition = entry.condition
            if entry.risk and isinstance(condition, Has) and condition.finding == "medicines":
                name = _one_of(condition, library)
                assert name not in review(library, told | {"medicines": [name]}).others, (cause.id, name)


def test_a_medicine_of_a_rule_that_holds_names_the_rule(library: Library) -> None:
    told = {"medicines": ["quinine"], "findings": {"new_bruises_spots": True}}
    assert "Takes part in rf_quinine_platelets." in review(library, told).matters[0].reasons


def test_a_word_that_does_not_say_what_is_taken_is_unnamed_and_leaves_the_list_open(library: Library) -> None:
    found = review(library, ["circulation tablets", "paracetamol"])
    assert found.unnamed == ("unspecified circulation medicine",)
    assert (found.others, found.complete) == (("paracetamol",), False)
    history = read_history({"medicines": ["circulation tablets"]}, library, TODAY)
    assert judge(Has("medicines", ("anticoagulant",)), history, library).truth is Truth.UNKNOWN


@pytest.mark.parametrize(
    "sign", ["severe_muscle_pain", "weakness_progressive", "muscle_thinner", "rapid_weakness", "dark_urine"]
)
def test_a_statin_with_an_alarming_sign_is_asked_about_today(library: Library, sign: str) -> None:
    (found,) = review(library, {"medicines": ["simvastatin"], "findings": {sign: True}}).found
    assert "9 in 10" not in found.entry.says
    assert "Ring today" in found.entry.keep and "before the next dose" in found.entry.keep
    (calm,) = review(library, {"medicines": ["simvastatin"], "findings": {sign: False}}).found
    assert "9 in 10" in calm.entry.says
