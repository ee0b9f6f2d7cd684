"""The evening sessions as a calendar: floating time, one repeating entry, the same bytes each time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from charley.formats.plan.calendar import NoSessionsError, plan_calendar


def events(raw: bytes) -> list[Any]:
    return list(Calendar.from_ical(raw).walk("VEVENT"))


def test_42_evenings_and_a_day_to_look_back(plans: dict[str, Any]) -> None:
    session, back = events(plan_calendar(plans["calm"].plan))
    assert session["RRULE"] == {"FREQ": ["DAILY"], "COUNT": [42]}
    assert session.decoded("DTSTART") == datetime(2026, 11, 21, 21, 30)
    assert back.decoded("DTSTART") == datetime(2027, 1, 2, 21, 30)
    assert "10 seconds" in session["DESCRIPTION"]


def test_time_floats_without_any_zone(plans: dict[str, Any]) -> None:
    raw = plan_calendar(plans["calm"].plan).decode()
    assert "DTSTART:20261121T213000\r\n" in raw
    assert "TZID" not in raw and "VTIMEZONE" not in raw


def test_the_first_evening_and_the_time_are_arguments(plans: dict[str, Any]) -> None:
    session, back = events(plan_calendar(plans["calm"].plan, date(2026, 12, 1), time(20, 15)))
    assert session.decoded("DTSTART") == datetime(2026, 12, 1, 20, 15)
    assert back.decoded("DTSTART") - session.decoded("DTSTART") == timedelta(days=42)


def test_the_same_plan_gives_the_same_bytes_and_marks_differ_by_plan(plans: dict[str, Any]) -> None:
    plan = plans["calm"].plan
    assert plan_calendar(plan) == plan_calendar(plan)
    marks = {str(event["UID"]) for event in events(plan_calendar(plan))}
    others = {str(event["UID"]) for event in events(plan_calendar(replace(plan, id="other")))}
    assert len(marks) == 2 and marks.isdisjoint(others)
    assert not any("calm" in mark for mark in marks)


def test_a_session_reminds_and_does_not_block_the_evening(plans: dict[str, Any]) -> None:
    session = events(plan_calendar(plans["calm"].plan))[0]
    assert session["TRANSP"] == "TRANSPARENT"
    assert [alarm["ACTION"] for alarm in session.walk("VALARM")] == ["DISPLAY"]


@pytest.mark.parametrize("name", ["dark_urine_after_gym_24", "swollen_calf_after_surgery", "nothing"])
def test_a_plan_without_sessions_makes_no_calendar(plans: dict[str, Any], name: str) -> None:
    with pytest.raises(NoSessionsError):
        plan_calendar(plans[name].plan)
