"""The numbers of the library that an answer hangs on, each with a key, and how it is drawn from its range.

A draw of a number has its value as the median and its range as the 10% and 90% quantiles: normal in
two pieces on the logit scale for chances, on the log scale for factors. The draw hangs on the seed, the
number's key and the draw's place alone (a hash, no stream), so the plain and the compiled engine draw
the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import exp, log
from typing import Literal

from charley.network.exact.hashing import hashed
from charley.records.library import Library
from charley.records.numbers import Number

Scale = Literal["logit", "log"]
Part = Literal["prior", "true_cramp", "contributes", "evidence", "against", "lab"]

HALF_SPREAD = 1.2816
"""Standard deviations from the median to the 90% quantile."""

QUANTILES = 1024
EDGE = 1e-6


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number: of which cause, which part of it, and its place there."""

    key: int
    cause: str
    part: Part
    place: int
    number: Number
    scale: Scale


def parameters(library: Library) -> Iterator[Parameter]:
    """Every number that a chance of a cause hangs on, in one fixed order."""
    for key, (cause, part, place, number, scale) in enumerate(_listed(library)):
        yield Parameter(key, cause, part, place, number, scale)


def _listed(library: Library) -> Iterator[tuple[str, Part, int, Number, Scale]]:
    for cause in library.causes.values():
        yield cause.id, "prior", 0, cause.prior, "log"
        yield cause.id, "true_cramp", 0, cause.true_cramp, "logit"
        yield cause.id, "contributes", 0, cause.contributes, "logit"
        for place, entry in enumerate(cause.evidence):
            yield cause.id, "evidence", place, entry.chance, "logit"
        for place, against in enumerate(cause.argues_against):
            yield cause.id, "against", place, against.weight, "log"
    for analyte in library.analytes.values():
        for place, link in enumerate(analyte.speaks_for):
            yield analyte.id, "lab", place, link.chance, "logit"


def steps(number: Number, scale: Scale) -> tuple[float, float, float]:
    """The median on its scale, and what one standard deviation is below and above it."""
    middle, low, high = (_on(scale, x) for x in (number.value, number.low, number.high))
    return middle, max(0.0, middle - low) / HALF_SPREAD, max(0.0, high - middle) / HALF_SPREAD


def is_drawn(number: Number) -> bool:
    """A number without a range is what it is."""
    return number.low < number.high


def drawn(parameter: Parameter, seed: int, draw: int) -> float:
    """The value of a number in one draw."""
    if not is_drawn(parameter.number):
        return parameter.number.value
    z = normal(parameter.key, seed, draw)
    middle, below, above = steps(parameter.number, parameter.scale)
    x = middle + z * (below if z < 0 else above)
    return 1 / (1 + exp(-x)) if parameter.scale == "logit" else exp(x)


def normal(key: int, seed: int, draw: int) -> float:
    """A standard normal number that hangs on key, seed and draw alone."""
    return normal_table()[hashed(seed, key, draw) >> 54]


@cache
def normal_table() -> tuple[float, ...]:
    """The middle quantiles of 1,024 equal shares of a standard normal distribution."""
    from statistics import NormalDist  # slow to import, and only draws need it

    standard = NormalDist()
    return tuple(standard.inv_cdf((place + 0.5) / QUANTILES) for place in range(QUANTILES))


def _on(scale: Scale, x: float) -> float:
    if scale == "log":
        return log(max(x, EDGE * EDGE))
    x = min(1 - EDGE, max(EDGE, x))
    return log(x / (1 - x))


def largest(number: Number) -> float:
    """No draw of a chance is larger than this."""
    if not is_drawn(number):
        return number.value
    middle, _, above = steps(number, "logit")
    return 1 / (1 + exp(-(middle + normal_table()[-1] * above)))
