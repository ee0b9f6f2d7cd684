"""The cases told as stories: every id and level is known, no story stands twice, and what has been worked
with goes on being found."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from charley.records.library import Library
from charley.records.rules import Urgency
from charley.score.vignettes import score

FOLDER = Path(__file__).parents[2] / "vignettes"
SET_ASIDE = ("blind", "oblique_heldout", "stories_heldout", "stories_heldout_2", "stories_heldout_3")
FILES = ("dev", "oblique", "stories", *SET_ASIDE)
LEVELS = {level.word: level for level in Urgency}
FLOORS = {"top-3": 0.8, "emergency sensitivity": 0.85}
CEILINGS = {"under-triage": 0.08, "over-triage": 0.12}
"""Well below what `stories.json` reaches; its cases were worked with."""


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file."""
    told: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return told


@pytest.mark.parametrize("name", FILES)
def test_every_cause_is_known_and_the_safe_level_is_none_above_the_expected(
    name: str, library: Library
) -> None:
    for case in cases(name):
        named = {*case["final_ids"], *case["acceptable_ids"], *(case.get("feared_ids") or ())}
        assert named <= set(library.causes), case["id"]
        assert LEVELS[case["triage_min_safe"]] <= LEVELS[case["triage_expected"]], case["id"]


def test_no_story_stands_in_two_files() -> None:
    told = Counter(case["narrative"].strip() for name in FILES for case in cases(name))
    assert [text for text, count in told.items() if count > 1] == []


def test_ids_are_unique_in_a_file() -> None:
    for name in FILES:
        ids = [case["id"] for case in cases(name)]
        assert len(ids) == len(set(ids)), name


def test_the_stories_worked_with_go_on_being_understood(library: Library) -> None:
    report = score(cases("stories"), library, "narrative")
    shares = {name: report.measure(name) for name in (*FLOORS, *CEILINGS)}
    assert all(shares[name].hits >= least * shares[name].total for name, least in FLOORS.items()), shares
    assert all(shares[name].hits <= most * shares[name].total for name, most in CEILINGS.items()), shares
