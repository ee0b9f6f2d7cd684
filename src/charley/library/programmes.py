"""The shelf of programmes."""

from __future__ import annotations

from charley.library.files.programmes import ProgrammeFile
from charley.library.folder import Reader
from charley.library.neighbours import all_known, build_bars, ids_of
from charley.library.workbench import Placed, Workbench
from charley.records.exercises import Evidence
from charley.records.programmes import Programme, Programmes


def build_programmes(reader: Reader, bench: Workbench) -> Programmes:
    """Every programme of the folder by id."""
    files = reader.folder("programmes", ProgrammeFile)
    return Programmes({file.shape.id: _programme(file, reader, bench) for file in files})


def _programme(file: Placed[ProgrammeFile], reader: Reader, bench: Workbench) -> Programme:
    shape, place = file.shape, file.place
    bench.named_like(shape.id, "programmes", place)
    known = ids_of("exercises", reader)
    return Programme(
        id=shape.id,
        name=shape.name,
        also=tuple(shape.also),
        summary=shape.summary,
        for_whom=shape.for_whom,
        when=shape.when,
        exercises=all_known(shape.exercises, known, "exercise", place.at("exercises"), bench),
        weeks=None if shape.weeks is None else bench.number(shape.weeks, place.at("weeks")),
        per_day=None if shape.per_day is None else bench.number(shape.per_day, place.at("per_day")),
        opening=shape.opening,
        closing=shape.closing,
        expect=shape.expect,
        stop_if=shape.stop_if,
        not_for=build_bars(shape.not_for, place.at("not_for"), reader, bench, "programmes"),
        evidence=Evidence(shape.evidence.grade, shape.evidence.says),
        figures=bench.figures(shape.figures, place.at("figures")),
        claims=tuple(shape.claims),
        interventions=tuple(shape.interventions),
        sources=bench.sources(shape.sources, place.at("sources")),
    )
