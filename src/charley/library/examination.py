"""The examination list, and what must not be missed, from their files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from charley.library.conditions import build_condition
from charley.library.files.examination import ExaminationFile, ExamLineShape, NotMissedShape
from charley.library.folder import Reader
from charley.library.workbench import Place, Placed, Workbench
from charley.records.conditions import Condition
from charley.records.examination import Examination, ExamLine, NotMissed

FOLDER = "examination"


def build_examination(reader: Reader, bench: Workbench) -> Examination:
    """The shelf of what a clinician examines and must not miss."""
    lines: dict[str, ExamLine] = {}
    missed: dict[str, NotMissed] = {}
    causes: dict[str, Condition] = {}
    tests: dict[str, Condition] = {}
    once: list[tuple[str, ...]] = []
    for file in reader.folder(FOLDER, ExaminationFile):
        _lines(file, lines, bench)
        _not_missed(file, missed, bench)
        _only_with(file, causes, tests, bench)
        for index, row in enumerate(file.shape.tests_once):
            _known(row, bench.ids.tests, "test", file.place.at("tests_once", index), bench)
            once.append(tuple(row))
    return Examination(lines, tuple(missed.values()), causes, tests, tuple(once))


def _lines(file: Placed[ExaminationFile], lines: dict[str, ExamLine], bench: Workbench) -> None:
    for index, shape in enumerate(file.shape.examine):
        place = file.place.at("examine", index)
        bench.once(shape.id, lines, "line", place)
        lines[shape.id] = _line(shape, place, bench)


def _line(shape: ExamLineShape, place: Place, bench: Workbench) -> ExamLine:
    _known(shape.causes, bench.ids.causes, "cause", place.at("causes"), bench)
    return ExamLine(
        id=shape.id,
        says=shape.says,
        causes=frozenset(shape.causes),
        sources=bench.sources(shape.sources, place.at("sources")),
        when=_condition(shape.when, place.at("when"), bench),
    )


def _not_missed(file: Placed[ExaminationFile], missed: dict[str, NotMissed], bench: Workbench) -> None:
    for index, shape in enumerate(file.shape.not_missed):
        place = file.place.at("not_missed", index)
        bench.once(shape.id, missed, "entry", place)
        missed[shape.id] = _entry(shape, place, bench)


def _entry(shape: NotMissedShape, place: Place, bench: Workbench) -> NotMissed:
    _known(shape.beside, bench.ids.causes, "cause", place.at("beside"), bench)
    _known(shape.causes, bench.ids.causes, "cause", place.at("causes"), bench)
    _known(shape.tests, bench.ids.tests, "test", place.at("tests"), bench)
    return NotMissed(
        id=shape.id,
        when=_condition(shape.when, place.at("when"), bench),
        beside=frozenset(shape.beside),
        causes=tuple(shape.causes),
        also=tuple(shape.also),
        tests=tuple(shape.tests),
        suspect=shape.suspect,
        last=shape.last,
        sources=bench.sources(shape.sources, place.at("sources")),
    )


def _only_with(
    file: Placed[ExaminationFile],
    causes: dict[str, Condition],
    tests: dict[str, Condition],
    bench: Workbench,
) -> None:
    for index, one in enumerate(file.shape.only_with):
        place = file.place.at("only_with", index)
        bench.known(one.cause, bench.ids.causes, "cause", place.at("cause"))
        bench.once(one.cause, causes, "cause", place)
        bench.sources(one.sources, place.at("sources"))
        causes[one.cause] = build_condition(one.when, place.at("when"), bench)
    for index, other in enumerate(file.shape.tests_only_with):
        place = file.place.at("tests_only_with", index)
        bench.known(other.test, bench.ids.tests, "test", place.at("test"))
        bench.once(other.test, tests, "test", place)
        bench.sources(other.sources, place.at("sources"))
        tests[other.test] = build_condition(other.when, place.at("when"), bench)


def _condition(shape: Any, place: Place, bench: Workbench) -> Condition | None:
    return None if shape is None else build_condition(shape, place, bench)


def _known(names: Iterable[str], ids: Iterable[str], kind: str, place: Place, bench: Workbench) -> None:
    for index, name in enumerate(names):
        bench.known(name, ids, kind, place.at(index))
