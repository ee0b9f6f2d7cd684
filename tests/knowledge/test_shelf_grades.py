"""The reading age of what people see, measured over every shelf of advice and over whole plans."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from charley.advice.exercises import exercises, programmes
from charley.advice.plan import make_plan
from charley.advice.reading_grade import reading_age, words_of
from charley.advice.relief import relief_shelf
from charley.assess import assess
from charley.formats.plan.sections import plan_sections
from charley.library import load
from charley.library.shelves import load_shelf
from charley.reading import read_history
from charley.records.claims import Claims

ON_AVERAGE, AT_MOST = 11.0, 14.0
LONG_ENOUGH = 20
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))


def claims() -> Iterator[tuple[str, list[str]]]:
    shelf: Claims = load_shelf("claims", Claims)
    for card in shelf.cards.values():
        yield card.id, [card.asks, card.harm, card.if_taken, card.safer, card.why]


def movement() -> Iterator[tuple[str, list[str]]]:
    for exercise in exercises().values():
        bars = [bar.because for bar in exercise.not_for]
        cues = [exercise.cues.ready, exercise.cues.hold, exercise.cues.rest]
        yield (
            exercise.id,
            [exercise.summary, *exercise.steps, exercise.feel, *exercise.cautions, *bars, *cues],
        )
    for programme in programmes().values():
        told = [
            programme.summary,
            programme.when,
            programme.expect,
            programme.stop_if,
            programme.evidence.says,
        ]
        yield programme.id, told


def first_aid() -> Iterator[tuple[str, list[str]]]:
    shelf = relief_shelf()
    yield "steps", [text for step in shelf.steps.values() for text in (step.say, step.more)]
    yield "danger", [text for danger in shelf.danger.values() for text in (danger.ask, danger.do)]
    yield (
        "warnings",
        [text for warning in shelf.warnings.values() for text in (warning.says, warning.because)],
    )


@cache
def plans() -> list[tuple[str, list[str]]]:
    """The plan of every example, line by line."""
    library, day = load(), date(2026, 11, 21)
    made = []
    for example in EXAMPLES:
        history = read_history(json.loads(example.read_text("utf-8")), library, day)
        plan = make_plan(history, library, assess(history, library), day)
        about = {"About this plan", "What is likely behind it"}
        lines = [
            line.strip().removeprefix("- ")
            for section in plan_sections(plan)
            if section.title not in about
            for line in section.lines
        ]
        made.append((example.stem, lines))
    return made


def joined(texts: list[str]) -> str:
    return " ".join(text if text[-1] in ".?!:" else f"{text}." for text in texts if text)


SHELVES = {"claims": claims, "movement": movement, "first_aid": first_aid, "plans": plans}


@pytest.mark.parametrize("shelf", SHELVES)
def test_reading_age_of_a_shelf(shelf: str) -> None:
    entries = list(SHELVES[shelf]())
    assert entries
    assert reading_age(joined([text for _, texts in entries for text in texts])) <= ON_AVERAGE
    hard = {
        id_: round(reading_age(joined(texts)), 1)
        for id_, texts in entries
        if len(words_of(joined(texts))) >= LONG_ENOUGH and reading_age(joined(texts)) > AT_MOST
    }
    assert hard == {}
