"""The evening sessions as a calendar file: floating local time, so that they stay in the evening anywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import Any

from charley.advice.plan import Plan, Sessions

EVENING = time(21, 30)
SESSION = timedelta(minutes=5)
LOOK_BACK = timedelta(minutes=15)
PRODUCT = "-//Charley//plan//EN"


class NoSessionsError(ValueError):
    """The plan has no evening sessions: somebody has to be seen, or something has to be checked first."""


def plan_calendar(plan: Plan, begin: date | None = None, at: time = EVENING) -> bytes:
    """The plan's sessions from the evening of `begin` (the day of the plan) on, and the day to look back.

    One repeating entry, which a calendar can move as a whole or for one evening. No time zone: the time
    holds wherever the person is. The same plan gives the same bytes. Raises NoSessionsError.
    """
    from icalendar import Calendar  # type: ignore[import-untyped]

    if plan.sessions is None:
        raise NoSessionsError(plan.title)
    first = datetime.combine(begin or plan.on, at)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(_session(plan, plan.sessions, first))
    calendar.add_component(_look_back(plan, first + timedelta(days=plan.sessions.nights)))
    return bytes(calendar.to_ical())


def _session(plan: Plan, sessions: Sessions, first: datetime) -> Any:
    from icalendar import Alarm, vRecur

    event = _event(plan, "session", first, first + SESSION)
    event.add("summary", sessions.title)
    event.add("description", "\n".join((*sessions.lines, plan.information)))
    event.add("rrule", vRecur(freq="daily", count=sessions.nights))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", sessions.title)
    alarm.add("trigger", timedelta(0))
    event.add_component(alarm)
    return event


def _look_back(plan: Plan, when: datetime) -> Any:
    event = _event(plan, "look-back", when, when + LOOK_BACK)
    event.add("summary", "Look back at your cramp diary")
    text = (
        "Are there fewer or milder cramps? If not, the stretches are not for you: ask your doctor or nurse."
    )
    event.add("description", f"{text}\n{plan.information}")
    return event


def _event(plan: Plan, what: str, begin: datetime, end: datetime) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{_mark(plan, what, begin)}@charley")
    event.add("dtstamp", datetime.combine(plan.on, time(0), UTC))
    event.add("dtstart", begin)
    event.add("dtend", end)
    event.add("transp", "TRANSPARENT")
    return event


def _mark(plan: Plan, what: str, begin: datetime) -> str:
    """A mark of the entry that says nothing of the person: the same for the same plan and evening."""
    told = "\n".join((plan.id, plan.on.isoformat(), plan.library_fingerprint, what, begin.isoformat()))
    return sha256(told.encode()).hexdigest()[:32]
