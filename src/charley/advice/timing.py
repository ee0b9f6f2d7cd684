"""When a medicine began against when the cramps began."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from charley.history import History, MedicineStart
from charley.records.library import Library
from charley.records.medicine_review import MedicineEntry

Fit = Literal["fits", "may_fit", "does_not_fit", "unknown"]
UNITS = ((365, "year"), (30, "month"), (7, "week"), (1, "day"))
BEST_FIRST: tuple[Fit, ...] = ("fits", "may_fit", "unknown", "does_not_fit")
RECENT_DAYS = 92
"""Three months: what the question about new medicines asks for."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Whether the order in time fits, and why, in plain words."""

    fit: Fit
    says: str


@dataclass(frozen=True, slots=True)
class DaysAgo:
    """At least and at most so many days before the day of the plan."""

    least: float
    most: float


def timing(
    entry: MedicineEntry, medicines: frozenset[str], history: History, library: Library, on: date
) -> Timing:
    """How the start of a person's medicines of this class fits the start of the cramps."""
    cramps = cramps_began(history, library)
    starts = [start for start in history.medicine_starts if start.medicine in medicines]
    if not starts:
        return _without_a_start(cramps, history)
    if cramps is None:
        return Timing("unknown", f"You began it in {starts[-1].told}. When did the cramps begin?")
    return _best(_compared(entry, start, cramps, on) for start in starts)


def cramps_began(history: History, library: Library) -> DaysAgo | None:
    """How many days ago the cramps began; None when that was not told."""
    answer = history.answer("first_started")
    option = library.findings["first_started"].option(str(answer)) if answer is not None else None
    return DaysAgo(*option.days) if option is not None and option.days is not None else None


def _without_a_start(cramps: DaysAgo | None, history: History) -> Timing:
    changed = history.answer("medicine_change_3m")
    if changed is True:
        if cramps is not None and cramps.least > RECENT_DAYS:
            return Timing(
                "unknown",
                "The cramps may be older than your new medicine. Was it this one? When was it begun?",
            )
        return Timing(
            "may_fit", "You told of a new medicine or dose. Was it this one? How long before the first cramp?"
        )
    if changed is False and cramps is not None and cramps.most <= RECENT_DAYS:
        return Timing("does_not_fit", "The cramps are newer than any new medicine or dose of yours.")
    return Timing("unknown", "We do not know when you began it. Look at the first box or ask your pharmacy.")


def _compared(entry: MedicineEntry, start: MedicineStart, cramps: DaysAgo, on: date) -> Timing:
    """Taken for how many days before the cramps began, at least and at most; less than none: after them."""
    least = (on - start.last).days - cramps.most
    most = (on - start.first).days - cramps.least
    if most < 0:
        return Timing(
            "does_not_fit", f"The cramps came before it (since {start.told}). A new dose can still count."
        )
    if most < entry.not_before_days:
        return Timing("does_not_fit", f"It needs longer than that to do so (since {start.told}).")
    if least > entry.fits_within_days:
        return Timing(
            "does_not_fit", f"You had it {gap_text(least, most)} before the first cramp (since {start.told})."
        )
    if least >= entry.not_before_days and most <= entry.fits_within_days:
        return Timing("fits", f"The first cramp came {gap_text(least, most)} after it (since {start.told}).")
    return Timing(
        "may_fit",
        f"The first cramp came at most {gap_text(most, most)} after it (since {start.told}), or before.",
    )


def gap_text(least: float, most: float) -> str:
    """A time between two events in words: "about 6 weeks", "1 to 8 months"."""
    size, unit = next((size, unit) for size, unit in UNITS if most >= 2 * size or size == 1)
    low, high = max(round(least / size), 0), round(most / size)
    many = f"{high} {unit}{'' if high == 1 else 's'}"
    if low == high:
        return f"about {many}"
    return f"{low} to {many}" if low else f"up to {many}"


def _best(found: Iterable[Timing]) -> Timing:
    return min(found, key=lambda one: BEST_FIRST.index(one.fit))
