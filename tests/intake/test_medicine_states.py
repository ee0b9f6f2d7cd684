"""A medicine has a state: taken now, stopped, replaced or never taken."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from charley.intake import Story
from charley.reading.reader import read_history
from charley.records.library import Library

Tell = Callable[[str], Story]


@pytest.mark.parametrize(
    ("text", "taken", "past"),
    [
        ("they stopped my calcium 15 years ago", set(), {("calcium_carbonate", "stopped")}),
        ("I was given magnesium but never took it", set(), {("magnesium", "not taken")}),
        ("The doctor gave me magnesium tablets. I never took them", set(), {("magnesium", "not taken")}),
        ("ramipril made me cough so I stopped it", set(), {("ramipril", "stopped")}),
        ("first atorvastatin, now simvastatin", {"simvastatin"}, {("atorvastatin", "replaced")}),
        ("I take aspirin, and ramipril stopped", {"aspirin"}, {("ramipril", "stopped")}),
        ("I take aspirin and they stopped my ramipril", {"aspirin"}, {("ramipril", "stopped")}),
        ("I refused the statin", set(), {("statin", "not taken")}),
        ("They put me on pregabalin and I packed it in", set(), {("pregabalin", "stopped")}),
        ("Quinine used to sort it and now I can't get it", set(), {("quinine", "stopped")}),
        ("I've been on quinine for years, off the old doctor", {"quinine"}, set()),
        ("off the simvastatin now", set(), {("simvastatin", "stopped")}),
        ("lisinopril and a baby aspirin", {"lisinopril", "aspirin"}, set()),
        ("I take red yeast rice instead of a statin, plus aspirin", {"red_yeast_rice", "aspirin"}, set()),
        ("creatine 5g and cramps in the calf", {"creatine"}, set()),
        (
            "I take aspirin and ramipril but stopped them last year",
            set(),
            {("aspirin", "stopped"), ("ramipril", "stopped")},
        ),
        (
            "I used to take calcium, vitamin D and thyroid hormone but five months ago I stopped everything",
            set(),
            {("calcium_carbonate", "stopped"), ("vitamin_d", "stopped"), ("thyroid_tablet", "stopped")},
        ),
        (
            "They sent me home with magnesium tablets but I thought I wasn't supposed to take them",
            set(),
            {("magnesium", "not taken")},
        ),
        ("I have not stopped my statin", {"statin"}, set()),
        ("I take ramipril. My cramps stopped", {"ramipril"}, set()),
        ("I took ramipril until May and now I take ramipril again", {"ramipril"}, set()),
        ("I'm not on statins", set(), set()),
        ("I never took the magnesium", set(), {("magnesium", "not taken")}),
        ("I don't take anything except simvastatin", {"simvastatin"}, set()),
        ("magnesium tablets stopped my cramps, I take ramipril", {"magnesium", "ramipril"}, set()),
        ("my wife stopped her ramipril, I get cramp in my calf", set(), set()),
    ],
)
def test_the_state_of_a_medicine(tell: Tell, text: str, taken: set[str], past: set[tuple[str, str]]) -> None:
    story = tell(text)
    assert {reading.what for reading in story.taken("medicine")} == taken
    assert {(reading.what, reading.state) for reading in story.not_taken_now()} == past


def test_when_it_was_stopped_is_kept_in_the_words_of_the_text(tell: Tell) -> None:
    (reading,) = tell("they stopped my calcium 15 years ago").not_taken_now()
    assert reading.when == "15 years ago"


def test_what_is_no_longer_taken_is_told_in_the_history(library: Library) -> None:
    told = {"text": "I take aspirin. They stopped my ramipril in March."}
    history = read_history(told, library, date(2026, 11, 22))
    assert history.answers["medicines"] == frozenset({"aspirin"})
    (past,) = history.medicines_past
    assert (past.medicine, past.state, past.when) == ("ramipril", "stopped", "March")
    assert any(u.meaning.startswith("stopped: ramipril") for u in history.understood)


@pytest.mark.parametrize(
    ("text", "medicines"),
    [
        ("the sleeping tablet is temazepam, the tablet helps", {"temazepam"}),
        ("my blood pressure tablet is nifedipine", {"nifedipine"}),
        ("I take temazepam. It's a sleeping tablet", {"temazepam"}),
        ("I use salbutamol. My inhaler makes me shake", {"salbutamol"}),
        ("I take the pill, Microgynon", {"combined_pill"}),
        ("I'm on bisop and simva", {"bisoprolol", "simvastatin"}),
        ("I take ramipril and another inhaler", {"ramipril", "inhaler"}),
        ("I take ramipril. I use an inhaler too", {"ramipril", "inhaler"}),
    ],
)
def test_a_word_for_a_medicine_that_is_named_is_that_medicine(
    tell: Tell, text: str, medicines: set[str]
) -> None:
    assert {reading.what for reading in tell(text).taken("medicine")} == medicines


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("In March the doctor added hydrochlorothiazide", None),
        ("this spring I was put on a water tablet", None),
        ("in January they started me on nifedipine", None),
        ("in October the doctor added hydrochlorothiazide", True),
    ],
)
def test_a_start_longer_ago_is_no_new_medicine(tell: Tell, text: str, change: bool | None) -> None:
    assert tell(text).answers.get("medicine_change_3m") is change
