"""The network's own chance of night cramps: a noisy-OR over facts with a leak by age and sex, and its fit.

    P(cramps) = 1 - (1 - leak(age, sex)) x product over facts of (1 - link)^(fact)

The leak is logistic in age and sex. A link is the chance that the fact, all alone, brings cramps on; it
is fitted as the logarithm of its rate -log(1 - link), drawn towards the literature's value by a normal
prior whose 80% interval is the literature's range, and never leaves that range.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from charley.population.estimate import Design
from charley.population.folder import Numbers
from charley.population.logistic import Logistic, expit, with_morel

SPREAD = 2 * 1.2815515655446004
"""Width of an 80% interval in standard deviations."""


LEAK_BASE, LEAK_SLOPE = 2.0, 1.0
"""Standard deviations of the leak's intercept about the logit of the share, and of its slopes about 0.

Where facts explain nearly all cramps of an age the leak tends to nothing, and only this holds it.
"""


@dataclass(frozen=True, slots=True)
class Prior:
    """Means, standard deviations and bounds of the log rates, in the order of the facts."""

    mean: Numbers
    deviation: Numbers
    low: Numbers
    high: Numbers


@dataclass(frozen=True, slots=True)
class People:
    """Weighted people: leak columns (ones first), facts as chances from 0 to 1, and their answers."""

    leak: Numbers
    facts: Numbers
    answer: Numbers
    weight: Numbers


def log_rate(link: float | Numbers) -> Numbers:
    """The logarithm of -log(1 - link)."""
    result: Numbers = np.log(-np.log1p(-np.asarray(link, np.float64)))
    return result


def prior_of(links: list[tuple[float, float, float]]) -> Prior:
    """The prior from (value, low, high) of each link; a range of no width leaves the link at its value."""
    mean, low, high = (log_rate(np.array(part)) for part in zip(*links, strict=True))
    return Prior(mean, np.maximum((high - low) / SPREAD, 1e-6), low, high)


def chances(leak: Numbers, facts: Numbers, weights: Numbers) -> Numbers:
    """P(cramps) of everybody; a fact between 0 and 1 is a chance of having it and is summed out exactly."""
    return 1 - _free(leak, facts, weights)[1]


def _free(leak: Numbers, facts: Numbers, weights: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The leak, the chance of no cramps, and 1 - chance x link of every fact."""
    split = leak.shape[1]
    chance = expit(leak @ weights[:split])
    keep = 1 + facts * np.expm1(-np.exp(weights[split:]))
    return chance, np.clip((1 - chance) * keep.prod(axis=1), 1e-12, 1 - 1e-12), keep


def gradient(leak: Numbers, facts: Numbers, weights: Numbers) -> tuple[Numbers, Numbers]:
    """P(cramps), and its derivatives by every weight."""
    base, free, keep = _free(leak, facts, weights)
    rate = np.exp(weights[leak.shape[1] :])
    steep = facts * np.exp(-rate) * rate / keep
    return 1 - free, np.column_stack([(free * base)[:, None] * leak, free[:, None] * steep])


def fit_noisy(people: People, prior: Prior) -> Numbers:
    """Projected Newton steps to the greatest penalised likelihood; leak weights, then log rates.

    Raises ArithmeticError when it does not settle.
    """
    split = people.leak.shape[1]
    found = _centre(people, prior)
    low, high = _bounds(prior, split)
    value = _objective(people, prior, found)
    for _ in range(200):
        step = _step(people, prior, found, low, high)
        size, fresh = 1.0, found
        while size > 1e-9:
            fresh = np.clip(found + size * step, low, high)
            better = _objective(people, prior, fresh)
            if better >= value:
                break
            size /= 2
        if size <= 1e-9:
            return found
        gained, found, value = better - value, fresh, better
        if gained < 1e-11 * abs(value):
            return found
    raise ArithmeticError("the network's fit does not settle")


def _centre(people: People, prior: Prior) -> Numbers:
    """Where the priors of all weights have their means."""
    share = float(people.weight @ people.answer / people.weight.sum())
    base = np.zeros(people.leak.shape[1])
    base[0] = np.log(share / (1 - share))
    return np.concatenate([base, prior.mean])


def _pull(people: People, prior: Prior) -> Numbers:
    """One over the variance of the prior of every weight."""
    base = np.full(people.leak.shape[1], LEAK_SLOPE**-2)
    base[0] = LEAK_BASE**-2
    return np.concatenate([base, prior.deviation**-2])


def _bounds(prior: Prior, split: int) -> tuple[Numbers, Numbers]:
    free = np.full(split, np.inf)
    return np.concatenate([-free, prior.low]), np.concatenate([free, prior.high])


def _objective(people: People, prior: Prior, found: Numbers) -> float:
    chance = chances(people.leak, people.facts, found)
    likely = people.answer * np.log(chance) + (1 - people.answer) * np.log1p(-chance)
    apart = found - _centre(people, prior)
    return float(people.weight @ likely - _pull(people, prior) @ apart**2 / 2)


def _pieces(people: People, prior: Prior, found: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Scores of the people, slope and curvature (expected information) of the objective."""
    chance, steep = gradient(people.leak, people.facts, found)
    spread = chance * (1 - chance)
    scores = (people.weight * (people.answer - chance) / spread)[:, None] * steep
    pull = _pull(people, prior)
    slope = scores.sum(axis=0) - pull * (found - _centre(people, prior))
    bend = steep.T @ ((people.weight / spread)[:, None] * steep) + np.diag(pull)
    return scores, slope, bend


def _step(people: People, prior: Prior, found: Numbers, low: Numbers, high: Numbers) -> Numbers:
    """Newton's step among weights that are not held by a bound they are pushed against.

    Where the objective is not concave, the expected information stands in for the curvature.
    """
    _, slope, bend = _pieces(people, prior, found)
    free: NDArray[np.bool_] = ~(((found <= low) & (slope < 0)) | ((found >= high) & (slope > 0)))
    inside = np.ix_(free, free)
    step = np.zeros(len(found))
    try:
        exact = _curvature(people, prior, found)[inside]
        concave = float(np.linalg.eigvalsh(exact)[0]) > 1e-6
        step[free] = np.linalg.solve(exact if concave else bend[inside], slope[free])
    except np.linalg.LinAlgError:
        raise ArithmeticError("the network's fit does not settle") from None
    return step


def _curvature(people: People, prior: Prior, found: Numbers) -> Numbers:
    """Minus the second derivatives of the objective, by way of u = log P(no cramps)."""
    split = people.leak.shape[1]
    base, free, keep = _free(people.leak, people.facts, found)
    rate = np.exp(found[split:])
    first = -people.facts * np.exp(-rate) * rate / keep
    second = first * (1 - rate) - first**2
    by_u = (1 - people.answer) - people.answer * free / (1 - free)
    bent = -people.answer * free / (1 - free) ** 2
    steep = np.column_stack([-base[:, None] * people.leak, first])
    whole: Numbers = -(steep.T @ ((people.weight * bent)[:, None] * steep))
    aside = people.weight * by_u
    whole[:split, :split] += people.leak.T @ ((aside * base * (1 - base))[:, None] * people.leak)
    whole[np.arange(split, len(found)), np.arange(split, len(found))] -= aside @ second
    return whole + np.diag(_pull(people, prior))


def fit_with_design(people: People, prior: Prior, design: Design) -> Logistic:
    """The fit with the design-based covariance of all weights (sandwich with Morel's addition)."""
    found = fit_noisy(people, prior)
    scores, _, bend = _pieces(people, prior, found)
    bread = np.asarray(np.linalg.inv(bend), np.float64)
    return Logistic(found, with_morel(bread, design.covariance(scores), design))
