"""A table of histories in, a table of short answers out. Needs the extra `batch` (polars)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from charley.assess import assess
from charley.errors import Fault, InputError
from charley.library import load
from charley.many.feed import in_order, usable_cores
from charley.reading import read_history
from charley.reading.about import read_id
from charley.reading.messages import nearest, short
from charley.reading.reader import KEYS
from charley.reading.strict import parse_json
from charley.records.library import Library

if TYPE_CHECKING:
    import polars

AS_JSON = ("findings", "conditions", "medicines", "labs")
"""Columns that may hold JSON text instead of structs and lists."""


class Row(NamedTuple):
    """One row of the answer. `causes` stand as an assessment shows them, `chances` beside them."""

    id: str
    urgency: str | None = None
    provisional: bool | None = None
    causes: list[str] | None = None
    chances: list[float] | None = None
    true_cramp: float | None = None
    error: str | None = None


def assess_table(
    table: Any, library: Library | None = None, jobs: int | None = None, *, today: date | None = None
) -> polars.DataFrame:
    """Assess one history a row: a Polars DataFrame, a pyarrow Table, or any other Arrow table.

    Columns are those of a history (`id`, `age`, `sex`, `pregnant`, `findings`, `conditions`, `medicines`,
    `labs`, ...), any may be missing, and null is "not told". A row that cannot be used gets its faults in
    `error` and nulls else. `jobs` is the number of processes (default: all cores; 1: this one).

    Raises InputError when a column is none of a history.
    """
    import polars

    frame = _as_frame(table)
    if jobs is not None and jobs < 1:
        raise ValueError(f"jobs must be at least 1, not {jobs}")
    work = partial(assess_row, library=library or load(), today=today)
    rows = in_order(_Rows(frame), work, jobs or usable_cores())
    kinds: dict[str, Any] = {
        "id": polars.String,
        "urgency": polars.String,
        "provisional": polars.Boolean,
        "causes": polars.List(polars.String),
        "chances": polars.List(polars.Float64),
        "true_cramp": polars.Float64,
        "error": polars.String,
    }
    return polars.DataFrame(list(rows), schema=kinds, orient="row")


def _as_frame(table: Any) -> polars.DataFrame:
    import polars

    if isinstance(table, polars.DataFrame):
        frame = table
    elif hasattr(table, "__arrow_c_stream__"):
        frame = polars.DataFrame(table)
    else:
        raise TypeError(f"give a Polars DataFrame or an Arrow table, not {type(table).__name__}")
    unknown = [name for name in frame.columns if name not in KEYS]
    if unknown:
        raise InputError([Fault(short(name), "unknown column", nearest(name, KEYS)) for name in unknown])
    return frame


class _Rows:
    """A Feed of the rows of a table."""

    def __init__(self, frame: polars.DataFrame) -> None:
        self._frame = frame
        self._at = 0

    def take(self, most: int, wait: bool = True) -> list[dict[str, Any]]:
        part = self._frame.slice(self._at, most)
        self._at += part.height
        return part.to_dicts()


def assess_row(told: Mapping[str, Any], library: Library, today: date | None) -> Row:
    """The answer to one row, or its faults."""
    id_ = read_id(told.get("id")) or ""
    try:
        answer = assess(read_history(_history(told), library, today), library)
    except InputError as error:
        return Row(id_, error="; ".join(str(fault) for fault in error.faults))
    except Exception as error:  # a defect of ours: the other rows are answered all the same
        return Row(id_, error=f"could not be assessed ({type(error).__name__}): please report it")
    return Row(
        answer.id,
        answer.urgency.word,
        answer.provisional,
        [cause.id for cause in answer.causes],
        [cause.probability for cause in answer.causes],
        answer.true_cramp.probability,
    )


def _history(told: Mapping[str, Any]) -> dict[str, Any]:
    """A row as a history: JSON text read, what is null left out."""
    faults: list[Fault] = []
    history: dict[str, Any] = {}
    for key, value in told.items():
        if value is None or (key in AS_JSON and value == ""):
            continue
        if key in AS_JSON and isinstance(value, str):
            try:
                value = parse_json(value.encode("utf-8"), key)
            except InputError as error:
                faults.extend(error.faults)
        history[key] = _told(value)
    if faults:
        raise InputError(faults)
    return history


def _told(value: Any) -> Any:
    """A value of a struct or list without the fields that are null: those were not told."""
    if isinstance(value, Mapping):
        return {key: _told(part) for key, part in value.items() if part is not None}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_told(part) for part in value]
    return value
