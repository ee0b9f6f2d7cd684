"""Which causes share positive findings, and what each finding says to each cause: belief propagation.

A message from a cause to a finding is the chance of the cause from everything but that finding (Pearl 1988).
Without loops the chances are exact; with loops they are near the truth, which is all that the drawing of
states (`sampling`) asks of them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from charley.network.exact.factors import Weights
from charley.network.exact.model import Network

ROUNDS = 20
"""How often the messages are renewed, half of each old one being kept."""

LEAST_PASS = 1e-12
MOST_ODDS = 1e12

Link = tuple[int, float]
"""The place of a finding among the shared ones, and the chance that the cause does not make it present."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The causes that share positive findings: odds, links, and 1 - leak of each of these findings."""

    causes: list[int]
    odds: list[float]
    links: list[list[Link]]
    silent: list[float]


@dataclass(frozen=True, slots=True)
class Turn:
    """One cause in the order of drawing: its place, and by link finding, 1 - link, and 1 - message * link."""

    place: int
    links: list[tuple[int, float, float]]


def shared_by(network: Network, findings: Sequence[int], found: Weights) -> Shared:
    """The causes of these findings, with odds from everything that weighs on each alone."""
    links: dict[int, list[Link]] = {}
    for place, finding in enumerate(findings):
        for cause, link in network.findings[finding].causes:
            links.setdefault(cause, []).append((place, max(LEAST_PASS, 1 - link)))
    causes = sorted(links)
    odds = [min(MOST_ODDS, found.present[c] / max(found.absent[c], 1 / MOST_ODDS)) for c in causes]
    silent = [1 - network.findings[finding].leak for finding in findings]
    return Shared(causes, odds, [links[cause] for cause in causes], silent)


def turns_of(shared: Shared) -> tuple[list[Turn], list[float]]:
    """The order of drawing with the messages, and P(finding absent) when every cause is still to come."""
    chances = [odds / (1 + odds) for odds in shared.odds]
    messages = [[chance] * len(links) for chance, links in zip(chances, shared.links, strict=True)]
    for _ in range(ROUNDS):
        absent = _absent(shared, messages)
        for place, links in enumerate(shared.links):
            ratios = _ratios(links, messages[place], absent)
            odds = math.prod(ratios, start=shared.odds[place])
            chances[place] = odds / (1 + odds)
            rest = (odds / ratio for ratio in ratios)
            messages[place] = [(m + r / (1 + r)) / 2 for m, r in zip(messages[place], rest, strict=True)]
    order = sorted(range(len(chances)), key=lambda place: (int(abs(chances[place] - 0.5) * 4096), place))
    turns = [
        Turn(
            place,
            [
                (finding, through, 1 - message * (1 - through))
                for (finding, through), message in zip(shared.links[place], messages[place], strict=True)
            ],
        )
        for place in order
    ]
    return turns, _absent(shared, messages)


def _absent(shared: Shared, messages: Sequence[Sequence[float]]) -> list[float]:
    """P(finding absent), every cause being there with the chance of its message."""
    absent = list(shared.silent)
    for links, row in zip(shared.links, messages, strict=True):
        for (finding, through), message in zip(links, row, strict=True):
            absent[finding] *= 1 - message * (1 - through)
    return absent


def _ratios(links: Sequence[Link], messages: Sequence[float], absent: Sequence[float]) -> list[float]:
    """How much likelier each finding is with the cause than without, whatever the cause's own message."""
    result = []
    for (finding, through), message in zip(links, messages, strict=True):
        rest = absent[finding] / (1 - message * (1 - through))
        result.append((1 - rest * through) / (1 - rest))
    return result
