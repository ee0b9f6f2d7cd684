"""How far a pregnancy has come."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

TOLD = [
    ("36+2, calf cramps at night, baby moving", 36.0),
    ("34 wks, cramp in calf most nights", 34.0),
    ("31/40, leg cramps", 31.0),
    ("32 weeks with twins, calf cramps", 32.0),
    ("eighth month, cramps in the calf every night", 32.8),
    ("G3P2 at 30/40, L calf cramps", 30.0),
    ("baby is due in three weeks, calf cramps", 37.0),
    ("my sister had a clot when she was pregnant so im paranoid. 31 weeks, cramp in calf most nights", 31.0),
    ("37wks bad headache since last nite, feet cramping", 37.0),
    ("im 29 wks n my legs lock up evry nite", 29.0),
    ("28 weeks gone, cramp in calf", 28.0),
    ("20w pregnant, calf cramp", 20.0),
    ("I'm 35 weeks tomorrow, calf cramps", 35.0),
    ("primip 27+5, leg cramps at night", 27.0),
    ("at 33 weeks my calf cramps nightly, midwife says it's normal", 33.0),
    ("24/40 calf cramp", 24.0),
    ("I'm 38 weeks and my calf is swollen", 38.0),
    ("22 wks pregnant with cramp", 22.0),
    ("30+4 by dates, leg cramps", 30.0),
    ("due in 7 weeks with my second, calf cramp", 33.0),
    ("6 months gone, cramps in bed", 26.07),
    ("26 weeks today. Calf cramps every night.", 26.0),
]


@pytest.mark.parametrize(("text", "answer"), TOLD)
def test_weeks_of_a_pregnancy(tell: Tell, text: str, answer: str | float) -> None:
    assert tell(text).answers.get("weeks_pregnant") == answer


@pytest.mark.parametrize(
    "text",
    [
        "calf cramps for 34 weeks",
        "24 weeks on the waiting list with this leg",
        "he is 64 and gets calf cramps, 28 weeks now",
        "I'm 71, 26 weeks, calf cramps",
        "30 weeks of physio for this calf",
        "third month on the statin, calf cramps",
        "due in 3 weeks for my bloods, calf cramps",
        "my baby is 20 weeks old, calf cramps",
        "not pregnant, 22 weeks off work, calf cramps",
    ],
)
def test_weeks_of_something_else(tell: Tell, text: str) -> None:
    assert "weeks_pregnant" not in tell(text).answers


def test_weeks_alone_tell_of_a_pregnancy(tell: Tell) -> None:
    assert tell("34 wks, cramp in calf most nights").answers["pregnant"] == "pregnant now"
