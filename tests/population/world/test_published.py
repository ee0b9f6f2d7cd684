"""The table of published figures: its rule of tolerance, its verdicts, and what it hides: nothing."""

from __future__ import annotations

from math import exp, log, sqrt

import pytest

from charley.library import load
from charley.library.shelves import load_shelf
from charley.population.world.published import (
    ENOUGH,
    PEOPLE,
    SEED,
    Row,
    Spread,
    as_text,
    compare,
    spread,
    summary,
    tolerance,
)
from charley.records.numbers import Number
from charley.records.published import Measure, Published, PublishedFigure, Repeats

PUBLISHED = load_shelf("published", Published)
LIBRARY = load()


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return compare(LIBRARY, PUBLISHED, PEOPLE, SEED)


def _figure(
    value: float, low: float, high: float, scale: str, people: int = 0, elsewhere: bool = True
) -> PublishedFigure:
    number = Number(value, low, high, "stated")
    return PublishedFigure("x", "x", number, scale, people, elsewhere, False, Measure("share", "any"))  # type: ignore[arg-type]


def test_nine_in_ten_published_figures_are_hit(rows: list[Row]) -> None:
    hits, counted = summary(rows)
    assert hits / counted >= ENOUGH


def test_other_people_give_nearly_the_same_verdicts(rows: list[Row]) -> None:
    """The seed decides a row or two at the edge of a tolerance, no more."""
    other = compare(LIBRARY, PUBLISHED, 60_000, 12)
    assert sum(one.hit != two.hit for one, two in zip(rows, other, strict=True)) <= 5


def test_every_row_is_printed_with_its_verdict_and_its_source(rows: list[Row]) -> None:
    page = as_text(rows, PUBLISHED, PEOPLE, SEED)
    lines = page.splitlines()[6:]
    for row, line in zip(rows, lines, strict=False):
        assert line.startswith(row.figure.says)
        assert row.figure.number.source in line
        assert ("hit" in line) == row.hit
        assert row.hit or "MISS" in line or "not counted" in line
    hits, counted = summary(rows)
    assert f"{hits} of {counted} rows hit" in page


def test_what_cannot_be_expressed_is_a_miss_unless_it_is_about_other_people(rows: list[Row]) -> None:
    silent = [row for row in rows if row.value is None]
    assert silent and all(row.figure.not_expressible and not row.hit for row in silent)
    assert {row.counts for row in silent} == {True, False}
    assert all(row.counts for row in rows if row.value is not None)


def test_a_share_elsewhere_is_held_to_a_prediction_interval() -> None:
    """n = 100, p = 0.5: standard error 0.2 on the logit; t of 10 degrees is 2.228."""
    low, high = tolerance(_figure(0.5, 0.5, 0.5, "share", 100), Spread(0.4, 10))
    reach = 2.2281 * sqrt(0.2**2 + 0.4**2)
    assert low == pytest.approx(1 / (1 + exp(reach)), rel=1e-4)
    assert high == pytest.approx(1 / (1 + exp(-reach)), rel=1e-4)


def test_a_figure_of_the_same_people_has_its_own_interval_only() -> None:
    low, high = tolerance(_figure(2.0, 1.5, 2.6667, "ratio", elsewhere=False), Spread(0.9, 10))
    assert (low, high) == pytest.approx((1.5, 2.6667), rel=1e-3)


def test_no_figure_is_held_to_more_than_its_last_digit() -> None:
    low, high = tolerance(_figure(0.06, 0.06, 0.06, "share", 1_000_000, elsewhere=False), Spread(0.0, 5))
    assert (low, high) == pytest.approx((0.055, 0.065))


def test_a_bare_odds_ratio_has_the_least_error_its_people_allow() -> None:
    low, high = tolerance(_figure(2.5, 2.5, 2.5, "ratio", 100), Spread(0.0, 1_000))
    assert log(high / 2.5) == pytest.approx(log(2.5 / low)) == pytest.approx(1.962 * 0.4, rel=1e-2)


def test_the_spread_is_the_median_of_standard_deviations() -> None:
    def group(*values: float) -> Repeats:
        return Repeats("x", "ratio", tuple(Number(v, v, v, "stated") for v in values))

    found = spread([group(1, exp(1)), group(1, exp(2)), group(1, exp(6))], "ratio")
    assert found.deviation == pytest.approx(2 / sqrt(2)) and found.degrees == 3


def test_every_figure_rests_on_a_source_that_was_read() -> None:
    for figure in PUBLISHED.figures:
        assert LIBRARY.sources[figure.number.source].seen and figure.number.where
