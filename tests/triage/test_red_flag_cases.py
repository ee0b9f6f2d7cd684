"""Every red-flag rule has a history that fires it, and one that differs in a single fact and does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from charley.history import History
from charley.reading import read_history
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.triage import fired_rules

CASES: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "red_flags.yaml").read_text(encoding="utf-8")
)
TODAY = date(2026, 11, 21)
LISTS = ("conditions", "medicines")

each_rule = pytest.mark.parametrize("rule", sorted(CASES))


def told(side: dict[str, Any]) -> dict[str, Any]:
    """The history of a case as JSON: all but the story."""
    return {key: value for key, value in side.items() if key != "story"}


def facts(side: dict[str, Any]) -> set[tuple[str, object]]:
    """Every single fact of a case; each entry of a list is a fact of its own."""
    found = {("age", side["age"])}
    for key, value in {**side.get("findings", {}), **{name: side.get(name, []) for name in LISTS}}.items():
        found |= {(key, entry) for entry in (value if isinstance(value, list) else [value])}
    return found


def read(data: dict[str, Any], library: Library) -> History:
    """The history, which must be understood to the last word."""
    history = read_history(data, library, TODAY)
    assert not history.not_understood
    assert not history.contradictions
    assert not any(entry.guess for entry in history.understood)
    return history


def fired(data: dict[str, Any], library: Library) -> set[str]:
    return {rule.id for rule in fired_rules(read(data, library), library)}


def test_every_rule_has_a_case_and_every_case_a_rule(library: Library) -> None:
    assert set(CASES) == set(library.red_flags)


@each_rule
def test_each_case_is_told(rule: str) -> None:
    assert set(CASES[rule]) == {"fires", "just_not"}
    assert all(side["story"].endswith(".") for side in CASES[rule].values())


@each_rule
def test_it_fires(rule: str, library: Library) -> None:
    assert rule in fired(told(CASES[rule]["fires"]), library)


@each_rule
def test_one_fact_less_and_it_does_not(rule: str, library: Library) -> None:
    assert rule not in fired(told(CASES[rule]["just_not"]), library)


@each_rule
def test_only_one_fact_differs(rule: str) -> None:
    before, after = (facts(CASES[rule][side]) for side in ("fires", "just_not"))
    gone, new = before - after, after - before
    assert len(gone) <= 1
    assert len(new) == 1
    assert {name for name, _ in gone} <= {name for name, _ in new}


@each_rule
def test_every_fact_of_the_firing_case_is_needed(rule: str, library: Library) -> None:
    data = told(CASES[rule]["fires"])
    findings = data.get("findings", {})
    for name in findings:
        fewer = {key: value for key, value in findings.items() if key != name}
        assert rule not in fired(data | {"findings": fewer}, library), f"{name} is idle"
    for kind in LISTS:
        if kind in data:
            assert rule not in fired({key: data[key] for key in data if key != kind}, library)


@each_rule
def test_without_the_rule_less_fires(rule: str, library: Library) -> None:
    data = told(CASES[rule]["fires"])
    without = {id_: flag for id_, flag in library.red_flags.items() if id_ != rule}
    poorer = replace(library, red_flags=without)
    assert fired(data, library) - fired(data, poorer) == {rule}


@pytest.mark.parametrize(
    "sign", ["foot_drop", "rapid_weakness", "leg_cannot_feel_or_move", "cramp_with_exercise"]
)
def test_a_tight_hard_leg_with_a_weak_foot_or_after_exercise_is_an_emergency(
    sign: str, library: Library
) -> None:
    tight = {"age": 23, "findings": {"leg_tight_hard": True, sign: True}}
    assert "rf_compartment" in fired(tight, library)
    assert "rf_compartment" not in fired({"age": 23, "findings": {sign: True}}, library)


@pytest.mark.parametrize("sign", ["weakness_progressive", "muscle_thinner", "stairs_hard_bone_ache"])
def test_a_statin_with_fierce_pain_and_weakness_is_for_today(sign: str, library: Library) -> None:
    sore = {"age": 78, "findings": {"severe_muscle_pain": True, sign: True}}
    assert "rf_statin_weak" in fired(sore | {"medicines": ["pravastatin"]}, library)
    assert "rf_statin_weak" not in fired(sore | {"medicines": ["paracetamol"]}, library)
    rule = library.red_flags["rf_statin_weak"]
    assert rule.level is Urgency.SAME_DAY
    assert "before the next dose" in rule.tell


NO_TEST_SETTLES = {"rf_self_harm", "rf_dirty_wound_no_jab", "rf_throat_spasm_drug"}
"""A talk, a jab, an injection: these are not put off for a test."""


def test_every_rule_of_same_day_level_and_above_names_its_tests(library: Library) -> None:
    without = {r.id for r in library.red_flags.values() if r.level >= Urgency.SAME_DAY and not r.tests}
    assert without == NO_TEST_SETTLES


@pytest.mark.parametrize(
    ("rule", "facts", "other", "says"),
    [
        ("rf_rapid_weakness", {"medicines": ["rosuvastatin"]}, {"medicines": ["paracetamol"]}, "statin"),
        (
            "rf_cord",
            {"findings": {"cancer_active": True}},
            {"findings": {"cancer_active": False}},
            "cancer team",
        ),
        ("rf_dvt_possible", {"medicines": ["combined pill"]}, {}, "the pill"),
    ],
)
def test_a_rule_speaks_of_an_illness_or_medicine_only_to_those_who_have_it(
    rule: str, facts: dict[str, Any], other: dict[str, Any], says: str, library: Library
) -> None:
    signs = {"rapid_weakness": True, "both_legs_weak_numb_new": True, "one_leg_swollen": True}
    for more, wanted in ((facts, True), (other, False), ({}, False)):
        data = {"age": 40, **more, "findings": signs | more.get("findings", {})}
        (told_now,) = (r.tell for r in fired_rules(read(data, library), library) if r.id == rule)
        assert (says in told_now) is wanted
