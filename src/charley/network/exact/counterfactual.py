"""Doing instead of seeing, and what would have been otherwise.

An intervention cuts a node off from what makes it (Pearl 2009, ch. 3): the evidence below it stays, and
says nothing any more about its causes. For a cause, which nothing in the network makes, doing equals
seeing except that it costs no probability.
"""

from __future__ import annotations

import math
from dataclasses import replace

from charley.network.exact.answers import prepare
from charley.network.exact.factors import Pair, Weights, base_tables, deny, factors, weights
from charley.network.exact.graph import Variables
from charley.network.exact.model import Evidence, Finding, ImpossibleEvidenceError, Mechanism, Network
from charley.network.exact.planning import Plan
from charley.network.exact.sweep import up


def do_cause(network: Network, cause: int, present: bool) -> Network:
    """The network in which a cause is made present or absent."""
    priors = list(network.priors)
    priors[cause] = float(present)
    return replace(network, priors=tuple(priors))


def do_mechanism(network: Network, mechanism: int, present: bool) -> Network:
    """The network in which a mechanism is made present or absent, whatever the causes."""
    mechanisms = list(network.mechanisms)
    mechanisms[mechanism] = Mechanism(leak=float(present))
    return replace(network, mechanisms=tuple(mechanisms))


def necessity(
    network: Network, evidence: Evidence, cause: int, target: int, plan: Plan | None = None
) -> float:
    """P(the target would be absent had the cause been absent | evidence, the target present among it).

    The chance of every link and leak is the same in both worlds (the twin network, Balke and Pearl 1994),
    so only mechanisms of the cause can differ. A person without the cause adds nothing; divided by
    P(cause | evidence) this is the probability of necessity (Pearl 1999).

    With the cause present, t and t' the target in fact and without it:
    P(t, not t') = P(not t') - P(not t), since t' implies t. Either term is a product over its parents.
    """
    if target not in evidence.positive:
        raise ValueError(f"finding {target} is not among the positive findings")
    node = network.findings[target]
    prepared = prepare(network, evidence, plan)
    plan = prepared.plan
    whole = up(plan, prepared.bases, prepared.weights).log_evidence
    rest = replace(evidence, positive=tuple(f for f in evidence.positive if f != target))
    tables = factors(network, plan.variables)
    try:
        lane = weights(network, rest, plan)
        lane.multiply(cause, 0.0, 1.0)
        imagined = lane.copy()
        _deny_imagined(imagined, tables, network, plan.variables, cause, node)
        without = up(plan, base_tables(plan, tables), imagined).log_evidence
    except ImpossibleEvidenceError:
        return 0.0
    try:
        deny(lane, plan.variables, node)
        within = up(plan, prepared.bases, lane).log_evidence
    except ImpossibleEvidenceError:
        within = -math.inf
    return min(max(math.exp(without - whole) - math.exp(within - whole), 0.0), 1.0)


def _deny_imagined(
    lane: Weights,
    tables: dict[tuple[int, int], Pair],
    network: Network,
    names: Variables,
    cause: int,
    target: Finding,
) -> None:
    """Make the target absent in the world without the cause; everything else stays as it is in fact.

    Other causes and the mechanisms they alone act on are the same in both worlds. A mechanism k of the
    cause is M in fact and M' <= M without it. Write q for the cause's 1 - link to k, r for 1 - link from
    k to the target, f(M) for all else that hangs on M, and b for P(M' = 0) = (1 - leak) times the other
    causes' product; then P(M = 0) = q b, and summing over (M, M') = (0, 0), (1, 0), (1, 1) gives
    q b f(0) + (b - q b) f(1) + (1 - b) r f(1) = q b f(0) + (r + ((1 - r) - q) b) f(1):
    the shape of an ordinary mechanism, with other numbers and without its factor with the cause.
    """
    lane.log += math.log1p(-target.leak)
    for parent, link in target.causes:
        if parent != cause:
            lane.multiply(parent, 1.0, 1 - link)
    to_target = dict(target.mechanisms)
    for place, mechanism in enumerate(network.mechanisms):
        links = dict(mechanism.causes)
        reach = to_target.get(place, 0.0)
        if cause not in links:
            lane.multiply(names.mechanism(place), 1.0, 1 - reach)
            continue
        auxiliary = names.mechanism_auxiliary(place)
        silent = 1 - mechanism.leak
        spared = 1 - links[cause]
        tables[names.mechanism(place), auxiliary] = (
            0.0, 1 - reach, silent * spared, silent * (reach - spared),
        )  # fmt: skip
        tables[cause, auxiliary] = (1.0, 1.0, 1.0, 1.0)
