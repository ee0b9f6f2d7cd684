"""Relief: who is shown which step, the ten minutes, and what stands before everything."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charley.advice.circumstances import circumstances
from charley.advice.relief import protocols, protocols_for, relief, relief_shelf
from charley.advice.script import Script
from charley.formats.relief import relief_page, speak_text
from charley.history import History
from charley.library import load
from charley.records.library import Library

GOLDEN = Path(__file__).parent / "golden"
VARIANTS = ("pregnant", "numb_feet", "poor_balance", "in_bed", "sport", "on_machine")
TOLD = st.dictionaries(st.sampled_from(sorted(circumstances())), st.booleans())
MUSCLE = st.sampled_from(sorted(protocols()))
Tell = Callable[..., History]


def assert_timed(script: Script) -> None:
    clock = 0
    for line in script.lines:
        assert line.second == clock
        clock += line.seconds
    assert script.lines[-1].kind == "done"
    assert script.total == clock


@given(MUSCLE, TOLD)
@settings(max_examples=150)
def test_the_laws_of_relief(muscle: str, told: dict[str, bool]) -> None:
    plan = relief(muscle, load(), told=told)
    yes = {name for name, value in told.items() if value}
    assert_timed(plan.now_script)
    if yes.intersection(plan.protocol.not_for):
        assert plan.withheld
        assert (plan.steps, plan.after, plan.after_script) == ((), (), None)
        return
    assert plan.after_script is not None
    assert_timed(plan.after_script)
    for shown in (*plan.steps, *plan.after):
        assert yes.isdisjoint(shown.step.unless)
        assert not shown.step.only or yes.intersection(shown.step.only)
        for name in set(shown.step.unless) - told.keys():
            if circumstances()[name].asked_first:
                assert name in {only for danger in plan.look_first for only in danger.only}
            else:
                assert circumstances()[name].name in " ".join(shown.checks)
    assert plan.steps and plan.after


@given(MUSCLE, TOLD)
@settings(max_examples=100)
def test_the_danger_check_comes_at_ten_minutes_sharp(muscle: str, told: dict[str, bool]) -> None:
    plan = relief(muscle, load(), told=told)
    if plan.withheld:
        return
    lines = plan.now_script.lines
    checks = [line for line in lines if line.kind == "check"]
    looked = sum(line.seconds for line in lines[: 1 + len(plan.look_first)])
    wanted = looked + 600 if plan.protocol.danger_first else 600
    assert checks[-1].second == wanted
    before = [line for line in lines if line.second < checks[-1].second]
    assert all(line.kind != "danger" or line.second < looked for line in before)
    asked = [line.ref for line in lines if line.kind == "danger" and line.second >= wanted]
    assert asked == [danger.id for danger in plan.danger]


@given(MUSCLE, TOLD)
@settings(max_examples=50)
def test_more_circumstances_never_add_a_barred_step(muscle: str, told: dict[str, bool]) -> None:
    """What is barred by one circumstance stays barred whatever else is told."""
    for name in [name for name, value in told.items() if value]:
        alone = relief(muscle, load(), told={name: True})
        together = relief(muscle, load(), told=told)
        barred = {s.id for s in relief_shelf().steps.values()} - {
            shown.step.id for shown in (*alone.steps, *alone.after)
        }
        kept = {shown.step.id for shown in (*together.steps, *together.after)}
        special = {s.id for s in relief_shelf().steps.values() if s.only}
        assert (kept & barred) <= special


@pytest.mark.parametrize(
    "told", [{a: True, b: True} for a, b in combinations(VARIANTS, 2)], ids=lambda told: "+".join(told)
)
@pytest.mark.parametrize("muscle", sorted(protocols()))
def test_any_two_variants_combine_into_something_that_can_be_done(
    library: Library, muscle: str, told: dict[str, bool]
) -> None:
    plan = relief(muscle, library, told=told)
    kinds = {shown.step.kind for shown in plan.steps}
    assert kinds & {"stretch", "stand", "call"}
    everything = " ".join(f"{s.step.say} {s.step.more}" for s in (*plan.steps, *plan.after)).lower()
    if "numb_feet" in told:
        assert "warm pad" not in everything
    if "poor_balance" in told or "on_machine" in told:
        assert not {"stand", "walk"} & {s.step.kind for s in (*plan.steps, *plan.after)}
    if "pregnant" in told:
        assert "salt in it" not in everything
        assert not [
            s
            for s in plan.steps
            if "knead" in s.step.say.lower() and "do not knead" not in s.step.say.lower()
        ]
    if "on_machine" in told:
        assert plan.steps[0].step.id == "call_nurse"


@pytest.mark.parametrize(
    ("told", "there", "not_there"),
    [
        ({}, "pull_toes", "call_nurse"),
        ({"numb_feet": True}, "blanket_after", "warm_after"),
        ({"poor_balance": True}, "seated_heel_press", "stand_heel_flat"),
        ({"in_bed": True}, "bed_towel_pull", "call_nurse"),
        (
            {"sport": True, "salt_limit": False, "dialysis": False, "pregnant": False},
            "salt_drink",
            "call_nurse",
        ),
        ({"sport": True, "salt_limit": True}, "no_drink_of_your_own", "salt_drink"),
        ({"on_machine": True, "dialysis": True}, "call_nurse", "pull_toes"),
        ({"dialysis": True}, "pull_toes", "call_nurse"),
        ({"dialysis": True}, "no_drink_of_your_own", "salt_drink"),
        ({"pregnant": True}, "stroke_calf", "knead_calf"),
        ({"bleeding_risk": True}, "stroke_calf", "knead_calf"),
        ({"poor_circulation": True}, "blanket_after", "legs_up_after"),
    ],
)
def test_variants_of_the_calf(library: Library, told: dict[str, bool], there: str, not_there: str) -> None:
    plan = relief("calf", library, told=told)
    shown = {s.step.id for s in (*plan.steps, *plan.after)}
    assert there in shown
    assert not_there not in shown


def test_the_history_chooses_the_variant(library: Library, told: Tell) -> None:
    plan = relief("calf", library, told(age=70, on_dialysis=True, feet_numb_tingle=True))
    assert {"dialysis", "numb_feet"} <= set(plan.variants)
    assert "warm_after" not in {s.step.id for s in plan.after}


@pytest.mark.parametrize(
    "findings",
    [
        {"one_leg_swollen": True},
        {"leg_red_hot": True},
        {"pop_in_calf": True},
        {"leg_sudden_cold_pale": True},
        {"chest_pain_breathing": True, "breathless_sudden": True},
    ],
)
def test_a_dangerous_leg_is_not_stretched(library: Library, told: Tell, findings: dict[str, object]) -> None:
    plan = relief("calf", library, told(**findings))
    assert plan.withheld
    page = relief_page(plan)
    assert "Do not stretch or rub it." in " ".join(page.split())
    assert "Now (again" not in page
    kinds = {line.kind for line in plan.now_script.lines}
    assert kinds <= {"call", "check", "danger", "done"}


def test_help_is_called_for_before_anything_else(library: Library, told: Tell) -> None:
    plan = relief("calf", library, told(leg_sudden_cold_pale=True))
    page = relief_page(plan)
    assert page.index("ambulance") < page.index("Danger check")
    assert "ambulance" in plan.now_script.lines[0].text


def test_cramps_outside_the_leg_begin_with_the_danger_check(library: Library) -> None:
    plan = relief("elsewhere", library)
    kinds = [line.kind for line in plan.now_script.lines]
    assert kinds[: 1 + len(plan.danger)] == ["check", *["danger"] * len(plan.danger)]
    assert all("If yes:" in line.text for line in plan.now_script.lines[1 : 1 + len(plan.danger)])


def test_questions_for_the_pregnant_are_left_out_only_for_those_who_are_known_not_to_be(
    library: Library, told: Tell
) -> None:
    assert "pregnant_signs" in {d.id for d in relief("calf", library).danger}
    assert "pregnant_signs" not in {d.id for d in relief("calf", library, told(age=80)).danger}


@pytest.mark.parametrize(
    ("sites", "protocols"),
    [
        (["calf"], ("calf",)),
        (["foot or toes", "calf"], ("calf", "foot")),
        (["shin"], ("other",)),
        (["hands or arms"], ("elsewhere",)),
        (None, ("other",)),
    ],
)
def test_where_it_cramps_chooses_the_protocol(
    told: Tell, sites: list[str] | None, protocols: tuple[str, ...]
) -> None:
    assert protocols_for(told(**({"cramp_site": sites} if sites else {}))) == protocols


def test_the_same_history_gives_the_same_plan(library: Library, told: Tell) -> None:
    history = told(age=66, feet_numb_tingle=True)
    assert relief("foot", library, history) == relief("foot", library, history)


@pytest.mark.parametrize(
    ("name", "muscle", "told"),
    [
        ("calf", "calf", {}),
        ("calf_pregnant_in_bed", "calf", {"pregnant": True, "in_bed": True}),
        ("foot_numb_unsteady", "foot", {"numb_feet": True, "poor_balance": True}),
        ("front_thigh_sport", "front_thigh", {"sport": True}),
        ("back_thigh_dialysis", "back_thigh", {"dialysis": True, "on_machine": True}),
        ("elsewhere", "elsewhere", {}),
        ("calf_alarm", "calf", {"leg_alarm": True}),
    ],
)
def test_golden_relief(
    library: Library, request: pytest.FixtureRequest, name: str, muscle: str, told: dict[str, bool]
) -> None:
    plan = relief(muscle, library, told=told)
    said = f"{relief_page(plan)}\n\n{speak_text(plan.now_script, plan.after_script)}\n"
    golden = GOLDEN / f"relief_{name}.txt"
    if request.config.getoption("--renew-golden"):
        golden.write_text(said, "utf-8")
    assert said == golden.read_text("utf-8")
