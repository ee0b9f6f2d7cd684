"""The likeness to sayings from its files: which signs there are, and the weight of each word for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from charley.library.files.likeness import LikenessFile, SignShape
from charley.library.folder import Reader
from charley.library.workbench import Place, Workbench
from charley.records.likeness import Likeness, Sign

FOLDER = "likeness"
YES = "yes"


def build_likeness(reader: Reader, bench: Workbench) -> Likeness:
    """The shelf of what sayings of one sign have in common."""
    signs: dict[str, Sign] = {}
    files = list(reader.folder(FOLDER, LikenessFile))
    for file in files:
        for index, shape in enumerate(file.shape.signs):
            place = file.place.at("signs", index)
            name = name_of(shape.finding, shape.answer)
            bench.once(name, signs, "sign", place)
            signs[name] = _sign(shape, place, bench)
    places = {name: place for place, name in enumerate(signs)}
    weights: dict[str, list[tuple[int, float]]] = {}
    for file in files:
        for trait, told in file.shape.weights.items():
            place = file.place.at("weights", trait)
            weights.setdefault(trait, []).extend(_weights(told, places, place, bench))
    return Likeness(tuple(signs.values()), {trait: tuple(found) for trait, found in weights.items()})


def name_of(finding: str, answer: str) -> str:
    """How a sign is called beside a weight: the finding; of a choice, the answer as well."""
    return finding if answer == YES else f"{finding}={answer}"


def _sign(shape: SignShape, place: Place, bench: Workbench) -> Sign:
    if bench.known(shape.finding, bench.ids.findings, "finding", place.at("finding")):
        _, options = bench.ids.findings[shape.finding]
        if options:
            bench.known(shape.answer, options, "answer", place.at("answer"))
        elif shape.answer != YES:
            bench.fault(place.at("answer"), f"must be '{YES}': what sounds like a no is no reassurance")
    answer = True if shape.answer == YES else shape.answer
    return Sign(shape.finding, answer, shape.start, shape.floor, shape.least)


def _weights(
    told: str, places: Mapping[str, int], place: Place, bench: Workbench
) -> Iterator[tuple[int, float]]:
    """ "dark_urine 0.81; black_poo -0.1" """
    for part in told.split(";"):
        name, _, number = part.strip().rpartition(" ")
        if bench.known(name, places, "sign", place):
            try:
                yield places[name], float(number)
            except ValueError:
                bench.fault(place, f"'{number}' is no number")
