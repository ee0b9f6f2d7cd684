"""A library with every number drawn from its range: what the intervals mean, in plain words of code.

The compiled engine draws the same numbers without making the library; the tests hold the two together.
"""

from __future__ import annotations

from dataclasses import replace
from math import nextafter

from charley.network.parameters import Part, drawn, parameters
from charley.records.causes import Against, Cause, Evidence
from charley.records.library import Library
from charley.records.numbers import Number

Values = dict[tuple[str, Part, int], float]


def drawn_library(library: Library, seed: int, draw: int) -> Library:
    """The library in one draw: other chances and priors, the same structure and the same leaks.

    No draw turns a sign round: a fact that speaks for a cause never speaks against it.
    """
    values = {(p.cause, p.part, p.place): drawn(p, seed, draw) for p in parameters(library)}
    causes = {id_: _cause(cause, values) for id_, cause in library.causes.items()}
    analytes = {
        id_: replace(
            analyte,
            speaks_for=tuple(
                replace(
                    link,
                    chance=_one_sided(link.chance, values[id_, "lab", place], link.background.value),
                )
                for place, link in enumerate(analyte.speaks_for)
            ),
        )
        for id_, analyte in library.analytes.items()
    }
    return replace(library, causes=causes, analytes=analytes)


def _cause(cause: Cause, values: Values) -> Cause:
    return replace(
        cause,
        prior=replace(cause.prior, value=values[cause.id, "prior", 0]),
        true_cramp=replace(cause.true_cramp, value=values[cause.id, "true_cramp", 0]),
        contributes=replace(cause.contributes, value=values[cause.id, "contributes", 0]),
        evidence=tuple(
            _entry(entry, values[cause.id, "evidence", place]) for place, entry in enumerate(cause.evidence)
        ),
        argues_against=tuple(
            _against(entry, values[cause.id, "against", place])
            for place, entry in enumerate(cause.argues_against)
        ),
    )


def _entry(entry: Evidence, value: float) -> Evidence:
    return replace(entry, chance=_one_sided(entry.chance, value, entry.leak))


def _against(entry: Against, value: float) -> Against:
    return replace(entry, weight=_one_sided(entry.weight, value, 1.0))


def _one_sided(number: Number, value: float, base: float) -> Number:
    """The drawn value, on the same side of what it is compared with as the number itself.

    From below it comes as near as a float can, so that the side can still be told.
    """
    return replace(
        number, value=max(value, base) if number.value >= base else min(value, nextafter(base, 0.0))
    )
