"""The second reader: what sounds like a danger sign where no pattern reads it."""

from __future__ import annotations

from datetime import date

import pytest

from charley.cli.intake import explained
from charley.intake import Story, read_story
from charley.library.shelves import load_shelf
from charley.reading.telling import names_of, speller, story_of
from charley.records.library import Library
from charley.records.likeness import Likeness, Sign

DAY = date(2026, 11, 22)
MADE_UP = Likeness(
    (Sign("dark_urine", -1.0, 0.0), Sign("palpitations", -1.0, 0.5)),
    {
        "flimba": ((0, 2.0), (1, 0.4)),
        "gronk": ((0, 2.0),),
        "flimba gronk": ((0, 1.0),),
        "murba": ((1, 9.0),),
        "zzopa": ((0, -9.0),),
    },
)
"""Words that no pattern knows, so that nothing but the weights decides."""


def read(text: str, library: Library, likeness: Likeness = MADE_UP) -> Story:
    return read_story(text, library, speller(), names_of(library), DAY, likeness)


@pytest.mark.parametrize(
    "text",
    ["it was flimba gronk again", "Calves cramp at night. It was flimba, gronk."],
    ids=["in one clause", "in a sentence of a story"],
)
def test_a_passage_that_reaches_the_floor_is_a_guess_of_yes(text: str, library: Library) -> None:
    story = read(text, library)
    (guess,) = [r for r in story.readings if r.guess]
    assert (guess.what, guess.answer, guess.status) == ("dark_urine", True, "taken")
    assert story.answers["dark_urine"] is True
    assert text[guess.start : guess.end] == guess.words
    assert "flimba" in guess.words and "gronk" in guess.why


@pytest.mark.parametrize(
    "text",
    [
        "flimba today",
        "gronk. Flimba",
        "it was flimba zzopa gronk",
        "murba murba",
    ],
    ids=[
        "one word alone",
        "over the end of a sentence",
        "a word against it",
        "one word told twice, for another sign",
    ],
)
def test_what_stays_below_or_hangs_on_one_word_is_no_guess(text: str, library: Library) -> None:
    assert [r.what for r in read(text, library).readings if r.guess and r.what == "dark_urine"] == []


@pytest.mark.parametrize(
    "text",
    [
        "it was never flimba gronk",
        "if it should be flimba gronk",
        "was it flimba gronk?",
        "the lady opposite me on the ward was flimba gronk, I only have a cramp in my calf",
    ],
    ids=["denied", "supposed", "asked", "of somebody else"],
)
def test_what_is_not_said_of_the_person_now_is_set_aside(text: str, library: Library) -> None:
    story = read(text, library)
    assert "dark_urine" not in story.answers
    assert {r.status for r in story.readings if r.guess} <= {"dropped"}


def test_what_a_pattern_reads_is_never_guessed_over(library: Library) -> None:
    story = read("my wee is a normal colour and it was flimba gronk", library)
    assert story.answers["dark_urine"] is False
    assert not [r for r in story.readings if r.guess]


def test_without_a_shelf_nothing_is_guessed(library: Library) -> None:
    story = read_story("it was flimba gronk", library, speller(), names_of(library), DAY)
    assert not [r for r in story.readings if r.guess]


def test_the_shelf_guesses_danger_signs_only_and_never_a_no(library: Library) -> None:
    shelf = load_shelf("likeness", Likeness)
    assert shelf.signs
    for sign in shelf.signs:
        assert library.findings[sign.finding].section == "safety"
        assert library.findings[sign.finding].type == "yes_no"
        assert sign.start < sign.floor


def test_a_guess_is_told_as_one_and_asked_back(library: Library) -> None:
    lines = list(explained(read("it was flimba gronk", library), library))
    assert any("(a guess) (to be confirmed)" in line for line in lines)
    assert any("sounds like sayings of it: flimba, gronk" in line for line in lines)


@pytest.mark.parametrize(
    "text",
    ["Cramp in my calf at night, I stretch and it goes.", "I get cramp after football, nothing else."],
)
def test_a_plain_story_of_cramp_sounds_like_no_danger(text: str, library: Library) -> None:
    assert not [r for r in story_of(text, library, DAY).readings if r.guess and r.status == "taken"]
