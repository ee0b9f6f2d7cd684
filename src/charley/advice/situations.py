"""Whether a situation holds for a person: yes, no, or unknown."""

from __future__ import annotations

from collections.abc import Iterable

from charley.history import History
from charley.people import concerns
from charley.records.conditions import findings_in
from charley.records.library import Library
from charley.records.situations import Situation
from charley.truth import Truth, judge


def holds(situation: Situation, history: History, library: Library) -> Truth:
    """The truth of a situation. `also_when` only adds a yes: what it leaves open stays with `when`."""
    whom = concerns(situation.applies_to, history)
    if whom is Truth.NO:
        return Truth.NO
    also = situation.also_when
    if also is not None and judge(also, history, library).truth is Truth.YES:
        return whom
    if situation.when is None:
        return whom
    return min(whom, judge(situation.when, history, library).truth)


def any_holds(situations: Iterable[Situation], history: History, library: Library) -> Truth:
    """The greatest truth of several situations; no for none."""
    return max((holds(one, history, library) for one in situations), default=Truth.NO)


def is_about_medicines(situation: Situation) -> bool:
    """Whether a situation is that a medicine is taken."""
    return situation.when is not None and findings_in(situation.when) == {"medicines"}
