"""Numbers, sources and figures as lines."""

from __future__ import annotations

import pytest

from charley.formats.pages.lines import figure_lines, listed, number_line, source_line, source_lines
from charley.records.library import Library
from charley.records.numbers import Figure, Number, Source


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (Number(0.3, 0.2, 0.4, "judged", why="one in three"), "0.3 (range 0.2 to 0.4), judged: one in three"),
        (Number(0.7, 0.5, 0.85, "judged", word="often"), "0.7 (range 0.5 to 0.85), judged: often"),
        (Number(1 / 3, 0.1, 0.5, "judged", why="a third"), "0.33333 (range 0.1 to 0.5), judged: a third"),
    ],
    ids=["judged with a reason", "judged by a word", "a number is cut after five places"],
)
def test_a_judged_number_says_why(library: Library, number: Number, line: str) -> None:
    assert number_line(number, library) == line


@pytest.mark.parametrize(("kind", "how"), [("stated", ""), ("derived", "1 - p")])
def test_a_number_with_a_source_cites_it_and_its_place(library: Library, kind: str, how: str) -> None:
    source = next(iter(library.sources.values()))
    number = Number(0.3, 0.2, 0.4, kind, source=source.id, where="table 2", how=how)  # type: ignore[arg-type]
    line = number_line(number, library)
    assert line.startswith(f"0.3 (range 0.2 to 0.4), {kind}, {source.citation} [table 2]")
    assert line.endswith(", derived: 1 - p") is bool(how)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (Source("a", "Book", doi="10.1/x", seen=True, read="abstract"), "[a] Book. 10.1/x (read: abstract)"),
        (Source("a", "Book", url="https://x", seen=True), "[a] Book. https://x (read: yes)"),
        (Source("a", "Book", seen=False), "[a] Book. (not read by us)"),
    ],
    ids=["with a DOI", "with an address", "from memory"],
)
def test_a_source_says_whether_somebody_read_it(source: Source, line: str) -> None:
    assert source_line(source) == line


def test_a_figure_carries_population_note_and_source() -> None:
    figures = [Figure("1 in 3", "a", "adults", "small"), Figure("2 in 5", "b")]
    assert figure_lines(figures) == ["  1 in 3 (adults; small) [a]", "  2 in 5 [b]"]


def test_nothing_is_listed_without_a_name(library: Library) -> None:
    assert listed("Also called", []) == []
    assert listed("Also called", ["a", "b"]) == ["Also called: a, b"]
    assert source_lines([], library) == []
