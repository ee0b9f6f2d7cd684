"""Medicines and illnesses by name or code, and the findings they answer."""

from __future__ import annotations

import re
from collections.abc import Mapping

from charley.reading.names import Match, fold, index_of, look_up
from charley.records.derived import once_per_library
from charley.records.library import Library

_ICD = re.compile(r"^[A-Z][0-9][0-9A-Z](\.?[0-9A-Z]{1,4})?$")


@once_per_library
def medicine_index(library: Library) -> Mapping[str, str]:
    """Folded generic, international and brand names -> medicine id. Generic names come first."""
    medicines = library.medicines.values()
    own = [(m.id, (m.name, m.id.replace("_", " "), *m.also)) for m in medicines]
    return index_of(own + [(m.id, m.brands) for m in medicines])


@once_per_library
def illness_index(library: Library) -> Mapping[str, str]:
    """Folded plain names -> illness id."""
    return index_of((i.id, (i.name, i.id.replace("_", " "), *i.also)) for i in library.illnesses.values())


def find_medicine(told: str, library: Library) -> Match | None:
    """The medicine under any of its names."""
    return look_up(told, medicine_index(library))


def find_illness(told: str, library: Library) -> Match | None:
    """The illness under a plain name or an ICD-10-CM code (the longest listed prefix wins).

    A name that looks like a code, such as T2DM, is a name first. What looks like a code is never guessed.
    """
    index, code = illness_index(library), told.strip().upper()
    if _ICD.match(code) and fold(told) not in index:
        return _by_code(code, library)
    return look_up(told, index)


def _by_code(code: str, library: Library) -> Match | None:
    dotted = code if "." in code or len(code) < 4 else f"{code[:3]}.{code[3:]}"
    prefixes = [
        (len(prefix), illness.id)
        for illness in library.illnesses.values()
        for prefix in illness.icd10cm
        if dotted.startswith(prefix)
    ]
    return Match(max(prefixes)[1], dotted, guess=False) if prefixes else None
