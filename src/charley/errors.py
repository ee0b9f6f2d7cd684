"""Errors that name what is wrong, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong.

    `where` is a place in the input (`labs[0].unit`) or in a file (`causes/dvt.yaml:12`).
    It never holds a person's own words beyond the short value at fault.
    """

    where: str
    problem: str
    mend: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}" + (f". {self.mend}" if self.mend else "")


class CharleyError(Exception):
    """An error that carries every fault found, not only the first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class InputError(CharleyError):
    """A History that cannot be used as it stands. Nothing of it was computed with."""


class KnowledgeError(CharleyError):
    """Knowledge files that break their own rules."""
