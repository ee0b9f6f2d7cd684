"""The columns of a table as parts, row by row: what was met before is not read again.

Cells are read alone, or with those they are weighed against (a listed illness answers other questions; one
place may contradict another). A row that cannot be put together from parts is read whole, so every row comes
to the same History as a single one would, or to the same faults.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from math import isnan
from typing import TYPE_CHECKING, Any, TypeAlias

from charley.errors import InputError
from charley.many.parts import PREGNANT, RECENT_BIRTH, Part, Parts
from charley.many.told import AS_JSON, history_of, told_in, without_nulls
from charley.network.kernel.atoms import Atoms
from charley.people import is_fertile
from charley.reading import read_history
from charley.reading.about import read_id
from charley.reading.answers import MOST_ENTRIES
from charley.reading.reader import KEYS, MOST_KEYS
from charley.records.library import Library

if TYPE_CHECKING:
    import polars

ABOUT = ("sex_at_birth", "pregnant")
"""Findings that are weighed against the columns `sex` and `pregnant`."""


APART = ("age", *ABOUT, "medicines", "known_conditions")
Read: TypeAlias = tuple[Part, tuple[str, ...]]
"""A part of a row, with where something in it was not understood."""


class UnusualError(Exception):
    """This row is read whole."""


@dataclass(slots=True)
class Chunk:
    """Rows as parts. `rows` and `parts` belong together; `errors` are those of rows that have no parts."""

    ids: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    errors: dict[int, str] = field(default_factory=dict)
    missed: dict[int, list[str]] = field(default_factory=dict)
    contradictions: dict[int, list[str]] = field(default_factory=dict)
    to_confirm: dict[int, list[str]] = field(default_factory=dict)


class Reader:
    """Turns slices of one table into chunks."""

    def __init__(self, library: Library, atoms: Atoms, today: date | None) -> None:
        self._library, self._today = library, today
        self._parts = Parts(library, atoms, today)
        self._given = {given.finding for illness in library.illnesses.values() for given in illness.gives}

    def read(self, frame: polars.DataFrame) -> Chunk:
        """The rows of a slice."""
        chunk = Chunk()
        for place, row in enumerate(_rows(frame)):
            self._row(chunk, place, row)
        return chunk

    def _row(self, chunk: Chunk, place: int, row: dict[str, Any]) -> None:
        try:
            found = list(self._found(row))
            _refuse_if(_is_odd_pregnancy([part for part, _ in found]))
        except (UnusualError, InputError):
            found = self._whole(chunk, place, row)
        else:
            chunk.ids.append(read_id(row.get("id", "")) or "")
        self._keep(chunk, place, found)

    def _keep(self, chunk: Chunk, place: int, found: list[Read]) -> None:
        for part, missed in found:
            chunk.rows.append(place)
            chunk.parts.append(part)
            if missed:
                chunk.missed.setdefault(place, []).extend(missed)
            if part.contradictions:
                chunk.contradictions.setdefault(place, []).extend(part.contradictions)
            if part.to_confirm:
                chunk.to_confirm.setdefault(place, []).extend(part.to_confirm)
        if len(chunk.missed.get(place, ())) > 1:
            chunk.missed[place].sort(key=_section)

    def _whole(self, chunk: Chunk, place: int, row: dict[str, Any]) -> list[Read]:
        """The row as one part, read as a single history is; or its faults."""
        chunk.ids.append(read_id(row.get("id")) or "")
        try:
            part = self._parts.of(read_history(history_of(row), self._library, self._today))
        except InputError as error:
            chunk.errors[place] = "; ".join(str(fault) for fault in error.faults)
            return []
        return [(part, part.missed)]

    def _found(self, row: dict[str, Any]) -> Iterator[Read]:
        """The parts of a row, each with where something in it was not understood."""
        if row.get("id") is not None and read_id(row["id"]) is None:
            raise UnusualError
        _refuse_if(row.get("text") not in (None, "") or row.get("corrected") is not None)
        findings = told_in("findings", row.get("findings"))
        findings = {} if findings is None else findings
        if not isinstance(findings, dict) or len(findings) > MOST_KEYS:
            raise UnusualError
        yield from self._about(row, findings)
        conditions, settled = self._conditions(row, findings)
        yield from self._answers(findings, settled)
        yield from conditions
        if "pregnant" in findings or row.get("pregnant") is not None or row.get("sex") is not None:
            _refuse_if(any("pregnant" in part.answered for part, _ in conditions))
        yield from self._medicines(row, findings)
        yield from self._labs(row)

    def _part(self, key: Any, told: dict[str, Any]) -> Read:
        part = self._parts.get(key, lambda: told)
        if part is None:
            raise UnusualError
        return part, part.missed

    def _about(self, row: dict[str, Any], findings: dict[str, Any]) -> Iterator[Read]:
        """Who it is: what a column tells, with the answers that may contradict it."""
        for names, ids in (("age",), ("age",)), (("sex", "pregnant"), ABOUT), (("date",), ()):
            columns = {key: row[key] for key in names if row.get(key) is not None}
            answers = {id_: findings[id_] for id_ in ids if findings.get(id_) is not None}
            if columns or answers:
                yield self._part((repr(columns), repr(answers)), columns | {"findings": answers})

    def _answers(self, findings: dict[str, Any], settled: set[str]) -> Iterator[Read]:
        """Answers that nothing else is weighed against."""
        for id_, value in findings.items():
            if id_ not in APART and id_ not in settled:
                yield self._part((id_, type(value), _key(value)), {"findings": {id_: value}})

    def _conditions(self, row: dict[str, Any], findings: dict[str, Any]) -> tuple[list[Read], set[str]]:
        """Each illness alone; or all together with the answers they are weighed against, which are named."""
        names = told_in("conditions", row.get("conditions"))
        listed = findings.get("known_conditions")
        if names is None and listed is None:
            return [], set()
        parts = self._names("conditions", names) if listed is None else None
        if parts is not None and not self._overlap([part for part, _ in parts], findings):
            return parts, set()
        asked = {id_: findings[id_] for id_ in findings if id_ in self._given and id_ not in ABOUT}
        told = {"conditions": names, "findings": asked | {"known_conditions": listed}}
        return [self._part(("conditions", repr(told)), told)], set(asked)

    def _overlap(self, parts: list[Part], findings: dict[str, Any]) -> bool:
        """Whether illnesses answer the same question as each other, or as the person."""
        seen = self._given & findings.keys()
        for part in parts:
            given = part.answered - {"known_conditions"}
            if not given.isdisjoint(seen):
                return True
            seen |= given
        return False

    def _names(self, column: str, names: Any) -> list[Read] | None:
        """One part a name; None for what is no plain list of names."""
        if type(names) is not list or len(names) > MOST_ENTRIES:
            return None
        found: list[Read] = []
        for place, name in enumerate(names):
            if type(name) is not str:
                return None
            part, missed = self._part((column, "name", name), {column: [name]})
            found.append((part, (f"{column}[{place}]",) if missed else ()))
        return found

    def _medicines(self, row: dict[str, Any], findings: dict[str, Any]) -> Iterator[Read]:
        names, answer = told_in("medicines", row.get("medicines")), findings.get("medicines")
        if names is None and answer is None:
            return
        parts = self._names("medicines", names or [])
        dated = isinstance(answer, list) and not all(isinstance(name, str) for name in answer)
        _refuse_if(parts is None or dated)  # names with dates
        if answer is None:
            yield from parts or ()
            return
        told = {"medicines": names, "findings": {"medicines": answer}}
        yield self._part(("medicines", repr(told)), told)

    def _labs(self, row: dict[str, Any]) -> Iterator[Read]:
        labs = told_in("labs", row.get("labs"))
        if labs is None:
            return
        if not isinstance(labs, list) or len(labs) > MOST_ENTRIES:
            raise UnusualError
        seen: set[str] = set()
        for place, entry in enumerate(labs):
            part, missed = self._part(("labs", repr(entry)), {"labs": [entry]})
            _refuse_if(any(result.date or result.analyte in seen for result in part.labs))
            seen |= {result.analyte for result in part.labs}
            yield part, (f"labs[{place}]",) if missed else ()


def _section(where: str) -> int:
    """The order in which a history is read."""
    return KEYS.index(where.partition("[")[0].partition(".")[0])


def _key(value: Any) -> Any:
    """What a value is remembered by, beside its type."""
    return value if isinstance(value, str | int | float | date) else repr(value)


def _is_odd_pregnancy(parts: list[Part]) -> bool:
    """Whether somebody is pregnant, or gave birth, at an age that is put back as a question."""
    bearing = any(part.pregnant in (PREGNANT, RECENT_BIRTH) for part in parts)
    return bearing and any(not (isnan(part.age) or is_fertile(part.age)) for part in parts)


def _refuse_if(unusual: bool) -> None:
    if unusual:
        raise UnusualError


def _rows(frame: polars.DataFrame) -> Iterator[dict[str, Any]]:
    """The rows; a struct of findings without the fields that are null."""
    columns = {name: _column(frame[name]) for name in frame.columns}
    for values in zip(*columns.values(), strict=True):
        yield dict(zip(columns, values, strict=True))


def _column(series: polars.Series) -> list[Any]:
    import polars

    if series.name not in AS_JSON or not isinstance(series.dtype, polars.Struct):
        return series.to_list()
    rows: list[Any] = [None if missing else {} for missing in series.is_null().to_list()]
    for field_ in series.struct.fields:
        values = series.struct.field(field_)
        told = values.is_not_null()
        for place, value in zip(told.arg_true().to_list(), values.filter(told).to_list(), strict=True):
            rows[place][field_] = without_nulls(value)
    return rows
