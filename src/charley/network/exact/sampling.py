"""When the plan is too large: states of the causes are drawn, each weighted by its probability.

Importance sampling from a proposal that sees the evidence. The causes that share positive findings are
drawn one after the other, those that are least certain first. Each is drawn given the ones before it;
what the others still to come may explain of a finding is taken from messages between causes and
findings (loopy belief propagation, Pearl 1988), which are near the truth and need not be it: the weight
of a state is its probability together with the evidence over that of being drawn. In a whole state the
findings are plain products, so nothing cancels, and the chance of each cause given all the others is
exact; that chance is averaged instead of the drawn state (Rao and Blackwell).

A draw hangs on seed, cause and place alone, so every engine draws the same states.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import mul

from charley.network.exact.factors import Weights, weights
from charley.network.exact.graph import variables
from charley.network.exact.hashing import uniform
from charley.network.exact.messages import Shared, Turn, shared_by, turns_of
from charley.network.exact.model import Evidence, ImpossibleEvidenceError, Network
from charley.network.exact.planning import Plan
from charley.network.exact.sweep import Marginals

SEED = 20261121
LEAST_DRAWN = 1e-3
"""No state of a cause is drawn with a smaller chance, so that no state gets an overwhelming weight."""


@dataclass(frozen=True, slots=True)
class Sampled:
    """Weighted states; one row of `states` and `given` for each of `causes`.

    `given` holds P(cause present | all other causes as in the state, evidence). `shares` add up to one.
    """

    weights: Weights
    causes: list[int]
    states: list[list[int]]
    given: list[list[float]]
    shares: list[float]
    log_evidence: float

    @property
    def effective(self) -> float:
        """How many draws from the posterior itself would be worth as much (Kong 1992)."""
        return 1 / sum(share * share for share in self.shares)

    def sweep(self, lane: Weights | None = None) -> Marginals:
        """P(evidence) and the marginal of every cause, with the weights of a lane or of the evidence itself.

        A lane weighs the same states anew; its weights must not allow what those of the evidence forbid.
        """
        lane = lane or self.weights
        changes = [_change(self.weights, lane, cause) for cause in self.causes]
        shares = self.shares
        for row, change in zip(self.states, changes, strict=True):
            if change != (1.0, 1.0):
                shares = [share * change[state] for share, state in zip(shares, row, strict=True)]
        total = sum(shares)
        present = list(map(_alone, lane.absent, lane.present))
        for cause, row, given, change in zip(self.causes, self.states, self.given, changes, strict=True):
            present[cause] = sum(map(mul, shares, given if change == (1.0, 1.0) else row)) / total
        log = self.log_evidence + math.log(total) + lane.log - self.weights.log
        return Marginals(log + _log_of_others(self.weights, lane, self.causes), present, 1.0)


def sample(network: Network, evidence: Evidence, states: int, seed: int = SEED) -> Sampled:
    """So many weighted states of a network without mechanisms under its evidence."""
    evidence.check(network)
    if network.mechanisms:
        raise ValueError("states are drawn for networks without mechanisms only")
    names = variables(network, evidence.positive)
    found = weights(network, evidence, Plan(frozenset(evidence.positive), names, (), 0, ""))
    shared = shared_by(network, names.findings, found)
    turns, absent = turns_of(shared)
    drawn = [_draw(shared, turns, absent, _source(shared, seed, place)) for place in range(states)]
    top = max(log for log, _, _ in drawn)
    if top == -math.inf:
        raise ImpossibleEvidenceError("no state with any probability was drawn")
    raw = [math.exp(log - top) for log, _, _ in drawn]
    total = sum(raw)
    return Sampled(
        weights=found,
        causes=shared.causes,
        states=[list(row) for row in zip(*(state for _, state, _ in drawn), strict=True)],
        given=[list(row) for row in zip(*(given for _, _, given in drawn), strict=True)],
        shares=[weight / total for weight in raw],
        log_evidence=top + math.log(total / states) + found.log + _log_sums(found, len(network.priors)),
    )


def _source(shared: Shared, seed: int, draw: int) -> Callable[[int], float]:
    return lambda place: uniform(seed, shared.causes[place], draw)


def _draw(
    shared: Shared, turns: Sequence[Turn], start: Sequence[float], source: Callable[[int], float]
) -> tuple[float, list[int], list[float]]:
    """One state: the log of its weight, the causes, and the chance of each given all others."""
    absent, state, log = list(start), [0] * len(turns), 0.0
    for turn in turns:
        prior = odds = shared.odds[turn.place]
        for finding, through, passes in turn.links:
            rest = absent[finding] / passes
            absent[finding] = rest
            odds *= (1 - rest * through) / (1 - rest)
        chance = min(1 - LEAST_DRAWN, max(LEAST_DRAWN, odds / (1 + odds)))
        if source(turn.place) < chance:
            state[turn.place] = 1
            log += math.log(prior / (1 + prior) / chance) if prior else -math.inf
            for finding, through, _ in turn.links:
                absent[finding] *= through
        else:
            log -= math.log((1 + prior) * (1 - chance))
    log += sum(math.log(1 - none) for none in absent)
    return log, state, [_given(shared, place, state[place], absent) for place in range(len(state))]


def _given(shared: Shared, place: int, present: int, absent: Sequence[float]) -> float:
    """P(cause present | all others as they are, evidence)."""
    odds = shared.odds[place]
    for finding, through in shared.links[place]:
        rest = absent[finding] / through if present else absent[finding]
        odds *= (1 - rest * through) / (1 - rest)
    return odds / (1 + odds)


def _alone(absent: float, present: float) -> float:
    return present / (absent + present)


def _change(before: Weights, lane: Weights, cause: int) -> tuple[float, float]:
    """By how much a lane changes the weight of a cause's absence, and of its presence."""
    pairs = (before.absent[cause], lane.absent[cause]), (before.present[cause], lane.present[cause])
    absent, present = (after / old if old else 1.0 for old, after in pairs)
    return absent, present


def _log_sums(found: Weights, causes: int) -> float:
    return sum(math.log(found.absent[cause] + found.present[cause]) for cause in range(causes))


def _log_of_others(before: Weights, lane: Weights, drawn: Sequence[int]) -> float:
    """What a lane changes at causes that share no finding."""
    rest = set(range(len(lane.absent))).difference(drawn)
    return sum(
        math.log((lane.absent[v] + lane.present[v]) / (before.absent[v] + before.present[v]))
        for v in sorted(rest)
        if (lane.absent[v], lane.present[v]) != (before.absent[v], before.present[v])
    )
