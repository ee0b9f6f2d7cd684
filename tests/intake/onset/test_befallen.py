"""What befell somebody dates the complaint told behind it; what comes again and again it does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

BEGAN = [
    ("Came off my horse on Sunday and my thigh has been cramping and it hurts to sit", "in the last week"),
    ("Did a spin class yesterday. Thighs cramping like mad and swollen", "in the last week"),
    ("Stung by something in the long grass this morning, now my legs are cramping", "today"),
    ("The doctor upped my statin eight weeks ago. Since then my calves are crampy", "1 to 12 months ago"),
    ("Started a water tablet, indapamide, in May and within a week my calf cramped", "1 to 12 months ago"),
]
NOT_SO = [
    "I ran a race last week. My calf cramps most nights, always has",
    "I had a DVT in the left leg in 2016, on apixaban ever since. This cramp is in the other one",
    "My water tablet was halved last month and the cramps come less",
    "I've had cramp in my calf for years. I fell on Sunday",
]


@pytest.mark.parametrize(("text", "answer"), BEGAN)
def test_what_befell_dates_what_hurts_behind_it(tell: Tell, text: str, answer: str) -> None:
    assert tell(text).answers.get("first_started") == answer


@pytest.mark.parametrize("text", NOT_SO)
def test_it_dates_nothing_that_comes_round_or_was_there_before(tell: Tell, text: str) -> None:
    assert tell(text).answers.get("first_started") in (None, "more than a year ago")
