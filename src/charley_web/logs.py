"""Logs that hold nothing of a person: where something broke, never the values it broke on."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType
from typing import TypeAlias

Broken: TypeAlias = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PrivateFormatter(logging.Formatter):
    """The kind of error and its place in the code. Messages of errors may quote an answer, so they go."""

    def __init__(self) -> None:
        super().__init__("{levelname} {name}: {message}", style="{")

    def formatException(self, ei: Broken) -> str:  # noqa: N802 (the name is logging's)
        kind, _, place = ei
        lines = [f"  {f.filename}:{f.lineno} in {f.name}" for f in traceback.extract_tb(place)]
        return "\n".join([kind.__name__ if kind else "Error", *lines])
