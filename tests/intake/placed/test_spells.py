"""How long a cramp lasts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

TOLD = [
    ("the calf cramp, he timed it, four minutes, sore all the next day", 4.0),
    ("only ever the right calf that cramps. oh and maybe 2 minutes", 2.0),
    ("won't let go, five hours now, calf like a rock", 300.0),
    ("The cramp only goes when it's ready, 20 minutes or so.", 20.0),
    ("I get it for 30 seconds, then me calf's sore all the next day", 0.5),
    ("Toes curl and lock. Have to stand on them and then it lets go after a min or so", 1.0),
    ("Five minutes of agony in the thigh, then sore next day.", 5.0),
    ("Left calf, worse at night, a good 15 minutes sometimes.", 15.0),
    ("left calf is catching, one or two minute it remains", 1.5),
    ("Holding R calf and moaning at night, approx 2x weekly, 5 mins.", 5.0),
    ("calf cramp, three minutes tops", 3.0),
    ("it takes ten minutes to ease off, the calf", 10.0),
    ("Calf goes hard for two minutes then lets go", 2.0),
    ("twenty seconds of hell in my toes, then gone", 0.333),
    ("each spasm in the calf is 4 min", 4.0),
    ("the cramp in my calf is not letting up, it's there round the clock", 1440.0),
    ("cramp lasts a couple of minutes", 2.0),
    ("foot cramp, ten minutes or thereabouts", 10.0),
    ("it's gone inside a minute, the calf cramp", 1.0),
    ("45 seconds of agony in the arch", 0.75),
    ("calf knots for five, six, seven minutes", 6.5),
    ("cramp in the thigh, half an hour at a time", 30.0),
    ("seven to nine minutes each, the cramps", 8.0),
    ("calf cramp that lasted two hours", 120.0),
]


@pytest.mark.parametrize(("text", "answer"), TOLD)
def test_how_long_it_lasts(tell: Tell, text: str, answer: str | float) -> None:
    assert tell(text).answers.get("cramp_minutes") == answer


NOT_TOLD = [
    "my calf cramps 30 minutes after lying down",
    "First BP 178/96, second 164/90. Cramps in fingers and calves",
    "After ten minutes on the treadmill my calf cramps",
    "I stretch for five minutes before bed, still get cramp",
    "I walk twenty minutes to work, calf cramps",
    "cramp wakes me two hours after I go to bed",
    "I stand for an hour at church and my calf cramps",
    "The ambulance took 20 minutes. Calf cramp.",
    "I rub it with Deep Heat for ten minutes every night, calf cramps",
    "kneeling for half an hour brings on the cramp",
    "15 minutes into the match my calf cramps",
    "I waited three hours in A&E with my calf",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_how_long_something_else_lasts(tell: Tell, text: str) -> None:
    assert "cramp_minutes" not in tell(text).answers
