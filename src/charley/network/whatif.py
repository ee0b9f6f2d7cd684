"""What would be otherwise: without a medicine, with a normal value, not pregnant.

In the model of competing causes the episodes that one cause brings on are those that would not have
happened without it. Taking a cause away therefore takes away its share of the episodes; what the
person shows does not change what they have (an intervention on a root is the same as its absence).
"""

from __future__ import annotations

from collections.abc import Iterator

from charley.assessment import WhatIf
from charley.history import History
from charley.network.engine import Ranking
from charley.records.causes import Cause
from charley.records.conditions import Has
from charley.records.library import Library
from charley.truth import Truth, compare_result
from charley.wording import medicines_taken

LEAST_CHANGE = 0.01


def what_if(history: History, library: Library, ranking: Ranking) -> tuple[WhatIf, ...]:
    """Changes that would matter, the largest first. Never advice: a medicine has its own good reasons."""
    shares = {score.cause: score.responsible for score in ranking.scores}
    found = changes(history, library)
    measured = [
        WhatIf(change, round(sum(shares[id_] for id_ in causes), 4), tuple(sorted(causes)))
        for change, causes in found
        if causes
    ]
    useful = [entry for entry in measured if entry.share >= LEAST_CHANGE]
    return tuple(sorted(useful, key=lambda entry: (-entry.share, entry.change)))


def changes(history: History, library: Library) -> list[tuple[str, set[str]]]:
    """Every change that could be made, with the causes that it would take away (perhaps none)."""
    return [*_medicines(history, library), *_states(history, library)]


def _medicines(history: History, library: Library) -> Iterator[tuple[str, set[str]]]:
    taken = history.answer("medicines")
    for id_ in sorted(medicines_taken(taken, library) if isinstance(taken, frozenset) else ()):
        medicine = library.medicines[id_]
        counts = {id_, *medicine.classes}
        causes = {c.id for c in library.causes.values() if c.kind == "drug" and _needs(c, counts)}
        yield f"without {medicine.name}", causes


def _needs(cause: Cause, counts: set[str]) -> bool:
    """Whether the cause is raised by one of these medicines."""
    conditions = [entry.condition for entry in cause.evidence if entry.risk]
    lists = [c for c in conditions if isinstance(c, Has) and c.finding == "medicines"]
    return any(not counts.isdisjoint(condition.values) for condition in lists)


def _states(history: History, library: Library) -> Iterator[tuple[str, set[str]]]:
    if history.answer("pregnant") == "pregnant now":
        yield "if you were not pregnant", {c.id for c in library.causes.values() if c.group == "pregnancy"}
    for result in dict.fromkeys(result.analyte for result in history.labs):
        analyte = library.analytes[result]
        yield (
            f"with a normal {analyte.name[0].lower()}{analyte.name[1:]}",
            _of_value(result, history, library),
        )


def _of_value(analyte: str, history: History, library: Library) -> set[str]:
    """Causes whose sign is this person's value: a normal one would take them away."""
    links = library.analytes[analyte].speaks_for
    return {
        link.cause
        for link in links
        for result in history.labs
        if result.analyte == analyte
        and link.chance.value > 0.9
        and link.chance.value > link.background.value
        and compare_result(result, link.comparison, link.value) is Truth.YES
    }
