"""Nothing is said twice on a page, and no urgent action is lost that way."""

from __future__ import annotations

import pytest

from charley.formats.plan.said import Said


@pytest.mark.parametrize(
    ("before", "line", "rest"),
    [
        ("Ask for a heart tracing today.", "Ask for a heart tracing today.", ""),
        ("Say that you take a strong statin and when.", "Say that you take a strong statin. Bring a list.",
         "Bring a list."),
        ("Keep a diary.", "Loosen the sheets.", "Loosen the sheets."),
        ("A faint and a racing heart are bad.", "A faint, a racing heart: call an ambulance.",
         "A faint, a racing heart: call an ambulance."),
        ("Sick or runny poo for a day.", "Sick or runny poo for a day? Ask about the tablet.",
         "Sick or runny poo for a day? Ask about the tablet."),
        ("Rest.", "Rest the leg.", "Rest the leg."),
    ],
)  # fmt: skip
def test_only_what_is_new_is_left(before: str, line: str, rest: str) -> None:
    assert Said([before]).rest_of(line) == rest


def test_what_was_given_once_is_known_from_then_on() -> None:
    said = Said()
    assert said.rest_of("Take a list of your medicines along.")
    assert said.rest_of("Take a list of your medicines along.") == ""
