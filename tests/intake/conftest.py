"""The reader with the library and the lexicon of the package."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from charley.intake import Story
from charley.library import load
from charley.reading.telling import story_of
from charley.records.library import Library

DAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def library() -> Library:
    return load()


@pytest.fixture(scope="session")
def tell(library: Library) -> Callable[[str], Story]:
    return lambda text: story_of(text, library, DAY)
