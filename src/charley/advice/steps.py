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

    def cramp(
        self, history: History, library: Library, barred: tuple[str, ...], short: bool
    ) -> tuple[Steps, ...]:
        """Steps for a cramp now, for each place where this person cramps; none when it must not be touched.

        `barred` are interventions that are not for this person; `short` asks for the first stretch alone.
        """

    def exercise(self, id_: str, history: History, library: Library) -> Steps | None:
        """Steps of an exercise or programme, fitted to this person; None when there are none."""


class NoSteps:
    """A source without any steps: a plan then shows the short lines of its interventions."""

    def cramp(
        self, history: History, library: Library, barred: tuple[str, ...], short: bool
    ) -> tuple[Steps, ...]:
        return ()

    def exercise(self, id_: str, history: History, library: Library) -> Steps | None:
        return None
