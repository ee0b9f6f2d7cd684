"""What the tests of the web pages share: a database, a browser-less client, and visits told in one go."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from charley_web import reads

EXAMPLES = Path(__file__).parents[2] / "examples"
Tell = Callable[..., Any]


@pytest.fixture(autouse=True)
def _database(db: None) -> Iterator[None]:
    """Sessions live in the database; every test starts with an empty memory too."""
    reads.forget()
    yield


@pytest.fixture
def tell(client: Client) -> Tell:
    """Open a history as a saved file: `tell(age=72, ...)`, or an example by its name."""

    def run(example: str | None = None, **history: Any) -> Any:
        data = json.loads((EXAMPLES / f"{example}.json").read_text()) if example else history
        file = SimpleUploadedFile("charley.json", json.dumps(data).encode(), "application/json")
        return client.post("/yours/open/", {"file": file})

    return run
