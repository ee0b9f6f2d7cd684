"""Whether a situation holds for a person: yes, no, or unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from charley.history import History
from charley.people import concerns
from charley.records.conditions import findings_in
from charley.records.library import Library
from charley.records.situations import Situation
from charley.truth import Truth, judge

MEDICINE_WORDS = re.compile(
    r"\b(medicines?|medications?|meds|tablets?|pills?|capsules?|injections?|drips?|drops|inhalers?|puffers?|patch"
    r"|prescribed|prescriptions?|thinners?)\b",
    re.IGNORECASE,
)
"""Words that tell of a medicine in what was not understood."""


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
    truth = judge(situation.when, history, library).truth
    if truth is Truth.NO and is_about_medicines(situation) and tells_of_an_unknown_medicine(history):
        truth = Truth.UNKNOWN
    return min(whom, truth)


def tells_of_an_unknown_medicine(history: History) -> bool:
    """Whether a medicine was told that was not understood: it may be any, whatever the list says."""
    return any(MEDICINE_WORDS.search(f"{where} {why}") for where, why in history.not_understood)


def any_holds(situations: Iterable[Situation], history: History, library: Library) -> Truth:
    """The greatest truth of several situations; no for none."""
    return max((holds(one, history, library) for one in situations), default=Truth.NO)


def is_about_medicines(situation: Situation) -> bool:
    """Whether a situation is that a medicine is taken."""
    return situation.when is not None and findings_in(situation.when) == {"medicines"}
