"""Circumstances: yes, no, or unknown; unknown is never no."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.advice.circumstances import circumstances, states_of
from charley.history import History
from charley.records.library import Library
from charley.truth import Truth

Tell = Callable[..., History]


def test_of_nobody_nothing_is_known(library: Library) -> None:
    assert set(states_of(None, library).values()) == {Truth.UNKNOWN}


@pytest.mark.parametrize(
    ("findings", "circumstance", "state"),
    [
        ({"feet_numb_tingle": True}, "numb_feet", Truth.YES),
        ({"diabetes": "type 2"}, "numb_feet", Truth.YES),
        ({"feet_numb_tingle": False}, "numb_feet", Truth.UNKNOWN),
        ({"feet_numb_tingle": False, "diabetes": "no"}, "numb_feet", Truth.NO),
        ({"foot_drop": True}, "poor_balance", Truth.YES),
        ({"foot_drop": False}, "poor_balance", Truth.UNKNOWN),
        ({"on_dialysis": True}, "dialysis", Truth.YES),
        ({"on_dialysis": False}, "dialysis", Truth.NO),
        ({"one_leg_swollen": True}, "leg_alarm", Truth.YES),
        ({"one_leg_swollen": False}, "leg_alarm", Truth.UNKNOWN),
        ({"pop_in_calf": True}, "injury", Truth.YES),
        ({"injury_recent": False, "cannot_put_weight": False}, "injury", Truth.NO),
        ({"pain_on_walking": True, "eases_standing_still": True}, "poor_circulation", Truth.YES),
        ({"back_pain_any": True}, "bending_risk", Truth.YES),
        ({"cramp_timing": "during exercise"}, "sport", Truth.YES),
        ({"cramp_timing": "at night in bed"}, "in_bed", Truth.YES),
    ],
)
def test_states(
    library: Library, told: Tell, findings: dict[str, object], circumstance: str, state: Truth
) -> None:
    assert states_of(told(**findings), library)[circumstance] is state


def test_age_and_pregnancy(library: Library, told: Tell) -> None:
    assert states_of(told(age=8), library)["child"] is Truth.YES
    assert states_of(told(age=80), library)["pregnant"] is Truth.NO
    assert states_of(told(age=None), library)["pregnant"] is Truth.UNKNOWN
    assert states_of(told(age=30, pregnant="pregnant now"), library)["pregnant"] is Truth.YES


def test_a_list_of_illnesses_never_rules_anything_out(
    library: Library, read: Callable[[dict[str, object]], History]
) -> None:
    states = states_of(read({"conditions": ["gout"]}), library)
    assert Truth.NO not in {states["numb_feet"], states["poor_balance"], states["bending_risk"]}
    assert states_of(read({"conditions": ["osteoporosis"]}), library)["bending_risk"] is Truth.YES
    assert states_of(read({"medicines": ["warfarin"]}), library)["bleeding_risk"] is Truth.YES


def test_the_word_of_the_person_counts_but_does_not_undo_a_yes(library: Library, told: Tell) -> None:
    assert states_of(None, library, {"poor_balance": True})["poor_balance"] is Truth.YES
    assert states_of(None, library, {"poor_balance": False})["poor_balance"] is Truth.NO
    numb = told(feet_numb_tingle=True)
    assert states_of(numb, library, {"numb_feet": False})["numb_feet"] is Truth.YES


def test_an_unknown_circumstance_is_refused(library: Library) -> None:
    with pytest.raises(KeyError):
        states_of(None, library, {"tired": True})


def test_each_has_a_question_and_a_check() -> None:
    for circumstance in circumstances().values():
        assert circumstance.ask.endswith("?")
        assert circumstance.check.endswith(".")
