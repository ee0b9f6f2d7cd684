"""The medicine review from its files."""

from __future__ import annotations

from collections.abc import Mapping

from charley.library.conditions import build_condition
from charley.library.files.medicine_review import (
    MedicineEntryShape,
    MedicineNoteShape,
    MedicineReviewFile,
    MedicineUrgentShape,
)
from charley.library.folder import Reader
from charley.library.situations import build_situations, named
from charley.library.workbench import Place, Placed, Workbench
from charley.records.medicine_review import (
    MedicineEntry,
    MedicineKnowledge,
    MedicineMatter,
    MedicineNote,
    MedicineUrgent,
)
from charley.records.situations import Situation

FOLDER = "medicine_review"


def build_medicine_review(reader: Reader, bench: Workbench) -> MedicineKnowledge:
    """The shelf of the medicine review."""
    situations = build_situations(reader, bench)
    entries: dict[str, MedicineEntry] = {}
    notes: dict[str, MedicineNote] = {}
    matters: dict[str, MedicineMatter] = {}
    words: dict[str, frozenset[str]] = {}
    for file in reader.folder(FOLDER, MedicineReviewFile):
        _entries(file, entries, bench)
        _notes(file, notes, situations, bench)
        _matters(file, matters, bench)
        _plain_words(file, words, bench)
    return MedicineKnowledge(entries, tuple(notes.values()), matters, words)


def _entries(file: Placed[MedicineReviewFile], entries: dict[str, MedicineEntry], bench: Workbench) -> None:
    for index, shape in enumerate(file.shape.medicines):
        place = file.place.at("medicines", index)
        bench.once(shape.id, entries, "entry", place)
        entries[shape.id] = _entry(shape, place, bench)


def _entry(shape: MedicineEntryShape, place: Place, bench: Workbench) -> MedicineEntry:
    bench.known(shape.id, bench.ids.classes, "class of medicine", place.at("id"))
    bench.known(shape.cause, bench.ids.causes, "cause", place.at("cause"))
    for index, test in enumerate(shape.tests):
        bench.known(test, bench.ids.tests, "test", place.at("tests", index))
    return MedicineEntry(
        id=shape.id,
        cause=shape.cause,
        strength=shape.strength,
        says=shape.says,
        keep=shape.keep,
        asks=tuple(shape.asks),
        not_before_days=shape.not_before_days,
        fits_within_days=shape.fits_within_days,
        tests=tuple(shape.tests),
        for_clinicians=shape.for_clinicians,
        figures=bench.figures(shape.figures, place.at("figures")),
        sources=bench.sources(shape.sources, place.at("sources")),
        urgent=_urgent(shape.urgent, place.at("urgent"), bench),
    )


def _urgent(shape: MedicineUrgentShape | None, place: Place, bench: Workbench) -> MedicineUrgent | None:
    if shape is None:
        return None
    return MedicineUrgent(build_condition(shape.when, place.at("when"), bench), shape.says, shape.keep)


def _notes(
    file: Placed[MedicineReviewFile],
    notes: dict[str, MedicineNote],
    situations: Mapping[str, Situation],
    bench: Workbench,
) -> None:
    for index, shape in enumerate(file.shape.notes):
        place = file.place.at("notes", index)
        bench.once(shape.id, notes, "note", place)
        if shape.twice:
            bench.known(shape.twice, bench.ids.classes, "class of medicine", place.at("twice"))
        notes[shape.id] = _note(shape, situations, place, bench)


def _note(
    shape: MedicineNoteShape, situations: Mapping[str, Situation], place: Place, bench: Workbench
) -> MedicineNote:
    return MedicineNote(
        id=shape.id,
        kind=shape.kind,
        when=named(shape.when, situations, place.at("when"), bench),
        twice=shape.twice,
        says=shape.says,
        asks=shape.asks,
        for_clinicians=shape.for_clinicians,
        sources=bench.sources(shape.sources, place.at("sources")),
    )


def _matters(file: Placed[MedicineReviewFile], matters: dict[str, MedicineMatter], bench: Workbench) -> None:
    for index, shape in enumerate(file.shape.matters):
        place = file.place.at("matters", index)
        bench.once(shape.id, matters, "matter", place)
        bench.known(shape.id, bench.ids.classes | bench.ids.medicines, "medicine or class", place.at("id"))
        for number, test in enumerate(shape.tests):
            bench.known(test, bench.ids.tests, "test", place.at("tests", number))
        sources = bench.sources(shape.sources, place.at("sources"))
        matters[shape.id] = MedicineMatter(shape.id, shape.for_clinicians, tuple(shape.tests), sources)


def _plain_words(
    file: Placed[MedicineReviewFile], words: dict[str, frozenset[str]], bench: Workbench
) -> None:
    known = bench.ids.classes | bench.ids.medicines
    for index, shape in enumerate(file.shape.plain_words):
        place = file.place.at("plain_words", index)
        bench.once(shape.word, words, "word", place)
        for number, id_ in enumerate((shape.word, *shape.means)):
            bench.known(id_, known, "medicine or class", place.at("means", number))
        words[shape.word] = frozenset(shape.means)
