"""Lines that every page of the library is made of: numbers, sources, figures."""

from __future__ import annotations

from collections.abc import Iterable

from charley.records.catalogue import LabAction, LabRange
from charley.records.library import Library
from charley.records.numbers import Figure, Number, Source
from charley.wording import number_text


def number_line(number: Number, library: Library) -> str:
    """A number with its range, kind and source."""
    low, high = (number_text(round(x, 5)) for x in (number.low, number.high))
    text = f"{number_text(round(number.value, 5))} (range {low} to {high})"
    if number.kind == "judged":
        return f"{text}, judged: {number.why or number.word}"
    how = f", derived: {number.how}" if number.how else ""
    return f"{text}, {number.kind}, {library.sources[number.source].citation} [{number.where}]{how}"


def source_line(source: Source) -> str:
    """A citation with its address and whether somebody read it."""
    address = source.doi or source.url
    read = f"read: {source.read or 'yes'}" if source.seen else "not read by us"
    return f"[{source.id}] {source.citation}. {f'{address} ' if address else ''}({read})"


def source_lines(ids: Iterable[str], library: Library) -> list[str]:
    """The sources of a page under their heading, or nothing when it names none."""
    lines = [f"  {source_line(library.sources[id_])}" for id_ in ids]
    return ["", "Sources", *lines] if lines else []


def figure_lines(figures: Iterable[Figure]) -> list[str]:
    """Published figures, each with its population, note and source."""
    lines = []
    for figure in figures:
        extra = "; ".join(part for part in (figure.population, figure.note) if part)
        lines.append(f"  {figure.text}{f' ({extra})' if extra else ''} [{figure.source}]")
    return lines


def origin(entry: LabRange | LabAction) -> str:
    """Where a limit of a laboratory value comes from: "stated, some_source, table 2"."""
    return ", ".join(part for part in (entry.kind, entry.source, entry.where) if part)


def listed(label: str, names: Iterable[str]) -> list[str]:
    """One line "label: a, b", or nothing when there is no name."""
    text = ", ".join(names)
    return [f"{label}: {text}"] if text else []
