"""What single cells of a table tell, each read once by the reader of single histories."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from math import nan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from charley.errors import InputError
from charley.history import History, LabResult
from charley.network.kernel.atoms import Atoms
from charley.people import tells_of_cramps
from charley.reading import read_history
from charley.records.library import Library

MOST_PARTS = 50_000
"""So many different cells are remembered before all are forgotten."""

SEXES = (None, "female", "male")
NOT_TOLD, NOT_PREGNANT, RECENT_BIRTH, PREGNANT = range(4)
PREGNANCIES = {"no": NOT_PREGNANT, "had a baby in the last 6 weeks": RECENT_BIRTH, "pregnant now": PREGNANT}


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """What some cells tell: truths of atoms (the largest of all parts counts), answers, and who it is.

    `sex` is a place in SEXES, `pregnant` one of the four states of its answer, `fertile` the answer to
    "can be pregnant" (-1: none). `missed` says where something was not understood, within the part.
    """

    atoms: NDArray[np.intp]
    truths: NDArray[np.uint8]
    findings: NDArray[np.intp]
    doubted: NDArray[np.intp]
    age: float
    sex: int
    pregnant: int
    fertile: int
    not_pregnant_now: bool
    not_read: bool
    tells: bool
    answered: frozenset[str]
    medicines: frozenset[str]
    labs: tuple[LabResult, ...]
    missed: tuple[str, ...]
    contradictions: tuple[str, ...]
    to_confirm: tuple[str, ...]


@dataclass(slots=True)
class Parts:
    """Reads parts of histories, and remembers them. One for each run of a table."""

    library: Library
    atoms: Atoms
    today: date | None
    findings: dict[str, int] = field(default_factory=dict)
    _known: dict[Any, Part | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.findings = {id_: place for place, id_ in enumerate(self.library.findings)}

    def get(self, key: Any, told: Callable[[], dict[str, Any]]) -> Part | None:
        """The part of a history with only this told; None when it cannot be used as it stands."""
        try:
            return self._known[key]
        except KeyError:
            if len(self._known) >= MOST_PARTS:
                self._known.clear()
            part = self._known[key] = self._read(told())
            return part

    def _read(self, told: dict[str, Any]) -> Part | None:
        try:
            return self.of(read_history(told, self.library, self.today))
        except InputError:
            return None

    def of(self, history: History) -> Part:
        """A history as a part."""
        places = sorted(self._touched(history))
        row = np.frombuffer(bytes(self.atoms.truths(history, self.library)), np.uint8)
        medicines = history.answer("medicines")
        fertile = history.answer("can_be_pregnant")
        return Part(
            atoms=np.array(places, dtype=np.intp),
            truths=row[places] if places else np.zeros(0, np.uint8),
            findings=self._places(history.answers),
            doubted=self._places(history.doubted),
            age=nan if history.age is None else history.age,
            sex=SEXES.index(history.sex),
            pregnant=PREGNANCIES.get(str(history.answer("pregnant")), NOT_TOLD),
            fertile=int(fertile) if isinstance(fertile, bool) else -1,
            not_pregnant_now=history.not_pregnant_now,
            not_read=any(where == "text" for where, _ in history.not_understood),
            tells=tells_of_cramps(history),
            answered=frozenset(history.answers),
            medicines=medicines if isinstance(medicines, frozenset) else frozenset(),
            labs=history.labs,
            missed=tuple(where for where, _ in history.not_understood),
            contradictions=history.contradictions,
            to_confirm=history.to_confirm,
        )

    def _places(self, findings: Any) -> NDArray[np.intp]:
        return np.array([self.findings[id_] for id_ in findings], dtype=np.intp)

    def _touched(self, history: History) -> set[int]:
        """The atoms that speak of what was told."""
        facts = {number for id_ in history.answers for number, _ in self.atoms.of_finding.get(id_, ())}
        return facts | {
            number for result in history.labs for number, _ in self.atoms.of_lab.get(result.analyte, ())
        }
