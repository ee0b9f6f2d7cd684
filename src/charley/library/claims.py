"""The shelf of claims from its files."""

from __future__ import annotations

from collections.abc import Iterable

from charley.library.conditions import build_condition
from charley.library.files.claims import CareGroupShape, ClaimsFile, ClaimShape, LinksShape
from charley.library.folder import Reader
from charley.library.workbench import Place, Placed, Workbench
from charley.records.claims import CareGroup, Claim, Claims, Links


def build_claims(reader: Reader, bench: Workbench) -> Claims:
    """Every card of `claims/`, by id in the order of the files. Faults are left on the bench."""
    files = reader.folder("claims", ClaimsFile)
    groups = _groups(files, bench)
    sections: dict[str, str] = {}
    cards: dict[str, Claim] = {}
    for file in files:
        bench.once(file.shape.section, sections, "section", file.place.at("section"))
        sections[file.shape.section] = file.shape.title
        for index, shape in enumerate(file.shape.cards):
            place = file.place.at("cards", index)
            bench.once(shape.id, cards, "claim", place.at("id"))
            _names_known_groups(shape, groups, place, bench)
            cards[shape.id] = _claim(shape, file.shape.section, place, bench)
    return Claims(sections, groups, cards)


def _groups(files: Iterable[Placed[ClaimsFile]], bench: Workbench) -> dict[str, CareGroup]:
    groups: dict[str, CareGroup] = {}
    for file in files:
        for index, shape in enumerate(file.shape.groups):
            place = file.place.at("groups", index)
            bench.once(shape.id, groups, "group of people", place.at("id"))
            groups[shape.id] = _group(shape, place, bench)
    return groups


def _group(shape: CareGroupShape, place: Place, bench: Workbench) -> CareGroup:
    when = None if shape.when is None else build_condition(shape.when, place.at("when"), bench)
    return CareGroup(shape.id, shape.says, when)


def _names_known_groups(
    shape: ClaimShape, groups: dict[str, CareGroup], place: Place, bench: Workbench
) -> None:
    for index, group in enumerate(shape.careful):
        bench.known(group, groups, "group of people", place.at("careful", index))


def _claim(shape: ClaimShape, section: str, place: Place, bench: Workbench) -> Claim:
    return Claim(
        id=shape.id,
        section=section,
        claim=shape.claim,
        asks=shape.asks,
        words=tuple(shape.words),
        kind=shape.kind,
        verdict=shape.verdict,
        sure=shape.sure,
        harm=shape.harm,
        if_taken=shape.if_taken,
        safer=shape.safer,
        why=shape.why,
        careful=tuple(shape.careful),
        figures=bench.figures(shape.figures, place.at("figures")),
        links=_links(shape.links, place.at("links"), bench),
        sources=bench.sources(shape.sources, place.at("sources")),
    )


def _links(shape: LinksShape, place: Place, bench: Workbench) -> Links:
    _all_known(shape.causes, bench.ids.causes, "cause", place.at("causes"), bench)
    _all_known(shape.tests, bench.ids.tests, "test", place.at("tests"), bench)
    _all_known(shape.medicines, bench.ids.classes, "class of medicines", place.at("medicines"), bench)
    return Links(
        interventions=tuple(shape.interventions),
        exercises=tuple(shape.exercises),
        causes=tuple(shape.causes),
        tests=tuple(shape.tests),
        red_flags=tuple(shape.red_flags),
        medicines=tuple(shape.medicines),
    )


def _all_known(names: list[str], ids: set[str], kind: str, place: Place, bench: Workbench) -> None:
    for index, name in enumerate(names):
        bench.known(name, ids, kind, place.at(index))
