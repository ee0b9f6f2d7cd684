"""What follows from a library alone is worked out once for each library, not once for each person."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from charley.records.library import Library

T = TypeVar("T")

MOST_LIBRARIES = 4
"""How many libraries are remembered; one is usual."""


def once_per_library(work: Callable[[Library], T]) -> Callable[[Library], T]:
    """Remember what a function of the library alone gave, for the very same library (by identity)."""
    known: list[tuple[Library, T]] = []

    @wraps(work)
    def remembered(library: Library) -> T:
        for one, result in known:
            if one is library:
                return result
        result = work(library)
        known.append((library, result))
        del known[:-MOST_LIBRARIES]
        return result

    return remembered
