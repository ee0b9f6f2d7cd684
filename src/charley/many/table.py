"""A table of histories in, a table of answers out. Needs the extra `batch` (numpy and polars)."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from warnings import warn

from charley.errors import Fault, InputError
from charley.library import load
from charley.many.feed import in_order, usable_cores
from charley.many.rows import assess_row
from charley.reading.messages import nearest, short
from charley.reading.reader import KEYS
from charley.records.library import Library

if TYPE_CHECKING:
    import polars

    from charley.many.knowledge import Knowledge
    from charley.many.reader import Chunk

SLOWER = "a part of the table is answered row by row, which is slow ({}): please report it"
ROWS = 2048
"""Rows answered together: enough to make numpy's calls cheap, few enough to stay in the caches."""


def assess_table(
    table: Any,
    library: Library | None = None,
    jobs: int | None = None,
    *,
    today: date | None = None,
    full: bool = False,
) -> polars.DataFrame:
    """Assess one history a row: a Polars DataFrame, a pyarrow Table, or any other Arrow table.

    Columns are those of a history (`id`, `age`, `sex`, `pregnant`, `findings`, `conditions`, `medicines`,
    `labs`, ...), any may be missing, and null is "not told". A row that cannot be used gets its faults in
    `error` and nulls else. With `full` every decision of an assessment has its column, as ids and numbers.
    Intervals are by the delta method. `jobs` is the number of threads (default: all cores).

    Raises InputError when a column is none of a history.
    """
    frame = _as_frame(table)
    if jobs is not None and jobs < 1:
        raise ValueError(f"jobs must be at least 1, not {jobs}")
    threads, library = jobs or usable_cores(), library or load()
    try:
        from charley.many.knowledge import knowledge
    except ModuleNotFoundError:  # installed without a compiler
        return _by_rows(frame, library, threads, today, full)
    return _by_columns(frame, _Work(knowledge(library), today, full), threads)


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


def _by_rows(
    frame: polars.DataFrame, library: Library, jobs: int, today: date | None, full: bool
) -> polars.DataFrame:
    """Every row by itself, in worker processes when there are many."""
    from charley.many.shape import frame_of

    work = partial(assess_row, library=library, today=today, full=full)
    return frame_of(list(in_order(_Rows(frame), work, jobs)), full)


@dataclass(frozen=True, slots=True)
class _Work:
    """What is done with every slice of a table."""

    known: Knowledge
    today: date | None
    full: bool

    def read(self, frame: polars.DataFrame) -> Iterator[tuple[polars.DataFrame, Chunk | None]]:
        """Slices with what they tell; None where a defect of ours kept them from being read together."""
        from charley.many.reader import Reader

        reader = Reader(self.known.library, self.known.atoms, self.today)
        for start in range(0, frame.height, ROWS):
            part = frame.slice(start, ROWS)
            try:
                yield part, reader.read(part)
            except Exception as error:  # each row says by itself what it is
                warn(SLOWER.format(type(error).__name__), RuntimeWarning, stacklevel=2)
                yield part, None

    def answer(self, part: polars.DataFrame, chunk: Chunk | None) -> polars.DataFrame:
        """The answers of a slice; row by row when it cannot be answered together."""
        from charley.many.answers import table_of
        from charley.many.shape import frame_of

        if chunk is not None:
            try:
                return table_of(chunk, self.known, self.full)
            except Exception as error:  # a defect in one row stops no other
                warn(SLOWER.format(type(error).__name__), RuntimeWarning, stacklevel=2)
        rows = (assess_row(told, self.known.library, self.today, self.full) for told in part.to_dicts())
        return frame_of(list(rows), self.full)


def _by_columns(frame: polars.DataFrame, work: _Work, threads: int) -> polars.DataFrame:
    """Slices are read one after the other, and answered by as many threads as are wanted."""
    import polars

    from charley.many.shape import frame_of

    answers = [frame_of([], work.full)]
    if threads == 1:
        answers.extend(work.answer(part, chunk) for part, chunk in work.read(frame))
        return polars.concat(answers)
    waiting: deque[Future[polars.DataFrame]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        for part, chunk in work.read(frame):
            waiting.append(pool.submit(work.answer, part, chunk))
            if len(waiting) > 2 * threads:
                answers.append(waiting.popleft().result())
        answers.extend(future.result() for future in waiting)
    return polars.concat(answers)


class _Rows:
    """A Feed of the rows of a table."""

    def __init__(self, frame: polars.DataFrame) -> None:
        self._frame = frame
        self._at = 0

    def take(self, most: int, wait: bool = True) -> list[dict[str, Any]]:
        part = self._frame.slice(self._at, most)
        self._at += part.height
        return part.to_dicts()
