"""The one way in: what was told is understood, listed as not understood, or at fault; all at once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from charley.errors import Fault, InputError
from charley.reading import read_history
from charley.reading.reader import MOST_ENTRIES, MOST_KEYS, MOST_NAME
from charley.records.library import Library

TODAY = date(2026, 11, 21)


def faults(library: Library, data: object) -> tuple[Fault, ...]:
    with pytest.raises(InputError) as caught:
        read_history(data, library, TODAY)
    return caught.value.faults


@pytest.mark.parametrize("data", [None, [], "a story", 3, True, [{"age": 72}]], ids=repr)
def test_a_history_must_be_an_object(library: Library, data: object) -> None:
    assert [str(f) for f in faults(library, data)] == [
        'history: must be a JSON object. For example {"age": 72}.'
    ]


FAULTS = [
    pytest.param({"agee": 72}, "agee: unknown key. Did you mean 'age'?", id="an unknown key"),
    pytest.param(
        {"findings": {"dibetes": "no"}},
        "findings.dibetes: unknown finding. Did you mean 'diabetes'?",
        id="an unknown finding",
    ),
    pytest.param(
        {"findings": []}, "findings: must be an object of finding ids and answers", id="a list of findings"
    ),
    pytest.param(
        {"findings": {"diabetes": "type 5"}},
        "findings.diabetes: 'type 5' is not one of the answers. Did you mean 'type 1'?",
        id="an answer that is not allowed",
    ),
    pytest.param(
        {"medicines": {"name": "statin"}},
        "medicines: must be a list of names. At most 200 entries.",
        id="an object of medicines",
    ),
    pytest.param({"medicines": [7]}, "medicines[0]: 7 is no name", id="a number as a medicine"),
    pytest.param({"medicines": ["x", None]}, "medicines[1]: null is no name", id="null in a list"),
    pytest.param({"conditions": [["gout"]]}, "conditions[0]: a list is no name", id="a list in a list"),
    pytest.param({"conditions": ["  "]}, "conditions[0]: '  ' is no name", id="a blank name"),
    pytest.param(
        {"conditions": ["x" * (MOST_NAME + 1)]},
        "conditions[0]: is longer than 200 characters. Give one name an entry.",
        id="a story as a name",
    ),
    pytest.param(
        {"findings": {"medicines": [["a"]]}},
        "findings.medicines[0]: a list is no name",
        id="a list as a medicine among the findings",
    ),
    pytest.param(
        {"labs": {}}, "labs: must be a list of name, value and unit. At most 200 entries.", id="no list"
    ),
    pytest.param({"labs": [3]}, "labs[0]: must be an object with name, value and unit", id="a bare number"),
    pytest.param(
        {"labs": [{"value": 3, "unit": "mmol/L"}]},
        "labs[0].name: is missing. Name the test, or give its LOINC code.",
        id="a value without a name",
    ),
    pytest.param({"labs": [{"name": "K"}]}, "labs[0].value: is missing", id="a name without a value"),
    pytest.param(
        {"labs": [{"name": ["K"], "value": 3}]}, "labs[0].name: a list is no name", id="a list as a name"
    ),
    pytest.param(
        {"labs": [{"name": "K", "value": True, "unit": "mmol/L"}]},
        "labs[0].value: true is no number",
        id="true as a value",
    ),
    pytest.param(
        {"labs": [{"name": "K", "value": [3.9], "unit": "mmol/L"}]},
        "labs[0].value: a list is no number",
        id="a list as a value",
    ),
    pytest.param(
        {"labs": [{"name": "K", "value": 10**400, "unit": "mmol/L"}]},
        "labs[0].value: a very large number is no number",
        id="more than a number can hold",
    ),
    pytest.param(
        {"labs": [{"name": "K", "value": float("nan"), "unit": "mmol/L"}]},
        "labs[0].value: nan is no number",
        id="not a number",
    ),
    pytest.param(
        {"labs": [{"name": "K", "value": 3.9, "unit": 7}]},
        "labs[0].unit: 7 is no unit",
        id="a number as a unit",
    ),
    pytest.param(
        {"labs": [{"name": "K", "value": 3.9, "unit": "mmol/L", "units": "x"}]},
        "labs[0].units: unknown key. Did you mean 'unit'?",
        id="an unknown key in a laboratory value",
    ),
    pytest.param(
        {"labs": [{"name": "K", "value": 3.9, "unit": "mmol/L", "date": "2026-12-24"}]},
        "labs[0].date: 2026-12-24 lies in the future. Today is 2026-11-21.",
        id="a blood test of the future",
    ),
    pytest.param({"text": ["a story"]}, "text: must be text", id="a list as text"),
    pytest.param(
        {"text": "x" * 5_000_000},
        "text: is longer than 100000 characters. Tell it shorter.",
        id="five megabytes",
    ),
]


@pytest.mark.parametrize(("data", "fault"), FAULTS)
def test_a_wrong_input_is_named_with_place_and_mend(
    library: Library, data: dict[str, Any], fault: str
) -> None:
    assert [str(f) for f in faults(library, data)] == [fault]


def test_potassium_39_is_refused_and_3_9_is_suggested(library: Library) -> None:
    (fault,) = faults(library, {"labs": [{"name": "Potassium", "value": 39, "unit": "mmol/L"}]})
    assert fault.where == "labs[0].value"
    assert fault.problem.startswith("Potassium 39 mmol/L is not possible")
    assert fault.mend.startswith("Did you mean 3.9 mmol/L")


def test_all_faults_are_told_at_once(library: Library) -> None:
    data = {
        "agee": 1,
        "id": [],
        "date": "soon",
        "age": 200,
        "sex": 4,
        "pregnant": "x",
        "findings": {"nonsense_id": 1, "diabetes": 3, "long_term_conditions": ["qqqq", "zzzz"]},
        "conditions": [1],
        "medicines": 5,
        "labs": [{"name": "K", "value": 3.9}, 1, {"name": "K", "value": 99, "unit": "mmol/L"}],
        "text": 1,
    }
    assert [fault.where for fault in faults(library, data)] == [
        "agee",
        "id",
        "date",
        "age",
        "sex",
        "pregnant",
        "findings.nonsense_id",
        "findings.diabetes",
        "findings.long_term_conditions[0]",
        "findings.long_term_conditions[1]",
        "conditions[0]",
        "medicines",
        "labs[0].unit",
        "labs[1]",
        "labs[2].value",
        "text",
    ]


CROWDS = [
    pytest.param({str(n): n for n in range(MOST_KEYS + 1)}, "history", id="keys"),
    pytest.param({"findings": {str(n): n for n in range(MOST_KEYS + 1)}}, "findings", id="findings"),
    pytest.param({"medicines": ["x"] * (MOST_ENTRIES + 1)}, "medicines", id="medicines"),
    pytest.param({"conditions": ["x"] * (MOST_ENTRIES + 1)}, "conditions", id="conditions"),
    pytest.param({"labs": [{}] * (MOST_ENTRIES + 1)}, "labs", id="laboratory values"),
]


@pytest.mark.parametrize(("data", "where"), CROWDS)
def test_a_crowd_is_refused_with_one_fault(library: Library, data: dict[str, Any], where: str) -> None:
    assert [fault.where for fault in faults(library, data)] == [where]


ODD_KEYS = [
    pytest.param({7: 1}, "7: unknown key", id="a number as a key"),
    pytest.param({None: 1}, "null: unknown key", id="no key"),
    pytest.param({("a", "b"): 1}, "a list: unknown key", id="a pair as a key"),
    pytest.param({"a\nb": 1}, "a b: unknown key", id="a line break in a key"),
    pytest.param({"\ud800": 1}, "' ': unknown key", id="half a character as a key"),
    pytest.param({"": 1}, "'': unknown key", id="an empty key"),
    pytest.param({"x" * 1_000_000: 1}, f"{'x' * 40}: unknown key", id="a million letters as a key"),
    pytest.param({"findings": {3: True}}, "findings.3: unknown finding", id="a number as a finding"),
]


@pytest.mark.parametrize(("data", "start"), ODD_KEYS)
def test_an_odd_key_is_named_on_one_line(library: Library, data: dict[Any, Any], start: str) -> None:
    (fault,) = faults(library, data)
    assert str(fault).startswith(start)
    assert str(fault).isprintable()
