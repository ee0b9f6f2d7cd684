"""Situations from their files: the named conditions that the shelves of advice share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from charley.library.conditions import build_condition
from charley.library.files.situations import SituationsFile, SituationShape
from charley.library.folder import Reader
from charley.library.rules import WHOM
from charley.library.workbench import Place, Workbench
from charley.records.conditions import Condition
from charley.records.situations import Situation

FOLDER = "situations"


def build_situations(reader: Reader, bench: Workbench) -> Mapping[str, Situation]:
    """Every situation by id."""
    result: dict[str, Situation] = {}
    for file in reader.folder(FOLDER, SituationsFile):
        for index, shape in enumerate(file.shape.situations):
            place = file.place.at("situations", index)
            bench.once(shape.id, result, "situation", place)
            result[shape.id] = _situation(shape, place, bench)
    return result


def _situation(shape: SituationShape, place: Place, bench: Workbench) -> Situation:
    bench.known(
        shape.applies_to, WHOM | {"age_10_to_55_not_recorded_male"}, "group of people", place.at("applies_to")
    )
    return Situation(
        id=shape.id,
        says=shape.says,
        applies_to=shape.applies_to,
        when=_condition(shape.when, place.at("when"), bench),
        also_when=_condition(shape.also_when, place.at("also_when"), bench),
    )


def _condition(shape: Any, place: Place, bench: Workbench) -> Condition | None:
    return None if shape is None else build_condition(shape, place, bench)


def named(
    ids: Iterable[str], situations: Mapping[str, Situation], place: Place, bench: Workbench
) -> tuple[Situation, ...]:
    """The situations of these ids; an unknown one is a fault."""
    known = [
        situations[id_]
        for index, id_ in enumerate(ids)
        if bench.known(id_, situations, "situation", place.at(index))
    ]
    return tuple(known)
