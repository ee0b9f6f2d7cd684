"""The steps of the built-in relief and exercises, behind the small door of `charley.advice.steps`."""

from __future__ import annotations

from charley.advice.circumstances import Told
from charley.advice.exercises import exercises, programmes
from charley.advice.interventions import interventions
from charley.advice.opening import cramp_steps
from charley.advice.sessions import session
from charley.advice.situations import holds
from charley.advice.steps import Steps
from charley.history import History
from charley.records.library import Library
from charley.truth import Truth

SAME = {
    "poor_balance": ("unsteady", "old_age"),
    "numb_feet": ("numb_feet",),
    "poor_circulation": ("poor_circulation",),
}
"""Circumstances of the exercises -> the situations of the plan that mean the same."""


class BuiltInSteps:
    """Steps fitted to the person by the relief and exercise shelves; None where they give none."""

    def cramp(
        self, history: History, library: Library, barred: tuple[str, ...], short: bool
    ) -> tuple[Steps, ...]:
        """Relief for the places where this person cramps."""
        return cramp_steps(history, library, _told(history, library), barred, short)

    def exercise(self, id_: str, history: History, library: Library) -> Steps | None:
        """A programme, or what stands in its place for this person: each exercise in a line."""
        made = session(id_, library, history, _told(history, library))
        if made.script is None:
            return None
        known = exercises()
        lines = tuple(f"{known[offer.id].name}: {known[offer.id].summary}" for offer in made.offers)
        name = programmes()[made.programme].name
        return Steps(made.programme, name, lines, f"charley exercise {made.programme}", made.script.total)


def _told(history: History, library: Library) -> Told:
    """What the plan takes for so; then the exercises take it for so too."""
    known = interventions().situations
    return {
        id_: True
        for id_, same in SAME.items()
        if any(holds(known[name], history, library) is Truth.YES for name in same)
    }
