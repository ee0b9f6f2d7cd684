"""What a clinician examines, by cause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExamLine:
    """One thing to examine, and the causes that it speaks for or against."""

    id: str
    says: str
    causes: frozenset[str]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Examination:
    """The shelf: every line by id."""

    lines: Mapping[str, ExamLine]
