"""The columns of an answered table, and lists of different lengths as Polars columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import polars
from polars import Boolean, Float64, List, String, Struct, UInt16

from charley.many.rows import SHORT
from charley.many.sheet import Places

INTERVAL = Struct({"low": Float64, "high": Float64})
CHANCE = Struct({"chance": Float64, "low": Float64, "high": Float64})

FULL: dict[str, Any] = {
    "id": String,
    "urgency": String,
    "provisional": Boolean,
    "causes": List(String),
    "chances": List(Float64),
    "true_cramp": Float64,
    "error": String,
    "engine": String,
    "intervals": List(INTERVAL),
    "urgency_from": List(Struct({"name": String, "level": String})),
    "safety_questions_left": List(String),
    "red_flags": List(Struct({"id": String, "level": String, "facts": List(String)})),
    "mechanisms": List(Struct({"id": String, "chance": Float64})),
    "any_cramps": CHANCE,
    "often_cramps": CHANCE,
    "what_if": List(Struct({"change": String, "share": Float64, "causes": List(String)})),
    "ruled_out": List(Struct({"id": String, "chance": Float64, "settled": Boolean, "open": UInt16})),
    "next_questions": List(
        Struct({"id": String, "gain": Float64, "safety": Boolean, "bits": Float64, "triage": Float64})
    ),
    "tests": List(String),
    "not_understood": List(String),
    "contradictions": List(String),
    "to_confirm": List(String),
}
"""Columns of a full answer, in order; a short one has those of SHORT."""


def columns(full: bool) -> dict[str, Any]:
    """Name and type of every column."""
    return FULL if full else {name: FULL[name] for name in SHORT}


def frame_of(rows: Sequence[Mapping[str, Any]], full: bool) -> polars.DataFrame:
    """Rows of the definition as a table; what a row lacks is null."""
    kinds = columns(full)
    return polars.DataFrame({name: [row.get(name) for row in rows] for name in kinds}, schema=kinds)


def words(names: Sequence[str], places: Places) -> polars.Series:
    """The names at these places."""
    return polars.Series(names, dtype=String).gather(places.astype(np.uint32).reshape(-1))


def struct(**fields: Any) -> polars.Series:
    """Columns side by side as one."""
    return polars.DataFrame(fields).to_struct("")


def lists(name: str, people: int, rows: Places, values: polars.Series) -> polars.Series:
    """A column of one list a person: `rows` says whose each value is, in ascending order."""
    return ragged(people, rows, values).cast(FULL[name]).alias(name)


def ragged(count: int, rows: Places, values: polars.Series) -> polars.Series:
    """So many lists: `rows` says to which each value belongs, in ascending order."""
    if not count:
        return polars.Series([], dtype=List(values.dtype))
    lengths = np.bincount(rows, minlength=count)
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    cells = polars.DataFrame({"start": starts, "length": lengths})
    all_ = polars.lit(values.implode())
    return cells.select(all_.list.slice(polars.col("start"), polars.col("length")).alias("lists"))["lists"]


def used(count: Places, width: int) -> tuple[Places, Places]:
    """Row and column of every cell in use, when each row uses its first `count`."""
    rows, cells = np.nonzero(np.arange(width) < count[:, None])
    return rows, cells
