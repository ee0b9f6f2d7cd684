"""The shelf of relief: steps, warnings and danger questions first, then the protocols made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from charley.library.files.relief import (
    DangerShape,
    PaceShape,
    ProtocolShape,
    ReliefFile,
    StepShape,
    WarningShape,
)
from charley.library.folder import Reader
from charley.library.neighbours import all_known, ids_of
from charley.library.workbench import Place, Placed, Workbench
from charley.records.relief import Danger, Protocol, Relief, Step, Warning
from charley.records.rules import Urgency

R = TypeVar("R")


def build_relief(reader: Reader, bench: Workbench) -> Relief | None:
    """The shelf; None (with a fault) when no file or more than one says when the danger check comes."""
    files = reader.folder("relief", ReliefFile)
    paces = [(file.shape.pace, file.place.at("pace")) for file in files if file.shape.pace is not None]
    if len(paces) != 1:
        for file in files[:1]:
            bench.fault(
                file.place, f"'pace' stands in {len(paces)} files of this folder", "Keep exactly one."
            )
        return None
    return _Builder(files, reader, bench).relief(*paces[0])


class _Builder:
    """The lists of all files, each made into records by id."""

    def __init__(self, files: list[Placed[ReliefFile]], reader: Reader, bench: Workbench) -> None:
        self.files, self.bench = files, bench
        self.circumstances = ids_of("circumstances", reader)
        self.exercises = ids_of("exercises", reader)
        self.steps = self._by_id("steps", "step", self._step)
        self.warnings = self._by_id("warnings", "warning", self._warning)
        self.danger = self._by_id("danger", "danger question", self._danger)

    def relief(self, pace: PaceShape, place: Place) -> Relief:
        protocols = self._by_id("protocols", "protocol", self._protocol)
        check = self.bench.number(pace.check_after, place.at("check_after"))
        return Relief(protocols, self.steps, self.warnings, self.danger, check, pace.says)

    def _by_id(self, key: str, kind: str, build: Callable[[Any, Place], R]) -> dict[str, R]:
        result: dict[str, R] = {}
        for shape, place in self._placed(key):
            self.bench.once(shape.id, result, kind, place)
            result[shape.id] = build(shape, place)
        return result

    def _placed(self, key: str) -> Iterator[tuple[Any, Place]]:
        for file in self.files:
            for index, shape in enumerate(getattr(file.shape, key)):
                yield shape, file.place.at(key, index)

    def _for_whom(self, names: list[str], place: Place) -> tuple[str, ...]:
        return all_known(names, self.circumstances, "circumstance", place, self.bench)

    def _step(self, shape: StepShape, place: Place) -> Step:
        if shape.exercise:
            self.bench.known(shape.exercise, self.exercises, "exercise", place.at("exercise"))
        return Step(
            id=shape.id,
            kind=shape.kind,
            say=shape.say,
            more=shape.more,
            seconds=shape.seconds,
            exercise=shape.exercise,
            once=shape.once,
            unless=self._for_whom(shape.unless, place.at("unless")),
            only=self._for_whom(shape.only, place.at("only")),
            claims=tuple(shape.claims),
            interventions=tuple(shape.interventions),
            sources=self.bench.sources(shape.sources, place.at("sources")),
        )

    def _warning(self, shape: WarningShape, place: Place) -> Warning:
        return Warning(
            id=shape.id,
            says=shape.says,
            because=shape.because,
            only=self._for_whom(shape.only, place.at("only")),
            claims=tuple(shape.claims),
            sources=self.bench.sources(shape.sources, place.at("sources")),
        )

    def _danger(self, shape: DangerShape, place: Place) -> Danger:
        return Danger(
            id=shape.id,
            ask=shape.ask,
            do=shape.do,
            level=Urgency.of(shape.level),
            at_once=shape.at_once,
            only=self._for_whom(shape.only, place.at("only")),
            rules=tuple(shape.rules),
        )

    def _protocol(self, shape: ProtocolShape, place: Place) -> Protocol:
        def steps(key: str, names: list[str]) -> tuple[str, ...]:
            return all_known(names, set(self.steps), "step", place.at(key), self.bench)

        warnings = all_known(shape.warnings, set(self.warnings), "warning", place.at("warnings"), self.bench)
        return Protocol(
            id=shape.id,
            name=shape.name,
            also=tuple(shape.also),
            sites=tuple(shape.sites),
            summary=shape.summary,
            danger_first=shape.danger_first,
            round=steps("round", shape.round),
            after=steps("after", shape.after),
            warnings=warnings,
            not_for=self._for_whom(shape.not_for, place.at("not_for")),
            sources=self.bench.sources(shape.sources, place.at("sources")),
        )
