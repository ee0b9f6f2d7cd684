"""Plans for the formats: every example, and a few made-up people."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from charley.advice.clinician import ClinicianPage, clinician_page
from charley.advice.plan import Plan, make_plan
from charley.assess import assess
from charley.library import load
from charley.reading import read_history

TODAY = date(2026, 11, 21)
ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Planned:
    """A plan with its clinician's page."""

    plan: Plan
    page: ClinicianPage


@cache
def _calm() -> dict[str, Any]:
    safe = {f.id: False for f in load().findings.values() if f.section == "safety" and f.type == "yes_no"}
    return {
        "id": "calm", "date": "2026-11-21", "age": 58, "sex": "male",
        "findings": safe | {
            "toxin_contact": "none", "neck_surgery": "never", "pregnant": "no", "medicines": "none",
            "long_term_conditions": "none", "diabetes": "no", "cramp_timing": "at night in bed",
            "sudden_hard_knot": True, "stretch_helps": True, "wakes_from_sleep": True,
            "feet_numb_tingle": False, "foot_sores": False, "foot_drop": False, "foot_pain_rest_hang": False,
        },
    }  # fmt: skip


def plan_of(told: dict[str, Any]) -> Planned:
    history = read_history(told, load(), TODAY)
    answer = assess(history, load())
    plan = make_plan(history, load(), answer, TODAY)
    return Planned(plan, clinician_page(history, load(), answer, plan))


@pytest.fixture(name="plan_of", scope="session")
def plan_of_fixture() -> Callable[[dict[str, Any]], Planned]:
    """Makes the plan of a history as told."""
    return plan_of


@pytest.fixture(scope="session")
def plans() -> dict[str, Planned]:
    """Plans by name: the examples, `calm` (all settled), `rich` (many medicines) and `nothing` told."""
    told = {path.stem: json.loads(path.read_text("utf-8")) for path in (ROOT / "examples").glob("*.json")}
    told["calm"] = _calm()
    told["rich"] = _calm() | {
        "medicines": [{"name": "indapamide", "since": "2026-08"}, "quinine", "digoxin", "salmeterol"],
        "conditions": ["N18.4", "<b>blorp</b>"],
    }
    told["nothing"] = {}
    return {name: plan_of(data) for name, data in told.items()}
