"""What can be asked of the network: posteriors, predictions, the value of questions, pairs of causes.

P(evidence) is multilinear in the weights of the variables. So "what if this finding were absent" or "if
this cause were present" is a lane: the same plan and the same tables with a few weights multiplied.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Context, localcontext
from typing import Protocol

from charley.network.exact.factors import (
    Halves,
    Pair,
    Weights,
    as_decimals,
    base_tables,
    deny,
    factors,
    weights,
)
from charley.network.exact.model import Evidence, ImpossibleEvidenceError, Network, open_findings
from charley.network.exact.planning import Plan
from charley.network.exact.planning import plan as make_plan
from charley.network.exact.sweep import Marginals, sweep

TOO_MUCH_CANCELS = 1e-5
"""Under this ratio of what survives to what was added up (see `sweep`), a double keeps too few digits."""

DIGITS = Context(prec=34)


@dataclass(frozen=True, slots=True)
class Posterior:
    """Log P(evidence), and P(present | evidence) of every cause and every mechanism.

    `cancellation` is the smallest ratio of what survives to what was added up at any sum with signs
    (see `sweep`); under TOO_MUCH_CANCELS the passes were made in more digits.
    """

    log_evidence: float
    causes: tuple[float, ...]
    mechanisms: tuple[float, ...]
    cancellation: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """An open finding: P(present | evidence), and P(cause present, finding present | evidence) by cause."""

    finding: int
    present: float
    with_causes: tuple[float, ...]


class Lanes(Protocol):
    """A network under its evidence, to be asked again with other weights."""

    @property
    def weights(self) -> Weights:
        """Those of the evidence itself."""
        ...

    def sweep(self, lane: Weights | None = None) -> Marginals:
        """P(evidence) and the marginal of every cause, with the weights of a lane or of the evidence."""
        ...


@dataclass(frozen=True, slots=True)
class Prepared:
    """A plan with its tables and the weights of the evidence, ready for lanes."""

    plan: Plan
    pairs: dict[tuple[int, int], Pair]
    bases: list[Halves]
    weights: Weights

    def sweep(self, lane: Weights | None = None) -> Marginals:
        """Both passes, with the weights of a lane or of the evidence itself.

        Where so much cancels that doubles keep too few digits, both passes are made in decimals.
        """
        try:
            found = sweep(self.plan, self.bases, lane or self.weights)
        except ImpossibleEvidenceError:
            return self._widely(lane or self.weights)
        return found if found.cancellation >= TOO_MUCH_CANCELS else self._widely(lane or self.weights)

    def _widely(self, weights: Weights) -> Marginals:
        with localcontext(DIGITS):
            wide = {edge: as_decimals(pair) for edge, pair in self.pairs.items()}
            return sweep(self.plan, base_tables(self.plan, wide), weights.as_decimals())


def prepare(network: Network, evidence: Evidence, plan: Plan | None = None) -> Prepared:
    """Everything that lanes share."""
    evidence.check(network)
    plan = plan or make_plan(network, evidence.positive)
    pairs = factors(network, plan.variables)
    return Prepared(plan, pairs, base_tables(plan, pairs), weights(network, evidence, plan))


def solve(network: Network, evidence: Evidence, plan: Plan | None = None) -> Posterior:
    """P(evidence) and the posterior of every cause and mechanism, exactly."""
    return _posterior(network, prepare(network, evidence, plan).sweep())


def predict(network: Network, evidence: Evidence, plan: Plan | None = None) -> tuple[Forecast, ...]:
    """Every open finding: how likely it is present, alone and together with each cause."""
    prepared = prepare(network, evidence, plan)
    now = prepared.sweep()
    return tuple(_forecasts(network, evidence, prepared, now))


def information(network: Network, evidence: Evidence, plan: Plan | None = None) -> dict[int, float]:
    """For each open finding the bits by which its answer is expected to lower the causes' entropies.

    The sum of the entropies of the single causes is meant, not the entropy of all jointly.
    """
    prepared = prepare(network, evidence, plan)
    now = prepared.sweep()
    causes = now.present[: len(network.priors)]
    before = sum(map(entropy, causes))
    forecasts = _forecasts(network, evidence, prepared, now)
    return {forecast.finding: before - _entropy_after(causes, forecast) for forecast in forecasts}


def pairs(network: Network, evidence: Evidence, cause: int, plan: Plan | None = None) -> tuple[float, ...]:
    """P(other cause present | this cause present, evidence) by cause; one at the cause itself."""
    prepared = prepare(network, evidence, plan)
    lane = prepared.weights.copy()
    lane.multiply(cause, 0.0, 1.0)
    return _posterior(network, prepared.sweep(lane)).causes


def entropy(probability: float) -> float:
    """The entropy of a yes or no, in bits."""
    if not 0 < probability < 1:
        return 0.0
    rest = -math.log1p(-probability) * (1 - probability)
    return (rest - probability * math.log(probability)) / math.log(2)


def _posterior(network: Network, marginals: Marginals) -> Posterior:
    """The marginals by kind of variable."""
    causes = len(network.priors)
    mechanisms = causes + len(network.mechanisms)
    return Posterior(
        marginals.log_evidence,
        tuple(marginals.present[:causes]),
        tuple(marginals.present[causes:mechanisms]),
        marginals.cancellation,
    )


def _forecasts(
    network: Network, evidence: Evidence, prepared: Prepared, now: Marginals
) -> Iterator[Forecast]:
    """One lane for each open finding, in which it is absent; the rest is what lies between that and now."""
    causes = now.present[: len(network.priors)]
    for finding in open_findings(network, evidence):
        lane = prepared.weights.copy()
        try:
            deny(lane, prepared.plan.variables, network.findings[finding])
            absent = prepared.sweep(lane)
        except ImpossibleEvidenceError:
            yield Forecast(finding, 1.0, tuple(causes))
            continue
        change = min(absent.log_evidence - now.log_evidence, 0.0)
        share = math.exp(change)
        both = [max(p - share * q, 0.0) for p, q in zip(causes, absent.present, strict=False)]
        yield Forecast(finding, -math.expm1(change), tuple(both))


def _entropy_after(causes: Sequence[float], forecast: Forecast) -> float:
    """The expected entropy of all causes once the finding is answered."""
    present = forecast.present
    total = 0.0
    for cause, both in zip(causes, forecast.with_causes, strict=True):
        if present > 0:
            total += present * entropy(both / present)
        if present < 1:
            total += (1 - present) * entropy((cause - both) / (1 - present))
    return total
