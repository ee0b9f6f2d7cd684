"""Since when: whose a time is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

TOLD = [
    ("calf has been hard and painful since I got up", "today"),
    ("cramp L calf nocte x 2/12", "1 to 12 months ago"),
    ("6/12 hx of night cramps", "1 to 12 months ago"),
    ("calf pain 2d", "in the last week"),
    ("cramping in the legs since they put me on it in March", "1 to 12 months ago"),
    ("it's been months now, this cramp", "1 to 12 months ago"),
    ("I've put up with this calf for half a year", "1 to 12 months ago"),
    ("leg cramps from childhood", "since I was a child"),
    ("cramps ever since the op in June", "1 to 12 months ago"),
    ("calf cramps on and off since 2019", "more than a year ago"),
    ("These past few weeks my calves cramp in bed", "in the last month"),
    ("Fell on Saturday. Calf has been cramping ever since.", "in the last week"),
    ("My mother's leg has been swollen and hot since Monday.", "in the last week"),
    ("Since yesterday my left calf is swollen and hurts.", "in the last week"),
    ("Started a statin three weeks ago and the cramps came with it.", "in the last month"),
    ("GP doubled my water tablet in August, cramps began after.", "1 to 12 months ago"),
    ("Both calves, fifteen year now.", "more than a year ago"),
    ("The calf's been giving me gyp, maybe three weeks.", "in the last month"),
    ("Been 10 weeks now, calf cramps", "1 to 12 months ago"),
    ("It's only the one calf that's sore and it's been since Tuesday.", "in the last week"),
    ("Ran out of my baclofen on Friday, spasms are brutal since.", "in the last week"),
    ("Since two months in the evening left calf is catching.", "1 to 12 months ago"),
    ("cramps in calf every night this week", "in the last week"),
    ("My foot went cold and white an hour ago", "today"),
    ("R calf cramp this am", "today"),
    ("Two weeks of calf cramps, nothing before that.", "in the last month"),
    ("cramp in my feet, must be five year.", "more than a year ago"),
    ("I've been a martyr to cramp these twenty years", "more than a year ago"),
    ("Since about a fortnight I have cramp in the calf.", "in the last month"),
    ("3 days of pain in the back of my calf", "in the last week"),
    ("It's a fortnight since the cramps began", "in the last month"),
    ("First had cramp in my twenties. Comes and goes.", "more than a year ago"),
    ("Thursday night the calf went, and it's still hard", "in the last week"),
    ("Landed from Dubai on Wednesday; calf sore and tight since then.", "in the last week"),
    ("calf cramps, about three weeks. No swelling.", "in the last month"),
    ("For the last couple of months I wake with cramp", "1 to 12 months ago"),
    ("calf like a rock since Thursday", "in the last week"),
    ("Had a fall two weeks ago, cramp in that calf since.", "in the last month"),
    ("They switched me to Crestor in July and I've had cramps since.", "1 to 12 months ago"),
    ("these cramps go back ten years or more", "more than a year ago"),
    ("started Saturday, right calf", "in the last week"),
    ("3/52 of nocturnal cramps", "in the last month"),
    ("for the past four months my feet cramp in bed", "1 to 12 months ago"),
    ("just now my calf seized up out of the blue", "today"),
    ("pain in the calf x 4/7", "in the last week"),
    ("woke at 5 this morning with the calf in a knot, first time ever", "today"),
    ("Long time I have this cramp, maybe 8 years.", "more than a year ago"),
    ("The swelling in her left calf came up over two days.", "in the last week"),
    ("the leg cramps began the week after my jab, so ten days ago", "in the last month"),
    ("on and off since the summer, my calves", "1 to 12 months ago"),
    ("I get cramp in my calf. Going on three weeks.", "in the last month"),
    ("I was a boy when the cramps began", "since I was a child"),
    ("left leg double the size since yesterday", "in the last week"),
    ("my toes have been cramping since April", "1 to 12 months ago"),
    ("Calf cramps. Must be 15 years.", "more than a year ago"),
]


@pytest.mark.parametrize(("text", "answer"), TOLD)
def test_since_when(tell: Tell, text: str, answer: str | float) -> None:
    assert tell(text).answers.get("first_started") == answer


NOT_TOLD = [
    "She has been confused since yesterday. Calf cramps.",
    "cramps in the calf, none since Friday",
    "leg goes hard as wood for maybe 5 min, and it's tender",
    "my calves go into spasm every session. Diabetic since I was 9.",
    "I've smoked for forty years and my calves cramp at night",
    "diabetic since 2005, cramps in the feet at night",
    "I've been on amlodipine for three years; cramps in bed",
    "Calf cramps at night. My back went in 2010.",
    "No cramps for three weeks now, but when I got them they were in the calf",
    "I had a stent two years ago. Cramp in the calf when walking.",
    "retired last year, get cramp in the calf",
    "the cramp lasts for hours, in the calf",
    "my wife died two years ago and I get cramp at night",
    "cough for a month, cramp in my calf",
    "The cramp wakes me after two hours of sleep",
    "Type 2 for ten years, metformin. Calf cramps in bed",
    "I see the nurse in two weeks, cramp in the calf",
    "after standing for six hours my calves cramp",
    "I've had angina since 2015. My calf cramps when I walk.",
    "lived here twenty years. Cramp in the foot at night.",
    "sciatica for six months. Now tell me about calf cramp.",
    "stopped smoking two years ago, calf cramps when I walk",
    "my husband has had cramps for years, mine are only in the foot",
    "I've been taking ramipril since March, calf cramps at night",
    "the cramp wears off after a day, calf",
    "cramp free for a month",
    "fever since Monday, calf cramps",
    "my periods stopped two years ago. Cramp in the calf.",
    "the last cramp was three weeks ago, in my calf",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_the_time_of_something_else(tell: Tell, text: str) -> None:
    assert "first_started" not in tell(text).answers


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        # since then
        ("GP changed her tablets from amlodipine a month ago, cramps began after.", "in the last month"),
        ("She had a fall on Friday. Since then the calf on that leg cramps.", "in the last week"),
        ("I got new boots three weeks ago and my calves started cramping.", "in the last month"),
        ("Furosemide went up on 3/11. Since then cramping legs.", "in the last month"),
        ("Doc put me on Symbicort last month. Since then the calves cramp in bed.", "in the last month"),
        # a swollen leg is the complaint as much as a cramp is
        ("Mam is 81. Her left leg is up like a balloon since Tuesday.", "in the last week"),
        # as people and clinicians write it
        ("Cramp R calf nocte \u00d71/12.", "in the last month"),
        ("R calf pain x2d, no swelling", "in the last week"),
        ("Both calves, been going on since spring of '22.", "more than a year ago"),
        ("my calf is sore and cramps since teusday", "in the last week"),
        ("Cramps in my calf since last week", "in the last week"),
        ("my calves cramp at night, the last two, three years", "more than a year ago"),
    ],
)
def test_times_that_point_back_or_are_noted(tell: Tell, text: str, answer: str) -> None:
    assert tell(text).answers.get("first_started") == answer


@pytest.mark.parametrize(
    "text",
    [
        "I broke that ankle in 1974 and never had bother with it since. Cramp in the toes.",
        "Cramp in my calf twice last night and once the night before",
        "Pins and needles in both feet, has been for years. Cramps at night on top of it.",
        "I've sat at my desk a couple of hours, back of the thigh goes.",
        "took the new cramp tablet an hour ago and my throat is closing",
        "had a clot in 2009, nowt since. ordinary cramp in the left foot",
        "On warfarin for a clot in 2011. All cleared up long since. It's plain cramp in the calf.",
        "Leg cramps in both calves, more on the left, for 1 to 2 minutes. After that the muscle is sore.",
        "Only the right, when I point my toes in ballet, for a few seconds, the calf cramp.",
        "My first 5K is next Sunday and my calf cramps when I run.",
        "Seeing the doctor on Friday coming about the calf cramp.",
        "My kidneys are poor, they've been watching them for years, and my legs cramp.",
        "Happened again today carrying the bags. Oh and cramps at night.",
    ],
)
def test_a_time_that_is_no_beginning(tell: Tell, text: str) -> None:
    assert "first_started" not in tell(text).answers
