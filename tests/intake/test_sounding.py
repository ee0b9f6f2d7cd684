"""Sentences that sound like a sign of danger by their words, where no pattern read one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from charley.intake import Reading, read_story
from charley.intake.sounding import MOST, STORY, WHY
from charley.intake.text.chart import Speller
from charley.reading.telling import names_of, speller
from charley.records.lexicon import Sounds
from charley.records.library import Library

DAY = date(2026, 11, 22)
HEARD = ("zorble", "quaddle", "frimp", "snooker")
SOUNDS = Sounds(
    dict.fromkeys(HEARD, 5.0),
    {
        "zorble": (("breathless_sudden", 2.0), ("fever", 0.5)),
        "quaddle": (("fever", 0.5),),
        "frimp": (("calf_difference_cm", 9.0),),
    },
)
PLAIN = (
    "I am 52 and work in an office in town. Most evenings I get a cramp in my calf, which I stretch away on "
    "the stairs before I go to bed. I drink enough and I walk to work. My wife says I should ask somebody."
)
ODD = "On Tuesday I began to zorble and quaddle on the landing."

Sounded = Callable[[str], list[Reading]]


@pytest.fixture(scope="module")
def sounded(library: Library) -> Sounded:
    """What a second look reads in a text, with made-up words that sound like danger."""
    words = Speller(replace(speller().lexicon, sounds=SOUNDS))

    def tell(text: str) -> list[Reading]:
        story = read_story(text, library, words, names_of(library), DAY)
        return [reading for reading in story.readings if reading.why.startswith(WHY)]

    return tell


def test_a_sentence_that_sounds_like_a_sign_is_read_as_the_likeliest(sounded: Sounded) -> None:
    [reading] = sounded(f"{PLAIN} {ODD}")
    assert (reading.what, reading.answer, reading.status) == ("breathless_sudden", True, "taken")
    assert reading.words == ODD.removesuffix(".")
    assert "zorble" in reading.why and reading.guess


def test_plain_talk_sounds_like_nothing(sounded: Sounded) -> None:
    assert sounded(PLAIN) == []


def test_a_short_text_is_left_to_the_patterns(sounded: Sounded) -> None:
    assert len(ODD.split()) < STORY
    assert sounded(ODD) == []


@pytest.mark.parametrize(
    "told",
    [
        "On Tuesday my neighbour began to zorble and quaddle on his landing.",
        "What if I began to zorble and quaddle on the landing some day?",
        "Zorble quaddle.",
        "On Tuesday I began to frimp and snooker on the landing.",
    ],
)
def test_what_somebody_else_did_is_feared_short_or_no_yes_or_no_is_not_read(
    sounded: Sounded, told: str
) -> None:
    assert sounded(f"{PLAIN} {told}") == []


@pytest.mark.parametrize(
    "told",
    [
        f"{ODD} I am short of breath since this morning.",
        f"I am not short of breath. {ODD}",
        "On Tuesday I began to zorble and quaddle and my left calf is swollen.",
    ],
)
def test_a_sign_that_was_read_or_denied_or_a_sentence_that_tells_one_is_left(
    sounded: Sounded, told: str
) -> None:
    assert sounded(f"{PLAIN} {told}") == []


FAINT = dict.fromkeys(("grimble", "wattle", "brindle", "sprock", "flimmer"), 4.4)
FAINT_SIGNS = {"grimble": "breathless_sudden", "wattle": "fever", "brindle": "one_leg_swollen"}
EVEN = "I went out for the paper and {} and came home again"
GRAVE_STORY = f"I am not myself. {EVEN.format('grimble')}. {EVEN.format('wattle')}. {EVEN.format('brindle')}."
MORE = "The clock on the wall said sprock, then flimmer, sprock, flimmer."
"""Each sentence sounds a little like danger, and the more of such words a story has, the graver it sounds."""


@pytest.fixture(scope="module")
def faintly(library: Library) -> Callable[[str], list[str]]:
    """The signs of a second look where single sentences sound like little."""
    signs = {word: ((finding, 1.0),) for word, finding in FAINT_SIGNS.items()}
    words = Speller(replace(speller().lexicon, sounds=Sounds(FAINT, signs)))

    def tell(text: str) -> list[str]:
        story = read_story(text, library, words, names_of(library), DAY)
        return [reading.what for reading in story.readings if reading.why.startswith(WHY)]

    return tell


def test_in_a_story_that_sounds_grave_two_likely_sentences_at_most_are_taken(
    faintly: Callable[[str], list[str]],
) -> None:
    assert len(faintly(f"{GRAVE_STORY} {MORE}")) == MOST


def test_the_same_sentences_are_left_in_a_story_that_does_not(faintly: Callable[[str], list[str]]) -> None:
    plain = "Then I read the news, fed the hens, swept the yard and rang my sister about her garden."
    assert faintly(f"{EVEN.format('grimble')}. {plain} {PLAIN}") == []


@pytest.mark.parametrize(
    ("told", "signs"), [("It is a cramp in my left calf at night", 1), ("It is a thing in my life", 2)]
)
def test_a_sentence_that_told_of_the_cramp_was_understood(
    faintly: Callable[[str], list[str]], told: str, signs: int
) -> None:
    assert len(faintly(f"{EVEN.format('grimble')}. {told}, wattle. {EVEN.format('sprock')}. {MORE}")) == signs


def test_the_lexicon_holds_counts_and_plain_words_of_danger_weigh_more(library: Library) -> None:
    sounds = speller().lexicon.sounds
    assert sounds.words["cola"] > 1 > 0 > sounds.words["bananas"]
    assert all(finding in library.findings for signs in sounds.signs.values() for finding, _ in signs)
