"""The one way in: a JSON object as told becomes a History, or every fault at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeGuard

from charley.errors import Fault, InputError
from charley.history import History
from charley.reading.about import is_number, read_about, read_date
from charley.reading.answers import MOST_ENTRIES, is_doubt
from charley.reading.desk import LIST_FINDINGS, Desk
from charley.reading.laboratory import Told
from charley.reading.messages import nearest, place, short
from charley.reading.since import read_since
from charley.records.library import Library

KEYS = (
    "id",
    "date",
    "age",
    "sex",
    "pregnant",
    "findings",
    "conditions",
    "medicines",
    "labs",
    "text",
    "corrected",
)
MEDICINE_KEYS = ("name", "since")
LAB_KEYS = ("name", "value", "unit", "date")
MOST_KEYS = 1_000
MOST_NAME = 200
MOST_TEXT = 100_000


def read_history(data: object, library: Library, today: date | None = None) -> History:
    """Understand a History as told (see the contract in the README).

    `today` only serves to refuse a date in the future. Raises InputError with every fault.
    """
    if not isinstance(data, Mapping):
        raise InputError([Fault("history", "must be a JSON object", 'For example {"age": 72}.')])
    desk = Desk(library, today)
    _unknown_keys(data, KEYS, "history", desk)
    read_about(data, desk)
    _findings(data.get("findings"), desk)
    for kind in ("conditions", "medicines"):
        _list(data.get(kind), kind, desk, kind, complete=False)
    _labs(data.get("labs"), desk)
    _text(data.get("text"), _corrected(data.get("corrected"), desk), desk)
    desk.settle()
    if desk.faults:
        raise InputError(desk.faults)
    text = data.get("text")
    # Unstripped, as the spans of the readings count from its first letter.
    return replace(desk.history(), text=text) if isinstance(text, str) and text.strip() else desk.history()


def _unknown_keys(data: Mapping[Any, Any], known: tuple[str, ...], where: str, desk: Desk) -> None:
    if len(data) > MOST_KEYS:
        desk.fault(where, f"has {len(data)} keys", f"At most {MOST_KEYS}.")
        return
    inside = "" if where == "history" else f"{where}."
    for key in data:
        if key not in known:
            desk.fault(f"{inside}{place(key)}", "unknown key", nearest(key, known))


def _findings(findings: object, desk: Desk) -> None:
    if findings is None:
        return
    if not isinstance(findings, Mapping):
        desk.fault("findings", "must be an object of finding ids and answers")
        return
    if len(findings) > MOST_KEYS:
        desk.fault("findings", f"has {len(findings)} answers", f"At most {MOST_KEYS}.")
        return
    for id_, value in findings.items():
        where = f"findings.{place(id_)}"
        finding = desk.library.findings.get(id_)
        if finding is None:
            desk.fault(where, "unknown finding", nearest(id_, desk.library.findings))
        elif finding.type in LIST_FINDINGS:
            _list(value, where, desk, finding.type, complete=True)
        else:
            desk.answer(finding, value, where)


def _list(value: object, where: str, desk: Desk, kind: str, complete: bool) -> None:
    if value is None:
        return
    if is_doubt(value):
        desk.doubt(LIST_FINDINGS[kind])
        return
    if isinstance(value, str):
        value = [] if complete and value == "none" else [value]
    if not isinstance(value, list) or len(value) > MOST_ENTRIES:
        desk.fault(where, "must be a list of names", f"At most {MOST_ENTRIES} entries.")
        return
    take = _medicine if kind == "medicines" else _illness
    for index, entry in enumerate(value):
        take(entry, f"{where}[{index}]", desk)
    desk.listed(kind, complete=complete, empty=not value)


def _illness(name: object, where: str, desk: Desk) -> None:
    if _is_name(name, where, desk):
        desk.illness(name, where)


def _medicine(entry: object, where: str, desk: Desk) -> None:
    """A medicine is a name, or an object with a name and since when it is taken."""
    if not isinstance(entry, Mapping):
        if _is_name(entry, where, desk):
            desk.medicine(entry, where)
        return
    _unknown_keys(entry, MEDICINE_KEYS, where, desk)
    name = entry.get("name")
    since = read_since(entry.get("since"), f"{where}.since", desk)
    if name is None:
        desk.fault(f"{where}.name", "is missing", "Give the name of the medicine.")
    elif _is_name(name, f"{where}.name", desk):
        desk.medicine(name, where, since)


def _is_name(name: object, where: str, desk: Desk) -> TypeGuard[str]:
    if not isinstance(name, str) or not name.strip():
        desk.fault(where, f"{short(name)} is no name")
        return False
    if len(name) > MOST_NAME:
        desk.fault(where, f"is longer than {MOST_NAME} characters", "Give one name an entry.")
        return False
    return True


def _labs(labs: object, desk: Desk) -> None:
    if labs is None:
        return
    if not isinstance(labs, list) or len(labs) > MOST_ENTRIES:
        desk.fault("labs", "must be a list of name, value and unit", f"At most {MOST_ENTRIES} entries.")
        return
    for index, entry in enumerate(labs):
        where = f"labs[{index}]"
        if isinstance(entry, Mapping):
            _lab(entry, where, desk)
        else:
            desk.fault(where, "must be an object with name, value and unit")


def _lab(entry: Mapping[str, Any], where: str, desk: Desk) -> None:
    _unknown_keys(entry, LAB_KEYS, where, desk)
    name, value, unit = entry.get("name"), entry.get("value"), entry.get("unit")
    before = len(desk.faults)
    day = read_date(entry.get("date"), f"{where}.date", desk)
    if name is None:
        desk.fault(f"{where}.name", "is missing", "Name the test, or give its LOINC code.")
    else:
        _is_name(name, f"{where}.name", desk)
    if unit is not None and (not isinstance(unit, str) or len(unit) > MOST_NAME):
        desk.fault(f"{where}.unit", f"{short(unit)} is no unit")
    if value is None:
        desk.fault(f"{where}.value", "is missing")
    elif not isinstance(value, str) and not is_number(value):
        desk.fault(f"{where}.value", f"{short(value)} is no number")
    elif len(desk.faults) == before:
        desk.lab(Told(str(name), value, unit, day), where)


def _corrected(ids: object, desk: Desk) -> frozenset[str]:
    """Readings of the text that the person set aside: ids of findings, medicines, conditions or tests."""
    if ids is None:
        return frozenset()
    if not isinstance(ids, list) or len(ids) > MOST_ENTRIES or not all(isinstance(id_, str) for id_ in ids):
        desk.fault("corrected", "must be a list of ids", f"At most {MOST_ENTRIES} entries.")
        return frozenset()
    library = desk.library
    known = {*library.findings, *library.medicines, *library.illnesses, *library.analytes}
    for index, id_ in enumerate(ids):
        if id_ not in known:
            desk.fault(f"corrected[{index}]", f"{short(id_)} is nothing a text can say", nearest(id_, known))
    return frozenset(ids)


def _text(text: object, corrected: frozenset[str], desk: Desk) -> None:
    if text is None or text == "":
        return
    if not isinstance(text, str):
        desk.fault("text", "must be text")
    elif len(text) > MOST_TEXT:
        desk.fault("text", f"is longer than {MOST_TEXT} characters", "Tell it shorter.")
    else:
        from charley.reading.telling import read_text  # only with a text: its lexicon costs start-up time

        read_text(text, corrected, desk)
