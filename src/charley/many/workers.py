"""Work on many items in worker processes: answers in order, bounded memory, nothing left behind.

Workers are started afresh (spawn), never forked, so it makes no difference what else this process runs. Each
is handed the work, with all that belongs to it, once. Items go out in chunks, and only so many that a slow
consumer holds the feed back. When workers are lost, this process goes on by itself.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from types import ModuleType
from typing import Any

from charley.many.feed import Feed, Item, Result

CHUNK = 32
AHEAD = 2
"""Chunks handed out for each worker: one in work, one waiting."""


def in_workers(feed: Feed[Item], work: Callable[[Item], Result], jobs: int) -> Iterator[Result]:
    """Chunks go out while they are there; the oldest is waited for only when no more may go out."""
    pool = ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_start, initargs=(pickle.dumps(work),)
    )
    waiting: deque[tuple[list[Item], Future[list[Result]] | None]] = deque()
    try:
        while True:
            while len(waiting) < AHEAD * jobs and (items := feed.take(CHUNK, wait=not waiting)):
                waiting.append((items, _submit(pool, items)))
            if not waiting:
                return
            yield from _finished(*waiting.popleft(), work)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, items: list[Item]) -> Future[list[Any]] | None:
    """Hand a chunk out, or keep it when the workers are lost."""
    try:
        with _interrupt_held_back(), _without_main():
            return pool.submit(_do, items)
    except BrokenProcessPool:
        return None


def _finished(
    items: list[Item], future: Future[list[Result]] | None, work: Callable[[Item], Result]
) -> Iterator[Result]:
    if future is not None:
        try:
            results = future.result()
        except BrokenProcessPool:
            future = None
    if future is None:
        yield from map(work, items)
    else:
        yield from results


@contextmanager
def _interrupt_held_back() -> Iterator[None]:
    """An interrupt is for this process alone: workers start with it held back, and never see it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _without_main() -> Iterator[None]:
    """Workers start without the program that runs here: a spawned process would run it once more."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


_work: Callable[[Any], Any]
"""In a worker: what it does."""


def _start(work: bytes) -> None:
    """In a worker: take the work, and end when the process that asked for it is gone."""
    global _work
    _work = pickle.loads(work)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(items: list[Any]) -> list[Any]:
    """In a worker: one chunk."""
    return [_work(item) for item in items]
