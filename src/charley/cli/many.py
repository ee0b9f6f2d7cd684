"""`charley assess --ndjson`: one history a line in, one answer a line out, in order, on all cores."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, nullcontext
from datetime import date
from functools import partial
from typing import Any

from charley.assess import assess
from charley.cli.files import open_input
from charley.cli.lines import Lines
from charley.errors import Fault, InputError
from charley.formats.plain import to_plain
from charley.library import load
from charley.many import in_order, usable_cores
from charley.reading import read_history
from charley.reading.about import read_id
from charley.reading.strict import parse_json
from charley.records.library import Library

REPORT = "This is a defect of Charley: please report it."
OFTEN = 0.5
"""Seconds between two words about the progress."""


def run(file: str, today: date, jobs: int | None = None) -> int:
    """Answer every line. Exit code 2 when one was wrong."""
    with nullcontext(sys.stdin.buffer) if file == "-" else open_input(file) as stream:
        work = partial(written, library=load(), today=today)
        wrong = False
        with closing(in_order(Lines(stream), work, jobs or usable_cores())) as lines, Progress() as progress:
            for line, is_fault in lines:
                wrong = wrong or is_fault
                print(line, flush=True)
                progress.step()
    return 2 if wrong else 0


def written(told: tuple[int, bytes], library: Library, today: date) -> tuple[str, bool]:
    """One line's answer as one line of JSON, and whether it is an error object."""
    try:
        plain, is_fault = answer(*told, library, today)
    except Exception as error:  # a defect of ours: the other lines are answered all the same
        fault = Fault(f"line {told[0]}", f"could not be assessed ({type(error).__name__})", REPORT)
        plain, is_fault = _error_object((fault,), told[0], None), True
    return json.dumps(plain, ensure_ascii=False), is_fault


def answers(lines: Iterable[bytes], library: Library, today: date) -> Iterator[tuple[dict[str, Any], bool]]:
    """One answer a line, in order; a bad line is answered by an error object and the rest goes on."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield answer(number, line, library, today)


def answer(number: int, line: bytes, library: Library, today: date) -> tuple[dict[str, Any], bool]:
    """The answer to one line, or an error object."""
    data: Any = None
    try:
        data = parse_json(line.rstrip(b"\r\n"), f"line {number}", number)
        return to_plain(assess(read_history(data, library, today), library)), False
    except InputError as error:
        return _error_object(error.faults, number, data), True


def _error_object(faults: tuple[Fault, ...], line: int, data: Any) -> dict[str, Any]:
    id_ = read_id(data.get("id")) if isinstance(data, dict) else None
    told = [{"where": f.where, "problem": f.problem, "mend": f.mend} for f in faults]
    return {"id": id_ or "", "error": {"line": line, "faults": told}}


class Progress:
    """How many histories were answered, and how fast: on a terminal, and nothing of what was told."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._shown = sys.stderr.isatty() and not sys.stdout.isatty()
        self._clock = clock
        self._start = self._last = clock()
        self._count = 0

    def __enter__(self) -> Progress:
        return self

    def step(self) -> None:
        """One more was answered."""
        self._count += 1
        if self._shown and self._clock() - self._last >= OFTEN:
            self._last = self._clock()
            self._show("")

    def _show(self, end: str) -> None:
        rate = self._count / max(self._clock() - self._start, 1e-9)
        line = f"{self._count:,} histories, {rate:,.0f} a second"
        print(f"\r{line:<50}", end=end, file=sys.stderr, flush=True)

    def __exit__(self, *_: object) -> None:
        if self._shown and self._count:
            self._show("\n")
