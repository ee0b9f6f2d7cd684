"""Several results of one test: which counts, and what is asked about them."""

from __future__ import annotations

from datetime import date

import pytest

from charley.history import LabResult
from charley.reading.results import questions, without_older
from charley.records.library import Library

TODAY = date(2026, 11, 23)
NEW, OLD = date(2026, 11, 20), date(2016, 1, 1)


def potassium(value: float, day: date | None = None) -> LabResult:
    return LabResult("potassium", value, date=day)


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ([(4.2, NEW), (2.4, OLD)], [4.2]),
        ([(2.4, OLD), (4.2, NEW)], [4.2]),
        ([(2.4, NEW), (4.2, OLD)], [2.4]),
        ([(2.4, OLD)], [2.4]),
        ([(2.4, None), (4.2, NEW), (5.9, OLD)], [2.4, 4.2]),
        ([(2.9, None), (5.9, None)], [2.9, 5.9]),
        ([(4.2, NEW), (4.4, NEW), (2.4, OLD)], [4.2, 4.4]),
    ],
)
def test_the_newest_day_of_a_test_counts(told: list[tuple[float, date | None]], counted: list[float]) -> None:
    kept = without_older([potassium(value, day) for value, day in told])
    assert [result.value for result in kept] == counted


def test_days_of_one_test_say_nothing_of_another() -> None:
    labs = [potassium(4.2, OLD), LabResult("sodium", 140, date=NEW)]
    assert without_older(labs) == labs


@pytest.mark.parametrize(
    ("labs", "asked"),
    [
        ([potassium(4.2, NEW)], []),
        ([potassium(4.2), potassium(4.3)], []),
        (
            [potassium(5.9), potassium(2.9)],
            [
                "Potassium was given more than once: 2.9 mmol/L and 5.9 mmol/L. Which is the newest? "
                "Until then all count."
            ],
        ),
        (
            [potassium(2.4, OLD)],
            ["Potassium 2.4 mmol/L (of 2016-01-01) is old. Has it been measured since?"],
        ),
    ],
)
def test_what_is_unclear_is_put_back(labs: list[LabResult], asked: list[str], library: Library) -> None:
    assert list(questions(labs, TODAY, library)) == asked


def test_without_a_day_of_today_nothing_is_called_old(library: Library) -> None:
    assert not list(questions([potassium(2.4, OLD)], None, library))
