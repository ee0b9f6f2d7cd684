"""The shelf of circumstances."""

from __future__ import annotations

from typing import Any

from charley.library.conditions import build_condition
from charley.library.files.circumstances import CircumstanceFile
from charley.library.folder import Reader
from charley.library.workbench import Place, Placed, Workbench
from charley.records.circumstances import Circumstance, Circumstances
from charley.records.conditions import Condition

GROUPS = {"pregnant", "pregnant_or_recent_birth", "child", "adult"}


def build_circumstances(reader: Reader, bench: Workbench) -> Circumstances:
    """Every circumstance of the folder by id."""
    files = reader.folder("circumstances", CircumstanceFile)
    return Circumstances({file.shape.id: _circumstance(file, bench) for file in files})


def _circumstance(file: Placed[CircumstanceFile], bench: Workbench) -> Circumstance:
    shape, place = file.shape, file.place
    bench.named_like(shape.id, "circumstances", place)
    if shape.group:
        bench.known(shape.group, GROUPS, "group of people", place.at("group"))
    return Circumstance(
        id=shape.id,
        name=shape.name,
        ask=shape.ask,
        check=shape.check,
        when=_optional(shape.when, place.at("when"), bench),
        not_when=_optional(shape.not_when, place.at("not_when"), bench),
        group=shape.group,
        asked_first=shape.asked_first,
        flag=shape.flag,
        sources=bench.sources(shape.sources, place.at("sources")),
    )


def _optional(shape: Any, place: Place, bench: Workbench) -> Condition | None:
    return None if shape is None else build_condition(shape, place, bench)
