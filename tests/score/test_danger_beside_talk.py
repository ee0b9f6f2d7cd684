"""A plain sign of danger is read with everyday talk beside it as well: sport, work, weather, family."""

from __future__ import annotations

import random
from pathlib import Path

from charley.reading import read_history
from charley.records.library import Library
from charley.score.sayings import Saying, parse_sayings

FOLDER = Path(__file__).parents[2] / "vignettes" / "sayings"
TALK = (
    "I was at the gym on Monday and {}",
    "{}, on my feet all day at work",
    "had the runs last week, {}",
    "{}, my mum says it's nothing",
    "cramp in the calf, {}",
    "{}, I work nights at the warehouse and I run",
    "we were in the snow and {}",
)
LONGEST, SHARE, LEAST = 90, 0.08, 0.92
"""Characters of a plain saying, how many of them are tried, and how many of the texts must be read so."""


def plain_dangers(library: Library) -> list[Saying]:
    told = (
        one
        for file in sorted(FOLDER.glob("lex?.txt"))
        for one in parse_sayings(file.read_text("utf-8"), library)
    )
    dangers = [
        one
        for one in told
        if one.wanted
        and one.answer == "yes"
        and library.findings[one.finding].section == "safety"
        and len(one.text) < LONGEST
    ]
    return random.Random(20261122).sample(dangers, round(SHARE * len(dangers)))


def test_everyday_talk_hides_no_danger(library: Library) -> None:
    told = [(one, talk.format(one.text)) for one in plain_dangers(library) for talk in TALK]
    read = [
        read_history({"text": text, "date": "2026-11-22"}, library).answers.get(one.finding) is True
        for one, text in told
    ]
    assert sum(read) / len(read) >= LEAST
