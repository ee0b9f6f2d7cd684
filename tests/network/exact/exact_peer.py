"""pyAgrum asked the same question in two forms: a chain of small tables, and signed factors of rank two.

In chain form a noisy-OR with many parents is a row of nodes y1, y2, .. each the OR of the one before and
one more noisy parent. Its numbers are all probabilities: an algebra other than the engine's.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import pyagrum as gum

from charley.network.exact import Evidence, Finding, Mechanism, Network


@dataclass(frozen=True)
class Answer:
    """What a peer says."""

    log_evidence: float
    causes: tuple[float, ...]
    mechanisms: tuple[float, ...]


def chain_form(network: Network) -> gum.BayesNet:
    """The network with every noisy-OR as a chain; nodes c0.., m0.., f0.."""
    net = gum.BayesNet()
    for place, prior in enumerate(network.priors):
        net.add(gum.LabelizedVariable(f"c{place}", "", 2))
        net.cpt(f"c{place}").fillWith([1 - prior, prior])
    for place, node in enumerate(network.mechanisms):
        _add_chain(net, f"m{place}", node)
    for place, finding in enumerate(network.findings):
        _add_chain(net, f"f{place}", finding)
    return net


def ask_chain(network: Network, evidence: Evidence, net: gum.BayesNet) -> Answer:
    """Lazy propagation in the chain form; the evidence that is no cause is set, all causes are targets."""
    engine = gum.LazyPropagation(net)
    engine.setEvidence(_hard(evidence) | _soft(network, evidence))
    engine.setTargets({*_names("c", network.priors), *_names("m", network.mechanisms)})
    engine.makeInference()
    return _read(network, engine, math.log(engine.evidenceProbability()))


def rank_two_form(network: Network, evidence: Evidence) -> gum.MarkovRandomField:
    """The engine's own factors as a Markov network: stars around auxiliaries n0.. and b0.., and weights."""
    field = gum.MarkovRandomField()
    stars: list[tuple[str, Mechanism | Finding]] = [
        *((f"n{place}", node) for place, node in enumerate(network.mechanisms)),
        *((f"b{finding}", network.findings[finding]) for finding in evidence.positive),
    ]
    for name, pair in _weights(network, evidence).items():
        field.add(gum.LabelizedVariable(name, "", 2))
        field.addFactor([name]).fillWith(pair)
    for name, node in stars:
        for parent, link in _parents(node):
            field.addFactor([parent, name])[:] = [[1, 1], [1, 1 - link]]
    for place, node in enumerate(network.mechanisms):
        silent = 1 - node.leak
        field.addFactor([f"m{place}", f"n{place}"])[:] = [[0, 1], [silent, -silent]]
    return field


def _weights(network: Network, evidence: Evidence) -> dict[str, list[float]]:
    """Priors, likelihoods, negative findings and the signs of positive ones."""
    weights = {f"c{place}": [1 - prior, prior] for place, prior in enumerate(network.priors)}
    for place in range(len(network.mechanisms)):
        weights |= {f"m{place}": [1.0, 1.0], f"n{place}": [1.0, 1.0]}
    for finding in evidence.positive:
        weights[f"b{finding}"] = [1.0, network.findings[finding].leak - 1]
    for cause, absent, present in evidence.unary:
        _times(weights[f"c{cause}"], absent, present)
    for finding in evidence.negative:
        for name, link in _parents(network.findings[finding]):
            _times(weights[name], 1.0, 1 - link)
    return weights


def ask_rank_two(network: Network, evidence: Evidence) -> Answer:
    """Build the Markov network of this evidence and ask for every cause and mechanism; no P(evidence)."""
    engine = gum.ShaferShenoyMRFInference(rank_two_form(network, evidence))
    engine.setTargets({*_names("c", network.priors), *_names("m", network.mechanisms)})
    engine.makeInference()
    return _read(network, engine, math.nan)


def _add_chain(net: gum.BayesNet, name: str, node: Mechanism | Finding) -> None:
    """A noisy-OR as a chain whose last link bears the name."""
    parents = _parents(node)
    before: tuple[str, float] | None = None
    steps = [parents[:2], *([parent] for parent in parents[2:])]
    for step, some in enumerate(steps):
        own = name if step == len(steps) - 1 else f"{name}_{step}"
        leak = node.leak if step == 0 else 0.0
        _add_or(net, own, leak, [*([before] if before else []), *some])
        before = (own, 1.0)


def _add_or(net: gum.BayesNet, name: str, leak: float, parents: list[tuple[str, float]]) -> None:
    """A noisy-OR of at most two parents as a plain table."""
    net.add(gum.LabelizedVariable(name, "", 2))
    for parent, _ in parents:
        net.addArc(parent, name)
    table = net.cpt(name)
    for state in range(1 << len(parents)):
        on = {parent: state >> place & 1 for place, (parent, _) in enumerate(parents)}
        silent = (1 - leak) * math.prod(1 - link for parent, link in parents if on[parent])
        table[on] = [silent, 1 - silent]


def _parents(node: Mechanism | Finding) -> list[tuple[str, float]]:
    """The parents of a node by name, with their links."""
    causes = [(f"c{place}", link) for place, link in node.causes]
    return causes + [(f"m{place}", link) for place, link in getattr(node, "mechanisms", ())]


def _hard(evidence: Evidence) -> dict[str, Any]:
    return {f"f{f}": 1 for f in evidence.positive} | {f"f{f}": 0 for f in evidence.negative}


def _soft(network: Network, evidence: Evidence) -> dict[str, Any]:
    """Likelihoods by cause; several for one cause are multiplied."""
    result: dict[str, list[float]] = {}
    for cause, absent, present in evidence.unary:
        _times(result.setdefault(f"c{cause}", [1.0, 1.0]), absent, present)
    return dict(result)


def _times(pair: list[float], absent: float, present: float) -> None:
    pair[0] *= absent
    pair[1] *= present


def _names(letter: str, nodes: tuple[Any, ...]) -> list[str]:
    return [f"{letter}{place}" for place in range(len(nodes))]


def _read(network: Network, engine: Any, log: float) -> Answer:
    causes = tuple(float(engine.posterior(name)[1]) for name in _names("c", network.priors))
    mechanisms = tuple(float(engine.posterior(name)[1]) for name in _names("m", network.mechanisms))
    return Answer(log, causes, mechanisms)
