"""Times and numbers in prose: as days before the date of the text, and as amounts."""

from datetime import date

import pytest

from charley.intake.numbers import find_numbers
from charley.intake.times import find_times
from charley.intake.tokens import tokenise

DAY = date(2026, 11, 22)  # a Sunday


def told(text: str, today: date | None = DAY) -> list[tuple[float, str]]:
    tokens = tokenise(text).items
    return [(when.days, when.way) for when in find_times(tokens, find_numbers(tokens), today)]


@pytest.mark.parametrize(
    ("text", "days", "way"),
    [
        ("about three weeks back", 21, "ago"),
        ("a week last Tuesday", 12, "ago"),
        ("the day before yesterday", 2.5, "ago"),
        ("a fortnight ago", 14, "ago"),
        ("for the best part of a decade", 3652.5, "for"),
        ("for going on two years", 730, "for"),
        ("two weeks now", 14, "for"),
        ("this past week", 6, "for"),
        ("since about the end of March", 266, "since"),
        ("since just after Easter", 226, "since"),
        ("on 3rd October", 50, "ago"),
        ("since the 5th", 17, "since"),
        ("since the weekend", 1, "since"),
        ("onset 8/12 ago", 243.2, "ago"),
        ("must be a year and a half", 547.5, "span"),
        ("three months of this", 91.2, "span"),
    ],
)
def test_a_time_is_told_in_days(text: str, days: float, way: str) -> None:
    ((found, kind),) = told(text)
    assert found == pytest.approx(days)
    assert kind == way


@pytest.mark.parametrize(
    "text", ["twice a week", "two weeks later", "I may go", "six weeks pregnant", "a 5 minute march"]
)
def test_no_time_is_told(text: str) -> None:
    assert told(text) == []


def test_without_a_date_a_month_lies_some_months_back() -> None:
    assert told("since March", None) == [(150.0, "since")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7 and a half months", 7.5),
        ("7½ months", 7.5),
        ("two, maybe three nights", 2.5),
        ("between four and six nights", 5),
        ("two or even three", 2.5),
    ],
)
def test_halves_and_hedged_ranges_are_one_number(text: str, value: float) -> None:
    (amount,) = find_numbers(tokenise(text).items)
    assert amount.value == value
