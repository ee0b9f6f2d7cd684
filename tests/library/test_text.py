"""YAML as text: no scalar changes its type, every value knows its line."""

from __future__ import annotations

from pathlib import Path
from string import ascii_lowercase
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from charley.library.text import Document, read_document

WORDS = st.text(ascii_lowercase + " &*#:'\"-{}[]!%é", min_size=1, max_size=12)
TREES = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4) | st.dictionaries(WORDS, inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


def read(text: str, folder: Path) -> Document:
    file = folder / "file.yaml"
    file.write_text(text, encoding="utf-8")
    return read_document(file, "file.yaml")


@pytest.mark.parametrize(
    "scalar",
    [
        "no",
        "yes",
        "on",
        "Off",
        "true",
        "1",
        "1.50",
        "1e3",
        "0x1F",
        "010",
        "1_000",
        "2026-11-01",
        "12:30",
        ".inf",
    ],
)
def test_a_scalar_stays_the_text_that_was_written(scalar: str, tmp_path: Path) -> None:
    assert read(f"answer: {scalar}\nmany: [{scalar}]\n", tmp_path).data == {
        "answer": scalar,
        "many": [scalar],
    }


@pytest.mark.parametrize("written", ["", "~", "null", "Null"])
def test_a_key_without_a_value_is_a_fault_at_its_line(written: str, tmp_path: Path) -> None:
    document = read(f"a: 1\nb: {written}\nc: 2\n", tmp_path)
    assert [(fault.where, fault.problem) for fault in document.faults] == [
        ("file.yaml:2", "here is no value")
    ]


@pytest.mark.parametrize("written", ["'null'", '""', "'~'", "nothing"])
def test_quoted_nothing_is_text(written: str, tmp_path: Path) -> None:
    document = read(f"a: {written}\n", tmp_path)
    assert document.faults == []
    assert isinstance(document.data["a"], str)


@pytest.mark.parametrize(
    "text",
    ["a: salt & water\n", "a: '&b'\n", "a: |\n  &b\n", "# &b\na: 1\n", "a: https://example.org/?x=1&y=2\n"],
)
def test_an_ampersand_in_a_text_is_no_anchor(text: str, tmp_path: Path) -> None:
    assert read(text, tmp_path).faults == []


def test_every_anchor_is_named_with_its_line(tmp_path: Path) -> None:
    document = read("a: &x 1\nb: &y [2]\nc: *x\nd: *y\n", tmp_path)
    assert [fault.where for fault in document.faults] == ["file.yaml:1", "file.yaml:2"]
    assert document.data is None


def test_a_repeated_key_is_a_fault_at_the_second_and_the_first_is_kept(tmp_path: Path) -> None:
    document = read("a: 1\nb:\n  c: 2\n  d: 3\n  c: 4\n", tmp_path)
    assert [fault.where for fault in document.faults] == ["file.yaml:5"]
    assert document.data == {"a": "1", "b": {"c": "2", "d": "3"}}


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("id",), 1),
        (("when",), 2),
        (("when", "all"), 3),
        (("when", "all", 0), 4),
        (("when", "all", "all", 0), 4),
        (("when", "all", "all", 1, "finding", "finding"), 5),
        (("when", "all", "all", 1, "finding", "at_least"), 6),
        (("when", "all", 1, "at_least"), 6),
        (("prior", "number", "value"), 8),
        (("prior", "id"), 7),
        (("nowhere", "at_all"), 1),
    ],
    ids=str,
)
def test_a_path_with_or_without_the_names_of_forms_finds_its_line(
    path: tuple[str | int, ...], line: int, tmp_path: Path
) -> None:
    text = (
        "id: x\nwhen:\n  all:\n    - swollen\n    - finding: minutes\n      at_least: 3\nprior:\n  value: 2\n"
    )
    assert read(text, tmp_path).line(path) == line


@given(TREES)
def test_what_a_writer_of_yaml_writes_is_read_back_as_it_was(tree: Any) -> None:
    text = yaml.safe_dump(tree, default_style='"', allow_unicode=True, sort_keys=False)
    with TemporaryDirectory() as folder:
        document = read(text, Path(folder))
    assert document.faults == []
    assert document.data == tree
    assert all(1 <= line <= text.count("\n") + 1 for line in document.lines.values())


@given(
    st.lists(st.text(ascii_lowercase, min_size=1), min_size=1, max_size=20, unique=True), st.integers(0, 3)
)
def test_keys_written_one_a_line_have_those_lines(keys: list[str], blank: int) -> None:
    text = "\n" * blank + "".join(f"'{key}': x\n" for key in keys)
    with TemporaryDirectory() as folder:
        document = read(text, Path(folder))
    assert [document.line((key,)) for key in keys] == list(range(blank + 1, blank + 1 + len(keys)))
