"""Cells that were met before are not read again, and what is unusual is read as a single history."""

from __future__ import annotations

from typing import Any

import polars
import pytest

import charley.many.parts
from charley.library import load
from charley.many.knowledge import knowledge
from charley.many.reader import Reader
from charley.reading import read_history

TOLD: dict[str, Any] = {
    "id": "a",
    "age": 61,
    "sex": "male",
    "findings": {"one_leg_swollen": True, "diabetes": "no"},
    "medicines": ["furosemide", "simvastatin"],
}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Everything that the reader of single histories was given."""
    seen: list[Any] = []

    def spy(data: Any, *rest: Any) -> Any:
        seen.append(data)
        return read_history(data, *rest)

    monkeypatch.setattr(charley.many.parts, "read_history", spy)
    monkeypatch.setattr("charley.many.reader.read_history", spy)
    return seen


def reader() -> Reader:
    return Reader(load(), knowledge(load()).atoms, None)


def test_a_cell_is_read_once_however_often_it_stands(read: list[Any]) -> None:
    chunk = reader().read(polars.DataFrame([TOLD] * 50))
    assert len(read) == 6  # age, sex, two answers, two medicines
    assert chunk.ids == ["a"] * 50
    assert len(chunk.parts) == 300


def test_true_and_one_are_not_the_same_answer(read: list[Any]) -> None:
    told = ['{"one_leg_swollen": true}', '{"one_leg_swollen": 1}', '{"one_leg_swollen": 1.0}']
    chunk = reader().read(polars.DataFrame({"findings": told}))
    assert sorted(chunk.errors) == [1, 2]


def test_a_row_with_a_fault_is_read_whole_and_names_every_fault(read: list[Any]) -> None:
    wrong = TOLD | {"age": 300, "findings": {"one_leg_swollen": "perhaps"}}
    chunk = reader().read(polars.DataFrame([wrong], strict=False))
    assert read[-1]["age"] == 300
    assert "age: " in chunk.errors[0]
    assert "findings.one_leg_swollen: " in chunk.errors[0]
    assert chunk.parts == []


def test_where_something_was_not_understood_is_named_in_the_order_of_a_history() -> None:
    told = {"medicines": ["simvastatin", "xyzzy"], "conditions": ["plugh"]}
    chunk = reader().read(polars.DataFrame([told]))
    assert chunk.missed == {0: ["conditions[0]", "medicines[1]"]}
