"""The oracle: every state of a tiny network, one after the other, in arithmetic of fifty digits.

It shares nothing with the engine but the dataclasses: no auxiliaries, no elimination, no subtraction
between probabilities of evidence. Counterfactuals enumerate the chance of every single link and leak.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

from charley.network.exact import Evidence, Finding, Mechanism, Network

DIGITS = Context(prec=50)
State = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True)
class Joint:
    """P(state, evidence) of every state of causes and mechanisms."""

    states: tuple[tuple[State, Decimal], ...]

    def mass(self, of: Callable[[State], Decimal | int | bool] = lambda state: 1) -> Decimal:
        with localcontext(DIGITS):
            return sum((weight * Decimal(of(state)) for state, weight in self.states), Decimal(0))

    def chance(self, of: Callable[[State], Decimal | int | bool]) -> float:
        with localcontext(DIGITS):
            return float(self.mass(of) / self.mass())


def joint(
    network: Network,
    evidence: Evidence,
    causes: Mapping[int, int] | None = None,
    mechanisms: Mapping[int, int] | None = None,
) -> Joint:
    """All states; `causes` and `mechanisms` are forced to a value, whatever would make them so."""
    causes, mechanisms = causes or {}, mechanisms or {}
    with localcontext(DIGITS):
        return Joint(tuple(
            ((some, others), _causes(network, some, causes) * _mechanisms(network, some, others, mechanisms)
             * _answers(network, evidence, (some, others)))
            for some in itertools.product((0, 1), repeat=len(network.priors))
            for others in itertools.product((0, 1), repeat=len(network.mechanisms))
        ))  # fmt: skip


def absent(node: Finding | Mechanism, state: State) -> Decimal:
    """P(node = 0 | state of its parents)."""
    result = 1 - Decimal(node.leak)
    for place, link in node.causes:
        result *= 1 - Decimal(link) if state[0][place] else 1
    for place, link in getattr(node, "mechanisms", ()):
        result *= 1 - Decimal(link) if state[1][place] else 1
    return result


def present(node: Finding | Mechanism, state: State) -> Decimal:
    """P(node = 1 | state of its parents)."""
    with localcontext(DIGITS):
        return 1 - absent(node, state)


def information(network: Network, evidence: Evidence, finding: int) -> float:
    """The expected fall of the causes' entropies, by asking again with either answer added."""
    with localcontext(DIGITS):
        now = joint(network, evidence)
        after = Decimal(0)
        for answer in (
            Evidence((*evidence.positive, finding), evidence.negative, evidence.unary),
            Evidence(evidence.positive, (*evidence.negative, finding), evidence.unary),
        ):
            then = joint(network, answer)
            if then.mass():
                after += then.mass() / now.mass() * _entropies(network, then)
        return float(_entropies(network, now) - after)


def necessity(network: Network, evidence: Evidence, cause: int, target: int) -> float:
    """P(target absent had the cause been absent | evidence), by the noise of every node in two worlds."""
    node = network.findings[target]
    rest = Evidence(
        tuple(f for f in evidence.positive if f != target), evidence.negative, evidence.unary
    )  # fmt: skip
    with localcontext(DIGITS):
        mass = Decimal(0)
        for fact in itertools.product((0, 1), repeat=len(network.priors)):
            imagined = tuple(0 if place == cause else value for place, value in enumerate(fact))
            prior = _causes(network, fact, {})
            for (seen, other), chance in _twin_mechanisms(network, fact, imagined):
                worlds = ((fact, seen), (imagined, other))
                gone = sum(p for (t, u), p in _twin(node, *worlds) if t and not u)
                mass += prior * chance * gone * _answers(network, rest, worlds[0])
        return float(mass / joint(network, evidence).mass())


def _causes(network: Network, some: Sequence[int], forced: Mapping[int, int]) -> Decimal:
    result = Decimal(1)
    for place, value in enumerate(some):
        prior = Decimal(network.priors[place])
        if place in forced:
            result *= int(forced[place] == value)
        else:
            result *= prior if value else 1 - prior
    return result


def _mechanisms(
    network: Network, some: tuple[int, ...], others: tuple[int, ...], forced: Mapping[int, int]
) -> Decimal:
    result = Decimal(1)
    for place, value in enumerate(others):
        node = network.mechanisms[place]
        if place in forced:
            result *= int(forced[place] == value)
        else:
            silent = absent(node, (some, others))
            result *= 1 - silent if value else silent
    return result


def _answers(network: Network, evidence: Evidence, state: State) -> Decimal:
    result = Decimal(1)
    for finding in evidence.positive:
        result *= 1 - absent(network.findings[finding], state)
    for finding in evidence.negative:
        result *= absent(network.findings[finding], state)
    for cause, without, within in evidence.unary:
        result *= Decimal(within if state[0][cause] else without)
    return result


def _entropies(network: Network, table: Joint) -> Decimal:
    total = Decimal(0)
    for place in range(len(network.priors)):
        chance = table.mass(lambda state, place=place: state[0][place]) / table.mass()
        for share in (chance, 1 - chance):
            total -= share * share.ln() / Decimal(2).ln() if share > 0 else 0
    return total


def _twin_mechanisms(
    network: Network, fact: tuple[int, ...], imagined: tuple[int, ...]
) -> Iterator[tuple[State, Decimal]]:
    """The mechanisms in both worlds, with the chance of each pair of states."""
    tables = [_twin(node, (fact, ()), (imagined, ())) for node in network.mechanisms]
    for choice in itertools.product(*tables):
        pairs = [pair for pair, _ in choice]
        yield (
            (tuple(one for one, _ in pairs), tuple(two for _, two in pairs)),
            math.prod((chance for _, chance in choice), start=Decimal(1)),
        )


def _twin(node: Finding | Mechanism, fact: State, imagined: State) -> list[tuple[tuple[int, int], Decimal]]:
    """The states of one node in two worlds that share its leak and its links, all chances enumerated."""
    links = [(fact[0][p], imagined[0][p], link) for p, link in node.causes]
    links += [(fact[1][p], imagined[1][p], link) for p, link in getattr(node, "mechanisms", ())]
    noise = [(1, 1, node.leak), *links]
    table: dict[tuple[int, int], Decimal] = {}
    for works in itertools.product((0, 1), repeat=len(noise)):
        chance = Decimal(1)
        for on, (_, _, link) in zip(works, noise, strict=True):
            chance *= Decimal(link) if on else 1 - Decimal(link)
        pair = (
            int(any(on and one for on, (one, _, _) in zip(works, noise, strict=True))),
            int(any(on and two for on, (_, two, _) in zip(works, noise, strict=True))),
        )
        table[pair] = table.get(pair, Decimal(0)) + chance
    return list(table.items())
