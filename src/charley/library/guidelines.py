"""Guidelines from their files."""

from __future__ import annotations

from collections.abc import Mapping

from charley.library.files.guidelines import GuidelinesFile, GuidelineShape
from charley.library.folder import Reader
from charley.library.situations import build_situations, named
from charley.library.workbench import Place, Workbench
from charley.records.guidelines import Guideline, GuidelinePoint, Guidelines
from charley.records.situations import Situation

FOLDER = "guidelines"


def build_guidelines(reader: Reader, bench: Workbench) -> Guidelines:
    """The shelf of guidelines. A body none of whose sources was read has no point that counts as read."""
    situations = build_situations(reader, bench)
    result: dict[str, Guideline] = {}
    for file in reader.folder(FOLDER, GuidelinesFile):
        for index, shape in enumerate(file.shape.guidelines):
            place = file.place.at("guidelines", index)
            bench.once(shape.id, result, "guideline", place)
            result[shape.id] = _guideline(shape, situations, place, bench)
    return Guidelines(result)


def _guideline(
    shape: GuidelineShape, situations: Mapping[str, Situation], place: Place, bench: Workbench
) -> Guideline:
    sources = bench.sources(shape.sources, place.at("sources"))
    read = any(id_ in bench.ids.sources and bench.ids.sources[id_].seen for id_ in sources)
    points = []
    for index, point in enumerate(shape.points):
        here = place.at("points", index)
        if point.seen and not read:
            bench.fault(
                here, "no source of this body was read", "Say seen: false, or name one that was read."
            )
        when = named(point.when, situations, here.at("when"), bench)
        points.append(GuidelinePoint(point.topic, point.says, point.strength, point.seen, when))
    return Guideline(
        shape.id, shape.body, shape.year, shape.country, shape.scope, shape.status, tuple(points), sources
    )
