"""Any network of causes, mechanisms and findings through the kernel: its pairwise form as flat arrays."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from charley.network.exact.answers import Posterior
from charley.network.exact.factors import factors, weights
from charley.network.exact.graph import Variables, variables
from charley.network.exact.model import Evidence, Network
from charley.network.exact.planning import Plan
from charley.network.kernel._kernel import PairNetwork


@dataclass(frozen=True, slots=True)
class Pairs:
    """A network under one evidence: the planned graph, its weights and its factors."""

    names: Variables
    planned: PairNetwork
    weights: array[float]
    factors: array[float]
    log_weights: float

    def posterior(self) -> Posterior:
        """P(evidence) and the posterior of every cause and mechanism, exactly."""
        names = self.names
        present = array("d", bytes(8 * names.count()))
        swept, cancellation = self.planned.solve(
            self.weights, self.factors, names.causes + names.mechanisms, present
        )
        return Posterior(
            swept + self.log_weights,
            tuple(present[: names.causes]),
            tuple(present[names.causes : names.causes + names.mechanisms]),
            cancellation,
        )


def pairs_of(network: Network, evidence: Evidence) -> Pairs:
    """The signed pairwise form of a network under evidence (see `charley.network.exact.factors`)."""
    evidence.check(network)
    names = variables(network, evidence.positive)
    pairs = factors(network, names)
    found = weights(network, evidence, Plan(frozenset(evidence.positive), names, (), 0, ""))
    flat = [x for both in zip(found.absent, found.present, strict=True) for x in both]
    return Pairs(
        names,
        PairNetwork(names.count(), array("i", [u for u, _ in pairs]), array("i", [v for _, v in pairs])),
        array("d", flat),
        array("d", [x for factor in pairs.values() for x in factor]),
        found.log,
    )


def solve(network: Network, evidence: Evidence) -> Posterior:
    """The same as `charley.network.exact.solve`, by the kernel."""
    return pairs_of(network, evidence).posterior()
