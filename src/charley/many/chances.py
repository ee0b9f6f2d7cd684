"""Every cause's chance for every person, by the kernel, and the order in which causes are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from charley.many.knowledge import Knowledge
from charley.many.logic import Mask
from charley.many.sheet import Numbers, Places
from charley.many.who import Who, priors
from charley.network.likelihood import TOLD_ENOUGH
from charley.network.order import FIRST_PLACES, NAMED_SHARE, UNNAMED
from charley.records.rules import Urgency

Levels = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Chances:
    """By person and cause (in the library's order), by person and mechanism, or by person."""

    responsible: Numbers
    probability: Numbers
    low: Numbers
    high: Numbers
    mechanisms: Numbers
    true_cramp: Numbers
    drawn: NDArray[np.int64]
    error: Numbers


def chances(people: Who, known: Knowledge, causes_only: bool = False) -> Chances:
    """One call of the kernel, without the interpreter's lock. Intervals are by the delta method.

    With `causes_only` mechanisms and the chance of a true cramp are left out (they are not a number).
    """
    sheet, kernel, n = people.sheet, known.network.kernel, len(known.causes)
    shares, row = priors(people, known.causes)
    out = np.full(sheet.people * kernel.stride, np.nan)
    kernel.rank(
        sheet.people,
        sheet.truth[:, : known.network_atoms].reshape(-1).data,
        sheet.answered.view(np.uint8).reshape(-1).data,
        shares.reshape(-1).data,
        row.astype(np.int32).data,
        (sheet.told >= TOLD_ENOUGH).astype(np.uint8).data,
        out.data,
        True,
        causes_only,
    )
    rows = out.reshape(sheet.people, kernel.stride)
    parts = [rows[:, i * n : (i + 1) * n] for i in range(5)]
    return Chances(
        responsible=parts[0],
        probability=parts[2],
        low=parts[3],
        high=parts[4],
        mechanisms=rows[:, 5 * n : -3],
        true_cramp=rows[:, -3],
        drawn=rows[:, -2].astype(np.int64),
        error=rows[:, -1],
    )


def in_order(found: Chances, suspected: Levels, known: Knowledge) -> Places:
    """By person, the causes in the order of `charley.network.order`; `suspected` is by person and cause."""
    weights = np.array([NAMED_SHARE if cause.id == UNNAMED else 1.0 for cause in known.causes])
    keys = (-found.probability * weights)[:, known.by_name]
    order = known.by_name[np.argsort(keys, axis=1, kind="stable")]
    top = suspected.max(axis=1, initial=0)
    urgent = np.flatnonzero(top >= Urgency.SAME_DAY)
    suspects = np.take_along_axis(suspected[urgent], order[urgent], axis=1) == top[urgent, None]
    for person, place in zip(urgent, np.argmax(suspects, axis=1), strict=True):
        if place >= FIRST_PLACES:  # the likeliest suspect of the most urgent rules stands within the first
            moved = slice(FIRST_PLACES - 1, place + 1)
            order[person, moved] = np.roll(order[person, moved], 1)
    return order


def suspicions(fired: Mapping[int, Mask], known: Knowledge, people: int) -> Levels:
    """The highest level at which a fired rule suspects each cause, by person and cause; -1 for none."""
    places = {cause.id: place for place, cause in enumerate(known.causes)}
    levels = np.full((people, len(known.causes)), -1, dtype=np.int8)
    for rule, mask in fired.items():
        for cause in set(known.rules[rule][0].suspected) & places.keys():
            column = levels[:, places[cause]]
            np.maximum(column, np.where(mask, np.int8(known.rules[rule][0].level), column), out=column)
    return levels
