"""What would be otherwise for many people at once: the changes of `charley.network.whatif`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from charley.history import History
from charley.many.chances import Chances
from charley.many.knowledge import Knowledge
from charley.many.parts import PREGNANT, Part
from charley.many.sheet import Numbers, Places, Sheet
from charley.network.whatif import LEAST_CHANGE, changes


@dataclass(frozen=True, slots=True)
class Changes:
    """One entry a row: whose it is, which of `names` (a change and its causes), and the share of episodes."""

    row: Places
    name: Places
    share: Numbers
    names: list[tuple[str, tuple[str, ...]]]


def what_if(sheet: Sheet, found: Chances, known: Knowledge) -> Changes:
    """The changes that would matter, by person, the largest first."""
    numbers: dict[tuple[str, tuple[str, ...]], int] = {}
    pairs = [(row, numbers.setdefault(c, len(numbers))) for row, c in _changes(sheet, known)]
    names = list(numbers)
    row, name = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    places = {cause.id: place for place, cause in enumerate(known.causes)}
    members = np.zeros((len(names), len(known.causes)))
    for number, (_, causes) in enumerate(names):
        members[number, [places[cause] for cause in causes]] = 1.0
    share = np.round((found.responsible[row] * members[name]).sum(axis=1), 4)
    alphabet = {change: place for place, change in enumerate(sorted({change for change, _ in names}))}
    rank = np.array([alphabet[change] for change, _ in names], dtype=np.intp)
    order = np.lexsort((rank[name], -share, row))
    order = order[share[order] >= LEAST_CHANGE]
    return Changes(row[order], name[order], share[order], names)


def _changes(sheet: Sheet, known: Knowledge) -> Iterator[tuple[int, tuple[str, tuple[str, ...]]]]:
    """(person, change) of everybody who takes a medicine, is pregnant, or has a laboratory value."""
    kept: dict[tuple[Part, ...], list[tuple[str, tuple[str, ...]]]] = {}
    told: dict[int, list[Part]] = {}
    for row, part in (*sheet.medicines, *sheet.labs):
        told.setdefault(row, []).append(part)
    for row, parts in told.items():
        key = tuple(parts)
        if key not in kept:
            kept[key] = _of_parts(key, known)
        yield from ((row, change) for change in kept[key])
    pregnant = _listed(History(answers={"pregnant": "pregnant now"}), known)
    yield from (
        (int(row), change) for row in np.flatnonzero(sheet.pregnant == PREGNANT) for change in pregnant
    )


def _of_parts(parts: tuple[Part, ...], known: Knowledge) -> list[tuple[str, tuple[str, ...]]]:
    medicines = frozenset[str]().union(*(part.medicines for part in parts))
    labs = tuple(result for part in dict.fromkeys(parts) for result in part.labs)
    return _listed(History(answers={"medicines": medicines}, labs=labs), known)


def _listed(history: History, known: Knowledge) -> list[tuple[str, tuple[str, ...]]]:
    return [(change, tuple(sorted(causes))) for change, causes in changes(history, known.library) if causes]
