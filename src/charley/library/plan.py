"""The plan's texts from their files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from charley.library.files.plan import PlanFile, PlanGroupShape, PlanLineShape
from charley.library.folder import Reader
from charley.library.plan_extras import PlanExtras, read_extras
from charley.library.plan_page import PlanPageTexts, read_page
from charley.library.situations import build_situations, named
from charley.library.workbench import Place, Placed, Workbench
from charley.records.plan_texts import PlanGroup, PlanLine, PlanPart, PlanTexts
from charley.records.rules import Urgency
from charley.records.situations import Situation

FOLDER = "plan"
Known = Mapping[str, Situation]


def build_plan_texts(reader: Reader, bench: Workbench) -> PlanTexts:
    """The shelf of the plan's texts; every part must have its title."""
    known = build_situations(reader, bench)
    titles: dict[str, str] = {}
    lines: dict[str, PlanLine] = {}
    groups: dict[str, PlanGroup] = {}
    files = reader.folder(FOLDER, PlanFile)
    for file in files:
        _titles(file, titles, bench)
        _lines(file, lines, known, bench)
        _groups(file, groups, known, bench)
    extras = PlanExtras()
    page = PlanPageTexts()
    for file in files:
        read_extras(file, extras, known, bench)
        read_page(file, page, known, bench)
    missing = [part for part in get_args(PlanPart) if part not in titles]
    if files and missing:
        bench.fault(files[-1].place, f"no title for: {', '.join(missing)}", "Add it under 'titles'.")
    return PlanTexts(
        titles=titles,
        lines=tuple(lines.values()),
        groups=tuple(groups.values()),
        situations=known,
        alarms=extras.alarms,
        orders=tuple(extras.orders),
        conditionals=tuple(extras.conditionals),
        ask_first=tuple(extras.ask_first),
        texts=extras.texts,
        short=page.short(),
        topics=tuple(page.topics.values()),
        tried=tuple(page.tried.values()),
    )


def _titles(file: Placed[PlanFile], titles: dict[str, str], bench: Workbench) -> None:
    for index, shape in enumerate(file.shape.titles):
        bench.once(shape.part, titles, "title", file.place.at("titles", index))
        titles[shape.part] = shape.says


def _lines(file: Placed[PlanFile], lines: dict[str, PlanLine], known: Known, bench: Workbench) -> None:
    for index, shape in enumerate(file.shape.lines):
        place = file.place.at("lines", index)
        bench.once(shape.id, lines, "line", place)
        lines[shape.id] = _line(shape, known, place, bench)
        if shape.part == "kit" and not (shape.sources or shape.judged):
            bench.fault(place, "a remedy has neither a source nor a reason", "Add 'sources', or 'judged'.")


def _line(shape: PlanLineShape, known: Known, place: Place, bench: Workbench) -> PlanLine:
    return PlanLine(
        id=shape.id,
        part=shape.part,
        says=shape.says,
        when=named(shape.when, known, place.at("when"), bench),
        unless=named(shape.unless, known, place.at("unless"), bench),
        intervention=shape.intervention,
        least=Urgency.of(shape.least),
        sources=bench.sources(shape.sources, place.at("sources")),
        most=Urgency.of(shape.most),
        causes=tuple(c for c in shape.causes if bench.known(c, bench.ids.causes, "cause", place)),
        flags=tuple(shape.flags),
        open=tuple(f for f in shape.open if bench.known(f, bench.ids.findings, "finding", place)),
        covers=tuple(shape.covers),
        judged=shape.judged,
        named=tuple(c for c in shape.named if bench.known(c, bench.ids.causes, "cause", place)),
        words=shape.words,
        week=shape.week,
    )


def _groups(file: Placed[PlanFile], groups: dict[str, PlanGroup], known: Known, bench: Workbench) -> None:
    for index, shape in enumerate(file.shape.groups):
        place = file.place.at("groups", index)
        bench.once(shape.id, groups, "group", place)
        if bench.known(shape.situation, known, "situation", place.at("situation")):
            groups[shape.id] = _group(shape, known, place, bench)


def _group(shape: PlanGroupShape, known: Known, place: Place, bench: Workbench) -> PlanGroup:
    return PlanGroup(
        id=shape.id,
        name=shape.name,
        situation=known[shape.situation],
        when_urgent=shape.when_urgent,
        says=tuple(shape.says),
        figures=bench.figures(shape.figures, place.at("figures")),
        sources=bench.sources(shape.sources, place.at("sources")),
    )
