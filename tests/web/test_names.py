"""Search as you type."""

from __future__ import annotations

import pytest

from charley.records.library import Library
from charley_web.names import Kind, read_name, suggest


@pytest.mark.parametrize(
    ("kind", "typed", "told", "name"),
    [
        ("medicines", "microz", "Microzide", "hydrochlorothiazide"),
        ("medicines", "bendro", "bendroflumethiazide", "bendroflumethiazide"),
        ("medicines", "Salmeterol 50 mcg", "salmeterol", "salmeterol"),
        ("conditions", "type 2", "type 2 diabetes", "type 2 diabetes"),
    ],
)
def test_what_is_typed_finds_the_name(library: Library, kind: Kind, typed: str, told: str, name: str) -> None:
    found = suggest(kind, typed, library)
    assert (told.lower(), name.lower(), False) in [(s.told.lower(), s.name.lower(), s.guess) for s in found]


def test_a_misspelt_name_is_offered_as_a_guess_and_marked(library: Library) -> None:
    (only,) = suggest("medicines", "levothyroxinn", library)
    assert (only.name, only.guess) == ("levothyroxine", True)


@pytest.mark.parametrize("typed", ["", "a", "%%%", "zzzzzzzz"])
def test_nothing_is_offered_for_what_is_no_name(library: Library, typed: str) -> None:
    assert suggest("medicines", typed, library) == ()


def test_whole_beginnings_come_before_words_within(library: Library) -> None:
    names = [s.told for s in suggest("medicines", "hydrochloro", library)]
    assert names[0] == "hydrochlorothiazide" and len(names) > 3


def test_every_suggestion_is_read_back_without_a_guess(library: Library) -> None:
    for letters in ("me", "sa", "am", "di", "th", "co"):
        for s in suggest("medicines", letters, library):
            reading = read_name("medicines", s.told, library)
            assert (reading.name, reading.guess) == (s.name, False)


def test_a_name_that_is_not_known_has_no_reading(library: Library) -> None:
    assert read_name("medicines", "magic beans", library).name == ""
