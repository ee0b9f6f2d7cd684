"""Sessions: laws of their timing, what is done instead, and golden scripts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charley.advice.circumstances import circumstances
from charley.advice.exercises import exercises, offer_exercise, programmes
from charley.advice.script import Script, Writer
from charley.advice.sessions import add_exercise, repetitions_of, session, whole
from charley.formats.relief import speak_text
from charley.history import History
from charley.library import load
from charley.records.library import Library

GOLDEN = Path(__file__).parent / "golden"
EVERYTHING_FINE = dict.fromkeys(circumstances(), False)
TOLD = st.dictionaries(st.sampled_from(sorted(circumstances())), st.booleans())
WHAT = st.sampled_from(sorted([*exercises(), *programmes()]))


def assert_timed(script: Script) -> None:
    """Lines follow one another without a gap, and the last one is `done` at the total."""
    clock = 0
    for line in script.lines[:-1]:
        assert line.second == clock
        assert line.seconds > 0
        assert line.text
        clock += line.seconds
    last = script.lines[-1]
    assert (last.second, last.seconds, last.kind) == (clock, 0, "done")
    assert script.total == clock


@given(WHAT, TOLD)
@settings(max_examples=150)
def test_the_laws_of_a_session(what: str, told: dict[str, bool]) -> None:
    made = session(what, load(), told=told)
    if made.script is None:
        assert made.reasons or made.left_out
        return
    assert_timed(made.script)
    done = {line.exercise for line in made.script.lines if line.exercise}
    assert done == {offer.id for offer in made.offers}
    barred = {name for name, value in told.items() if value}
    for id_ in done:
        assert barred.isdisjoint(bar.circumstance for bar in exercises()[id_].not_for)
    said = {line.text for line in made.script.lines if line.kind == "check"}
    assert said == set(made.checks)


@given(WHAT, TOLD)
@settings(max_examples=50)
def test_what_is_not_known_is_checked(what: str, told: dict[str, bool]) -> None:
    made = session(what, load(), told=told)
    for offer in made.offers:
        for bar in exercises()[offer.id].not_for:
            if bar.circumstance not in told:
                assert circumstances()[bar.circumstance].check in made.checks


@pytest.mark.parametrize("id_", sorted(exercises()))
def test_the_time_of_an_exercise_is_what_its_dose_says(id_: str) -> None:
    """An independent count: ready, changing over, and every hold and rest but the last rest."""
    exercise = exercises()[id_]
    dose, sides = exercise.dose, 2 if exercise.sides == "each" else 1
    writer = Writer()
    add_exercise(writer, exercise)
    expected = dose.ready + (sides - 1) * max(5, dose.ready // 3)
    if dose.hold is None:
        expected += sides * whole(dose.lasts)
    else:
        holds = sides * repetitions_of(exercise)
        expected += holds * whole(dose.hold) + (holds - 1) * whole(dose.rest)
    assert writer.clock == expected


def test_the_bedtime_session_holds_ten_seconds_three_times_on_both_legs(library: Library) -> None:
    script = session("bedtime", library, told=EVERYTHING_FINE).script
    assert script is not None
    holds = [line for line in script.lines if line.kind == "hold"]
    assert [(line.exercise, line.side, line.repetition) for line in holds] == [
        (exercise, side, repetition)
        for exercise in ("calf_stretch_wall", "hamstring_stretch_standing")
        for side in ("left", "right")
        for repetition in (1, 2, 3)
    ]
    assert {line.seconds for line in holds} == {10}
    assert {line.seconds for line in script.lines if line.kind == "rest"} == {10}
    assert not [line for line in script.lines if line.kind == "check"]


def test_five_minutes_of_wall_leans_are_fifty(library: Library) -> None:
    script = session("health_service", library, told=EVERYTHING_FINE).script
    assert script is not None
    assert sum(line.kind == "hold" for line in script.lines) == 50


@pytest.mark.parametrize(
    ("asked", "told", "done"),
    [
        ("bedtime", {"poor_balance": True}, "seated"),
        ("bedtime", {"pregnant": True}, "pregnancy"),
        ("bedtime", {"pregnant": True, "poor_balance": True}, "seated"),
        ("bedtime", {"on_machine": True}, "during_dialysis"),
        ("bedtime", {"on_machine": True, "poor_balance": True}, "during_dialysis"),
        ("bedtime", {"dialysis": True}, "bedtime"),
        ("seated", {"poor_balance": True}, "seated"),
    ],
)
def test_another_programme_stands_in(library: Library, asked: str, told: dict[str, bool], done: str) -> None:
    made = session(asked, library, told=told)
    assert (made.asked, made.programme) == (asked, done)
    assert made.script is not None


def test_an_exercise_of_a_programme_is_swapped_alone(library: Library) -> None:
    made = session("bedtime", library, told={"bending_risk": True})
    assert [offer.id for offer in made.offers] == ["calf_stretch_wall", "seated_toe_pull"]
    assert [offer.id for offer in made.left_out] == ["hamstring_stretch_standing"]


@pytest.mark.parametrize("told", [{"leg_alarm": True}, {"injury": True}, {"child": True}])
def test_there_is_no_bedtime_session_for_some(library: Library, told: dict[str, bool]) -> None:
    made = session("bedtime", library, told=told)
    assert made.script is None
    assert made.reasons


def test_an_emergency_has_no_session_but_what_to_do_first(
    library: Library, told: Callable[..., History]
) -> None:
    made = session("quiet_breathing", library, told(chest_pain_breathing=True, breathless_sudden=True))
    assert made.script is None
    assert any("ambulance" in text for text in made.gate.first)


def test_to_be_seen_today_stands_before_the_session(library: Library, told: Callable[..., History]) -> None:
    made = session("bedtime", library, told(age=50, one_leg_swollen=True))
    assert made.gate.first
    assert made.script is None


def test_an_unknown_name_is_refused(library: Library) -> None:
    with pytest.raises(KeyError):
        session("levitation", library)


@pytest.mark.parametrize(
    ("name", "what", "told"),
    [
        ("bedtime", "bedtime", EVERYTHING_FINE),
        ("bedtime_nothing_known", "bedtime", {}),
        ("pregnancy", "pregnancy", EVERYTHING_FINE | {"pregnant": True}),
        ("during_dialysis", "during_dialysis", EVERYTHING_FINE | {"dialysis": True, "on_machine": True}),
        ("after_work", "after_work", EVERYTHING_FINE),
    ],
)
def test_golden_sessions(
    library: Library, request: pytest.FixtureRequest, name: str, what: str, told: dict[str, bool]
) -> None:
    said = speak_text(session(what, library, told=told).script) + "\n"
    golden = GOLDEN / f"session_{name}.txt"
    if request.config.getoption("--renew-golden"):
        golden.write_text(said, "utf-8")
    assert said == golden.read_text("utf-8")


def test_offers_of_a_session_are_those_of_the_exercises(library: Library) -> None:
    from charley.advice.circumstances import states_of

    made = session("after_work", library, told={"poor_balance": True})
    states = states_of(None, library, {"poor_balance": True})
    assert all(offer == offer_exercise(exercises()[offer.id], states) for offer in made.offers)
