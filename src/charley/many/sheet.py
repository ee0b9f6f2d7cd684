"""Many people as matrices: the truth of every atom, what was answered, and who they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from charley.many.logic import NO, UNKNOWN, YES, Bytes, Mask
from charley.many.parts import Part
from charley.many.reader import Chunk
from charley.people import WHO
from charley.records.library import Library

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Sheet:
    """So many `people`; by person and atom, or by person and finding.

    `age` is not a number when unknown, `sex` a place in SEXES, `pregnant` and `fertile` as in Part.
    `labs` and `medicines` name the parts (by number) that hold some, with the rows they belong to.
    """

    people: int
    truth: Bytes
    columns: Bytes
    answered: Mask
    not_sure: Mask
    age: Numbers
    sex: NDArray[np.int8]
    pregnant: NDArray[np.int8]
    fertile: NDArray[np.int8]
    not_pregnant_now: Mask
    not_read: Mask
    any_lab: Mask
    known: Mask
    told: NDArray[np.int64]
    labs: list[tuple[int, Part]]
    medicines: list[tuple[int, Part]]


def sheet_of(chunk: Chunk, atoms: int, library: Library) -> Sheet:
    """The matrices of a chunk. People with errors stand in it as people who told nothing."""
    people, findings = len(chunk.ids), len(library.findings)
    numbers: dict[int, int] = {}
    parts: list[Part] = []
    codes = np.empty(len(chunk.parts), dtype=np.intp)
    for i, part in enumerate(chunk.parts):
        number = numbers.setdefault(id(part), len(parts))
        if number == len(parts):
            parts.append(part)
        codes[i] = number
    rows = np.array(chunk.rows, dtype=np.intp)
    spread = _Spread(rows, codes, parts, people)
    truth = spread.truths(atoms)
    answered = spread.marks("findings", findings)
    safety = np.array([finding.is_core_safety for finding in library.findings.values()])
    doubted = spread.marks("doubted", findings) & ~answered & safety
    complaint = np.array([id_ not in WHO for id_ in library.findings])
    told = (answered & complaint).sum(axis=1)
    any_lab = spread.flag("labs")
    return Sheet(
        people=people,
        truth=truth,
        columns=np.ascontiguousarray(truth.T),
        answered=answered,
        not_sure=doubted.any(axis=1),
        age=spread.value("age", np.nan, np.float64),
        sex=spread.value("sex", 0, np.int8),
        pregnant=spread.value("pregnant", 0, np.int8),
        fertile=spread.value("fertile", -1, np.int8),
        not_pregnant_now=spread.flag("not_pregnant_now"),
        not_read=spread.flag("not_read"),
        any_lab=any_lab,
        known=spread.flag("tells"),
        told=told,
        labs=spread.having("labs"),
        medicines=spread.having("medicines"),
    )


@dataclass(frozen=True, slots=True)
class _Spread:
    """Parts spread over the rows they belong to: `codes` are numbers of parts, beside their `rows`."""

    rows: Places
    codes: Places
    parts: list[Part]
    people: int

    def truths(self, atoms: int) -> Bytes:
        """The largest truth that any part gives to an atom; unknown where none speaks of it."""
        cells = self._cells("atoms", atoms)
        values = self._joined([part.truths for part in self.parts])
        truth = np.full(self.people * atoms, UNKNOWN, np.uint8)
        for value in (NO, UNKNOWN, YES):
            truth[cells[values == value]] = value
        return truth.reshape(self.people, atoms)

    def marks(self, name: str, width: int) -> Mask:
        """By person and finding, whether a part names it."""
        marked = np.zeros(self.people * width, np.bool_)
        marked[self._cells(name, width)] = True
        return marked.reshape(self.people, width)

    def _cells(self, name: str, width: int) -> Places:
        places = [getattr(part, name) for part in self.parts]
        counts = np.array([len(entry) for entry in places], dtype=np.intp)
        rows = np.repeat(self.rows, counts[self.codes]) if places else np.zeros(0, np.intp)
        return rows * width + self._joined(places).astype(np.intp)

    def _joined(self, arrays: list[NDArray[np.intp]] | list[Bytes]) -> NDArray[np.integer]:
        """The arrays of every part, one after the other in the order of the rows."""
        if not arrays:
            return np.zeros(0, np.intp)
        counts = np.array([len(array) for array in arrays], dtype=np.intp)
        starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
        here = counts[self.codes]
        before = np.concatenate(([0], np.cumsum(here)[:-1])) if len(here) else np.zeros(0, np.intp)
        places = np.arange(here.sum()) + np.repeat(starts[self.codes] - before, here)
        joined: NDArray[np.integer] = np.concatenate(arrays)[places]
        return joined

    def value(self, name: str, blank: float, kind: type) -> NDArray[Any]:
        """What a part says of who somebody is; `blank` where none does."""
        by_part: NDArray[Any] = np.array([getattr(part, name) for part in self.parts], dtype=kind)
        result: NDArray[Any] = np.full(self.people, blank, dtype=kind)
        here = by_part[self.codes] if len(by_part) else by_part
        known = ~np.isnan(here) if np.isnan(blank) else here != blank
        result[self.rows[known]] = here[known]
        return result

    def flag(self, name: str) -> Mask:
        """Whether a part has it."""
        by_part = np.array([bool(getattr(part, name)) for part in self.parts], dtype=np.bool_)
        result = np.zeros(self.people, np.bool_)
        if self.parts:
            result[self.rows[by_part[self.codes]]] = True
        return result

    def having(self, name: str) -> list[tuple[int, Part]]:
        """(row, part) of every part that has some."""
        by_part = np.array([bool(getattr(part, name)) for part in self.parts], dtype=np.bool_)
        here: list[int] = np.flatnonzero(by_part[self.codes]).tolist() if self.parts else []
        return [(int(self.rows[i]), self.parts[self.codes[i]]) for i in here]
