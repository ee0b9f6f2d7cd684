"""Who tells of nobody but a neighbour, an uncle or a workmate, and as of now, asks for that person."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "Uncle sprayed the cotton field with no mask on Monday, since then cramps all over, dribbling"
            " like a baby, eyes streaming.",
            "wet_eyes_drool_sweat",
        ),
        ("My neighbour is confused and his leg is cold and white.", "leg_sudden_cold_pale"),
        ("Our neighbour Bert, 84, has a swollen calf since yesterday.", "one_leg_swollen"),
        (
            "A colleague collapsed on site, he has been sweating all day and is confused now, legs cramping.",
            "confused_or_drowsy",
        ),
        ("Auntie having palpitation, heart galloping right now, and legs cramping.", "palpitations"),
        (
            "Our neighbour Bert is on the floor and his leg is cold and white, what should I do?",
            "leg_sudden_cold_pale",
        ),
        (
            "Nana's left leg has gone thin as a stick. I asked was it a stroke and they said no.",
            "muscle_thinner",
        ),
        (
            "Our neighbour Bert, 84, has one leg like a tree trunk and the other like a stick. I only popped"
            " in with his paper and I'm worried.",
            "one_leg_swollen",
        ),
        (
            "Uncle Seamus gets cramps in both legs, and since yesterday he's wetting himself without"
            " knowing. I've a bad back so I can't lift him.",
            "bladder_bowel_change",
        ),
    ],
)
def test_somebody_of_whom_alone_is_told_is_asked_for(text: str, finding: str, tell: Tell) -> None:
    assert tell(text).answers.get(finding) is True


@pytest.mark.parametrize(
    "text",
    [
        "My neighbour had a clot. Nothing like that here.",
        "My mate's leg is swollen.",
        "Colleague collapsed last month at the desk, his leg all swollen. Calf cramps at night, that is all.",
        "My neighbour has a swollen leg. I only have cramps.",
        "My neighbour used to have a swollen leg, it was the heart in the end.",
        "My boss is always tired and his leg is swollen by evening, my own are fine.",
        "If the neighbour is confused and his leg swells, that is his business.",
        "My neighbour and her cousin both have a swollen leg.",
        "The people at church all have swollen legs, it is the heat.",
        "My neighbour has a swollen leg. I limp a bit too.",
        "The dog is limping and her leg is swollen since Friday.",
        "I lost my uncle last year, his leg was swollen and he was breathless.",
        "My sister has a swollen leg and it worries me, though my own are thin.",
    ],
)
def test_what_is_only_said_of_others_is_nobodys(text: str, tell: Tell) -> None:
    assert tell(text).answers.get("one_leg_swollen") is None
