"""Strict JSON: no NaN, no key twice, nothing too large. A fault names line and column."""

from __future__ import annotations

import json
from typing import Any

from charley.errors import Fault, InputError
from charley.reading.messages import short

MOST_BYTES = 1_000_000
"""A history is a few kilobytes; a larger one is a mistake."""

MOST_DIGITS = 1_000
BOM = b"\xef\xbb\xbf"


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no number in JSON")


def _integer(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ValueError(f"it holds a number of {len(digits)} digits")
    return int(digits)


def _no_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in pairs:
        if key in result:
            raise ValueError(f"the key {short(key)} stands twice")
        result[key] = value
    return result


def parse_json(raw: bytes, where: str, first_line: int = 1, most: int = MOST_BYTES) -> Any:
    """JSON, strictly: no NaN, no key twice. Raises InputError that names line and column.

    `first_line` is the number of the first line, for one line out of many.
    """
    if len(raw) > most:
        problem = f"is larger than {most:,} bytes"
        raise InputError([Fault(where, problem, "Send one history at a time.")])
    raw = raw.removeprefix(BOM)
    if not raw.strip():
        raise InputError([Fault(where, "is empty", 'Give a history, for example {"age": 72}.')])
    try:
        return json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_no_repeats,
            parse_constant=_no_constant,
            parse_int=_integer,
        )
    except json.JSONDecodeError as error:
        raise InputError([_broken(error, where, first_line)]) from None
    except UnicodeDecodeError as error:
        problem = f"is not UTF-8 text (byte {error.start + 1})"
        raise InputError([Fault(where, problem, "Save it as UTF-8.")]) from None
    except RecursionError:
        raise InputError([Fault(where, "is nested too deeply")]) from None
    except ValueError as error:
        raise InputError([Fault(where, f"is not usable: {error}")]) from None


def _broken(error: json.JSONDecodeError, where: str, first_line: int) -> Fault:
    mend = "Give one history, or use --ndjson for one a line." if error.msg == "Extra data" else ""
    place = f"line {first_line + error.lineno - 1} column {error.colno}"
    return Fault(where, f"is not JSON: {error.msg} at {place}", mend)
