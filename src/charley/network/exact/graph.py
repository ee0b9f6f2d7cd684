"""The variables that are summed out, their numbers, and which of them share a factor.

With n causes and m mechanisms the variables are numbered

    0 .. n-1              cause i
    n .. n+m-1            mechanism k
    n+m .. n+2m-1         the auxiliary of mechanism k
    n+2m ..               the auxiliaries of positive findings with two parents or more, by finding

An auxiliary b of a noisy-OR node y stands for "y <= 1" (b = 0, true of everything) or "y = 0" (b = 1).
In this cumulative form the node is a product over its parents, so it joins each parent to its
auxiliary by a pairwise factor: a star instead of a clique (Díez and Galán 2003; Savický and Vomlel 2007).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from charley.network.exact.model import Finding, Network


@dataclass(frozen=True, slots=True)
class Variables:
    """Numbers of the variables of a network under a set of positive findings."""

    causes: int
    mechanisms: int
    findings: tuple[int, ...]

    def mechanism(self, place: int) -> int:
        """The variable of a mechanism."""
        return self.causes + place

    def mechanism_auxiliary(self, place: int) -> int:
        """The variable that makes a mechanism a product over its causes."""
        return self.causes + self.mechanisms + place

    def finding_auxiliaries(self) -> Iterator[tuple[int, int]]:
        """Each positive finding that has an auxiliary, with that variable."""
        first = self.causes + 2 * self.mechanisms
        return ((finding, first + rank) for rank, finding in enumerate(self.findings))

    def count(self) -> int:
        """How many variables there are."""
        return self.causes + 2 * self.mechanisms + len(self.findings)

    def parents(self, finding: Finding) -> list[tuple[int, float]]:
        """The parents of a finding as variables, with their links."""
        return [*finding.causes, *((self.mechanism(place), link) for place, link in finding.mechanisms)]


def variables(network: Network, positives: Iterable[int]) -> Variables:
    """Number the variables; a positive finding with one parent or none needs no auxiliary."""
    shared = [f for f in sorted(set(positives)) if _parent_count(network.findings[f]) > 1]
    return Variables(len(network.priors), len(network.mechanisms), tuple(shared))


def neighbours(network: Network, names: Variables) -> list[int]:
    """For every variable the set of variables it shares a factor with, as the bits of an integer."""
    adjacent = [0] * names.count()
    for one, other in _edges(network, names):
        adjacent[one] |= 1 << other
        adjacent[other] |= 1 << one
    return adjacent


def _edges(network: Network, names: Variables) -> Iterator[tuple[int, int]]:
    """Every pairwise factor of the graph."""
    for place, mechanism in enumerate(network.mechanisms):
        auxiliary = names.mechanism_auxiliary(place)
        yield names.mechanism(place), auxiliary
        for cause, _ in mechanism.causes:
            yield cause, auxiliary
    for finding, auxiliary in names.finding_auxiliaries():
        for parent, _ in names.parents(network.findings[finding]):
            yield parent, auxiliary


def _parent_count(finding: Finding) -> int:
    """How many causes and mechanisms a finding has."""
    return len(finding.causes) + len(finding.mechanisms)
