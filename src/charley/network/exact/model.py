"""The network and the evidence, as numbers only: nodes are known by their place in a tuple."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Link = tuple[int, float]
"""A parent (its place) and the chance that it, being present, makes the child present by itself."""


class ImpossibleEvidenceError(ValueError):
    """The evidence has probability zero in this network."""


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A hidden noisy-OR of causes: P(absent | causes) = (1 - leak) * product of 1 - link of those present."""

    leak: float
    causes: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A noisy-OR of causes and mechanisms that can be asked; its leak must be above zero."""

    leak: float
    causes: tuple[Link, ...] = ()
    mechanisms: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """Causes with independent priors (risk facts folded in before), findings, and mechanisms between them."""

    priors: tuple[float, ...]
    findings: tuple[Finding, ...]
    mechanisms: tuple[Mechanism, ...] = ()

    def __post_init__(self) -> None:
        for place, prior in enumerate(self.priors):
            _require(0 <= prior <= 1, f"the prior of cause {place} is {prior}: it must lie between 0 and 1")
        for place, mechanism in enumerate(self.mechanisms):
            name = f"mechanism {place}"
            _require(0 <= mechanism.leak <= 1, f"the leak of {name} must lie between 0 and 1")
            _check_links(mechanism.causes, len(self.priors), f"cause of {name}")
        for place, finding in enumerate(self.findings):
            name = f"finding {place}"
            _require(0 < finding.leak < 1, f"the leak of {name} must lie between 0 and 1, both excluded")
            _check_links(finding.causes, len(self.priors), f"cause of {name}")
            _check_links(finding.mechanisms, len(self.mechanisms), f"mechanism of {name}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known: findings present, findings absent, and likelihoods of single causes.

    An entry (i, a, b) of `unary` is virtual evidence on cause i (Pearl 1988): what was seen has
    probability a when the cause is absent and b when it is present. Several for one cause multiply.
    """

    positive: tuple[int, ...] = ()
    negative: tuple[int, ...] = ()
    unary: tuple[tuple[int, float, float], ...] = ()

    def __post_init__(self) -> None:
        answered = self.positive + self.negative
        _require(len(set(answered)) == len(answered), "a finding is answered twice")
        for cause, absent, present in self.unary:
            _require(
                0 <= absent < float("inf") and 0 <= present < float("inf"),
                f"a likelihood of cause {cause} is negative or without bound",
            )

    def check(self, network: Network) -> None:
        """Refuse evidence that names a node the network does not have."""
        for finding in self.positive + self.negative:
            _require(0 <= finding < len(network.findings), f"there is no finding {finding}")
        for cause, _, _ in self.unary:
            _require(0 <= cause < len(network.priors), f"there is no cause {cause}")


def open_findings(network: Network, evidence: Evidence) -> list[int]:
    """The findings that were not answered."""
    answered = {*evidence.positive, *evidence.negative}
    return [finding for finding in range(len(network.findings)) if finding not in answered]


def _check_links(links: Sequence[Link], parents: int, name: str) -> None:
    """Every parent exists and stands once; every strength is a probability."""
    places = [place for place, _ in links]
    _require(len(set(places)) == len(places), f"a {name} stands twice")
    for place, strength in links:
        _require(0 <= place < parents, f"a {name} does not exist: {place}")
        _require(0 <= strength <= 1, f"a link strength of a {name} is {strength}")


def _require(holds: bool, message: str) -> None:
    """Raise ValueError with the message unless the condition holds."""
    if not holds:
        raise ValueError(message)
