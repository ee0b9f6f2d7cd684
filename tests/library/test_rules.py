"""Red flags, scores, thresholds, floors, tests and the two single pages from their files."""

from __future__ import annotations

from charley.records.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Has,
    Is,
    LabCompare,
    Not,
    ScoreAtLeast,
)
from charley.records.library import CrampFeature, Library
from charley.records.numbers import Figure, Number
from charley.records.rules import Floor, RedFlag, Score, ScoreItem, Urgency, UrgencyText

SWOLLEN = Is("one_leg_swollen", (True,))
KNOT = Is("hard_knot", (True,))


def test_a_rule_keeps_all_that_its_file_says(mini: Library) -> None:
    assert mini.red_flags == {
        "rf_clot": RedFlag(
            id="rf_clot",
            group="clots",
            level=Urgency.SAME_DAY,
            applies_to="everyone",
            picture="One leg is swollen.",
            when=AnyOf(
                (
                    SWOLLEN,
                    ScoreAtLeast("clot_score", 2.0),
                    AllOf((LabCompare("potassium", "below", 2.5), Not(KNOT))),
                    AtLeast(
                        2,
                        (
                            KNOT,
                            Compare("cramp_minutes", "at_least", 11.0),
                            Has("long_term_conditions", ("type_2_diabetes",)),
                        ),
                    ),
                )
            ),
            suspected=("clot",),
            tests=("ultrasound",),
            why="A clot can travel to the lung.",
            tell="Be seen today.",
            figures=(Figure("1 in 10 of them have a clot", "guideline"),),
            sources=("guideline",),
        )
    }


def test_a_score_keeps_its_points(mini: Library) -> None:
    items = (ScoreItem(1.0, SWOLLEN), ScoreItem(-2.0, KNOT))
    assert mini.scores == {
        "clot_score": Score("clot_score", "Clot score", SWOLLEN, None, items, "", ("guideline",))
    }


def test_the_table_of_urgency(mini: Library) -> None:
    (threshold,) = mini.thresholds
    assert (threshold.cause_urgency, threshold.level) == (Urgency.SAME_DAY, Urgency.SAME_DAY)
    assert (threshold.chance.value, threshold.chance.low, threshold.chance.high) == (0.25, 0.1, 0.4)
    assert mini.floors == (
        Floor(
            "swelling",
            Urgency.ROUTINE,
            SWOLLEN,
            "A swollen leg needs somebody to look at it.",
            ("guideline",),
        ),
    )


def test_every_level_has_its_text(mini: Library) -> None:
    assert set(mini.urgency_texts) == set(Urgency)
    assert mini.urgency_texts[Urgency.ROUTINE] == UrgencyText(
        Urgency.ROUTINE, "Make an appointment", "Talk it over.", "Routine."
    )


def test_a_test_keeps_all_that_its_file_says(mini: Library) -> None:
    test = mini.tests["ultrasound"]
    assert (test.id, test.name, test.kind) == ("ultrasound", "Ultrasound of the leg veins", "imaging")
    assert test.lay == "A scan shows whether a vein is blocked."
    assert (test.suggest_when, test.avoid_when) == (SWOLLEN, None)
    assert test.adult_reference == {"reading": "normal", "limits": ["low", "high"]}
    assert test.loinc_checked is False


def test_the_features_of_a_true_cramp(mini: Library) -> None:
    assert mini.true_cramp.share == Number(0.7, 0.55, 0.85, "judged", why="no survey counts it")
    (knot,) = mini.true_cramp.features
    assert isinstance(knot, CrampFeature)
    assert (knot.condition, knot.says) == (KNOT, "the muscle goes hard")
    assert (knot.if_true_cramp.word, knot.if_look_alike.word) == ("often", "seldom")


def test_how_common_cramps_are(mini: Library) -> None:
    assert mini.base_rate.any_in_a_month == Number(
        0.3, 0.27, 0.33, "derived", source="survey", where="abstract", how="two added"
    )
    assert mini.base_rate.often_in_a_month.kind == "stated"
