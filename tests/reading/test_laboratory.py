"""Laboratory values: names, numbers and units become a result, or a clear fault, never a silent guess."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.errors import Fault
from charley.history import LabResult
from charley.library import load
from charley.reading.laboratory import (
    Told,
    analyte_index,
    find_analyte,
    only_unit,
    read_number,
    read_result,
    ways_of,
)
from charley.reading.names import fold
from charley.records.library import Library
from charley.units import Conversion

ANALYTES = load().analytes
POTASSIUM = replace(
    ANALYTES["potassium"],
    units={"mmol/L": Conversion(1.0), "mg/dL": Conversion(0.2558)},
    plausible=(1.0, 9.0),
)
TSH = replace(ANALYTES["tsh"], units={"mU/L": Conversion(1.0)}, plausible=(0.0001, 500.0))
HBA1C = replace(
    ANALYTES["hba1c"],
    units={"mmol/mol": Conversion(1.0), "%": Conversion(10.93, -23.5)},
    plausible=(9.0, 200.0),
)

NUMBERS = [
    pytest.param(3.9, (3.9, "exactly"), id="a number"),
    pytest.param(4, (4.0, "exactly"), id="a whole number"),
    pytest.param("3.9", (3.9, "exactly"), id="a number in quotes"),
    pytest.param("3,9", (3.9, "exactly"), id="a decimal comma"),
    pytest.param(" 3.9 ", (3.9, "exactly"), id="spaces around it"),
    pytest.param("-3.9", (-3.9, "exactly"), id="a minus sign is not lost"),
    pytest.param("<0.62", (0.62, "below"), id="below a bound"),
    pytest.param("< 0.62", (0.62, "below"), id="below, with a space"),
    pytest.param("<=5", (5.0, "below"), id="at most"),
    pytest.param("≤5", (5.0, "below"), id="at most, in one sign"),
    pytest.param(">1000", (1000.0, "above"), id="above a bound"),
    pytest.param(">= 90", (90.0, "above"), id="at least"),
    pytest.param("≥90", (90.0, "above"), id="at least, in one sign"),
    pytest.param("normal", None, id="a word"),
    pytest.param("3.9 mmol/L", None, id="a number with its unit"),
    pytest.param("3.5-5.0", None, id="a range"),
    pytest.param("", None, id="nothing"),
    pytest.param("<", None, id="a sign alone"),
    pytest.param("1e3", None, id="a power of ten"),
    pytest.param("٣", None, id="a digit of another script"),
    pytest.param("nan", None, id="not a number"),
    pytest.param("9" * 400, None, id="four hundred digits"),
    pytest.param(" " * 100_000 + "x", None, id="a hundred thousand spaces"),
]


@pytest.mark.parametrize(("value", "number"), NUMBERS)
def test_a_number_is_read_with_its_bound(value: float | str, number: tuple[float, str] | None) -> None:
    assert read_number(value) == number


@given(st.text(max_size=60))
def test_any_text_is_a_finite_number_or_none(text: str) -> None:
    number = read_number(text)
    assert number is None or -1e41 < number[0] < 1e41


TAKEN = [
    pytest.param(
        Told("K", 3.9, "mmol/L"), LabResult("potassium", 3.9, "exactly", "K 3.9 mmol/L"), id="as it is"
    ),
    pytest.param(
        Told("K", 10, "mg/dl"), LabResult("potassium", 2.558, "exactly", "K 10 mg/dl"), id="converted"
    ),
    pytest.param(Told("K", "<3", "MMOL/L"), LabResult("potassium", 3.0, "below", "K <3 MMOL/L"), id="below"),
    pytest.param(
        Told("K", ">6.5", "mmol/L"), LabResult("potassium", 6.5, "above", "K >6.5 mmol/L"), id="above"
    ),
    pytest.param(
        Told("K", "<0.5", "mmol/L"), LabResult("potassium", 0.5, "below", "K <0.5 mmol/L"), id="low bound"
    ),
    pytest.param(
        Told("K\n", 1, "mmol/L"), LabResult("potassium", 1.0, "exactly", "K  1 mmol/L"), id="the least"
    ),
]


@pytest.mark.parametrize(("told", "result"), TAKEN)
def test_a_value_becomes_a_result(told: Told, result: LabResult) -> None:
    read = read_result(told, POTASSIUM, "labs[0]")
    assert isinstance(read, LabResult)
    assert replace(read, value=round(read.value, 9)) == result


IMPOSSIBLE = "is not possible in a living person (1 to 9 mmol/L)"
REFUSED = [
    pytest.param(
        Told("K", 39, "mmol/L"),
        "value",
        f"Potassium 39 mmol/L {IMPOSSIBLE}",
        "Did you mean 3.9 mmol/L?",
        id="a lost decimal point",
    ),
    pytest.param(
        Told("K", 0.39, "MMOL/l"),
        "value",
        f"Potassium 0.39 mmol/L {IMPOSSIBLE}",
        "Did you mean 3.9 mmol/L?",
        id="a decimal point too many, unit in the table's spelling",
    ),
    pytest.param(
        Told("K", 390, "mmol/L"),
        "value",
        f"Potassium 390 mmol/L {IMPOSSIBLE}",
        "Did you mean 3.9 mmol/L?",
        id="two places off",
    ),
    pytest.param(
        Told("K", 15, "mmol/L"),
        "value",
        f"Potassium 15 mmol/L {IMPOSSIBLE}",
        "Did you mean 1.5 mmol/L or 15 mg/dL?",
        id="perhaps another unit",
    ),
    pytest.param(
        Told("K", 4.1e9, "mmol/L"),
        "value",
        f"Potassium 4100000000 mmol/L {IMPOSSIBLE}",
        "Check the number and the unit.",
        id="far from everything",
    ),
    pytest.param(
        Told("K", "-4", "mmol/L"),
        "value",
        f"Potassium -4 mmol/L {IMPOSSIBLE}",
        "Check the number and the unit.",
        id="below zero",
    ),
    pytest.param(
        Told("K", ">39", "mmol/L"),
        "value",
        f"Potassium 39 mmol/L {IMPOSSIBLE}",
        "Did you mean 3.9 mmol/L?",
        id="above what is possible",
    ),
    pytest.param(
        Told("K", "<39", "mmol/L"),
        "value",
        f"Potassium 39 mmol/L {IMPOSSIBLE}",
        "Did you mean 3.9 mmol/L?",
        id="a bound that no report would print",
    ),
    pytest.param(
        Told("K", 3.9, None), "unit", "Potassium has no unit", "Give one of: mmol/L, mg/dL.", id="no unit"
    ),
    pytest.param(
        Told("K", 39, None),
        "unit",
        "Potassium has no unit",
        "Give one of: mmol/L, mg/dL. Did you mean 3.9 mmol/L?",
        id="no unit and a slip",
    ),
    pytest.param(
        Told("K", 3.9, " "), "unit", "Potassium has no unit", "Give one of: mmol/L, mg/dL.", id="blank unit"
    ),
    pytest.param(
        Told("K", 3.9, "mol/L"),
        "unit",
        "'mol/L' is no unit of Potassium",
        "Give one of: mmol/L, mg/dL.",
        id="an unknown unit",
    ),
    pytest.param(
        Told("K", "1,200", "mmol/L"),
        "value",
        "'1,200' can be read in two ways",
        "Write 1200 or 1.2.",
        id="a comma before three digits",
    ),
    pytest.param(
        Told("K", "<12,345", "mmol/L"),
        "value",
        "'<12,345' can be read in two ways",
        "Write <12345 or <12.345.",
        id="a bound with a comma before three digits",
    ),
]


@pytest.mark.parametrize(("told", "key", "problem", "mend"), REFUSED)
def test_a_value_is_refused_with_a_suggestion(told: Told, key: str, problem: str, mend: str) -> None:
    assert read_result(told, POTASSIUM, "labs[2]") == Fault(f"labs[2].{key}", problem, mend)


@pytest.mark.parametrize(
    ("told", "mend"),
    [
        ("12.500", "Write 12500 or 12.5."),
        ("<12.345", "Write <12345 or <12.35."),
        ("1,250", "Write 1250 or 1.25."),
    ],
)
def test_a_point_before_three_digits_is_asked_about_where_both_are_possible(told: str, mend: str) -> None:
    read = read_result(Told("CK", told, "U/L"), ANALYTES["ck"], "labs[0]")
    assert isinstance(read, Fault)
    assert read.mend == mend


def test_a_point_before_three_digits_is_one_where_only_that_is_possible() -> None:
    read = read_result(Told("K", "4.200", "mmol/L"), POTASSIUM, "labs[0]")
    assert isinstance(read, LabResult)
    assert read.value == 4.2


@pytest.mark.parametrize(
    ("told", "ways"),
    [("12,500", (12.5, 12500)), ("12.500", (12.5, 12500)), ("12.5", ()), ("0,345", ()), ("<12,500", ())],
)
def test_what_a_number_can_say(told: str, ways: tuple[float, ...]) -> None:
    assert ways_of(told) == ways


def test_a_comma_after_a_nought_is_a_decimal_comma() -> None:
    read = read_result(Told("TSH", "0,345", "mU/L"), TSH, "labs[0]")
    assert isinstance(read, LabResult)
    assert read.value == 0.345


def test_a_word_is_no_result_even_without_a_unit() -> None:
    assert read_result(Told("K", "normal", None), POTASSIUM, "labs[0]") is None


def test_a_long_unit_does_not_fill_the_message() -> None:
    fault = read_result(Told("K", 3.9, "x\n" * 100_000), POTASSIUM, "labs[0]")
    assert isinstance(fault, Fault)
    assert len(fault.problem) < 80
    assert "\n" not in str(fault)


def test_a_limit_is_shown_in_the_unit_that_was_told() -> None:
    fault = read_result(Told("HbA1c", 65, "%"), HBA1C, "labs[0]")
    assert isinstance(fault, Fault)
    assert "(2.973 to 20.45 %)" in fault.problem
    assert fault.mend == "Did you mean 6.5 % or 65 mmol/mol?"


@given(
    st.sampled_from(sorted(ANALYTES)),
    st.data(),
    st.one_of(st.floats(-1e9, 1e9), st.integers(-(10**9), 10**9)),
)
def test_every_analyte_takes_what_is_possible_and_refuses_the_rest(
    id_: str, data: st.DataObject, value: float
) -> None:
    analyte = ANALYTES[id_]
    unit = data.draw(st.sampled_from(sorted(analyte.units)))
    read = read_result(Told(id_, value, unit), analyte, "labs[0]")
    canonical = analyte.units[unit](value)
    if analyte.plausible[0] <= canonical <= analyte.plausible[1]:
        assert isinstance(read, LabResult)
        assert (read.value, read.bound) == (canonical, "exactly")
    else:
        assert isinstance(read, Fault)
        assert str(read).isprintable()


BARE = [
    ("potassium", "3.0", "mmol/L"),
    ("potassium", "4.2", "mmol/L"),
    ("potassium", "39", None),
    ("potassium", "84", None),
    ("magnesium", "84", None),
    ("magnesium", "0.6", None),
    ("lithium_level", "12", None),
    ("glucose", "180", "mg/dL"),
    ("hba1c", "7.2", "%"),
    ("albumin", "3.1", "g/dL"),
    ("calcium", "1.9", "mmol/L"),
    ("calcium", "9.4", "mg/dL"),
    ("creatinine", "1.4", "mg/dL"),
    ("creatinine", "180", "umol/L"),
    ("haemoglobin", "9.1", "g/dL"),
    ("urea", "14", "mmol/L"),
    ("glucose", "29", None),
    ("vitamin_d", "18", None),
    ("sodium", "128", "mmol/L"),
]


@pytest.mark.parametrize(("id_", "told", "unit"), BARE)
def test_a_bare_number_takes_no_unit_that_people_never_leave_out(
    id_: str, told: str, unit: str | None
) -> None:
    assert only_unit(told, ANALYTES[id_]) == unit


FOUND = [
    pytest.param("Potassium", "potassium", False, id="the name"),
    pytest.param("K+", "potassium", False, id="the sign of the ion"),
    pytest.param("potasium", "potassium", True, id="a typing error"),
    pytest.param("2823-3", "potassium", False, id="a LOINC code"),
    pytest.param("Potassium (K)", "potassium", False, id="the same again in brackets"),
    pytest.param("Potassium, serum", "potassium", False, id="what was drawn"),
    pytest.param(
        "Potasium (serum)", "potassium", True, id="what was drawn, in brackets, with a typing error"
    ),
    pytest.param("Glucose (fasting)", "glucose", False, id="when it was drawn"),
    pytest.param("Calcium (ionised)", "ionised_calcium", False, id="ionised calcium is not all calcium"),
    pytest.param("eGFR (CKD-EPI)", "egfr", False, id="by which formula"),
]


@pytest.mark.parametrize(("told", "id_", "guess"), FOUND)
def test_an_analyte_is_found(library: Library, told: str, id_: str, guess: bool) -> None:
    match = find_analyte(told, library)
    assert match is not None
    assert (match.id, match.guess) == (id_, guess)


STRANGERS = [
    pytest.param("Sodium (urine)", id="urine in brackets is not blood"),
    pytest.param("urine sodium", id="urine is not blood"),
    pytest.param("Vitamin E", id="vitamin E is not vitamin D"),
    pytest.param("Free T3", id="T3 is not T4"),
    pytest.param("Calcium/creatinine ratio", id="a ratio of two"),
    pytest.param("xyz", id="nothing known"),
    pytest.param("()", id="empty brackets"),
    pytest.param("serum", id="only what was drawn"),
    pytest.param("(" * 200, id="many open brackets"),
]


@pytest.mark.parametrize("told", STRANGERS)
def test_a_stranger_is_not_found(library: Library, told: str) -> None:
    assert find_analyte(told, library) is None


def test_every_name_and_code_of_every_analyte_is_found(library: Library) -> None:
    index = analyte_index(library)
    for analyte in library.analytes.values():
        for name in (analyte.name, *analyte.also):
            match = find_analyte(name, library)
            assert match is not None, name
            assert (match.id, match.guess) == (index[fold(name)], False), name
        for code in analyte.loinc:
            match = find_analyte(code, library)
            assert match is not None, code
            assert match.id == analyte.id, code


def test_no_name_or_code_belongs_to_two_analytes(library: Library) -> None:
    owners: dict[str, set[str]] = {}
    for analyte in library.analytes.values():
        for name in (analyte.name, *analyte.also, *analyte.loinc):
            owners.setdefault(fold(name), set()).add(analyte.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_a_date_may_stand_beside_a_value() -> None:
    told = Told("K", 3.9, "mmol/L", date(2026, 1, 2))
    assert isinstance(read_result(told, POTASSIUM, "labs[0]"), LabResult)


@pytest.mark.parametrize("unit", [None, "", " ", "ratio", "1"])
def test_a_ratio_needs_no_unit(unit: str | None) -> None:
    result = read_result(Told("INR", 2.5, unit), load().analytes["inr"], "labs[0]")
    assert isinstance(result, LabResult)
    assert result.value == 2.5
