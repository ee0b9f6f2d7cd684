"""Items as they come, and the result of each in order: here when they are few, in workers when many."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator
from typing import Generic, Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 200
"""Fewer items than this are done before workers would have started."""


class Feed(Protocol[Item]):
    """Where items come from."""

    def take(self, most: int, wait: bool = True) -> list[Item]:
        """At most so many items, fewer when no more are there yet. With `wait`, none means the end."""
        ...


def usable_cores() -> int:
    """How many cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return min(os.cpu_count() or 1, 61)  # Windows waits for at most 61 processes


def in_order(feed: Feed[Item], work: Callable[[Item], Result], jobs: int) -> Generator[Result, None, None]:
    """The result of every item, in order.

    `work` must be a function that can be pickled, such as a `functools.partial` of one in a module.
    """
    left = FEW
    taken: list[Item] = []
    while jobs == 1 or left > 0:
        items = feed.take(1 if jobs == 1 else left)
        if not items:
            return
        if jobs > 1 and len(items) == left:
            taken = items
            break
        left -= len(items)
        for item in items:
            yield work(item)
    from charley.many.workers import in_workers  # only when needed: it costs start-up time

    yield from in_workers(_Started(feed, taken), work, jobs)


class _Started(Generic[Item]):
    """A feed of which some items were taken already."""

    def __init__(self, feed: Feed[Item], taken: list[Item]) -> None:
        self._feed = feed
        self._taken = taken

    def take(self, most: int, wait: bool = True) -> list[Item]:
        if not self._taken:
            return self._feed.take(most, wait)
        items, self._taken = self._taken[:most], self._taken[most:]
        return items
