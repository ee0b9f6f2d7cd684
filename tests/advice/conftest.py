"""Short ways to tell a history for advice, and to plan it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from charley.advice.interventions import Choice, choose
from charley.advice.plan import Plan, make_plan
from charley.assess import assess
from charley.history import History
from charley.reading import read_history
from charley.records.library import Library

TODAY = date(2026, 11, 21)

SAFE_ANSWERS: dict[str, Any] = {
    "pregnant": "no",
    "long_term_conditions": "none",
    "diabetes": "no",
    "medicines": "none",
    "foot_sores": False,
    "feet_numb_tingle": False,
    "foot_pain_rest_hang": False,
    "both_legs_weak_numb_new": False,
    "foot_drop": False,
    "cramp_timing": "at night in bed",
    "wakes_from_sleep": True,
    "sudden_hard_knot": True,
    "stretch_helps": True,
    "cramp_site": ["calf"],
    "cramp_minutes": 2,
    "cramps_per_week": 4,
    "first_started": "more than a year ago",
}


@pytest.fixture(scope="session")
def read(library: Library) -> Callable[[dict[str, object]], History]:
    """A history as told in JSON."""
    return lambda data: read_history(data, library, TODAY)


@pytest.fixture(scope="session")
def calm(library: Library) -> dict[str, Any]:
    """A person of 58 with ordinary night cramps, whose safety questions are all answered no."""
    safe = {f.id: False for f in library.findings.values() if f.section == "safety" and f.type == "yes_no"}
    return {
        "id": "calm",
        "date": "2026-11-21",
        "age": 58,
        "sex": "male",
        "findings": safe | {"toxin_contact": "none", "neck_surgery": "never"} | SAFE_ANSWERS,
    }


@pytest.fixture(scope="session")
def planned(library: Library) -> Callable[[dict[str, Any]], Plan]:
    """The plan of a history as told in JSON."""

    def run(told: dict[str, Any]) -> Plan:
        history = read_history(told, library, TODAY)
        return make_plan(history, library, assess(history, library), TODAY)

    return run


@pytest.fixture(scope="session")
def chosen(library: Library) -> Callable[[dict[str, Any]], dict[str, Choice]]:
    """Every intervention's choice for a history as told, by id."""

    def run(told: dict[str, Any]) -> dict[str, Choice]:
        return {choice.id: choice for choice in choose(read_history(told, library, TODAY), library)}

    return run
