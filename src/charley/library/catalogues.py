"""Medicines, illnesses and analytes from their files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from charley.library.conditions import COMPARISONS, build_condition, build_test
from charley.library.files import (
    AnalyteFile,
    ConversionShape,
    IllnessesFile,
    IllnessShape,
    LabActionShape,
    LabLinkShape,
    LabRangeShape,
    MedicinesFile,
    MedicineShape,
)
from charley.library.workbench import Place, Placed, Workbench
from charley.records.catalogue import (
    Analyte,
    Illness,
    LabAction,
    LabLink,
    LabRange,
    Medicine,
    MedicineClass,
)
from charley.records.conditions import Comparison, Condition, Has, Is
from charley.records.rules import Urgency
from charley.units import Conversion, find_conversion


def build_classes(files: Iterable[Placed[MedicinesFile]], bench: Workbench) -> dict[str, MedicineClass]:
    """Every medicine class by id."""
    result: dict[str, MedicineClass] = {}
    for file in files:
        for index, shape in enumerate(file.shape.classes):
            place = file.place.at("classes", index)
            bench.once(shape.id, result, "medicine class", place)
            background = bench.chance(shape.background, place.at("background"))
            result[shape.id] = MedicineClass(shape.id, shape.name, shape.about, background)
    return result


def build_medicines(files: Iterable[Placed[MedicinesFile]], bench: Workbench) -> dict[str, Medicine]:
    """Every medicine by id."""
    result: dict[str, Medicine] = {}
    for file in files:
        for index, shape in enumerate(file.shape.medicines):
            place = file.place.at("medicines", index)
            bench.once(shape.id, result, "medicine", place)
            result[shape.id] = _medicine(shape, place, bench)
    return dict(sorted(result.items()))


def _medicine(shape: MedicineShape, place: Place, bench: Workbench) -> Medicine:
    for index, class_ in enumerate(shape.classes):
        bench.known(class_, bench.ids.classes, "medicine class", place.at("classes", index))
    return Medicine(
        shape.id,
        shape.name,
        tuple(shape.also),
        tuple(shape.brands),
        tuple(dict.fromkeys(shape.classes)),
        shape.vague,
    )


def build_illnesses(files: Iterable[Placed[IllnessesFile]], bench: Workbench) -> dict[str, Illness]:
    """Every known illness by id."""
    result: dict[str, Illness] = {}
    for file in files:
        for index, shape in enumerate(file.shape.conditions):
            place = file.place.at("conditions", index)
            bench.once(shape.id, result, "condition", place)
            result[shape.id] = _illness(shape, place, bench)
    return dict(sorted(result.items()))


def _illness(shape: IllnessShape, place: Place, bench: Workbench) -> Illness:
    gives: list[Is | Has] = []
    for index, given in enumerate(shape.gives):
        test = build_test(given, place.at("gives", index), bench)
        if isinstance(test, Is | Has):
            gives.append(test)
        else:
            bench.fault(place.at("gives", index), "an illness gives an answer: use is or has")
    background = None
    if shape.background is not None:
        background = bench.chance(shape.background, place.at("background"))
    return Illness(shape.id, shape.name, tuple(shape.also), tuple(shape.icd10cm), tuple(gives), background)


def conversions(units: dict[str, float | ConversionShape]) -> dict[str, Conversion]:
    """The conversion table of an analyte."""
    return {
        unit: Conversion(value.factor, value.offset)
        if isinstance(value, ConversionShape)
        else Conversion(value)
        for unit, value in units.items()
    }


def build_analytes(files: Iterable[Placed[AnalyteFile]], bench: Workbench) -> dict[str, Analyte]:
    """Every analyte by id."""
    result = {file.shape.id: _analyte(file.shape, file.place, bench) for file in files}
    return dict(sorted(result.items()))


def _analyte(shape: AnalyteFile, place: Place, bench: Workbench) -> Analyte:
    bench.named_like(shape.id, "labs", place)
    units = conversions(shape.units)
    own = find_conversion(units, shape.unit)
    if own != Conversion(1.0):
        bench.fault(place.at("unit"), f"'{shape.unit}' must stand in 'units' with the factor 1")
    for unit in shape.bare:
        if find_conversion(units, unit) is None:
            bench.fault(place.at("bare"), f"'{unit}' must stand in 'units'")
    if shape.test:
        bench.known(shape.test, bench.ids.tests, "test", place.at("test"))
    return Analyte(
        id=shape.id,
        name=shape.name,
        also=tuple(shape.also),
        loinc=tuple(shape.loinc),
        unit=shape.unit,
        units=units,
        plausible=shape.plausible,
        test=shape.test,
        ranges=tuple(_range(r, place.at("ranges", i), bench) for i, r in enumerate(shape.ranges)),
        actions=tuple(_action(a, place.at("action", i), bench) for i, a in enumerate(shape.action)),
        speaks_for=tuple(_link(s, place.at("speaks_for", i), bench) for i, s in enumerate(shape.speaks_for)),
        bare=tuple(shape.bare),
    )


def _when(shape: Any, place: Place, bench: Workbench) -> Condition | None:
    return None if shape is None else build_condition(shape, place.at("when"), bench)


def _check_kind(shape: LabRangeShape | LabActionShape, place: Place, bench: Workbench) -> None:
    if shape.kind == "judged":
        if not shape.why:
            bench.fault(place, "a judged limit needs 'why'")
        if shape.source:
            bench.known(shape.source, bench.ids.sources, "source", place.at("source"))
    elif not (shape.source and shape.where):
        bench.fault(place, f"a {shape.kind} limit needs 'source' and 'where'")
    else:
        bench.read_source(shape.source, place.at("source"))


def _limit(shape: LabActionShape | LabLinkShape, place: Place, bench: Workbench) -> tuple[Comparison, float]:
    try:
        side, value = shape.limit()
    except ValueError as error:
        bench.fault(place, str(error))
        return "below", 0.0
    return COMPARISONS[side], value


def _range(shape: LabRangeShape, place: Place, bench: Workbench) -> LabRange:
    _check_kind(shape, place, bench)
    return LabRange(
        shape.low, shape.high, _when(shape.when, place, bench), shape.kind, shape.source, shape.where
    )


def _action(shape: LabActionShape, place: Place, bench: Workbench) -> LabAction:
    _check_kind(shape, place, bench)
    comparison, value = _limit(shape, place, bench)
    when = _when(shape.when, place, bench)
    level = Urgency.of(shape.level)
    return LabAction(comparison, value, level, when, shape.why, shape.kind, shape.source, shape.where)


def _link(shape: LabLinkShape, place: Place, bench: Workbench) -> LabLink:
    bench.known(shape.cause, bench.ids.causes, "cause", place.at("cause"))
    comparison, value = _limit(shape, place, bench)
    return LabLink(
        shape.cause,
        comparison,
        value,
        bench.chance(shape.chance, place.at("chance")),
        bench.chance(shape.background, place.at("background")),
    )
