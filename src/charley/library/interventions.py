"""Interventions from their files; every id that they name is checked."""

from __future__ import annotations

from collections.abc import Mapping

from charley.library.files.interventions import (
    AdaptationShape,
    BarShape,
    DoseShape,
    InsteadShape,
    InterventionsFile,
    InterventionShape,
)
from charley.library.folder import Reader
from charley.library.situations import build_situations, named
from charley.library.workbench import Place, Workbench
from charley.records.interventions import Adaptation, Bar, Dose, Intervention, Interventions
from charley.records.situations import Situation

FOLDER = "interventions"
Known = Mapping[str, Situation]


def build_interventions(reader: Reader, bench: Workbench) -> Interventions:
    """The shelf of interventions, with the situations that they name."""
    situations = build_situations(reader, bench)
    files = reader.folder(FOLDER, InterventionsFile)
    ids = {shape.id for file in files for shape in file.shape.interventions}
    result: dict[str, Intervention] = {}
    for file in files:
        for index, shape in enumerate(file.shape.interventions):
            place = file.place.at("interventions", index)
            bench.once(shape.id, result, "intervention", place)
            _check(shape, ids, place, bench)
            result[shape.id] = _intervention(shape, situations, place, bench)
    return Interventions(result, situations)


def _check(shape: InterventionShape, ids: set[str], place: Place, bench: Workbench) -> None:
    for index, entry in enumerate(shape.instead):
        bench.known(entry.intervention, ids, "intervention", place.at("instead", index, "intervention"))
    for index, test in enumerate(shape.tests):
        bench.known(test, bench.ids.tests, "test", place.at("tests", index))


def _intervention(shape: InterventionShape, known: Known, place: Place, bench: Workbench) -> Intervention:
    return Intervention(
        id=shape.id,
        name=shape.name,
        kind=shape.kind,
        role=shape.role,
        part=shape.part,
        order=shape.order,
        summary=shape.summary,
        how=tuple(shape.how),
        worth_it=shape.worth_it,
        worth_it_when=named(shape.worth_it_when, known, place.at("worth_it_when"), bench),
        only_for=named(shape.only_for, known, place.at("only_for"), bench),
        instead=_instead(shape.instead, known, place.at("instead"), bench),
        leading=tuple(c for c in shape.leading if bench.known(c, bench.ids.causes, "cause", place)),
        effect=shape.effect,
        figures=bench.figures(shape.figures, place.at("figures")),
        population=shape.population,
        trials=shape.trials,
        certainty=shape.certainty,
        harms=tuple(shape.harms),
        never_when=_bars(shape.never_when, known, place.at("never_when"), bench),
        ask_first_when=_bars(shape.ask_first_when, known, place.at("ask_first_when"), bench),
        adapt_when=_adaptations(shape.adapt_when, known, place.at("adapt_when"), bench),
        dose=_dose(shape.dose, place.at("dose"), bench),
        relief=shape.relief,
        exercise=shape.exercise,
        tests=tuple(shape.tests),
        for_clinicians=shape.for_clinicians,
        sources=bench.sources(shape.sources, place.at("sources")),
    )


def _instead(
    shapes: list[InsteadShape], known: Known, place: Place, bench: Workbench
) -> tuple[tuple[Situation, str], ...]:
    return tuple(
        (known[shape.situation], shape.intervention)
        for index, shape in enumerate(shapes)
        if bench.known(shape.situation, known, "situation", place.at(index, "situation"))
    )


def _bars(shapes: list[BarShape], known: Known, place: Place, bench: Workbench) -> tuple[Bar, ...]:
    bars = []
    for index, shape in enumerate(shapes):
        here = place.at(index)
        if shape.source:
            bench.read_source(shape.source, here.at("source"))
        if bench.known(shape.situation, known, "situation", here.at("situation")):
            bars.append(Bar(known[shape.situation], shape.because, shape.source, shape.judged))
    return tuple(bars)


def _adaptations(
    shapes: list[AdaptationShape], known: Known, place: Place, bench: Workbench
) -> tuple[Adaptation, ...]:
    return tuple(
        Adaptation(known[shape.situation], shape.do)
        for index, shape in enumerate(shapes)
        if bench.known(shape.situation, known, "situation", place.at(index, "situation"))
    )


def _dose(shape: DoseShape | None, place: Place, bench: Workbench) -> Dose | None:
    if shape is None:
        return None
    bench.read_source(shape.source, place.at("source"))
    return Dose(shape.text, shape.stated_by, shape.source)
