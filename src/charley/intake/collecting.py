"""Reading without the collector of cyclic garbage in between."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collected_later() -> Iterator[None]:
    """Put the collector off while a text is read, and on again behind it, whatever happens.

    Reading makes thousands of small values that live for milliseconds and form no cycles: counting frees
    them, and the collector would only walk through them, again and again (a tenth of the time). No more than
    the tokens of one text are read, so what is put off is bounded. A collector that was off stays off.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
