"""A row of a table as a history as told: JSON text read, what is null left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from charley.errors import Fault, InputError
from charley.reading.strict import parse_json

AS_JSON = ("findings", "conditions", "medicines", "labs")
"""Columns that may hold JSON text instead of structs and lists."""


def history_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """The history that a row tells. Raises InputError for text that is not JSON."""
    faults: list[Fault] = []
    history: dict[str, Any] = {}
    for key, value in row.items():
        try:
            told = told_in(key, value)
        except InputError as error:
            faults.extend(error.faults)
        else:
            if told is not None:
                history[key] = told
    if faults:
        raise InputError(faults)
    return history


def told_in(key: str, value: Any) -> Any:
    """What one cell of a column tells, or None when it tells nothing."""
    if value is None or (key in AS_JSON and value == ""):
        return None
    if key in AS_JSON and isinstance(value, str):
        value = parse_json(value.encode("utf-8"), key)
    elif key == "findings" and _is_map(value):
        value = {entry["key"]: entry["value"] for entry in value}
    return without_nulls(value)


def _is_map(value: Any) -> bool:
    """Whether a value is an Arrow map, which comes as a list of keys with values."""
    return isinstance(value, list) and all(
        isinstance(e, dict) and e.keys() == {"key", "value"} for e in value
    )


def without_nulls(value: Any) -> Any:
    """A value of a struct or list without the fields that are null: those were not told."""
    if isinstance(value, Mapping):
        return {key: without_nulls(part) for key, part in value.items() if part is not None}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [without_nulls(part) for part in value]
    return value
