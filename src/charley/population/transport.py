"""A strict reader of SAS transport files, version 5 (XPT): the form in which CDC gives out NHANES.

The format is SAS technical note TS-140: records of 80 bytes, one description of 140 bytes for each
variable, then rows of fixed length with IBM hexadecimal floating-point numbers.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from charley.errors import Fault, InputError

RECORD = 80
DESCRIPTION = 140
LIBRARY = b"HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!"
LATER = b"HEADER RECORD*******LIBV8   HEADER RECORD!!!!!!!"
MEMBER = b"HEADER RECORD*******MEMBER  HEADER RECORD!!!!!!!"
NAMES = b"HEADER RECORD*******NAMESTR HEADER RECORD!!!!!!!"
ROWS = b"HEADER RECORD*******OBS     HEADER RECORD!!!!!!!"
MISSING = frozenset(b"._ABCDEFGHIJKLMNOPQRSTUVWXYZ")

Column = NDArray[np.float64] | list[str]


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable: its name, whether it is text, and where it stands in a row."""

    name: str
    text: bool
    start: int
    length: int


def read_transport(file: Path) -> dict[str, Column]:
    """Every variable by name: numbers with NaN where missing, or texts without blanks at the end.

    Raises InputError when the file is anything but one whole table of version 5.
    """
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise _fault(file, f"cannot be read: {error.strerror}") from None
    variables, start = _variables(raw, file)
    rows = _rows(raw[start:], max(v.start + v.length for v in variables), file)
    return {v.name: _column(rows[:, v.start : v.start + v.length], v, file) for v in variables}


def ibm_numbers(raw: NDArray[np.uint8]) -> NDArray[np.float64]:
    """IBM hexadecimal floats of 2 to 8 bytes a row as numbers: sign, exponent of 16 less 64, fraction."""
    whole = np.zeros((len(raw), 8), np.uint8)
    whole[:, : raw.shape[1]] = raw
    bits = whole.view(">u8")[:, 0]
    fraction = (bits & np.uint64((1 << 56) - 1)).astype(np.float64)
    exponent = ((bits >> np.uint64(56)) & np.uint64(0x7F)).astype(np.int64)
    value = np.ldexp(fraction, (4 * (exponent - 64) - 56).astype(np.int32))
    result: NDArray[np.float64] = np.where(bits >> np.uint64(63) == 1, -value, value)
    blank = (whole[:, 1:] == 0).all(axis=1) & np.isin(whole[:, 0], list(MISSING))
    result[blank] = np.nan
    return result


def _variables(raw: bytes, file: Path) -> tuple[list[Variable], int]:
    """The variables, and where the rows begin."""
    if raw.startswith(LATER):
        raise _fault(file, "is a SAS transport file of version 8", "CDC gives out version 5: fetch it anew.")
    if not raw.startswith(LIBRARY):
        raise _fault(file, "is no SAS transport file", "Use the .XPT file as CDC gives it out.")
    if raw[3 * RECORD : 3 * RECORD + len(MEMBER)] != MEMBER:
        raise _fault(file, "holds no table where one must begin")
    if raw[3 * RECORD + 74 : 3 * RECORD + 78] != b"0140":
        raise _fault(file, "describes its variables in another length than 140 bytes")
    names = 7 * RECORD
    count = raw[names + 54 : names + 58]
    if raw[names : names + len(NAMES)] != NAMES or not count.isdigit() or int(count) == 0:
        raise _fault(file, "has no list of variables where one must begin")
    first = names + RECORD
    end = first + -(-int(count) * DESCRIPTION // RECORD) * RECORD
    if raw[end : end + len(ROWS)] != ROWS:
        raise _fault(file, "is cut short, or its list of variables is broken", "Fetch it anew.")
    places = range(first, first + int(count) * DESCRIPTION, DESCRIPTION)
    return [_variable(raw[at : at + DESCRIPTION], file) for at in places], end + RECORD


def _variable(raw: bytes, file: Path) -> Variable:
    kind, _, length, _, name = struct.unpack_from(">hhhh8s", raw)
    (start,) = struct.unpack_from(">i", raw, 84)
    known = kind in (1, 2) and start >= 0 and (2 <= length <= 8 if kind == 1 else length >= 1)
    if not known:
        raise _fault(file, f"describes a variable of a kind unknown here ({kind}, {length} bytes)")
    return Variable(name.decode("ascii", "replace").strip().upper(), kind == 2, start, length)


def _rows(raw: bytes, length: int, file: Path) -> NDArray[np.uint8]:
    """The rows as bytes, without the blanks that fill the last record."""
    if any(raw.startswith(MEMBER, at) for at in range(0, len(raw), RECORD)):
        raise _fault(file, "holds more than one table")
    count, rest = divmod(len(raw), length)
    if len(raw) % RECORD or raw[len(raw) - rest :].strip(b" "):
        raise _fault(file, "is cut short: its last row is not whole", "Fetch it anew.")
    most = max(count - (RECORD - 1) // length, 0)
    while count > most and not raw[(count - 1) * length : count * length].strip(b" "):
        count -= 1
    return np.frombuffer(raw, np.uint8, count * length).reshape(count, length)


def _column(raw: NDArray[np.uint8], variable: Variable, file: Path) -> Column:
    if not variable.text:
        return ibm_numbers(np.ascontiguousarray(raw))
    return [bytes(row).decode("cp1252", "replace").rstrip() for row in raw]


def _fault(file: Path, problem: str, mend: str = "") -> InputError:
    return InputError([Fault(file.name, problem, mend)])
