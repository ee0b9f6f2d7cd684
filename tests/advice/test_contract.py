"""Everything the evidence says of movement is in the product, and links between shelves lead somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from charley.advice.exercises import exercises, programmes
from charley.advice.relief import protocols, relief_shelf
from charley.records.library import Library
from charley.records.rules import Urgency

CONTRACT: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("contract_movement.yaml").read_text("utf-8")
)
SIZES = {"exercise_claims": 11, "first_aid_claims": 11, "other_claims": 12, "interventions": 10}


def reached(what: str) -> set[str]:
    """Every claim or intervention that some entry names."""
    shelf = relief_shelf()
    entries = [*exercises().values(), *programmes().values(), *shelf.steps.values()]
    if what == "claims":
        entries += [*shelf.warnings.values()]
    return {id_ for entry in entries for id_ in getattr(entry, what)}


@pytest.mark.parametrize(("kind", "size"), SIZES.items())
def test_every_id_of_the_evidence_is_reached(kind: str, size: int) -> None:
    assert len(set(CONTRACT[kind])) == size
    what = "interventions" if kind == "interventions" else "claims"
    assert set(CONTRACT[kind]) - reached(what) == set()


def test_every_exercise_claim_is_an_exercise_or_a_programme() -> None:
    named = {id_ for entry in (*exercises().values(), *programmes().values()) for id_ in entry.claims}
    assert set(CONTRACT["exercise_claims"]) - named == set()


def test_harmful_first_aid_is_a_warning() -> None:
    warned = {claim for warning in relief_shelf().warnings.values() for claim in warning.claims}
    assert {"fa-needle-prick", "fa-pinch", "fa-painkillers"} <= warned


def test_every_step_warning_and_danger_question_is_used() -> None:
    shelf = relief_shelf()
    assert {id_ for p in protocols().values() for id_ in (*p.round, *p.after)} == set(shelf.steps)
    assert {id_ for p in protocols().values() for id_ in p.warnings} == set(shelf.warnings)


def test_every_first_aid_move_is_shown_by_a_step_or_stands_in_for_one() -> None:
    shown = {step.exercise for step in relief_shelf().steps.values()}
    stands_in = {bar.instead for exercise in exercises().values() for bar in exercise.not_for}
    moves = {id_ for id_, exercise in exercises().items() if exercise.kind == "first_aid"}
    assert moves <= shown | stands_in


def test_danger_questions_are_never_milder_than_the_rules_they_stand_for(library: Library) -> None:
    for danger in relief_shelf().danger.values():
        assert danger.level >= Urgency.SAME_DAY
        for rule in danger.rules:
            assert danger.level >= library.red_flags[rule].level, (danger.id, rule)


def test_every_site_of_a_cramp_has_one_protocol(library: Library) -> None:
    sites = [site for protocol in protocols().values() for site in protocol.sites]
    assert sorted(sites) == sorted(option.value for option in library.findings["cramp_site"].options)


def test_the_bedtime_programme_is_that_of_the_trial() -> None:
    bedtime = programmes()["bedtime"]
    assert bedtime.weeks is not None
    assert (bedtime.weeks.value, bedtime.weeks.source) == (6, "hallegraeff2012")
    assert {muscle for id_ in bedtime.exercises for muscle in exercises()[id_].muscles} == {
        "calf",
        "back_thigh",
    }
    for id_ in bedtime.exercises:
        dose = exercises()[id_].dose
        assert [n and (n.value, n.kind, n.source) for n in (dose.hold, dose.repetitions, dose.rest)] == [
            (10, "stated", "hallegraeff2012"),
            (3, "stated", "hallegraeff2012"),
            (10, "stated", "hallegraeff2012"),
        ]
        assert exercises()[id_].sides == "each"


@pytest.mark.parametrize(
    ("id_", "hold", "repetitions", "rest", "lasts"),
    [
        ("heel_press", (10, 20), None, None, None),
        ("seated_toe_pull", (8, 12), (3, 6), (5, 10), None),
        ("rise_on_toes", None, (3, 6), (5, 10), None),
        ("forward_bend", None, (3, 6), (5, 10), None),
        ("legs_raised_rest", None, None, None, (300, 600)),
        ("wall_lean", (2, 3), None, None, (300, 300)),
    ],
)
def test_doses_span_what_the_evidence_says(
    id_: str,
    hold: tuple[int, int] | None,
    repetitions: tuple[int, int] | None,
    rest: tuple[int, int] | None,
    lasts: tuple[int, int] | None,
) -> None:
    dose = exercises()[id_].dose
    for number, span in (
        (dose.hold, hold),
        (dose.repetitions, repetitions),
        (dose.rest, rest),
        (dose.lasts, lasts),
    ):
        if span is not None:
            assert number is not None
            assert (number.low, number.high) == span


def test_a_dose_that_no_source_states_says_that_it_is_judged() -> None:
    for exercise in exercises().values():
        for number in (
            exercise.dose.hold,
            exercise.dose.repetitions,
            exercise.dose.rest,
            exercise.dose.lasts,
        ):
            assert number is None or (
                number.why if number.kind == "judged" else number.source and number.where
            )


def test_first_aid_is_for_the_leg_that_cramps() -> None:
    for exercise in exercises().values():
        assert (exercise.sides == "one") == (exercise.kind == "first_aid" and exercise.id != "walk_about")


def test_nothing_is_offered_without_a_bar_for_an_alarming_leg() -> None:
    for entry in (*exercises().values(), *programmes().values()):
        assert "leg_alarm" in {bar.circumstance for bar in entry.not_for}, entry.id


def test_no_advice_tells_anybody_to_point_the_toes() -> None:
    for step in relief_shelf().steps.values():
        assert "point your toes" not in step.say.lower()
        assert "tiptoe" not in step.say.lower()
