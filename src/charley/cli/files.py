"""Reading JSON histories from files and standard input, with limits; and what options commonly tell."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import BinaryIO

from charley.errors import Fault, InputError
from charley.reading.strict import MOST_BYTES

MOST_BYTES_OF_MANY = 100_000_000
"""A file of many vignettes."""


def read_input(name: str) -> bytes:
    """The bytes of a file, or of standard input for "-", at most one byte past the limit."""
    if name == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with open_input(name) as stream:
        return stream.read(MOST_BYTES + 1)


def open_input(name: str) -> BinaryIO:
    """A file for reading. Raises InputError when it cannot be read."""
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise InputError([Fault(name, f"cannot be read: {error.strerror or error}")]) from None


def print_faults(error: InputError) -> None:
    """Every fault on a line of its own on standard error."""
    for fault in error.faults:
        print(f"charley: {fault}", file=sys.stderr)


def label(file: str) -> str:
    """What a fault calls a file: "-" is standard input."""
    return "standard input" if file == "-" else file


def day_told(told: str | None, option: str = "--today") -> date:
    """A day given as an option, or the day of the clock. Raises InputError for what is no date."""
    if told is None:
        return date.today()
    try:
        return date.fromisoformat(told)
    except ValueError:
        raise InputError([Fault(option, f"{told[:40]!r} is no date", "Write it like 2026-11-21.")]) from None
