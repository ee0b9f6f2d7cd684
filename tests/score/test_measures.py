"""Proportions with Wilson intervals, against published values."""

from __future__ import annotations

from decimal import Decimal, getcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.score.measures import Proportion, proportion


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        (81, 263, "0.2553", "0.3662"),
        (15, 148, "0.0624", "0.1605"),
        (0, 20, "0.0000", "0.1611"),
        (1, 29, "0.0061", "0.1718"),
    ],
    ids=["81 of 263", "15 of 148", "none of 20", "1 of 29"],
)
def test_the_interval_is_the_published_one(hits: int, total: int, low: str, high: str) -> None:
    """Newcombe RG. Stat Med 1998;17:857-872, table I, method 3 (score without continuity correction)."""
    assert tuple(f"{end:.4f}" for end in Proportion(hits, total).interval) == (low, high)


cases = st.integers(1, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))


@given(cases)
def test_both_ends_solve_the_score_equation(case: tuple[int, int]) -> None:
    """Wilson's own definition: (p - x)^2 = z^2 x (1 - x) / n at both ends x, in decimal arithmetic."""
    hits, total = case
    getcontext().prec = 40
    share = Decimal(hits) / total
    z2 = Decimal("1.959963984540054") ** 2
    for end in map(Decimal, Proportion(hits, total).interval):
        assert abs((share - end) ** 2 - z2 * end * (1 - end) / total) < Decimal("1e-12")


@given(cases)
def test_the_interval_holds_the_share_and_turns_round_with_it(case: tuple[int, int]) -> None:
    hits, total = case
    low, high = Proportion(hits, total).interval
    assert 0 <= low <= hits / total <= high <= 1
    other_low, other_high = Proportion(total - hits, total).interval
    assert (low, high) == pytest.approx((1 - other_high, 1 - other_low))


def test_nothing_to_count_is_no_share_and_says_so() -> None:
    nothing = proportion([])
    assert nothing.interval == (0.0, 1.0)
    assert nothing.value != nothing.value  # not a number
    assert str(nothing) == "no case"


def test_a_share_reads_as_count_percent_and_interval() -> None:
    assert str(proportion([True] * 3 + [False])) == "3/4 = 75% (30% to 95%)"
