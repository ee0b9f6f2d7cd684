"""The likeness to sayings from its files: the danger signs, and the weight of each word for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from charley.library.files.likeness import LikenessFile, SignShape
from charley.library.folder import Reader
from charley.library.workbench import Place, Workbench
from charley.records.likeness import Likeness, Sign

FOLDER = "likeness"


def build_likeness(reader: Reader, bench: Workbench) -> Likeness:
    """The shelf of what sayings of one danger sign have in common."""
    signs: dict[str, Sign] = {}
    files = list(reader.folder(FOLDER, LikenessFile))
    for file in files:
        for index, shape in enumerate(file.shape.signs):
            place = file.place.at("signs", index)
            bench.once(shape.finding, signs, "sign", place)
            signs[shape.finding] = _sign(shape, place, bench)
    places = {name: place for place, name in enumerate(signs)}
    weights: dict[str, tuple[tuple[int, float], ...]] = {}
    for file in files:
        for trait, told in file.shape.weights.items():
            place = file.place.at("weights", trait)
            bench.once(trait, weights, "trait", place)
            weights[trait] = tuple(_weights(told, places, place, bench))
    return Likeness(tuple(signs.values()), weights)


def _sign(shape: SignShape, place: Place, bench: Workbench) -> Sign:
    if bench.known(shape.finding, bench.ids.findings, "finding", place.at("finding")):
        kind, _ = bench.ids.findings[shape.finding]
        if kind != "yes_no":
            bench.fault(place.at("finding"), f"'{shape.finding}' is no question of yes or no")
    return Sign(shape.finding, shape.start, shape.floor)


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
