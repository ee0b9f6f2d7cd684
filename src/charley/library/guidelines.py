"""Guidelines from their files."""

from __future__ import annotations

from collections.abc import Mapping

from charley.library.files.guidelines import GuidelinesFile, GuidelineShape
from charley.library.folder import Reader
from charley.library.situations import build_situations, named
from charley.library.workbench import Place, Placed, Workbench
from charley.records.guidelines import Guideline, GuidelinePoint, Guidelines
from charley.records.situations import Situation

FOLDER = "guidelines"


def build_guidelines(reader: Reader, bench: Workbench) -> Guidelines:
    """The shelf of guidelines. A body none of whose sources was read has no point that counts as read."""
    situations = build_situations(reader, bench)
    result: dict[str, Guideline] = {}
    leading: dict[str, frozenset[str]] = {}
    for file in reader.folder(FOLDER, GuidelinesFile):
        for index, shape in enumerate(file.shape.guidelines):
            place = file.place.at("guidelines", index)
            bench.once(shape.id, result, "guideline", place)
            result[shape.id] = _guideline(shape, situations, place, bench)
        leading |= _leading(file, situations, bench)
    return Guidelines(result, leading)


def _leading(
    file: Placed[GuidelinesFile], situations: Mapping[str, Situation], bench: Workbench
) -> dict[str, frozenset[str]]:
    """Each situation with the causes that a point about it is for; no situation: points for everybody."""
    found: dict[str, frozenset[str]] = {}
    for index, shape in enumerate(file.shape.leading):
        place = file.place.at("leading", index)
        named(shape.situations, situations, place.at("situations"), bench)
        for number, cause in enumerate(shape.causes):
            bench.known(cause, bench.ids.causes, "cause", place.at("causes", number))
        found |= dict.fromkeys(shape.situations or [""], frozenset(shape.causes))
    return found


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
