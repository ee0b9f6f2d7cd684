"""A folder of YAML becomes a Library, or a list of faults."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

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
from charley.library.folder import Reader, Shapes
from charley.library.leaks import with_leaks
from charley.library.population import build_population
from charley.library.rules import (
    build_base_rate,
    build_floors,
    build_losses,
    build_red_flags,
    build_scores,
    build_tests,
    build_thresholds,
    build_true_cramp,
    build_urgency_texts,
)
from charley.library.workbench import Ids, Placed, Workbench
from charley.records.findings import Screen
from charley.records.library import Library
from charley.records.numbers import Number, Source
from charley.records.rules import ProvisionalText

VERSION_FILE = "VERSION"


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


def build_library(directory: Path) -> Library:
    """Read, check and build all knowledge of `directory`.

    Raises KnowledgeError with every fault found, each with file and line.
    """
    bench = Workbench()
    library = core_of(ready(directory, bench))
    if bench.faults or library is None:
        raise KnowledgeError(in_order(bench.faults))
    return library


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Each fault once, by file and line."""
    return sorted(set(faults), key=_file_and_line)


def _file_and_line(fault: Fault) -> tuple[str, int, Fault]:
    file, _, line = fault.where.partition(":")
    return file, int(line or 0), fault


@dataclass(frozen=True, slots=True)
class Readied:
    """A folder of knowledge whose files are read and whose ids are known; `shapes` is None after a fault."""

    reader: Reader
    bench: Workbench
    shapes: Shapes | None


def ready(directory: Path, bench: Workbench) -> Readied:
    """Read the core's files and list every id that knowledge may name."""
    reader = Reader(directory, bench)
    bench.faults.extend(reader.strays())
    _read_scales(reader.single("scales.yaml", f.ScalesFile), bench)
    _read_sources(reader.folder("sources", f.SourcesFile), bench)
    shapes = reader.shapes()
    if shapes is not None:
        _list_ids(shapes, bench.ids)
    return Readied(reader, bench, shapes)


def core_of(readied: Readied) -> Library | None:
    """The library itself, without its side shelves; faults are left on the bench."""
    if readied.shapes is None:
        return None
    return _library(readied.reader.directory, readied.shapes, readied.bench)


def _list_ids(shapes: Shapes, ids: Ids) -> None:
    """Every id that a file may name; known before anything is built, so that order does not matter."""
    ids.findings = {
        s.id: (s.type, tuple(o.value for o in s.options))
        for file in shapes.findings
        for s in file.shape.findings
    }
    ids.causes = {file.shape.id for file in shapes.causes}
    ids.tests = {file.shape.id for file in shapes.tests}
    ids.classes = {s.id for file in shapes.medicines for s in file.shape.classes}
    ids.medicines = {s.id for file in shapes.medicines for s in file.shape.medicines}
    ids.illnesses = {s.id for file in shapes.illnesses for s in file.shape.conditions}
    ids.labs = {file.shape.id: conversions(file.shape.units) for file in shapes.analytes}
    ids.scores = {shape.id for shape in shapes.scores.shape.scores}
    ids.screens = {shape.id for shape in shapes.screens.shape.screens}


def _library(directory: Path, shapes: Shapes, bench: Workbench) -> Library:
    findings = build_findings(shapes.findings, bench)
    classes = build_classes(shapes.medicines, bench)
    illnesses = build_illnesses(shapes.illnesses, bench)
    listed: dict[str, Number | None] = {id_: class_.background for id_, class_ in classes.items()}
    listed |= {id_: illness.background for id_, illness in illnesses.items()}
    true_cramp = build_true_cramp(shapes.true_cramp, bench)
    features = {feature.condition.finding for feature in true_cramp.features}
    provisional = shapes.urgency.shape.provisional
    return Library(
        version=_version(directory),
        fingerprint=fingerprint(directory),
        sources=bench.ids.sources,
        findings=findings,
        screens=_screens(shapes.screens, bench),
        causes=with_leaks(build_causes(shapes.causes, findings, listed, bench), features),
        red_flags=build_red_flags(shapes.rules, bench),
        scores=build_scores(shapes.scores, bench),
        thresholds=build_thresholds(shapes.urgency, bench),
        losses=build_losses(shapes.urgency, bench),
        floors=build_floors(shapes.urgency, bench),
        urgency_texts=build_urgency_texts(shapes.urgency, bench),
        provisional_text=ProvisionalText(provisional.title, provisional.do),
        tests=build_tests(shapes.tests, bench),
        medicine_classes=classes,
        medicines=build_medicines(shapes.medicines, bench),
        illnesses=illnesses,
        analytes=build_analytes(shapes.analytes, bench),
        true_cramp=true_cramp,
        base_rate=build_base_rate(shapes.base_rate, bench),
        population=build_population(shapes.population, bench),
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
