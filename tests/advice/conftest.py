"""Short ways to tell a history for advice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from charley.history import History
from charley.reading import read_history
from charley.records.library import Library


@pytest.fixture(scope="session")
def read(library: Library) -> Callable[[dict[str, object]], History]:
    """A history as told in JSON."""
    return lambda data: read_history(data, library, date(2026, 11, 21))
