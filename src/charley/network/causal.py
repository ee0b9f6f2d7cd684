"""The causal network's answer: which cause is responsible, and which others add to the cramps.

Every cause that is present may bring on an episode, at the same rate; the first to do so is
responsible for this one and for how it looks (competing causes). So

    P(cause c is responsible | all) is proportional to P(c present | person) x P(episode | c),

with P(c present | person) from the network of `person`, exact unless its plan is too large. Without the
responsible cause this episode would not have happened: the chance of being responsible is also the
answer to "would the complaint be absent without it". A cause that is present without being
responsible may add to the cramps; the chance shown is that of either, so several causes may be likely
at once.

Intervals come from the ranges of the numbers used, by the delta method on the logit scale.
See docs/decisions/0002-causal-network.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log, sqrt

from charley.history import History
from charley.network.engine import CauseScore, Ranking
from charley.network.exact import Lanes, Sampled
from charley.network.likelihood import SPREAD, TINY, UNLISTED, Ratio, prior_spread, weights
from charley.network.mechanisms import mechanisms_at_work
from charley.network.person import Person, lanes_of, person_network
from charley.network.precision import named, widest
from charley.records.causes import Cause
from charley.records.library import Library
from charley.truth import Truth, test

LEAST = 1e-9


class CausalNetwork:
    """A CauseEngine: see the module's text."""

    name = "causal-network/plain"

    def rank(self, history: History, library: Library, draws: int = 0) -> Ranking:
        """All causes for this history, most likely first. It draws nothing: see `Ranking`."""
        person = person_network(history, library)
        lanes = lanes_of(person)
        marginals = lanes.sweep()
        present = tuple(marginals.present[: len(person.causes)])
        shares = _shares(person, present)
        scores = [
            _score(cause, share, chance, ratios)
            for cause, share, chance, ratios in zip(
                person.causes, shares, present, person.ratios, strict=True
            )
        ]
        return Ranking(
            engine=self.name + _sampled(person, lanes, present, shares),
            scores=tuple(sorted(scores, key=lambda score: (-score.probability, score.cause))),
            true_cramp=_true_cramp(person, shares, history, library),
            mechanisms=mechanisms_at_work(person.causes, shares, lanes, marginals),
        )


def _sampled(person: Person, lanes: Lanes, present: Sequence[float], shares: Sequence[float]) -> str:
    """What the engine's name says when states were drawn."""
    if not isinstance(lanes, Sampled):
        return ""
    adds = [cause.contributes.value for cause in person.causes]
    return named(len(lanes.causes), widest(lanes, present, shares, adds))


def _shares(person: Person, present: tuple[float, ...]) -> list[float]:
    """Chance that each cause is responsible; together they leave UNLISTED for what is not listed."""
    logs = [log(max(LEAST, p)) + fit for p, fit in zip(present, person.episode, strict=True)]
    top = max(logs)
    total = sum(exp(value - top) for value in logs)
    return [(1 - UNLISTED) * exp(value - top) / total for value in logs]


def _score(cause: Cause, responsible: float, present: float, ratios: tuple[Ratio, ...]) -> CauseScore:
    probability = responsible + (1 - responsible) * present * cause.contributes.value
    probability = min(1 - LEAST, max(LEAST, probability))
    center, deviation = log(probability / (1 - probability)), _deviation(cause, ratios)
    low, high = (_logistic(center + sign * SPREAD / 2 * deviation) for sign in (-1, 1))
    return CauseScore(cause.id, probability, low, high, responsible, weights(ratios))


def _deviation(cause: Cause, ratios: tuple[Ratio, ...]) -> float:
    """Standard deviation of the log odds that the ranges of prior and chances leave."""
    return sqrt(prior_spread(cause) ** 2 + sum((ratio.deviation * ratio.damping) ** 2 for ratio in ratios))


def _logistic(x: float) -> float:
    return 1 / (1 + exp(-x)) if x > -700 else 0.0


def _true_cramp(person: Person, shares: list[float], history: History, library: Library) -> float:
    features = _features(history, library)
    chances = (_is_true(cause, features) for cause in person.causes)
    return sum(share * chance for share, chance in zip(shares, chances, strict=True)) / (1 - UNLISTED)


def _features(history: History, library: Library) -> list[float]:
    """Log likelihood ratios of a true cramp of the agreed features that are known."""
    ratios = []
    for feature in library.true_cramp.features:
        truth = test(feature.condition, history, library)
        true, false = feature.if_true_cramp.value, feature.if_look_alike.value
        if truth is Truth.YES:
            ratios.append(log(true / false))
        elif truth is Truth.NO:
            ratios.append(log((1 - true) / (1 - false)))
    return ratios


def _is_true(cause: Cause, features: list[float]) -> float:
    """Chance of a true cramp if this cause is responsible, given the agreed features."""
    share = min(1 - TINY, max(TINY, cause.true_cramp.value))
    return _logistic(sum(features, log(share / (1 - share))))
