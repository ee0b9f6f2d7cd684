"""The shelf of exercises."""

from __future__ import annotations

from charley.library.files.exercises import DoseShape, ExerciseFile
from charley.library.folder import Reader
from charley.library.neighbours import build_bars
from charley.library.poses import build_drawing
from charley.library.shapes import NumberShape
from charley.library.workbench import Place, Placed, Workbench
from charley.records.exercises import Cues, Dose, Evidence, Exercise, Exercises
from charley.records.numbers import Number


def build_exercises(reader: Reader, bench: Workbench) -> Exercises:
    """Every exercise of the folder by id."""
    files = reader.folder("exercises", ExerciseFile)
    return Exercises({file.shape.id: _exercise(file, reader, bench) for file in files})


def _exercise(file: Placed[ExerciseFile], reader: Reader, bench: Workbench) -> Exercise:
    shape, place = file.shape, file.place
    bench.named_like(shape.id, "exercises", place)
    if shape.cues.rest == "" and shape.dose.rest is not None:
        bench.fault(place.at("cues"), "'rest' is missing, yet the dose has a rest", "Say what to do then.")
    return Exercise(
        id=shape.id,
        name=shape.name,
        also=tuple(shape.also),
        kind=shape.kind,
        summary=shape.summary,
        muscles=tuple(shape.muscles),
        position=shape.position,
        sides=shape.sides,
        dose=_dose(shape.dose, place.at("dose"), bench),
        told_as=shape.told_as,
        cues=Cues(shape.cues.ready, shape.cues.hold, shape.cues.rest),
        steps=tuple(shape.steps),
        feel=shape.feel,
        cautions=tuple(shape.cautions),
        not_for=build_bars(shape.not_for, place.at("not_for"), reader, bench, "exercises"),
        evidence=Evidence(shape.evidence.grade, shape.evidence.says),
        figures=bench.figures(shape.figures, place.at("figures")),
        claims=tuple(shape.claims),
        interventions=tuple(shape.interventions),
        sources=bench.sources(shape.sources, place.at("sources")),
        drawing=build_drawing(shape.drawing),
    )


def _dose(shape: DoseShape, place: Place, bench: Workbench) -> Dose:
    def number(given: NumberShape | None, key: str) -> Number | None:
        return None if given is None else bench.number(given, place.at(key))

    return Dose(
        hold=number(shape.hold, "hold"),
        repetitions=number(shape.repetitions, "repetitions"),
        rest=number(shape.rest, "rest"),
        lasts=number(shape.lasts, "lasts"),
        ready=shape.ready,
    )
