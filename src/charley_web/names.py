"""Search as you type: medicines and illnesses by the letters typed, with guesses marked as guesses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from charley.reading.catalogue import find_illness, find_medicine, illness_index, medicine_index
from charley.reading.names import fold, without_dose
from charley.records.library import Library

MOST = 8
Kind = Literal["medicines", "conditions"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that can be picked, what it is in the catalogue, and whether it is only a guess."""

    told: str
    name: str
    guess: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """How one name given was understood; `name` is empty when it was not."""

    told: str
    name: str
    guess: bool


def suggest(kind: Kind, typed: str, library: Library) -> tuple[Suggestion, ...]:
    """Entries whose name or brand begins with what was typed, then those with such a word, else a guess."""
    wanted = without_dose(typed) if kind == "medicines" else fold(typed)
    if len(wanted) < 2:
        return ()
    found: dict[str, str] = {}
    for name, id_ in _ordered(wanted, _index(kind, library)):
        if id_ not in found:
            found[id_] = name
        if len(found) == MOST:
            break
    if found:
        return tuple(
            Suggestion(_told(name, id_, kind, library), _name(id_, kind, library), False)
            for id_, name in found.items()
        )
    reading = read_name(kind, typed, library)
    return (Suggestion(reading.name, reading.name, reading.guess),) if reading.name else ()


def read_name(kind: Kind, told: str, library: Library) -> Reading:
    """How a name is understood."""
    match = find_medicine(told, library) if kind == "medicines" else find_illness(told, library)
    if match is None:
        return Reading(told, "", False)
    return Reading(told, _name(match.id, kind, library), match.guess)


def _ordered(wanted: str, index: Mapping[str, str]) -> list[tuple[str, str]]:
    """Names that fit, whole beginnings first, short names first."""
    starts = [(name, id_) for name, id_ in index.items() if name.startswith(wanted)]
    within = [
        (name, id_) for name, id_ in index.items() if f" {wanted}" in name and not name.startswith(wanted)
    ]
    return sorted(starts, key=_length) + sorted(within, key=_length)


def _length(entry: tuple[str, str]) -> tuple[int, str]:
    return len(entry[0]), entry[0]


def _index(kind: Kind, library: Library) -> Mapping[str, str]:
    return medicine_index(library) if kind == "medicines" else illness_index(library)


def _name(id_: str, kind: Kind, library: Library) -> str:
    return library.medicines[id_].name if kind == "medicines" else library.illnesses[id_].name


def _told(name: str, id_: str, kind: Kind, library: Library) -> str:
    """What is offered: the brand that was matched, or the catalogue's own name."""
    if kind == "conditions":
        return library.illnesses[id_].name
    medicine = library.medicines[id_]
    return next((brand for brand in medicine.brands if fold(brand) == name), medicine.name)
