"""What would be otherwise: shares of episodes that a change would take away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from charley.assessment import Assessment
from charley.formats import to_text
from charley.history import History, LabResult
from charley.network.causal import CausalNetwork
from charley.network.whatif import what_if
from charley.records.library import Library

NIGHT = {"cramp_timing": "at night in bed", "sudden_hard_knot": True}


def changes(history: History, library: Library) -> dict[str, float]:
    ranking = CausalNetwork().rank(history, library)
    return {entry.change: entry.share for entry in what_if(history, library, ranking)}


def test_without_a_medicine_its_own_share_goes(library: Library) -> None:
    medicine = library.medicines["indapamide"]
    taken = frozenset({"indapamide", *medicine.classes})
    history = History(age=70, answers={"age": 70.0, "medicines": taken, **NIGHT})
    ranking = CausalNetwork().rank(history, library)
    share = next(s.responsible for s in ranking.scores if s.cause == "diuretic_thiazide_ksparing")
    assert changes(history, library)[f"without {medicine.name}"] == pytest.approx(share, abs=1e-4)


def test_a_medicine_that_causes_no_cramps_changes_nothing(library: Library) -> None:
    history = History(age=70, answers={"age": 70.0, "medicines": frozenset({"paracetamol"}), **NIGHT})
    assert changes(history, library) == {}


def test_not_pregnant(library: Library) -> None:
    history = History(age=30, sex="female", answers={"age": 30.0, "pregnant": "pregnant now", **NIGHT})
    assert changes(history, library)["if you were not pregnant"] > 0.5


@pytest.mark.parametrize(("value", "matters"), [(2.9, True), (4.2, False)])
def test_a_normal_value_matters_only_when_the_own_one_is_not(
    library: Library, value: float, matters: bool
) -> None:
    history = History(age=60, answers={"age": 60.0, **NIGHT}, labs=(LabResult("potassium", value),))
    assert ("with a normal potassium" in changes(history, library)) is matters


def test_nobody_is_told_to_stop_a_medicine(assessed: Callable[[dict[str, Any]], Assessment]) -> None:
    answer = assessed({"age": 70, "findings": NIGHT, "medicines": ["indapamide"]})
    assert answer.what_if
    assert "no advice to stop" in to_text(answer)
