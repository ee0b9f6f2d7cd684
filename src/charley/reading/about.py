"""Who a History is about: id, date, age, sex and pregnancy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import isfinite
from typing import Any, TypeGuard

from charley.reading.desk import Desk
from charley.reading.messages import short

SEXES = {
    "female": "female",
    "male": "male",
    "f": "female",
    "m": "male",
    "intersex": "intersex or not sure",
    "other": None,
}
MOST_ID = 200


def read_about(data: Mapping[str, Any], desk: Desk) -> None:
    """Take id, date, age, sex and pregnancy."""
    told = data.get("id")
    id_ = "" if told is None else read_id(told)
    if id_ is None:
        desk.fault("id", f"{short(told)} is no id", "Give a short text.")
    desk.id = id_ or ""
    desk.date = read_date(data.get("date"), "date", desk)
    _age(data.get("age"), desk)
    _sex(data.get("sex"), desk)
    pregnant = data.get("pregnant")
    if pregnant is not None and not isinstance(pregnant, bool):
        desk.fault("pregnant", f"{short(pregnant)} is neither true nor false", "Leave it out when unknown.")
    else:
        desk.pregnant = pregnant


def read_id(value: object) -> str | None:
    """An id as text; None when the value is no id."""
    if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() <= 64:
        return str(value)
    is_id = isinstance(value, str) and len(value) <= MOST_ID and value.isprintable()
    return str(value) if is_id else None


def read_date(value: object, where: str, desk: Desk) -> date | None:
    """A day that is not in the future, or None."""
    if value is None:
        return None
    try:
        told = date.fromisoformat(str(value) if isinstance(value, str | date) else "")
    except ValueError:
        desk.fault(where, f"{short(value)} is no date", "Write it like 2026-11-21.")
        return None
    if desk.today is not None and told > desk.today:
        desk.fault(where, f"{told.isoformat()} lies in the future", f"Today is {desk.today.isoformat()}.")
    return told


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether a value is a number that can be computed with: no truth value, no infinity."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return isfinite(value)
    except OverflowError:
        return False


def _age(value: object, desk: Desk) -> None:
    if value is None:
        return
    if not is_number(value):
        desk.fault("age", f"{short(value)} is no number", "Give the age in years.")
    elif not 0 <= value <= 120:
        desk.fault("age", f"{short(value)} is no age of a living person", "Give years from 0 to 120.")
    else:
        desk.set_age(float(value), "age")


def _sex(value: object, desk: Desk) -> None:
    if value is None:
        return
    if not isinstance(value, str) or value.strip().lower() not in SEXES:
        desk.fault("sex", f"{short(value)} is not known here", "Give female, male or intersex.")
        return
    sex = SEXES[value.strip().lower()]
    if sex is None:
        desk.not_understood("sex", f"{short(value)} tells us no sex at birth")
    else:
        desk.set_sex(sex)
