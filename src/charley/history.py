"""What a person told us, understood: answers that are yes, no, a value, or unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from charley.records.readings import Read

Answer: TypeAlias = bool | str | float | frozenset[str]
Bound = Literal["exactly", "below", "above"]


@dataclass(frozen=True, slots=True)
class LabResult:
    """A laboratory value in the analyte's own unit. `bound` is "below" for a result such as <0.62.

    `date` is the day on which it was taken, as far as it was told.
    """

    analyte: str
    value: float
    bound: Bound = "exactly"
    told: str = ""
    date: date | None = None


@dataclass(frozen=True, slots=True)
class MedicineStart:
    """When a medicine was begun, as far as it was told: on one of the days from `first` to `last`."""

    medicine: str
    first: date
    last: date
    told: str


@dataclass(frozen=True, slots=True)
class MedicinePast:
    """A medicine that is not taken now: `state` is stopped, replaced or not taken, `when` as it was told."""

    medicine: str
    state: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """How one thing that was told was read. A guess is always marked as a guess."""

    where: str
    told: str
    meaning: str
    guess: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """One person's story on a date, in the words of the library.

    `not_pregnant_now` is told apart, because it does not say that there was no birth in the last weeks.
    `answers` holds what is known; a finding that is not in it is unknown, never "no". `doubted`
    are findings answered "not sure". A list finding in `partial` may hold more than was told, so
    an entry that is missing from it is unknown. `contradictions` are put back to the person.
    `medicine_starts` says when medicines were begun, for those of which it was told, and `medicines_past`
    which were stopped, replaced or never taken: they are not in the answer to `medicines`.
    `readings` is everything read in a text, and `to_confirm` are danger signs read there: they count
    as yes, and the person is asked whether they were meant so. `text` is what the person wrote.
    """

    id: str = ""
    date: date | None = None
    age: float | None = None
    sex: str | None = None
    not_pregnant_now: bool = False
    answers: Mapping[str, Answer] = field(default_factory=dict)
    doubted: frozenset[str] = frozenset()
    partial: frozenset[str] = frozenset()
    labs: tuple[LabResult, ...] = ()
    medicine_starts: tuple[MedicineStart, ...] = ()
    medicines_past: tuple[MedicinePast, ...] = ()
    understood: tuple[Understood, ...] = ()
    not_understood: tuple[tuple[str, str], ...] = ()
    contradictions: tuple[str, ...] = ()
    readings: tuple[Read, ...] = ()
    to_confirm: tuple[str, ...] = ()
    text: str = ""

    def answer(self, finding: str) -> Answer | None:
        """The answer, or None when it is unknown."""
        return self.answers.get(finding)
