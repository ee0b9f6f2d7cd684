"""The rows of the kernel's tables as C lays them out (see kernel.h)."""

from __future__ import annotations

from struct import Struct

EACH, CHOICE, NUMBER, SILENCE = range(4)
OF_EPISODE, OF_SIGN, ONE_SIDED = 1, 2, 4
NEVER, LOGIT, LOG = range(3)

PARAMETER = Struct("@2i11d2i")
GROUP = Struct("@6i3d")
CAUSE = Struct("@6iIid")
SIGN = Struct("@6id")
SHOWS = Struct("@3i2d")
FEATURE = Struct("@i2d")
TELLS = Struct("@i2d")


def padded(row: Struct, *values: float) -> bytes:
    """One row, filled up to the alignment of the next."""
    data = row.pack(*values)
    return data + bytes(-len(data) % 8)
