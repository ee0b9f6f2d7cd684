"""Several results of one test: the newest day counts, and what is old or unclear is asked about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from charley.history import LabResult
from charley.records.library import Library
from charley.wording import result_text, say_result

OLD = 365
"""A result of more days ago than this is asked about (judged: a year)."""

ALIKE = 1.1
"""Two values of which one is at most so many times the other are taken as the same (judged)."""


def without_older(labs: Iterable[LabResult]) -> list[LabResult]:
    """Of each test the results of its newest day, and those without a day, which may be as new."""
    labs = list(labs)
    newest: dict[str, date] = {}
    for result in labs:
        if result.date is not None:
            newest[result.analyte] = max(result.date, newest.get(result.analyte, result.date))
    return [result for result in labs if result.date in (None, newest.get(result.analyte))]


def questions(labs: Iterable[LabResult], on: date | None, library: Library) -> Iterator[str]:
    """What is put back: values of one test that differ and tell no day, and a value of long ago."""
    counted: dict[str, list[LabResult]] = {}
    for result in sorted(labs, key=lambda one: (one.analyte, one.value)):
        counted.setdefault(result.analyte, []).append(result)
        if result.date is not None and on is not None and (on - result.date).days > OLD:
            yield f"{say_result(result, library)} is old. Has it been measured since?"
    for results in counted.values():
        if _differ(results):
            yield _which(results, library)


def _differ(results: list[LabResult]) -> bool:
    return results[-1].value > results[0].value * ALIKE


def _which(results: list[LabResult], library: Library) -> str:
    analyte = library.analytes[results[0].analyte]
    values = " and ".join(dict.fromkeys(result_text(result, analyte) for result in results))
    return f"{analyte.name} was given more than once: {values}. Which is the newest? Until then all count."
