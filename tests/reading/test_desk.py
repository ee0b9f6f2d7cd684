"""The desk: what was told is brought together, guesses are marked, contradictions are asked about."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from charley.errors import InputError
from charley.history import History
from charley.reading import read_history
from charley.reading.reader import MOST_TEXT
from charley.records.conditions import Has
from charley.records.library import Library
from charley.truth import Truth
from charley.truth import test as truth_of

TODAY = date(2026, 11, 21)


def read(library: Library, **data: Any) -> History:
    return read_history(data, library, TODAY)


def test_medicines_are_understood_with_their_classes(library: Library) -> None:
    history = read(library, medicines=["Lipitor 20 mg", "atorvastatn"])
    assert [(u.where, u.told, u.guess) for u in history.understood] == [
        ("medicines[0]", "Lipitor 20 mg", False),
        ("medicines[1]", "atorvastatn", True),
    ]
    assert {"atorvastatin", "statin"} <= history.answers["medicines"]  # type: ignore[operator]
    assert "medicines" not in history.partial, "a list that was read whole is closed"


OPEN_LISTS = [
    pytest.param({"medicines": ["atorvastatin", "blorpamide"]}, "medicines[1]", id="beside the findings"),
    pytest.param(
        {"findings": {"medicines": ["atorvastatin", "blorpamide"]}}, "findings.medicines[1]", id="among"
    ),
    pytest.param(
        {"findings": {"medicines": ["atorvastatin"]}, "medicines": ["blorpamide"]},
        "medicines[0]",
        id="in both",
    ),
]


@pytest.mark.parametrize(("data", "where"), OPEN_LISTS)
def test_an_unread_medicine_leaves_the_list_open(library: Library, data: dict[str, Any], where: str) -> None:
    history = read_history(data, library)
    assert history.not_understood == ((where, "'blorpamide' is no medicine we know"),)
    assert "medicines" in history.partial
    assert truth_of(Has("medicines", ("atorvastatin",)), history, library) is Truth.YES
    assert truth_of(Has("medicines", ("quinine",)), history, library) is Truth.UNKNOWN


def test_an_unread_illness_never_says_that_there_is_none(library: Library) -> None:
    for data in ({"conditions": ["blorpitis"]}, {"findings": {"known_conditions": ["blorpitis"]}}):
        history = read_history(data, library)
        assert truth_of(Has("known_conditions", ("gout",)), history, library) is Truth.UNKNOWN
        assert [why for _, why in history.not_understood] == ["'blorpitis' is no condition we know"]


@pytest.mark.parametrize("list_", ["medicines", "conditions"])
def test_who_writes_none_into_a_list_is_told_how_to_say_it(library: Library, list_: str) -> None:
    [(_, why)] = read_history({list_: ["None"]}, library).not_understood
    finding = {"medicines": "medicines", "conditions": "known_conditions"}[list_]
    assert why.endswith(f"that there are none is told as findings.{finding}: []")


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({"age": 81, "pregnant": True}, "Pregnant at 81: is that right? Both were kept."),
        ({"age": 7, "pregnant": True}, "Pregnant at 7: is that right? Both were kept."),
        (
            {"age": 81, "findings": {"pregnant": "had a baby in the last 6 weeks"}},
            "A baby in the last weeks at 81: is that right? Both were kept.",
        ),
    ],
)
def test_a_pregnancy_at_an_unlikely_age_is_asked_about(
    library: Library, told: dict[str, Any], asked: str
) -> None:
    assert read_history(told, library).contradictions == (asked,)
    assert read_history(told | {"age": 30}, library).contradictions == ()


def test_a_list_that_is_empty_outside_the_findings_tells_nothing(library: Library) -> None:
    assert read(library, medicines=[], conditions=[], labs=[], findings={}, text="") == History()


def test_a_list_that_is_empty_among_the_findings_says_none(library: Library) -> None:
    for none in ([], "none"):
        history = read(library, findings={"medicines": none, "known_conditions": none})
        assert history.answers == {"medicines": frozenset(), "known_conditions": frozenset()}
        assert history.partial == frozenset()
        assert truth_of(Has("medicines", ("statin",)), history, library) is Truth.NO


def test_not_sure_is_remembered_and_stays_unknown(library: Library) -> None:
    history = read(library, findings={"diabetes": "not sure", "medicines": "Not sure", "cramp_minutes": None})
    assert history.answers == {}
    assert history.doubted == {"diabetes", "medicines"}


def test_a_doubt_gives_way_to_an_answer_told_elsewhere(library: Library) -> None:
    history = read(library, findings={"diabetes": "not sure"}, conditions=["E11.9"])
    assert history.answer("diabetes") == "type 2"
    assert history.doubted == frozenset()
    assert history.contradictions == ()


CONTRADICTIONS = [
    pytest.param(
        {"findings": {"diabetes": "no"}, "conditions": ["type 2 diabetes"]},
        "diabetes",
        id="diabetes no and type 2",
    ),
    pytest.param(
        {"findings": {"known_conditions": ["type 2 diabetes"], "diabetes": "no"}},
        "diabetes",
        id="the same, both among the findings, the illness first",
    ),
    pytest.param({"conditions": ["E10", "E11"]}, "diabetes", id="two illnesses that exclude each other"),
    pytest.param(
        {"findings": {"long_term_conditions": []}, "conditions": ["chronic kidney disease"]},
        "long_term_conditions",
        id="none ticked and an illness listed",
    ),
    pytest.param(
        {"findings": {"medicines": []}, "medicines": ["quinine"]},
        "medicines",
        id="no medicines and a medicine",
    ),
    pytest.param(
        {"findings": {"medicines": []}, "medicines": ["blorpamide"]},
        "medicines",
        id="no medicines and an unread one",
    ),
    pytest.param(
        {"findings": {"known_conditions": []}, "conditions": ["gout"]},
        "known_conditions",
        id="no illness and one",
    ),
]


@pytest.mark.parametrize(("data", "finding"), CONTRADICTIONS)
def test_a_contradiction_is_put_back_as_a_question(
    library: Library, data: dict[str, Any], finding: str
) -> None:
    history = read_history(data, library)
    (asked,) = history.contradictions
    assert library.findings[finding].question in asked


def test_a_listed_illness_outweighs_an_answer_against_it(library: Library) -> None:
    history = read(library, findings={"diabetes": "no"}, conditions=["type 2 diabetes"])
    assert history.answer("diabetes") == "type 2"


def test_an_illness_leaves_the_list_it_ticks_open(library: Library) -> None:
    history = read(library, conditions=["chronic kidney disease"])
    assert history.answer("long_term_conditions") == frozenset({"kidney disease"})
    assert {"long_term_conditions", "known_conditions"} <= history.partial
    assert history.contradictions == ()


LABS = [
    pytest.param({"value": 3.9, "unit": "mmol/L"}, "Potassium 3.9 mmol/L", id="a value"),
    pytest.param({"value": "<3.1", "unit": "mmol/L"}, "Potassium under 3.1 mmol/L", id="a bound from above"),
    pytest.param({"value": "> 6.5", "unit": "mEq/L"}, "Potassium over 6.5 mmol/L", id="a bound from below"),
    pytest.param(
        {"value": 3.9, "unit": "mmol/L", "date": "2026-11-01"},
        "Potassium 3.9 mmol/L on 2026-11-01",
        id="with a date",
    ),
]


@pytest.mark.parametrize(("entry", "meaning"), LABS)
def test_a_laboratory_value_is_understood(library: Library, entry: dict[str, Any], meaning: str) -> None:
    history = read(library, labs=[{"name": "Potassium", **entry}])
    assert [(u.where, u.meaning, u.guess) for u in history.understood] == [("labs[0]", meaning, False)]
    assert [lab.analyte for lab in history.labs] == ["potassium"]


def test_results_of_one_analyte_stand_in_one_order(library: Library) -> None:
    labs = [{"name": "Potassium", "value": value, "unit": "mmol/L"} for value in (4.1, 2.9, "<3.5")]
    one, other = read(library, labs=labs), read(library, labs=labs[::-1])
    assert one.labs == other.labs
    assert [lab.value for lab in one.labs] == [2.9, 3.5, 4.1]


LABS_NOT_READ = [
    pytest.param(
        {"name": "TSH", "value": "normal"}, "'normal' is no number for", id="a word, without a unit"
    ),
    pytest.param(
        {"name": "xyz", "value": 1, "unit": "mg/L"}, "'xyz' is no laboratory test we know", id="unknown name"
    ),
    pytest.param(
        {"name": "Phosphatase", "value": 70, "unit": "U/L"},
        "'Phosphatase' is no laboratory test we know",
        id="a guess that does not fit its unit",
    ),
]


@pytest.mark.parametrize(("entry", "why"), LABS_NOT_READ)
def test_an_unread_laboratory_value_is_listed_never_dropped(
    library: Library, entry: dict[str, Any], why: str
) -> None:
    history = read(library, labs=[entry])
    ((where, said),) = history.not_understood
    assert where == "labs[0]"
    assert said.startswith(why)
    assert history.labs == ()


def test_a_misspelt_test_with_an_impossible_value_is_still_refused(library: Library) -> None:
    with pytest.raises(InputError) as caught:
        read(library, labs=[{"name": "Potasium", "value": 39, "unit": "mmol/L"}])
    assert caught.value.faults[0].mend.startswith("Did you mean 3.9 mmol/L")


def test_a_story_without_any_meaning_answers_nothing(library: Library) -> None:
    history = read(library, text="x" * MOST_TEXT)
    assert history.answers == {}
    assert history.readings == ()


def test_a_name_of_two_lines_is_understood_on_one(library: Library) -> None:
    history = read(library, medicines=["Atorvastatin\n20 mg\ud800"])
    assert [(u.told, u.guess) for u in history.understood] == [("Atorvastatin 20 mg ", False)]
