"""Scripts: how they are written, timed and spoken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.advice.script import Writer, clock_text, reading_time, spoken


@given(st.lists(st.integers(1, 500)))
def test_lines_follow_one_another(lengths: list[int]) -> None:
    writer = Writer()
    for seconds in lengths:
        writer.add(seconds, "say", "words")
    script = writer.script("a", "A", "The end.")
    assert script.total == sum(lengths)
    assert [line.second for line in script.lines] == [sum(lengths[:n]) for n in range(len(lengths) + 1)]


def test_a_hold_is_spoken_with_its_count_and_checks_with_their_line() -> None:
    writer = Writer()
    writer.add(10, "hold", "Lean in.", repetition=2, of=3)
    writer.add(5, "stretch", "Pull.", checks=["Leave this out with: dialysis."])
    assert spoken(writer.script("a", "A", "Done.")) == [
        (0, "2 of 3: Lean in."),
        (10, "Pull. Leave this out with: dialysis."),
        (15, "Done."),
    ]


@pytest.mark.parametrize(("second", "text"), [(0, "0:00"), (75, "1:15"), (600, "10:00"), (3601, "60:01")])
def test_clock(second: int, text: str) -> None:
    assert clock_text(second) == text


def test_reading_takes_time_by_the_word() -> None:
    assert reading_time("one") == 3
    assert reading_time(" ".join(["word"] * 50)) == 20
