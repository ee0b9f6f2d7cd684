"""The numeric half, first part: the weights of single variables and the factors of pairs.

Noisy-OR in cumulative form: P(F = 0 | parents) = (1 - leak) * product of (1 - link) over parents present.
A negative finding is therefore only weights on its parents. A positive finding is one minus that: the
auxiliary b has weight (1, -(1 - leak)), and its factor with a parent is 1 unless b = 1 and the parent is
present, then 1 - link. A mechanism keeps both states: its factor with its auxiliary is, by (mechanism,
auxiliary), (0, 0): 0, (0, 1): 1 - leak, (1, 0): 1, (1, 1): -(1 - leak). These minus signs are the only
ones; every other number is a probability.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar, cast

from charley.network.exact.graph import Variables
from charley.network.exact.model import Evidence, Finding, ImpossibleEvidenceError, Network
from charley.network.exact.planning import Bucket, Plan

Pair = tuple[float, float, float, float]
"""A factor of two variables x and y with x the lower number: (x, y) = (0, 0), (1, 0), (0, 1), (1, 1)."""

Halves = tuple[list[float], list[float]]
"""A table with the bucket's own variable absent, and present."""


@dataclass(slots=True)
class Weights:
    """One weight per state of every variable, the larger kept at one, and the logarithm taken out."""

    absent: list[float]
    present: list[float]
    log: float = 0.0

    def multiply(self, variable: int, absent: float, present: float) -> None:
        """Multiply the weights of a variable; their common size moves into the logarithm."""
        low = self.absent[variable] * absent
        high = self.present[variable] * present
        size = max(abs(low), abs(high))
        if size == 0:
            raise ImpossibleEvidenceError("this evidence has probability zero in this network")
        self.absent[variable], self.present[variable] = low / size, high / size
        self.log += math.log(size)

    def copy(self) -> Weights:
        """Weights of their own for a lane."""
        return Weights(self.absent.copy(), self.present.copy(), self.log)

    def as_decimals(self) -> Weights:
        """The same weights for arithmetic in more digits."""
        return Weights(list(as_decimals(self.absent)), list(as_decimals(self.present)), self.log)


def weights(network: Network, evidence: Evidence, plan: Plan) -> Weights:
    """Priors, likelihoods and answers as weights of single variables."""
    if len(network.priors) != plan.variables.causes or len(network.mechanisms) != plan.variables.mechanisms:
        raise ValueError("this plan was not made for this network")
    if not plan.positives.issuperset(evidence.positive):
        raise ValueError("this plan was not made for these positive findings")
    count = plan.variables.count()
    result = Weights([1.0] * count, [1.0] * count)
    for cause, prior in enumerate(network.priors):
        result.multiply(cause, 1 - prior, prior)
    for cause, absent, present in sorted(evidence.unary):
        result.multiply(cause, absent, present)
    for finding in sorted(evidence.negative):
        deny(result, plan.variables, network.findings[finding])
    _affirm(result, network, evidence, plan.variables)
    return result


Row = TypeVar("Row", bound=Sequence[float])


def as_decimals(row: Row) -> Row:
    """The same numbers as decimals, which the passes add and multiply just as well."""
    return cast("Row", tuple(Decimal(number) for number in row))


def deny(result: Weights, names: Variables, finding: Finding) -> None:
    """Multiply the probability that a finding is absent into the weights of its parents."""
    result.log += math.log1p(-finding.leak)
    for parent, link in names.parents(finding):
        result.multiply(parent, 1.0, 1 - link)


def _affirm(result: Weights, network: Network, evidence: Evidence, names: Variables) -> None:
    """Positive findings: a weight on the auxiliary, or on the only parent."""
    for finding, auxiliary in names.finding_auxiliaries():
        present = finding in evidence.positive
        result.multiply(auxiliary, 1.0, network.findings[finding].leak - 1 if present else 0.0)
    for finding in sorted(set(evidence.positive).difference(names.findings)):
        node = network.findings[finding]
        parents = names.parents(node)
        for parent, link in parents:
            result.multiply(parent, node.leak, node.leak + link * (1 - node.leak))
        if not parents:
            result.log += math.log(node.leak)


def factors(network: Network, names: Variables) -> dict[tuple[int, int], Pair]:
    """Every pairwise factor, by its two variables, the lower number first."""
    result: dict[tuple[int, int], Pair] = {}
    for place, mechanism in enumerate(network.mechanisms):
        auxiliary = names.mechanism_auxiliary(place)
        silent = 1 - mechanism.leak
        result[names.mechanism(place), auxiliary] = (0.0, 1.0, silent, -silent)
        for cause, link in mechanism.causes:
            result[cause, auxiliary] = (1.0, 1.0, 1.0, 1 - link)
    for finding, auxiliary in names.finding_auxiliaries():
        for parent, link in names.parents(network.findings[finding]):
            result[parent, auxiliary] = (1.0, 1.0, 1.0, 1 - link)
    return result


def base_tables(plan: Plan, pairs: dict[tuple[int, int], Pair]) -> list[Halves]:
    """For every bucket the product of the pairwise factors that meet there, shared by all lanes."""
    met = {(min(b.variable, other), max(b.variable, other)) for b in plan.buckets for other in b.scope}
    if not pairs.keys() <= met:
        raise ValueError("this plan was not made for this network")
    return [_base_table(bucket, pairs) for bucket in plan.buckets]


def _base_table(bucket: Bucket, pairs: dict[tuple[int, int], Pair]) -> Halves:
    """Built by doubling over the scope: the cost is the size of the table."""
    halves: list[list[float]] = []
    for state in (0, 1):
        table: list[float] = [1]
        for other in bucket.scope:
            low, high = _row(pairs, bucket.variable, state, other)
            table = _scaled(table, low) + _scaled(table, high)
        halves.append(table)
    return halves[0], halves[1]


def _row(pairs: dict[tuple[int, int], Pair], variable: int, state: int, other: int) -> tuple[float, float]:
    """The factor of a variable in one state with another absent, and present; one where they share none."""
    if variable < other:
        factor = pairs.get((variable, other))
        return (factor[state], factor[2 + state]) if factor else (1, 1)
    factor = pairs.get((other, variable))
    return (factor[2 * state], factor[2 * state + 1]) if factor else (1, 1)


def _scaled(table: Sequence[float], by: float) -> list[float]:
    """A table times a number."""
    return [by * entry for entry in table]
