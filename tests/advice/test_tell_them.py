"""What to tell the people who help: answers as spoken sentences, the story only as quotations."""

from __future__ import annotations

import re
from datetime import date

import pytest

from charley.advice.care import by_danger
from charley.advice.plan_texts import Case
from charley.advice.tell_them import events, spoken, tell_them
from charley.assess import assess
from charley.history import History
from charley.reading import read_history
from charley.records.library import Library

TODAY = date(2026, 11, 21)
QUOTED = re.compile(r'"([^"]+)"')


def told(library: Library, **data: object) -> tuple[History, str]:
    history = read_history(data, library, TODAY)
    case = Case(history, library, assess(history, library))
    return history, tell_them(case, by_danger(case))


STORIES = [
    "My legs jump at night. The only relief I get is sitting up, so I sleep in the recliner.",
    "My left calf has hurt for four days and is swollen. It began the day after I had a termination.",
    "About ten days ago I ate grouper on holiday. Cold water burns and my lips tingle. I feel weak all over.",
    "I was sent home with magnesium tablets but I never took them. Now I'm weak all over and my heart races.",
    "I have chest pain and I'm short of breath all of a sudden. My calf is swollen after a six-hour flight.",
]


@pytest.mark.parametrize("story", STORIES)
def test_what_was_only_read_in_the_story_is_quoted_and_never_asserted(library: Library, story: str) -> None:
    _, line = told(library, age=60, text=story)
    for quote in QUOTED.findall(line):
        assert all(part.strip() in story for part in quote.split("…") if part.strip())
    rest = QUOTED.sub("", line)
    assert set(re.findall(r"\b(I am|I have|I wrote|My|It)\b", rest)) <= {"I am", "I wrote"}


@pytest.mark.parametrize(
    ("story", "event"),
    [
        (STORIES[1], "It began the day after I had a termination."),
        (STORIES[2], "About ten days ago I ate grouper on holiday."),
        (STORIES[3], "I was sent home with magnesium tablets but I never took them."),
        (STORIES[4], "My calf is swollen after a six-hour flight."),
    ],
)
def test_the_exposure_or_event_comes_first(library: Library, story: str, event: str) -> None:
    _, line = told(library, age=30, sex="female", text=story)
    assert QUOTED.findall(line)[0] == event


def test_answers_are_said_in_the_first_person(library: Library) -> None:
    _, line = told(library, age=24, findings={"dark_urine": True, "rapid_weakness": True})
    assert line.startswith("Tell them: I am 24.")
    assert "My pee is dark brown like tea or cola." in line
    assert '"' not in line


def test_a_medicine_that_only_the_story_names_is_asked_about(library: Library) -> None:
    text = "My pee is brown like cola. They once gave me simvastatin."
    _, line = told(library, age=70, medicines=["rosuvastatin"], text=text)
    assert "I take rosuvastatin." in line
    assert "I take simvastatin" not in line and "take rosuvastatin, simvastatin" not in line


def test_an_event_that_did_not_happen_is_none(library: Library) -> None:
    history = read_history(
        {"text": "I haven't had a fall. I smoke since last year. Can a jab help?"}, library, TODAY
    )
    assert events(history) == []


def test_every_danger_sign_of_the_library_can_be_said_in_the_first_person(library: Library) -> None:
    for finding in library.findings.values():
        if finding.section in ("safety", "other_signs") and finding.says_yes:
            said = spoken(finding.says_yes)
            assert not re.search(r"\byou(r|rself)?\b", said, re.IGNORECASE), said
            assert not re.search(r"\bI (are|were)\b|\bme (are|have|can|take)\b", said), said
