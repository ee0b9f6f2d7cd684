"""What is known of a person's circumstances: yes, no, or unknown, which is never taken for no."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from charley.history import History
from charley.library.shelves import load_shelf
from charley.people import concerns
from charley.records.circumstances import Circumstance, Circumstances
from charley.records.library import Library
from charley.truth import Truth, judge

Told: TypeAlias = Mapping[str, bool]
"""Circumstance -> what the person said of it just now. What is left out was not said."""

States: TypeAlias = Mapping[str, Truth]
"""Circumstance -> whether it holds."""


def circumstances() -> Mapping[str, Circumstance]:
    """Every circumstance of the built-in library by id."""
    shelf: Circumstances = load_shelf("circumstances", Circumstances)
    return shelf.by_id


def states_of(history: History | None, library: Library, told: Told | None = None) -> dict[str, Truth]:
    """Each circumstance of the person: YES, NO or UNKNOWN.

    A yes counts wherever it comes from; a no that was just said does not undo a yes of the history.
    Raises KeyError when `told` names no circumstance.
    """
    known = circumstances()
    said = {known[id_].id: value for id_, value in (told or {}).items()}
    return {
        id_: _state(circumstance, history or History(), library, said.get(id_))
        for id_, circumstance in known.items()
    }


def _state(circumstance: Circumstance, history: History, library: Library, said: bool | None) -> Truth:
    if said is True:
        return Truth.YES
    read = _read(circumstance, history, library)
    return Truth.NO if said is False and read is not Truth.YES else read


def _read(circumstance: Circumstance, history: History, library: Library) -> Truth:
    """What the history says. Only what rules a circumstance out makes it a no."""
    if circumstance.group:
        return concerns(circumstance.group, history)
    if circumstance.when is not None and judge(circumstance.when, history, library).truth is Truth.YES:
        return Truth.YES
    rules_out = circumstance.not_when
    if rules_out is not None and judge(rules_out, history, library).truth is Truth.YES:
        return Truth.NO
    return Truth.UNKNOWN
