"""What every test shares: the built-in library, and short ways to tell and assess a history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import settings

from charley.assess import assess
from charley.assessment import Assessment
from charley.history import History
from charley.library import load
from charley.reading import read_history
from charley.records.library import Library

TODAY = date(2026, 11, 21)

settings.register_profile("charley", deadline=None)  # a busy machine is no defect
settings.load_profile("charley")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-golden",
        action="store_true",
        help="write the golden files of tests/golden anew instead of comparing with them",
    )


@pytest.fixture(scope="session")
def library() -> Library:
    return load()


@pytest.fixture(scope="session")
def told(library: Library) -> Callable[..., History]:
    """A history as told, with the findings as keywords."""

    def tell(age: float | None = 50, **findings: Any) -> History:
        data: dict[str, Any] = {"findings": findings} | ({} if age is None else {"age": age})
        return read_history(data, library, TODAY)

    return tell


@pytest.fixture(scope="session")
def assessed(library: Library) -> Callable[[dict[str, Any]], Assessment]:
    """The assessment of a history as told in JSON."""

    def run(data: dict[str, Any]) -> Assessment:
        return assess(read_history(data, library, TODAY), library)

    return run
