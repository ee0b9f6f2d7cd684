"""What to do when a cramp comes: by the muscle, and never what is not for this person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from charley.advice.plan import Plan

Planned = Callable[[dict[str, Any]], Plan]
NIGHT = {"wakes_from_sleep": True, "sudden_hard_knot": True, "stretch_helps": True}


def box(plan: Plan) -> dict[str, str]:
    """The steps of the box by place."""
    return {
        item.id.removeprefix("cramp-"): " ".join(item.lines)
        for section in plan.sections
        if section.part == "cramp"
        for item in section.items
        if item.steps is not None
    }


def with_(**more: Any) -> dict[str, Any]:
    findings = NIGHT | more.pop("findings", {})
    return {"age": 58, "findings": findings} | more


@pytest.mark.parametrize(
    ("sites", "places"),
    [
        (["calf"], ["calf"]),
        (["front of thigh"], ["front_thigh"]),
        (["calf", "back of thigh"], ["calf", "back_thigh"]),
    ],
)
def test_the_stretch_is_that_of_the_told_muscle(
    planned: Planned, sites: list[str], places: list[str]
) -> None:
    found = box(planned(with_(findings={"cramp_site": sites})))
    assert list(found) == places
    if "calf" not in places:
        assert "toes toward" not in " ".join(found.values())


@pytest.mark.parametrize("sign", ["one_leg_swollen", "injury_recent", "leg_tight_hard"])
def test_nothing_is_stretched_where_a_sign_speaks_against_it(planned: Planned, sign: str) -> None:
    assert box(planned(with_(findings={"cramp_site": ["calf"], sign: True}))) == {}


@pytest.mark.parametrize(
    "told",
    [
        {"age": 85},
        {"findings": {"feet_numb_tingle": True}},
        {"findings": {"legs_stiff_all_time": True}},
    ],
)
def test_nobody_who_may_fall_is_told_to_stand(planned: Planned, told: dict[str, Any]) -> None:
    plan = planned(
        with_(
            findings={"cramp_site": ["calf"]} | told.get("findings", {}),
            **{key: value for key, value in told.items() if key != "findings"},
        )
    )
    assert "stand up" not in " ".join(box(plan).values())


def test_poor_blood_flow_means_no_raised_feet_and_no_bedtime_stretch(planned: Planned) -> None:
    plan = planned(
        with_(conditions=["peripheral arterial disease"], findings={"cramp_timing": "at night in bed"})
    )
    said = [line for part in plan.sections for item in part.items for line in (item.title, *item.lines)]
    assert not any("raise" in line and "Do not" not in line for line in said)
    stretch = next(choice for choice in plan.choices if choice.id == "stretch-bedtime")
    assert stretch.verdict == "discuss" and stretch.because
    assert plan.sessions is None


def test_in_pregnancy_the_text_is_for_lying_on_the_side(planned: Planned) -> None:
    plan = planned({"age": 30, "pregnant": True, "findings": NIGHT | {"weeks_pregnant": 33}})
    said = " ".join(
        line for part in plan.sections for item in part.items for line in (item.title, *item.lines)
    )
    assert "Lie on your side" in said
    assert "On your back" not in said and "On your front" not in said


def test_what_is_no_cramp_gets_its_own_kit_and_one_stretch(planned: Planned) -> None:
    restless = {
        "urge_to_move": True, "moving_eases_urge": True, "worse_evening_rest": True,
        "sudden_hard_knot": False, "leg_jerks_asleep": True, "wakes_from_sleep": True,
    }  # fmt: skip
    plan = planned({"age": 45, "sex": "male", "findings": restless})
    titles = {section.part: section.title for section in plan.sections}
    assert titles["kit"] == "What may help with it: restless legs"
    assert titles["cramp"] == "If a muscle goes hard"
    kit = " ".join(item.title for section in plan.sections if section.part == "kit" for item in section.items)
    assert "iron test" in kit
    offered = {item.id for check in plan.checks for item in check.items}
    assert offered.isdisjoint({"stretch-bedtime", "heat-cold", "painkillers"})
