"""A folder of YAML becomes a Library, or a list of faults."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from charley.errors import Fault, KnowledgeError
from charley.library import files as f
from charley.library.catalogues import (
    build_analytes,
    build_classes,
    build_illnesses,
    build_medicines,
    conversions,
)
from charley.library.causes import build_causes
from charley.library.findings import build_findings
from charley.library.leaks import with_leaks
from charley.library.population import PopulationFile, build_population
from charley.library.rules import (
    build_base_rate,
    build_floors,
    build_red_flags,
    build_scores,
    build_tests,
    build_thresholds,
    build_true_cramp,
    build_urgency_texts,
)
from charley.library.shapes import Shape
from charley.library.text import read_document
from charley.library.workbench import Placed, Workbench
from charley.records.findings import Screen
from charley.records.library import Library
from charley.records.numbers import Number, Source
from charley.records.rules import ProvisionalText

S = TypeVar("S", bound=Shape)
VERSION_FILE = "VERSION"
FOLDERS = {"causes", "conditions", "findings", "labs", "medicines", "red_flags", "sources", "tests"}
SINGLE_FILES = {
    "base_rate.yaml",
    "population.yaml",
    "scales.yaml",
    "scores.yaml",
    "screens.yaml",
    "true_cramp.yaml",
    "urgency.yaml",
}


YAML_ENDINGS = (".yaml", ".yml")


def yaml_files(directory: Path) -> list[Path]:
    """Every knowledge file, in one fixed order."""
    return sorted(directory.rglob("*.yaml"))


def fingerprint(directory: Path) -> str:
    """Hash of the names and contents of all knowledge files (first 16 hex digits of SHA-256)."""
    digest = hashlib.sha256()
    for file in yaml_files(directory):
        digest.update(file.relative_to(directory).as_posix().encode() + b"\0")
        digest.update(file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


@dataclass(slots=True)
class Reader:
    """Reads the files of one folder of knowledge into shapes."""

    directory: Path
    bench: Workbench
    complete: bool = True
    """False once a file is missing or did not fit its shape: ids it defines would seem unknown."""

    def folder(self, name: str, shape: type[S]) -> list[Placed[S]]:
        """Every readable file of a sub-folder, in order of name. It must hold one at least."""
        files = sorted((self.directory / name).glob("*.yaml"))
        if not files:
            self._missing(f"{name}/", "this folder holds no file", "Write one, ending in .yaml.")
        return [p for file in files if (p := self._read(file, shape))]

    def single(self, name: str, shape: type[S]) -> Placed[S] | None:
        """One file that must be there."""
        file = self.directory / name
        if file.exists():
            return self._read(file, shape)
        self._missing(f"{name}:1", "this file is missing", "docs/knowledge.md says what it holds.")
        return None

    def _missing(self, where: str, problem: str, mend: str) -> None:
        self.bench.faults.append(Fault(where, problem, mend))
        self.complete = False

    def strays(self) -> Iterator[Fault]:
        """Files that no shape would read: a misplaced file is a fault, not silence."""
        for file in self.directory.rglob("*"):
            relative = file.relative_to(self.directory)
            at_home = relative.parts[0] in FOLDERS and len(relative.parts) == 2
            mend = ""
            if relative.suffix.lower() in YAML_ENDINGS and relative.suffix != ".yaml":
                mend = "Let its name end in .yaml."
            elif relative.suffix == ".yaml" and not at_home and relative.as_posix() not in SINGLE_FILES:
                mend = f"Move it to one of: {', '.join(sorted(FOLDERS))}."
            if mend:
                yield Fault(f"{relative.as_posix()}:1", "no part of the library reads this file", mend)

    def _read(self, file: Path, shape: type[S]) -> Placed[S] | None:
        document = read_document(file, file.relative_to(self.directory).as_posix())
        placed = self.bench.read(shape, document)
        self.complete = self.complete and placed is not None
        return placed


def build_library(directory: Path) -> Library:
    """Read, check and build all knowledge of `directory`.

    Raises KnowledgeError with every fault found, each with file and line.
    """
    bench = Workbench()
    library = _build(Reader(directory, bench), bench)
    if bench.faults or library is None:
        raise KnowledgeError(sorted(set(bench.faults), key=_in_order))
    return library


def _in_order(fault: Fault) -> tuple[str, int, Fault]:
    file, _, line = fault.where.partition(":")
    return file, int(line or 0), fault


def _build(reader: Reader, bench: Workbench) -> Library | None:
    bench.faults.extend(reader.strays())
    scales = reader.single("scales.yaml", f.ScalesFile)
    source_files = reader.folder("sources", f.SourcesFile)
    _read_scales(scales, bench)
    _read_sources(source_files, bench)
    findings_files = reader.folder("findings", f.FindingsFile)
    medicine_files = reader.folder("medicines", f.MedicinesFile)
    illness_files = reader.folder("conditions", f.IllnessesFile)
    analyte_files = reader.folder("labs", f.AnalyteFile)
    cause_files = reader.folder("causes", f.CauseFile)
    test_files = reader.folder("tests", f.TestFile)
    rule_files = reader.folder("red_flags", f.RedFlagsFile)
    screens = reader.single("screens.yaml", f.ScreensFile)
    scores = reader.single("scores.yaml", f.ScoresFile)
    urgency = reader.single("urgency.yaml", f.UrgencyFile)
    true_cramp = reader.single("true_cramp.yaml", f.TrueCrampFile)
    base_rate = reader.single("base_rate.yaml", f.BaseRateFile)
    population = reader.single("population.yaml", PopulationFile)
    if not (reader.complete and screens and scores and urgency and true_cramp and base_rate and population):
        return None
    ids = bench.ids
    ids.findings = {
        s.id: (s.type, tuple(o.value for o in s.options))
        for file in findings_files
        for s in file.shape.findings
    }
    ids.causes = {file.shape.id for file in cause_files}
    ids.tests = {file.shape.id for file in test_files}
    ids.classes = {s.id for file in medicine_files for s in file.shape.classes}
    ids.medicines = {s.id for file in medicine_files for s in file.shape.medicines}
    ids.illnesses = {s.id for file in illness_files for s in file.shape.conditions}
    ids.labs = {file.shape.id: conversions(file.shape.units) for file in analyte_files}
    ids.scores = {shape.id for shape in scores.shape.scores}
    ids.screens = {shape.id for shape in screens.shape.screens}
    findings = build_findings(findings_files, bench)
    classes = build_classes(medicine_files, bench)
    illnesses = build_illnesses(illness_files, bench)
    listed: dict[str, Number | None] = {id_: class_.background for id_, class_ in classes.items()}
    listed |= {id_: illness.background for id_, illness in illnesses.items()}
    true_cramp_record = build_true_cramp(true_cramp, bench)
    features = {feature.condition.finding for feature in true_cramp_record.features}
    return Library(
        version=_version(reader.directory),
        fingerprint=fingerprint(reader.directory),
        sources=ids.sources,
        findings=findings,
        screens=_screens(screens, bench),
        causes=with_leaks(build_causes(cause_files, findings, listed, bench), features),
        red_flags=build_red_flags(rule_files, bench),
        scores=build_scores(scores, bench),
        thresholds=build_thresholds(urgency, bench),
        floors=build_floors(urgency, bench),
        urgency_texts=build_urgency_texts(urgency, bench),
        provisional_text=ProvisionalText(urgency.shape.provisional.title, urgency.shape.provisional.do),
        tests=build_tests(test_files, bench),
        medicine_classes=classes,
        medicines=build_medicines(medicine_files, bench),
        illnesses=illnesses,
        analytes=build_analytes(analyte_files, bench),
        true_cramp=true_cramp_record,
        base_rate=build_base_rate(base_rate, bench),
        population=build_population(population, bench),
    )


def _screens(file: Placed[f.ScreensFile], bench: Workbench) -> tuple[Screen, ...]:
    result: dict[str, Screen] = {}
    for index, s in enumerate(file.shape.screens):
        bench.once(s.id, result, "screen", file.place.at("screens", index))
        result[s.id] = Screen(s.id, s.title, s.intro)
    return tuple(result.values())


def _version(directory: Path) -> str:
    file = directory / VERSION_FILE
    return file.read_text(encoding="utf-8").strip() if file.exists() else "unversioned"


def _read_scales(scales: Placed[f.ScalesFile] | None, bench: Workbench) -> None:
    if scales is None:
        return
    for key, words in (("chance", bench.chance_words), ("against", bench.against_words)):
        for word, shape in getattr(scales.shape, key).items():
            low, high = shape.range
            words[word] = Number(shape.value, low, high, shape.kind, why=shape.why, word=word)


def _read_sources(files: list[Placed[f.SourcesFile]], bench: Workbench) -> None:
    for file in files:
        for id_, s in file.shape.sources.items():
            bench.once(id_, bench.ids.sources, "source", file.place.at("sources", id_))
            source = Source(id_, s.citation, s.url, s.doi, s.pmid, s.seen, s.read)
            bench.ids.sources.setdefault(id_, source)
