"""The causal network as an engine: laws of its answer, and stories a doctor would recognise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import log
from typing import Any

import pytest

from charley.assessment import Assessment
from charley.history import History
from charley.network.causal import UNLISTED, CausalNetwork
from charley.network.order import FIRST_PLACES, in_order
from charley.records.library import Library
from charley.records.rules import Urgency

Assessed = Callable[[dict[str, Any]], Assessment]


def test_main_cause_chances_leave_a_share_for_the_unlisted(library: Library) -> None:
    ranking = CausalNetwork().rank(History(age=60, answers={"age": 60.0, "twitching": True}), library)
    assert sum(score.responsible for score in ranking.scores) == pytest.approx(1 - UNLISTED)
    assert len(ranking.scores) == len(library.causes)


def test_intervals_hold_the_chance_and_widen_with_the_prior(library: Library) -> None:
    history = History(age=60, answers={"age": 60.0, "cramp_timing": "at night in bed"})
    for score in CausalNetwork().rank(history, library).scores:
        assert 0 <= score.low <= score.probability <= score.high <= 1
    dvt = library.causes["dvt"]
    vague = replace(dvt, prior=replace(dvt.prior, low=dvt.prior.value / 100, high=dvt.prior.value * 100))
    vaguer = replace(library, causes={**library.causes, "dvt": vague})
    width = {
        name: (lambda s: log(s.high / (1 - s.high)) - log(s.low / (1 - s.low)))(
            next(s for s in CausalNetwork().rank(history, lib).scores if s.cause == "dvt")
        )
        for name, lib in (("plain", library), ("vague", vaguer))
    }
    assert width["vague"] > width["plain"]


def test_several_causes_may_be_likely_at_once(assessed: Assessed) -> None:
    answer = assessed(
        {
            "age": 66,
            "findings": {"feet_numb_tingle": True, "feet_burn": True, "cramp_timing": "at night in bed"},
            "conditions": ["type 2 diabetes"],
            "medicines": ["indapamide"],
        }
    )
    assert sum(cause.probability for cause in answer.causes) > 1


STORIES: list[tuple[str, dict[str, Any], set[str]]] = [
    (
        "a hard calf at night that a stretch ends, in a well person",
        {
            "age": 62,
            "findings": {"sudden_hard_knot": True, "cramp_timing": "at night in bed", "stretch_helps": True},
        },
        {"idiopathic_nocturnal_leg_cramps"},
    ),
    (
        "a need to move in the evening, eased by walking",
        {
            "age": 50,
            "findings": {"urge_to_move": True, "moving_eases_urge": True, "worse_evening_rest": True},
        },
        {"restless_legs"},
    ),
    (
        "calf pain on walking that goes when standing still, in a smoker",
        {
            "age": 68,
            "findings": {
                "pain_on_walking": True,
                "eases_standing_still": True,
                "cramp_timing": "when walking",
                "smoker": "smoke now",
            },
        },
        {"claudication_pad", "poor_leg_circulation"},
    ),
    (
        "walking and standing pain eased by leaning forward",
        {
            "age": 74,
            "findings": {
                "pain_on_walking": True,
                "pain_on_standing": True,
                "eases_sitting_bending": True,
                "trolley_helps": True,
            },
        },
        {"neurogenic_claudication"},
    ),
    (
        "one swollen sore calf after an operation",
        {
            "age": 60,
            "findings": {"one_leg_swollen": True, "calf_tender_deep": True, "bed_rest_surgery": True},
        },
        {"dvt"},
    ),
    (
        "late pregnancy, calf, at night",
        {
            "age": 30,
            "sex": "female",
            "pregnant": True,
            "findings": {"weeks_pregnant": 32, "cramp_timing": "at night in bed", "cramp_site": ["calf"]},
        },
        {"pregnancy_cramps"},
    ),
    (
        "slow weakness, wasting and twitching",
        {
            "age": 61,
            "findings": {"weakness_progressive": True, "muscle_thinner": True, "twitching": True},
        },
        {"als"},
    ),
    (
        "tingling lips and locking hands after a thyroid operation",
        {
            "age": 45,
            "findings": {
                "mouth_hand_tingling": True,
                "hand_spasm": True,
                "neck_surgery": "in the last 4 weeks",
            },
        },
        {"hypocalcaemia", "hypoparathyroidism", "tetany"},
    ),
    (
        "evening pains of both legs in a child who runs about by day",
        {
            "age": 6,
            "findings": {
                "cramp_timing": "at night in bed",
                "cramp_side": "both together",
                "child_fine_by_day": True,
            },
        },
        {"growing_pains"},
    ),
    (
        "the same child climbs up its own legs from the floor",
        {
            "age": 6,
            "sex": "male",
            "findings": {
                "cramp_timing": "during exercise",
                "cramp_side": "both together",
                "child_falls_slow": True,
                "stairs_hard_bone_ache": True,
            },
        },
        {"muscular_dystrophy", "exercise_cramp"},
    ),
]


@pytest.mark.parametrize(("story", "data", "wanted"), STORIES, ids=[s[0] for s in STORIES])
def test_a_story_puts_its_cause_first(
    assessed: Assessed, story: str, data: dict[str, Any], wanted: set[str]
) -> None:
    assert assessed(data).causes[0].id in wanted, story


def test_a_true_cramp_is_told_from_a_look_alike(assessed: Assessed) -> None:
    cramp = assessed(
        {"age": 60, "findings": {"sudden_hard_knot": True, "stretch_helps": True, "cramp_minutes": 2}}
    )
    other = assessed(
        {"age": 60, "findings": {"sudden_hard_knot": False, "stretch_helps": False, "cramp_minutes": 90}}
    )
    assert cramp.true_cramp.probability > 0.9
    assert other.true_cramp.probability < 0.2


def test_what_must_be_ruled_out_stands_within_the_first_places(library: Library) -> None:
    ranking = CausalNetwork().rank(History(age=60, answers={"age": 60.0}), library)
    ordered = in_order(ranking, {"tetanus": Urgency.EMERGENCY_NOW})
    assert "tetanus" in [score.cause for score in ordered.scores[:FIRST_PLACES]]
    assert {s.cause: s.probability for s in ordered.scores} == {
        s.cause: s.probability for s in ranking.scores
    }


def test_a_suspicion_of_a_lesser_level_moves_nothing_up(library: Library) -> None:
    ranking = CausalNetwork().rank(History(age=60, answers={"age": 60.0}), library)
    plain = in_order(ranking, {})
    assert in_order(ranking, {"als": Urgency.WITHIN_DAYS}) == plain
