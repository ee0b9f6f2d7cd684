"""Leaks: how common an answer is among people whose cause says nothing of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.library.leaks import LEAST_SHARE, leak, with_leaks
from charley.records.library import Library

SHARES = st.lists(st.tuples(st.floats(0.001, 0.15), st.floats(0, 1)), min_size=1, max_size=6)


@given(SHARES, st.floats(0.001, 0.99))
def test_naming_causes_and_leak_together_make_the_background(
    named: list[tuple[float, float]], of_others: float
) -> None:
    share = sum(part for part, _ in named)
    background = sum(part * chance for part, chance in named) + (1 - share) * of_others
    expected = max(of_others, LEAST_SHARE * background)
    assert leak(background, named) == pytest.approx(expected)


@given(st.floats(0, 1))
def test_without_a_cause_that_names_it_the_leak_is_the_background(background: float) -> None:
    assert leak(background, []) == background


@given(st.floats(0, 1), SHARES)
def test_a_leak_stays_a_chance_and_a_fair_part_of_its_background(
    background: float, named: list[tuple[float, float]]
) -> None:
    assert LEAST_SHARE * background <= leak(background, named) <= 0.999


def test_when_every_cause_names_it_nobody_is_left_for_a_leak() -> None:
    assert leak(0.3, [(0.6, 0.2), (0.4, 0.9)]) == 0.3


def test_the_shares_are_those_of_the_priors(mini: Library) -> None:
    knot = mini.causes["night_cramps"].evidence[1]
    assert knot.leak == knot.background.value, "a feature of a true cramp keeps its background"
    swollen = mini.causes["clot"].evidence[0]
    share = 10 / (10 + 400)
    assert swollen.leak == pytest.approx((0.1 - share * 0.7) / (1 - share))


def test_causes_that_name_the_same_answer_share_its_leak(mini: Library) -> None:
    both = {"a": mini.causes["clot"], "b": mini.causes["clot"]}
    (first,), (second,) = (cause.evidence for cause in with_leaks(both, ()).values())
    assert first.leak == second.leak == first.background.value, "together they are everybody"
