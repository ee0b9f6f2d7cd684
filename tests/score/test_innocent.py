"""Innocent talk: what sounds like danger and is none, read as such."""

from __future__ import annotations

from pathlib import Path

import pytest

from charley.errors import InputError
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.score.innocent import hear_innocent, innocent_table, sent_at_once

FOLDER = Path(__file__).parents[2] / "vignettes"
MOST = 0.14
"""Share of the innocent texts set aside that may send somebody to be seen the same day."""

TALK = """
// a remark
A plain cramp in the calf at four in the morning, gone in a minute.

My left calf is swollen and hot since this morning.
"""


def test_every_line_is_a_story_of_its_own(library: Library) -> None:
    first, second = hear_innocent(TALK, library)
    assert (first.line, first.signs) == (3, ())
    assert (second.line, second.level >= Urgency.SAME_DAY) == (5, True)
    assert "one_leg_swollen" in second.signs


def test_the_table_counts_texts_and_names_the_signs(library: Library) -> None:
    shown = innocent_table(hear_innocent(TALK, library), misses=True)
    assert "without a danger sign: 1/2" in shown
    assert "one_leg_swollen" in shown
    assert "5: My left calf" in shown


@pytest.mark.parametrize("text", ["", "\n// only a remark\n"])
def test_a_file_without_a_text_is_refused(text: str, library: Library) -> None:
    with pytest.raises(InputError, match="holds no text"):
        hear_innocent(text, library)


def test_few_innocent_texts_alarm_anybody(library: Library) -> None:
    told = hear_innocent((FOLDER / "innocent_check.txt").read_text(encoding="utf-8"), library)
    assert sent_at_once(told).value <= MOST
