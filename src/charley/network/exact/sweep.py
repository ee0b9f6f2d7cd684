"""The numeric half, second part: one pass up and one pass down the tree of buckets.

Up: each bucket multiplies its base table, the weight of its variable and the messages of its children,
sums its variable out and sends the rest on (Dechter 1999). Down: the derivative of log P(evidence) by
each message (Darwiche 2003), which gives every marginal at once. Messages may be exactly zero, so
nothing is divided by one: "all other children" is a product of prefixes and suffixes. Every message is
scaled to a largest entry of one and the logarithm kept, so long histories do not underflow.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from charley.network.exact.factors import Halves, Weights
from charley.network.exact.model import ImpossibleEvidenceError
from charley.network.exact.planning import Bucket, Plan


@dataclass(frozen=True, slots=True)
class Marginals:
    """The logarithm of P(evidence), P(variable present | evidence) by number, and the worst cancellation.

    Rows of auxiliaries are no probabilities and are not to be read.
    """

    log_evidence: float
    present: list[float]
    cancellation: float


@dataclass(frozen=True, slots=True)
class Upward:
    """What the upward pass leaves: by bucket its table, its message in halves, and the scale taken out."""

    tables: list[Halves]
    messages: list[Halves]
    scales: list[float]
    log_evidence: float


def sweep(plan: Plan, bases: Sequence[Halves], weights: Weights) -> Marginals:
    """Up and down: P(evidence) and the marginal of every variable."""
    upward = up(plan, bases, weights)
    slopes: list[list[float]] = [[1] for _ in plan.buckets]
    present = [0.0] * len(plan.buckets)
    cancellation = 1.0
    for step in range(len(plan.buckets) - 1, -1, -1):
        bucket = plan.buckets[step]
        low, high = upward.tables[step]
        slope = [entry / upward.scales[step] for entry in slopes[step]]
        share = sum(_times(slope, high))
        present[bucket.variable] = float(min(max(share, 0), 1))
        if bucket.variable >= plan.variables.causes:
            cancellation = min(cancellation, _cancellation(slope, low, high))
        below = _times(slope, _scaled(bases[step][0], weights.absent[bucket.variable]))
        above = _times(slope, _scaled(bases[step][1], weights.present[bucket.variable]))
        _hand_down(bucket, below, above, upward.messages, slopes)
    return Marginals(upward.log_evidence, present, cancellation)


def up(plan: Plan, bases: Sequence[Halves], weights: Weights) -> Upward:
    """Sum out every variable in turn."""
    tables: list[Halves] = []
    messages: list[Halves] = []
    scales: list[float] = []
    log = weights.log
    for bucket, base in zip(plan.buckets, bases, strict=True):
        low, high = _product(bucket, base, weights, messages)
        message = [one + other for one, other in zip(low, high, strict=True)]
        scale = max(map(abs, message))
        if scale == 0 or (not bucket.scope and message[0] < 0):
            raise ImpossibleEvidenceError("this evidence has no probability to be told from rounding")
        log += math.log(scale)
        message = _scaled(message, 1 / scale)
        tables.append((low, high))
        messages.append((message[::2], message[1::2]))
        scales.append(scale)
    return Upward(tables, messages, scales, log)


def _product(bucket: Bucket, base: Halves, weights: Weights, messages: Sequence[Halves]) -> Halves:
    """The full table of a bucket: base, weight and the messages of its children."""
    low = _scaled(base[0], weights.absent[bucket.variable])
    high = _scaled(base[1], weights.present[bucket.variable])
    for child in bucket.children:
        below, above = messages[child.bucket]
        low = _times(low, [below[place] for place in child.index])
        high = _times(high, [above[place] for place in child.index])
    return low, high


def _hand_down(
    bucket: Bucket,
    below: list[float],
    above: list[float],
    messages: Sequence[Halves],
    slopes: list[list[float]],
) -> None:
    """Give each child the derivative by its message: everything in this table but the message itself."""
    lows = [[messages[child.bucket][0][place] for place in child.index] for child in bucket.children]
    highs = [[messages[child.bucket][1][place] for place in child.index] for child in bucket.children]
    others = zip(bucket.children, _without_each(below, lows), _without_each(above, highs), strict=True)
    for child, low, high in others:
        slope: list[float] = [0] * (2 * len(messages[child.bucket][0]))
        for place, one, other in zip(child.index, low, high, strict=True):
            slope[2 * place] += one
            slope[2 * place + 1] += other
        slopes[child.bucket] = slope


def _without_each(start: list[float], tables: Sequence[list[float]]) -> list[list[float]]:
    """For each table the product of the start and all the other tables, without a division."""
    after: list[list[float]] = [[1] * len(start)]
    for table in reversed(tables[1:]):
        after.append(_times(table, after[-1]))
    result = []
    before = start
    for table, rest in zip(tables, reversed(after), strict=False):
        result.append(_times(before, rest))
        before = _times(before, table)
    return result


def _cancellation(slope: Sequence[float], low: Sequence[float], high: Sequence[float]) -> float:
    """How much of what is added up here survives in P(evidence): one if nothing cancels, zero if all does.

    The sums, each times its derivative, make P(evidence) / P(evidence) = 1; their terms without signs
    make a number of at least one, by which the rounding of this step is magnified. Its reciprocal is
    the ratio. A ratio of 1e-6 costs about six of sixteen digits.
    """
    terms = zip(slope, low, high, strict=True)
    return 1 / float(max(1, sum(abs(by) * (abs(one) + abs(other)) for by, one, other in terms)))


def _times(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """The product of two tables, entry by entry."""
    return [a * b for a, b in zip(one, other, strict=True)]


def _scaled(table: Sequence[float], by: float) -> list[float]:
    """A table times a number."""
    return [by * entry for entry in table]
