"""Ids of a neighbouring shelf, known by the names of its files, so that links across shelves are checked."""

from __future__ import annotations

from collections.abc import Sequence

from charley.library.files.exercises import BarShape
from charley.library.folder import Reader
from charley.library.workbench import Place, Workbench
from charley.records.exercises import Bar


def ids_of(shelf: str, reader: Reader) -> set[str]:
    """The ids of a shelf whose files carry the id that each defines."""
    return {file.stem for file in (reader.directory / shelf).glob("*.yaml")}


def all_known(
    names: Sequence[str], known: set[str], kind: str, place: Place, bench: Workbench
) -> tuple[str, ...]:
    """The names, with a fault for each that is unknown."""
    for index, name in enumerate(names):
        bench.known(name, known, kind, place.at(index))
    return tuple(names)


def build_bars(
    shapes: Sequence[BarShape], place: Place, reader: Reader, bench: Workbench, instead: str
) -> tuple[Bar, ...]:
    """Whom something is not for; `instead` is the shelf that holds what to do in its place."""
    circumstances, others = ids_of("circumstances", reader), ids_of(instead, reader)
    for index, shape in enumerate(shapes):
        bench.known(shape.circumstance, circumstances, "circumstance", place.at(index, "circumstance"))
        if shape.instead:
            bench.known(shape.instead, others, instead[:-1], place.at(index, "instead"))
    return tuple(Bar(shape.circumstance, shape.because, shape.instead) for shape in shapes)
