"""What only looks like an answer about the cramp."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Cramp in the right calf on the hill. The left one is fine.", "always the right"),
        ("left leg never, right leg always, every evening with cramp", "always the right"),
        ("Cramp in my left foot at night, the right foot is perfectly normal", "always the left"),
        ("cramps in both feet but not at the same time", "swaps from side to side"),
        ("cramps in both feet at the same time", "both together"),
    ],
)
def test_the_side_that_is_well_is_not_that_of_the_cramp(tell: Tell, text: str, side: str) -> None:
    assert tell(text).answers.get("cramp_side") == side


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("calf cramp at 4 am, my husband pulls the toes and it goes", {"calf"}),
        ("calf cramps at night, stretching his foot up stops it in a minute", {"calf"}),
        ("a knot in the calf, my wife has to bend my foot back and it lets go", {"calf"}),
        ("cramps in the calf and the foot", {"calf", "foot or toes"}),
    ],
)
def test_what_is_pulled_is_no_place_of_the_cramp(tell: Tell, text: str, sites: set[str]) -> None:
    assert tell(text).answers.get("cramp_site") == sites


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Cramp in my calf twice last night and once the night before", None),
        ("Both calves, in bed, four nights this week, cramps", None),
        ("67 yrs. Cramp. Left. Nights. Toes.", None),
        ("Cramp in my calf since last night", "today"),
        ("The cramps began last week, two nights out of three", "in the last week"),
    ],
)
def test_how_often_is_not_since_when(tell: Tell, text: str, answer: str | None) -> None:
    assert tell(text).answers.get("first_started") == answer


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("The calves cramp. Stop at a gate for a minute and I'm right again.", None),
        ("Calf cramp, then rested for an hour in the armchair", None),
        ("I get a cramp in the calf and it lasts for two minutes", 2.0),
        ("Cramp in the calf, I stand up and it goes in two minutes", 2.0),
        ("The pain in my jaw lasts an hour. Leg cramps are short, at night.", None),
    ],
)
def test_how_long_somebody_stops_is_not_how_long_it_lasts(
    tell: Tell, text: str, minutes: float | None
) -> None:
    assert tell(text).answers.get("cramp_minutes") == minutes


@pytest.mark.parametrize(
    ("text", "knot"),
    [
        ("Fell off my bike on Sunday, the thigh is tight as a drum", None),
        ("The cast went on yesterday. Hard as a board under it.", None),
        ("My thigh is swollen and rock hard", None),
        ("I get a cramp and the calf is hard as a rock", True),
        ("The calf goes hard as a board at night", True),
    ],
)
def test_a_muscle_that_was_hit_is_no_knot(tell: Tell, text: str, knot: bool | None) -> None:
    assert tell(text).answers.get("sudden_hard_knot") is knot


@pytest.mark.parametrize(
    ("text", "finding", "answer"),
    [
        ("My feet are always cold. No colour change. Cramp in the toes.", "exam:skin_discoloured", None),
        ("I tore it, the toes pink and warm, no swelling", "exam:cool_skin", None),
        ("O/E feet warm, no discolouration, pulses present", "exam:skin_discoloured", False),
        ("The nurse checked my foot, no discolouration", "exam:skin_discoloured", False),
        ("my foot has gone a funny colour", "exam:skin_discoloured", True),
    ],
)
def test_everyday_words_deny_no_finding_of_an_examination(
    tell: Tell, text: str, finding: str, answer: bool | None
) -> None:
    assert tell(text).answers.get(finding) is answer


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("Left calf aching and my ankle is thick on that side", "sore_afterwards"),
        ("My calves ache after two blocks and stop as soon as I do", "sore_afterwards"),
        ("Left leg thick, goes a funny purple when I stand", "stretch_helps"),
        ("Ran out of my baclofen last Sunday, spasms are brutal since", "cramp_with_exercise"),
        ("Every morning her left foot turns in and the toes claw", "cramp_timing:at night in bed"),
        ("The foot slaps when I walk, must be six weeks. Cramps too.", "weeks_pregnant"),
        ("Cramps when I grip the steering wheel of the van", "cramp_timing:at night in bed"),
        ("pregnancy test negative, cramps in my feet", "pregnant:pregnant now"),
    ],
)
def test_a_word_with_two_senses_is_read_in_the_right_one(tell: Tell, text: str, finding: str) -> None:
    id_, _, option = finding.partition(":")
    answer = tell(text).answers.get(id_)
    assert answer != option if option else answer is None
