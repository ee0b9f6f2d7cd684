"""The simulated interview: what it asks, when it stops, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from charley.errors import InputError
from charley.records.library import Library
from charley.score.interviewing import MOST_PAGES, simulate, walk

ROOT = Path(__file__).parents[2]
STORIES: list[dict[str, Any]] = json.loads((ROOT / "vignettes" / "dev.json").read_text(encoding="utf-8"))


def story(id_: str) -> dict[str, Any]:
    return next(entry for entry in STORIES if entry["id"] == id_)


def test_an_emergency_ends_the_interview_at_once(library: Library) -> None:
    found = walk(
        {"id": "x", "age": 60, "findings": {"saddle_numb": True}, "final_ids": ["cauda_equina"]}, library
    )
    assert found.emergency
    assert found.questions == 0


def test_an_ordinary_story_is_walked_to_its_end(library: Library) -> None:
    calm = next(s for s in STORIES if s["triage_expected"] in ("self_care", "routine"))
    found = walk(calm, library)
    assert not found.emergency
    assert 0 < found.questions < found.pages < MOST_PAGES


def test_a_story_that_says_nothing_is_asked_about_everything_once(library: Library) -> None:
    found = walk({"id": "silent", "findings": {}}, library)
    assert found.pages < MOST_PAGES
    assert not found.hit


@pytest.mark.parametrize("wrong", [{}, [], "text", [1], [{"age": 5}]])
def test_what_is_no_list_of_vignettes_is_refused(library: Library, wrong: object) -> None:
    with pytest.raises(InputError, match="vignettes"):
        simulate(wrong, library)


def test_the_table_counts_what_was_walked(library: Library) -> None:
    lines = simulate([story("v002")], library).table().splitlines()
    assert lines[0].startswith("1 interviews")
    assert "median" in lines[1]
