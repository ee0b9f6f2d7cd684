"""Networks and evidence for the tests: tiny ones at random, and a fixed corpus of realistic size.

The corpus looks like the network of cramps: 60 rare causes in organ groups, 6 mechanisms, 120 findings of
which most belong to one group, and a complaint, finding 120, that all mechanisms make and everyone has.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import strategies as st

from charley.network.exact import Evidence, Finding, Mechanism, Network

CAUSES, FINDINGS, MECHANISMS, GROUP = 60, 120, 6, 10
COMPLAINT = FINDINGS
SEEDS = (0, 1, 2, 3, 4, 6, 7, 8, 9, 10)
"""One network each; seed 5 is left out because one of its histories takes pyAgrum's chains seconds."""
HISTORIES = 20


@dataclass(frozen=True)
class Case:
    """A network and histories told by people drawn from it."""

    seed: int
    network: Network
    histories: tuple[Evidence, ...]


def corpus() -> Iterator[Case]:
    """The fixed corpus: 10 networks with 20 histories each, of 5 to 20 answers."""
    return (case(seed) for seed in SEEDS)


def case(seed: int) -> Case:
    """One network of the corpus with its histories."""
    chance = random.Random(seed)
    network = seeded_network(chance)
    return Case(seed, network, tuple(_history(chance, network, 5 + turn % 16) for turn in range(HISTORIES)))


def seeded_network(chance: random.Random) -> Network:
    """60 causes, 6 mechanisms of 4 to 9 causes, 120 findings of 1 to 7 parents, and the complaint."""
    priors = tuple(chance.uniform(0.002, 0.1) for _ in range(CAUSES))
    mechanisms = tuple(
        Mechanism(
            chance.uniform(0.01, 0.1), _links(chance, chance.sample(range(CAUSES), chance.randint(4, 9)))
        )
        for _ in range(MECHANISMS)
    )
    findings = [_finding(chance) for _ in range(FINDINGS)]
    findings.append(Finding(0.01, (), _links(chance, range(MECHANISMS))))
    return Network(priors, tuple(findings), mechanisms)


def _finding(chance: random.Random) -> Finding:
    """A finding: mostly causes of one organ group, sometimes a mechanism or two."""
    first = GROUP * chance.randrange(CAUSES // GROUP)
    own = range(first, first + GROUP)
    causes = {
        chance.choice(own if chance.random() < 0.75 else range(CAUSES)) for _ in range(chance.randint(1, 5))
    }
    mechanisms = chance.sample(range(MECHANISMS), chance.choice([0, 0, 0, 1, 2]))
    return Finding(chance.uniform(0.005, 0.1), _links(chance, sorted(causes)), _links(chance, mechanisms))


def _links(chance: random.Random, places: range | list[int]) -> tuple[tuple[int, float], ...]:
    return tuple((place, chance.uniform(0.1, 0.9)) for place in places)


def _history(chance: random.Random, network: Network, answers: int) -> Evidence:
    """A person drawn from the network who has the complaint, and some findings, 40% of them present."""
    while True:
        person = _person(chance, network)
        if person[COMPLAINT]:
            break
    found = [f for f in range(FINDINGS) if person[f]]
    missing = [f for f in range(FINDINGS) if not person[f]]
    positive = chance.sample(found, min(len(found), round(0.4 * answers)))
    negative = chance.sample(missing, answers - len(positive))
    unary = tuple(
        (chance.randrange(CAUSES), chance.uniform(0.1, 1), chance.uniform(0.1, 1)) for _ in range(2)
    )
    return Evidence((COMPLAINT, *positive), tuple(negative), unary)


def _person(chance: random.Random, network: Network) -> list[bool]:
    """The findings of one person."""
    causes = [chance.random() < prior for prior in network.priors]
    mechanisms = [_drawn(chance, node.leak, node.causes, causes) for node in network.mechanisms]
    return [
        _drawn(chance, node.leak, node.causes, causes) or _drawn(chance, 0, node.mechanisms, mechanisms)
        for node in network.findings
    ]


def _drawn(
    chance: random.Random, leak: float, links: tuple[tuple[int, float], ...], parents: list[bool]
) -> bool:
    """Whether the leak or any link of a present parent makes the node present."""
    return chance.random() < leak or any(parents[p] and chance.random() < link for p, link in links)


def probabilities(low: float) -> st.SearchStrategy[float]:
    """A chance that is zero, one, or not close to zero."""
    return st.one_of(st.sampled_from([0.0, 1.0]), st.floats(low, 1))


@st.composite
def links(draw: st.DrawFn, parents: int, most: int, low: float) -> tuple[tuple[int, float], ...]:
    """Links to some of the parents."""
    places = draw(st.lists(st.integers(0, parents - 1), max_size=most, unique=True)) if parents else []
    return tuple((place, draw(probabilities(low))) for place in places)


@st.composite
def networks(draw: st.DrawFn, low: float = 0.01, most_mechanisms: int = 2) -> Network:
    """A tiny network: up to 4 causes, 2 mechanisms, 5 findings; no leak of a finding below `low`."""
    causes = draw(st.integers(1, 4))
    priors = tuple(draw(st.one_of(st.just(0.0), st.floats(low, 0.99))) for _ in range(causes))
    mechanisms = tuple(
        Mechanism(draw(probabilities(low)), draw(links(causes, 3, low)))
        for _ in range(draw(st.integers(0, most_mechanisms)))
    )
    findings = tuple(
        Finding(draw(st.floats(low, 0.9)), draw(links(causes, 4, low)), draw(links(len(mechanisms), 2, low)))
        for _ in range(draw(st.integers(1, 5)))
    )
    return Network(priors, findings, mechanisms)


@st.composite
def asked(draw: st.DrawFn, low: float = 0.01, most_mechanisms: int = 2) -> tuple[Network, Evidence]:
    """A tiny network with some findings answered and some likelihoods, in any order."""
    network = draw(networks(low, most_mechanisms))
    count = len(network.findings)
    places = draw(st.permutations(range(count)))
    first, second = sorted((draw(st.integers(0, count)), draw(st.integers(0, count))))
    unary = draw(st.lists(likelihoods(len(network.priors)), max_size=2))
    return network, Evidence(tuple(places[:first]), tuple(places[first:second]), tuple(unary))


def likelihoods(causes: int) -> st.SearchStrategy[tuple[int, float, float]]:
    """Virtual evidence on one cause; one of the two likelihoods may be zero."""
    above = st.floats(0.01, 100)
    maybe = st.one_of(st.just(0.0), above)
    both = st.one_of(st.tuples(above, maybe), st.tuples(maybe, above))
    return st.tuples(st.integers(0, causes - 1), both).map(lambda drawn: (drawn[0], *drawn[1]))


def chain(causes: int) -> Network:
    """Causes in a row, each two neighbours sharing a finding."""
    rows = tuple(Finding(0.05, ((one, 0.6), (two, 0.7))) for one, two in pairwise(range(causes)))
    return Network((0.03,) * causes, rows)
