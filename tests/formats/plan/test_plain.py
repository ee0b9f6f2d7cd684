"""The plan as JSON: the contract."""

from __future__ import annotations

import json
from typing import Any

from charley.formats.plan.plain import plan_json, plan_plain

KEYS = [
    "id", "date", "library", "urgency", "title", "care", "brief", "asked", "noticed", "safety_questions_left",
    "likely",
    "unlike_a_cramp", "sections", "first_check", "groups", "interventions", "medicines", "tests", "sessions",
    "information",
]  # fmt: skip


def test_the_keys_of_the_contract_in_order(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        assert list(plan_plain(planned.plan)) == KEYS


def test_json_reads_back_as_it_was(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        assert json.loads(plan_json(planned.plan)) == plan_plain(planned.plan)


def test_every_intervention_has_its_verdict_with_reasons_and_sources(plans: dict[str, Any]) -> None:
    entries = plan_plain(plans["rich"].plan)["interventions"]
    assert len(entries) == 58
    assert {entry["verdict"] for entry in entries} == {"do_now", "discuss", "not_for_you", "does_not_help"}
    quinine = next(entry for entry in entries if entry["id"] == "quinine")
    assert quinine["verdict"] == "not_for_you"
    assert "takes_digoxin" in [reason["situation"] for reason in quinine["because"]]
    assert all(entry["sources"] for entry in entries)


def test_an_emergency_plan_names_no_intervention(plans: dict[str, Any]) -> None:
    plain = plan_plain(plans["dark_urine_after_gym_24"].plan)
    assert plain["urgency"] == "emergency_now"
    assert (plain["interventions"], plain["first_check"], plain["groups"], plain["sessions"]) == (
        [],
        [],
        [],
        None,
    )


def test_the_medicine_review_is_whole(plans: dict[str, Any]) -> None:
    review = plan_plain(plans["rich"].plan)["medicines"]
    assert {"thiazide_like_diuretic", "beta_agonist"} <= {one["class"] for one in review["found"]}
    assert "cascade-diuretic-quinine" in {note["id"] for note in review["notes"]}
    assert review["question_sheet"]
