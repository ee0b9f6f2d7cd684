"""The small door to relief and exercises: a plan names them by id and shows what comes through here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from charley.history import History
from charley.records.library import Library


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps that a person can follow, and the command that plays them. `seconds` is 0 when unknown."""

    id: str
    title: str
    lines: tuple[str, ...]
    command: str = ""
    seconds: int = 0


class StepsSource(Protocol):
    """Where steps come from."""

    def relief(self, id_: str, history: History, library: Library) -> Steps | None:
        """Steps for a cramp now (`calf`, `foot` …), fitted to this person; None when there are none."""

    def exercise(self, id_: str, history: History, library: Library) -> Steps | None:
        """Steps of an exercise or programme, fitted to this person; None when there are none."""


class NoSteps:
    """A source without any steps: a plan then shows the short lines of its interventions."""

    def relief(self, id_: str, history: History, library: Library) -> Steps | None:
        return None

    def exercise(self, id_: str, history: History, library: Library) -> Steps | None:
        return None
