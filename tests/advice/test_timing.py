"""When a medicine began against when the cramps began."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from charley.advice.medicines import medicine_knowledge
from charley.advice.timing import cramps_began, timing
from charley.reading import read_history
from charley.records.library import Library

TODAY = date(2026, 11, 21)
SALMETEROL = "salmeterol"


def told(since: str | None, first_started: str | None, changed: bool | None = None) -> dict[str, Any]:
    findings = {"first_started": first_started, "medicine_change_3m": changed}
    return {
        "medicines": [{"name": SALMETEROL, "since": since}],
        "findings": {key: value for key, value in findings.items() if value is not None},
    }


@pytest.mark.parametrize(
    ("since", "first_started", "fit"),
    [
        ("2026-10-01", "in the last month", "fits"),
        ("2026-06-01", "in the last month", "fits"),
        ("2026-11-10", "in the last month", "may_fit"),
        ("2026-11-20", "in the last month", "does_not_fit"),
        ("2026-11-20", "in the last week", "may_fit"),
        ("2026-10", "1 to 12 months ago", "may_fit"),
        ("2025-10-01", "1 to 12 months ago", "may_fit"),
        ("2020", "in the last month", "does_not_fit"),
        ("2026-06-01", "more than a year ago", "does_not_fit"),
        ("2024", "more than a year ago", "may_fit"),
        ("2020", "since I was a child", "does_not_fit"),
        ("2026-10-01", None, "unknown"),
    ],
)
def test_a_start_against_the_start_of_the_cramps(
    library: Library, since: str, first_started: str | None, fit: str
) -> None:
    """The inhaler fits for a year after its start."""
    history = read_history(told(since, first_started), library, TODAY)
    entry = medicine_knowledge().entries["beta_agonist"]
    assert timing(entry, frozenset({SALMETEROL}), history, library, TODAY).fit == fit


@pytest.mark.parametrize(
    ("changed", "first_started", "fit"),
    [
        (True, "in the last month", "may_fit"),
        (True, None, "may_fit"),
        (True, "more than a year ago", "unknown"),
        (False, "in the last month", "does_not_fit"),
        (False, "1 to 12 months ago", "unknown"),
        (None, "in the last month", "unknown"),
        (None, None, "unknown"),
    ],
)
def test_without_a_start_the_question_about_new_medicines_helps(
    library: Library, changed: bool | None, first_started: str | None, fit: str
) -> None:
    history = read_history(told(None, first_started, changed), library, TODAY)
    entry = medicine_knowledge().entries["beta_agonist"]
    assert timing(entry, frozenset({SALMETEROL}), history, library, TODAY).fit == fit


@pytest.mark.parametrize(("since", "fit"), [("2024-01-01", "fits"), ("2026-06-01", "does_not_fit")])
def test_a_medicine_that_needs_a_year_does_not_fit_before(library: Library, since: str, fit: str) -> None:
    data = told(None, "in the last month") | {"medicines": [{"name": "omeprazole", "since": since}]}
    history = read_history(data, library, TODAY)
    entry = medicine_knowledge().entries["proton_pump_inhibitor"]
    assert timing(entry, frozenset({"omeprazole"}), history, library, TODAY).fit == fit


def test_of_several_medicines_the_one_that_fits_best_counts(library: Library) -> None:
    data = told("2020", "in the last month")
    data["medicines"].append({"name": "formoterol", "since": "2026-09-01"})
    history = read_history(data, library, TODAY)
    entry = medicine_knowledge().entries["beta_agonist"]
    both = frozenset({SALMETEROL, "formoterol"})
    assert timing(entry, both, history, library, TODAY).fit == "fits"
    assert timing(entry, frozenset({SALMETEROL}), history, library, TODAY).fit == "does_not_fit"


def test_an_unknown_order_is_never_called_unfit(library: Library) -> None:
    history = read_history({"medicines": [SALMETEROL]}, library, TODAY)
    for entry in medicine_knowledge().entries.values():
        assert timing(entry, frozenset({SALMETEROL}), history, library, TODAY).fit == "unknown"
    assert cramps_began(history, library) is None
