"""The files of sayings: readable, and those set aside are read as well as the last release read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from charley.records.library import Library
from charley.score.sayings import CATALOGUES, hear, parse_sayings

FOLDER = Path(__file__).parents[2] / "vignettes" / "sayings"
FILES = sorted(FOLDER.glob("*.txt"))
CHECKS = [file for file in FILES if file.stem.endswith("_check")]
LEAST = {"lex": (0.84, 0.84), "obl": (0.25, 0.84)}
"""Shares of the set-aside sayings that must be read so, and of those that must not be: of plain ones, and of
those told obliquely, one by one."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_heading_names_a_finding_and_one_of_its_answers(file: Path, library: Library) -> None:
    sayings = parse_sayings(file.read_text(encoding="utf-8"), library)
    assert sayings
    for finding, answer in sorted({(one.finding, one.answer) for one in sayings}):
        known = library.findings[finding]
        options = {option.value for option in known.options}
        if known.type == "yes_no":
            assert answer in ("yes", "no"), (finding, answer)
        elif options and finding not in CATALOGUES:
            assert answer in options | {"none"}, (finding, answer)


def test_every_block_has_sayings_set_aside() -> None:
    blocks = {f"lex{block}" for block in "ABCDEF"} | {f"oblique_{block}" for block in "1234"}
    assert {file.stem.removesuffix("_check") for file in CHECKS} == blocks


@pytest.mark.parametrize("file", CHECKS, ids=lambda file: file.stem)
def test_sayings_set_aside_are_read_and_their_neighbours_are_not(file: Path, library: Library) -> None:
    heard = hear(parse_sayings(file.read_text(encoding="utf-8"), library), library)
    for wanted, least in zip((True, False), LEAST[file.stem[:3]], strict=True):
        right = [one.right for one in heard if one.saying.wanted is wanted]
        assert sum(right) / len(right) >= least


NEAR_MISSES = [file for file in FILES if file.stem.startswith("near_")]
MOST_MISREAD = 0.02
"""Of the near misses, and of the true sayings beside them, file by file."""


@pytest.mark.parametrize("file", NEAR_MISSES, ids=lambda file: file.stem)
def test_near_misses_stay_unread_and_what_stands_beside_them_is_read(file: Path, library: Library) -> None:
    heard = hear(parse_sayings(file.read_text(encoding="utf-8"), library), library)
    for wanted in (True, False):
        wrong = [one.saying.text for one in heard if one.saying.wanted is wanted and not one.right]
        told = sum(one.saying.wanted is wanted for one in heard)
        assert len(wrong) <= MOST_MISREAD * told, wrong


MOST_REASSURED = 0.01
LEAST_TOLD_APART = 0.84
"""Of dangers told beside a denial of something else, and of a danger's words that tell none."""


def test_no_danger_beside_another_denial_is_read_as_a_no(library: Library) -> None:
    text = (FOLDER / "beside.txt").read_text(encoding="utf-8")
    heard = hear(parse_sayings(text, library), library)
    told = [one for one in heard if one.saying.wanted]
    reassured = [one.saying.text for one in told if one.read.get(one.saying.finding) is False]
    assert len(reassured) <= MOST_REASSURED * len(told), reassured
    for wanted in (True, False):
        right = [one.right for one in heard if one.saying.wanted is wanted]
        assert sum(right) / len(right) >= LEAST_TOLD_APART


LEAST_BESIDE = 0.9
"""Of dangers told beside everyday details; those that are asked in pregnancy only are among them."""


def test_a_danger_beside_everyday_details_is_told_and_never_a_no(library: Library) -> None:
    text = (FOLDER / "everyday.txt").read_text(encoding="utf-8")
    heard = hear(parse_sayings(text, library), library)
    assert not [one.saying.text for one in heard if one.read.get(one.saying.finding) is False]
    assert sum(one.right for one in heard) / len(heard) >= LEAST_BESIDE
