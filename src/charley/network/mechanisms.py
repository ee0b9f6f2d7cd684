"""The ways to a cramp as hidden nodes: which of them is at work in this episode, or adds to the cramps.

A mechanism is a noisy-OR of causes. The cause that is responsible works by each of its mechanisms for
certain; another cause that is present adds by its own with its chance of adding at all. So a mechanism
is silent when the responsible cause does not work by it and no other present cause adds by it:

    P(silent) = sum over c not in k of P(c responsible, no present d in k adds)

by one more lane of the person's network for each mechanism, in which the weight of "d present"
is multiplied by the chance that d does not add.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from charley.network.exact import Lanes
from charley.network.exact.sweep import Marginals
from charley.network.likelihood import UNLISTED
from charley.records.causes import Cause

LEAST = 1e-9


def mechanisms_at_work(
    causes: Sequence[Cause], responsible: Sequence[float], lanes: Lanes, now: Marginals
) -> dict[str, float]:
    """Chance that each mechanism is at work, the likeliest first."""
    names = sorted({name for cause in causes for name in cause.mechanisms})
    found = {name: _at_work(name, causes, responsible, lanes, now) for name in names}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _at_work(
    name: str, causes: Sequence[Cause], responsible: Sequence[float], lanes: Lanes, now: Marginals
) -> float:
    lane = lanes.weights.copy()
    for place, cause in enumerate(causes):
        if name in cause.mechanisms:
            lane.multiply(place, 1.0, 1 - cause.contributes.value)
    quiet = lanes.sweep(lane)
    none_adds = exp(quiet.log_evidence - now.log_evidence)
    silent = UNLISTED + sum(
        share * quiet.present[place] / max(LEAST, now.present[place])
        for place, share in enumerate(responsible)
        if name not in causes[place].mechanisms
    )
    return max(0.0, 1 - silent * none_adds)
