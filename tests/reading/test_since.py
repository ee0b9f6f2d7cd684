"""Since when a medicine is taken: a day, a month or a year; wrong dates are refused by name."""

from __future__ import annotations

from datetime import date

import pytest

from charley.errors import InputError
from charley.history import MedicineStart
from charley.reading import read_history
from charley.records.library import Library

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("2026-08-15", date(2026, 8, 15), date(2026, 8, 15)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        (" 2025 ", date(2025, 1, 1), date(2025, 12, 31)),
        ("2026-11", date(2026, 11, 1), TODAY),
        ("2026", date(2026, 1, 1), TODAY),
        ("2026-11-21", TODAY, TODAY),
    ],
)
def test_a_day_month_or_year_is_read_as_the_days_it_may_mean(
    library: Library, told: str, first: date, last: date
) -> None:
    history = read_history({"medicines": [{"name": "Lasix", "since": told}]}, library, TODAY)
    assert history.medicine_starts == (MedicineStart("furosemide", first, last, told.strip()),)
    assert history.understood[0].meaning.endswith(f"since {told.strip()}")


@pytest.mark.parametrize(
    "told",
    ["2026-13", "2026-00", "2026-02-30", "0000", "1899", "soon", "26-08", "2026-8", "2026-08-1", "", "٢٠٢٥"],
)
def test_what_is_no_date_is_refused_with_its_place(library: Library, told: str) -> None:
    with pytest.raises(InputError, match=r"medicines\[0\]\.since: .* is no date\. Write it like 2026-08-15"):
        read_history({"medicines": [{"name": "Lasix", "since": told}]}, library, TODAY)


@pytest.mark.parametrize("told", [5, True, 2026, 1.5, ["2026"], {"year": 2026}])
def test_other_types_are_refused(library: Library, told: object) -> None:
    with pytest.raises(InputError, match="is no date"):
        read_history({"medicines": [{"name": "Lasix", "since": told}]}, library, TODAY)


def test_the_future_is_refused_by_the_day_of_the_history_or_of_today(library: Library) -> None:
    told = {"medicines": [{"name": "Lasix", "since": "2026-10"}]}
    assert read_history(told, library, TODAY).medicine_starts
    with pytest.raises(InputError, match=r"lies in the future\. Give a day up to 2026-09-30"):
        read_history(told | {"date": "2026-09-30"}, library, TODAY)
    with pytest.raises(InputError, match="lies in the future"):
        read_history({"medicines": [{"name": "Lasix", "since": "2026-11-22"}]}, library, TODAY)


def test_without_a_day_of_reference_any_past_or_later_date_is_taken(library: Library) -> None:
    history = read_history({"medicines": [{"name": "Lasix", "since": "2031"}]}, library)
    assert history.medicine_starts[0].last == date(2031, 12, 31)


def test_an_object_with_a_name_alone_is_a_medicine_without_a_start(library: Library) -> None:
    plain = read_history({"medicines": ["Lasix"]}, library)
    as_object = read_history({"medicines": [{"name": "Lasix"}]}, library)
    assert as_object == plain
    assert as_object.medicine_starts == ()


def test_null_tells_no_start(library: Library) -> None:
    assert read_history({"medicines": [{"name": "Lasix", "since": None}]}, library).medicine_starts == ()


def test_the_order_of_telling_makes_no_difference(library: Library) -> None:
    told = [{"name": "Lasix", "since": "2025"}, {"name": "salmeterol", "since": "2024"}, "paracetamol"]
    one = read_history({"medicines": told}, library)
    other = read_history({"medicines": told[::-1]}, library)
    assert one.medicine_starts == other.medicine_starts
    assert [start.medicine for start in one.medicine_starts] == ["furosemide", "salmeterol"]


def test_a_name_that_is_not_understood_has_no_start_but_a_bad_date_is_still_a_fault(library: Library) -> None:
    history = read_history({"medicines": [{"name": "blorpamide", "since": "2025"}]}, library)
    assert history.medicine_starts == ()
    assert history.partial == {"medicines"}
    with pytest.raises(InputError, match="is no date"):
        read_history({"medicines": [{"name": "blorpamide", "since": "x"}]}, library)


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({}, r"medicines\[0\]\.name: is missing"),
        ({"since": "2025"}, r"medicines\[0\]\.name: is missing"),
        ({"nam": "Lasix"}, r"medicines\[0\]\.nam: unknown key. Did you mean 'name'"),
        ({"name": "Lasix", "dose": "40 mg"}, r"medicines\[0\]\.dose: unknown key"),
        ({"name": 7}, r"medicines\[0\]\.name: 7 is no name"),
        ({"name": "x" * 300}, r"medicines\[0\]\.name: is longer"),
        (7, r"medicines\[0\]: 7 is no name"),
    ],
)
def test_faults_of_an_entry_name_their_place(library: Library, entry: object, fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        read_history({"medicines": [entry]}, library)


def test_conditions_are_names_only(library: Library) -> None:
    with pytest.raises(InputError, match=r"conditions\[0\]: an object is no name"):
        read_history({"conditions": [{"name": "gout"}]}, library)


def test_the_finding_takes_the_same_entries(library: Library) -> None:
    told = {"findings": {"medicines": [{"name": "Lasix", "since": "2025"}]}}
    assert read_history(told, library).medicine_starts[0].medicine == "furosemide"
