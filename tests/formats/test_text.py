"""The answer for a terminal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from charley.assessment import Assessment
from charley.formats import to_text
from charley.formats.text import WIDTH

Assessed = Callable[[dict[str, Any]], Assessment]


def test_every_text_says_that_it_is_information_not_a_diagnosis(answers: dict[str, Assessment]) -> None:
    for name, answer in answers.items():
        assert "information, not a diagnosis" in to_text(answer), name


def test_the_urgency_stands_on_the_first_line_and_care_right_below(answers: dict[str, Assessment]) -> None:
    for name, answer in answers.items():
        first, line, care = to_text(answer).splitlines()[:3]
        assert first == answer.urgency_title.upper(), name
        assert line == "-" * len(first), name
        assert answer.advice[0].startswith(care), name


def test_no_line_is_wider_than_the_page(answers: dict[str, Assessment]) -> None:
    for name, answer in answers.items():
        assert max(map(len, to_text(answer).splitlines())) <= WIDTH, name


def test_an_open_answer_says_that_it_may_change(full: Assessment) -> None:
    assert "1 safety question is still open, so this may change." in to_text(full)
    two = replace(full, safety_questions_left=("fever", "dark_urine"))
    assert "2 safety questions are still open, so this may change." in to_text(two)
    assert "still open" not in to_text(replace(full, provisional=False, safety_questions_left=()))


def test_a_long_item_goes_on_under_itself(full: Assessment) -> None:
    text = to_text(replace(full, contradictions=("word " * 40,)))
    start = next(i for i, line in enumerate(text.splitlines()) if line.startswith("- word"))
    assert text.splitlines()[start + 1].startswith("  word")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=30))
def test_nothing_that_was_told_can_steer_the_terminal(assessed: Assessed, name: str) -> None:
    if not name.strip():
        return
    text = to_text(assessed({"id": "a", "medicines": [name], "conditions": [name]}))
    assert all(character == "\n" or character.isprintable() for character in text)
