"""Atoms: the single conditions that causes speak of, numbered; one person as a row of truths."""

from __future__ import annotations

from dataclasses import dataclass, field

from charley.history import History
from charley.people import WHO
from charley.records.conditions import LabCompare, OneFinding
from charley.records.library import Library
from charley.truth import Truth, compare_result, test

Atom = OneFinding | LabCompare
NOT_KNOWN = bytes([Truth.UNKNOWN])


@dataclass(slots=True)
class Atoms:
    """The number of every atom, and the atoms of each finding and analyte."""

    numbers: dict[Atom, int] = field(default_factory=dict)
    of_finding: dict[str, list[tuple[int, OneFinding]]] = field(default_factory=dict)
    of_lab: dict[str, list[tuple[int, LabCompare]]] = field(default_factory=dict)

    def number(self, atom: Atom) -> int:
        """The atom's number; a new one when it was not met before."""
        if atom not in self.numbers:
            self.numbers[atom] = number = len(self.numbers)
            if isinstance(atom, LabCompare):
                self.of_lab.setdefault(atom.lab, []).append((number, atom))
            else:
                self.of_finding.setdefault(atom.finding, []).append((number, atom))
        return self.numbers[atom]

    def truths(self, history: History, library: Library) -> bytearray:
        """The truth of every atom for one person."""
        row = bytearray(NOT_KNOWN * len(self.numbers))
        for finding in history.answers:
            for number, condition in self.of_finding.get(finding, ()):
                row[number] = test(condition, history, library)
        for analyte in {result.analyte for result in history.labs}:
            results = [result for result in history.labs if result.analyte == analyte]
            for number, limit in self.of_lab.get(analyte, ()):
                row[number] = max(compare_result(r, limit.comparison, limit.value) for r in results)
        return row


def told_enough(history: History, least: int) -> bool:
    """Whether enough of the complaint was told for silence on a fact to mean something."""
    return len(history.answers.keys() - WHO) >= least
