"""The lines of a stream as they come: bounded, numbered, and without waiting for more than is there."""

from __future__ import annotations

from select import select
from typing import IO

from charley.reading.strict import MOST_BYTES

BLOCK = 1 << 16


class Lines:
    """A Feed of (number, line). Blank lines are counted and left out.

    Of a line past the limit only its start is kept, one byte past the limit.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._held = bytearray()
        self._ended = False
        self._number = 0

    def take(self, most: int, wait: bool = True) -> list[tuple[int, bytes]]:
        """At most so many lines, fewer when no more are there yet. With `wait`, none means the end."""
        taken: list[tuple[int, bytes]] = []
        size = 0
        while len(taken) < most and size <= MOST_BYTES:
            may_wait = wait and not taken
            if not (may_wait or self._is_ready()):
                break
            line = self._next()
            if not line:
                break
            self._number += 1
            if line.strip():
                taken.append((self._number, line))
                size += len(line)
        return taken

    def _is_ready(self) -> bool:
        """Whether a line (or at least its start) can be had without waiting."""
        if self._ended or b"\n" in self._held:
            return True
        try:
            return bool(select([self._stream], [], [], 0)[0])
        except (OSError, ValueError):
            return True  # no pipe and no terminal, or a system that cannot tell

    def _next(self) -> bytes:
        """The next line with its end, or nothing at the end."""
        seen = 0
        while (end := self._held.find(b"\n", seen)) < 0 and not self._ended and len(self._held) <= MOST_BYTES:
            seen = len(self._held)
            self._read()
        length = min(end + 1 if end >= 0 else len(self._held), MOST_BYTES + 1)
        line = bytes(self._held[:length])
        del self._held[:length]
        if length > MOST_BYTES and not line.endswith(b"\n"):
            self._skip_the_rest()
        return line

    def _skip_the_rest(self) -> None:
        while (end := self._held.find(b"\n")) < 0 and not self._ended:
            self._held.clear()
            self._read()
        del self._held[: end + 1 if end >= 0 else len(self._held)]

    def _read(self) -> None:
        block = self._stream.read1(BLOCK)  # type: ignore[attr-defined]  # of every buffered stream
        self._ended = not block
        self._held += block
