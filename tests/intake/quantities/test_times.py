"""Times and numbers in prose: as days before the date of the text, and as amounts."""

from datetime import date

import pytest

from charley.intake.quantities.numbers import find_numbers
from charley.intake.quantities.times import find_times
from charley.intake.text.tokens import tokenise

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
        ("since about March", 266, "since"),
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


# What people say, with the fewest and the most days that a careful reader would take it for.
SAYINGS = [
    ("since the back end of last year", 340, 400, "since"),
    ("since the backend of last year", 340, 400, "since"),
    ("it'll be two years come March", 600, 640, "for"),
    ("it will be three years this Christmas", 1040, 1080, "for"),
    ("it'll be a year next month", 330, 345, "for"),
    ("it'll be a week tomorrow", 6, 6, "for"),
    ("it's six weeks this Thursday", 37, 39, "for"),
    ("a year last August", 450, 490, "ago"),
    ("a year ago last August", 450, 490, "ago"),
    ("it'll be three years in January", 1040, 1060, "for"),
    ("it was two years in October", 770, 785, "for"),
    ("a good few weeks", 30, 40, "span"),
    ("a good few weeks ago", 30, 40, "ago"),
    ("for a good few years now", 1400, 2000, "for"),
    ("since my op in June", 160, 180, "since"),
    ("since the operation back in June", 160, 180, "since"),
    ("ever since I fell in September", 70, 90, "since"),
    ("since my fall last Tuesday", 5, 5, "since"),
    ("since the start of the year", 300, 330, "since"),
    ("since the beginning of this month", 15, 22, "since"),
    ("since the end of last month", 22, 30, "since"),
    ("since the start of the week", 4, 8, "since"),
    ("since the middle of last week", 8, 13, "since"),
    ("since New Year", 310, 330, "since"),
    ("since before Christmas", 325, 360, "since"),
    ("since bonfire night", 17, 17, "since"),
    ("since Remembrance Sunday", 10, 18, "since"),
    ("since lockdown", 2300, 2500, "since"),
    ("since the first lockdown", 2300, 2500, "since"),
    ("since the pandemic", 2200, 2500, "since"),
    ("since Mother's Day", 245, 260, "since"),
    ("since Father's Day", 150, 160, "since"),
    ("since the August bank holiday", 70, 115, "since"),
    ("since the bank holiday", 80, 90, "since"),
    ("since half term", 20, 32, "since"),
    ("since the clocks went back", 27, 30, "since"),
    ("since the summer holidays", 80, 140, "since"),
    ("since my twenties", 2000, 10000, "since"),
    ("since the nineties", 9000, 13000, "since"),
    ("since the 90s", 9000, 13000, "since"),
    ("since '98", 10000, 10600, "since"),
    ("back in '09", 6000, 6400, "ago"),
    ("since about 2015", 3900, 4300, "since"),
    ("these past few weeks", 20, 22, "for"),
    ("these last six months", 170, 190, "for"),
    ("the last couple of months", 60, 62, "for"),
    ("over the past 18 months", 540, 560, "for"),
    ("getting on for ten years", 3600, 3700, "for"),
    ("going on for six months", 175, 190, "for"),
    ("coming up to three years", 1090, 1100, "span"),
    ("close on twenty years", 7290, 7310, "span"),
    ("nigh on 40 years", 14000, 15000, "span"),
    ("pushing two years", 725, 735, "span"),
    ("upwards of ten years", 3600, 3700, "span"),
    ("a month of Sundays", 300, 2000, "span"),
    ("three weeks tomorrow", 20, 20, "for"),
    ("a week ago today", 7, 7, "ago"),
    ("Monday gone", 6, 6, "ago"),
    ("this Friday gone", 2, 2, "ago"),
    ("last Friday just gone", 2, 2, "ago"),
    ("the Tuesday before last", 12, 12, "ago"),
    ("the back end of October", 22, 40, "ago"),
    ("early September", 75, 85, "ago"),
    ("mid August", 95, 105, "ago"),
    ("late July", 110, 125, "ago"),
    ("in late July", 110, 125, "ago"),
    ("at the turn of the year", 310, 330, "ago"),
    ("at the end of last month", 20, 30, "ago"),
    ("earlier this month", 8, 20, "ago"),
    ("earlier this week", 2, 6, "ago"),
    ("earlier this year", 90, 250, "ago"),
    ("the latter part of last year", 330, 450, "ago"),
    ("some weeks back", 15, 40, "ago"),
    ("a couple of years since", 725, 735, "ago"),
    ("in the last 24 hours", 1, 1, "for"),
    ("48 hours ago", 2, 2, "ago"),
    ("for 2/7", 2, 2, "for"),
    ("3/12 hx", 90, 92, "for"),
    ("10 days or thereabouts", 10, 10, "span"),
    ("2-3 wks ago", 17, 18, "ago"),
    ("3wks ago", 21, 21, "ago"),
    ("for 6mths", 182, 183, "for"),
    ("five year now", 1825, 1825, "for"),
    ("about a twelvemonth", 360, 366, "span"),
    ("since yesterday teatime", 1, 2, "ago"),
    ("since last night", 0, 1, "ago"),
    ("since 4 this morning", 0, 1, "ago"),
    ("since 3am", 0, 1, "since"),
    ("since lunchtime", 0, 0.5, "since"),
    ("since breakfast", 0, 0.5, "since"),
    ("since teatime yesterday", 1, 2, "ago"),
    ("on 21/10/2026", 32, 32, "ago"),
    ("21.10.26", 32, 32, "ago"),
    ("since 2026-10-21", 32, 32, "since"),
    ("since 10/2026", 30, 55, "since"),
    ("10/21/2026", 32, 32, "ago"),
    ("3rd Oct", 50, 50, "ago"),
    ("since Oct 3rd", 50, 50, "since"),
    ("since Oct 2025", 390, 420, "since"),
    ("March of last year", 610, 635, "ago"),
    ("in March last year", 610, 635, "ago"),
    ("March just gone", 250, 270, "ago"),
    ("this March", 250, 270, "ago"),
    ("last month", 25, 45, "last"),
    ("a month back", 30, 31, "ago"),
    ("half a year ago", 180, 185, "ago"),
    ("six months or more", 180, 185, "span"),
    ("a year or two back", 540, 550, "ago"),
    ("since my teens", 2000, 10000, "since"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "least", "most", "way"), SAYINGS)
def test_people_tell_the_time_in_many_ways(text: str, least: float, most: float, way: str) -> None:
    ((found, kind),) = told(text)
    assert least <= found <= most
    assert kind == way


@pytest.mark.parametrize(
    "text",
    [
        "twice a week",
        "two weeks later",
        "I may go",
        "six weeks pregnant",
        "a 5 minute march",
        "once a week for luck",
        "I am 40",
        "I'm in my twenties",
        "the bank holiday pay",
        "every summer",
        "at breakfast",
        "I take it at lunchtime",
        "21/10",
        "BP 150/95",
        "potassium 3.1",
        "next month",
        "come March I'll be 70",
        "he's at school",
        "my life",
        "score 12.10.3",
        "the end of the day",
        "at the back of the leg",
        "due on 01/03/2027",
    ],
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
