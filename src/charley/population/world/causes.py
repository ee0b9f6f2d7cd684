"""The library's causes in people at large: how common each is, and its link to cramps.

The library's priors are shares of people who ask. With the rate of cramps in people of an age and sex
(-log of the chance of none) each cause has its share of that rate; its prevalence is that part over
its own rate. Where the literature counted a cause in people at large, that count is used. What the
library says raises a cause (`raised_by`) shifts it among drawn people and leaves its share as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from charley.history import History
from charley.network.priors import prior_shares
from charley.population.folder import Numbers
from charley.population.world.drawing import Crowd, Yes
from charley.records.causes import Cause
from charley.records.conditions import AllOf, AnyOf, Compare, Condition, Has, Is, OneFinding
from charley.records.library import Library
from charley.records.published import Published

MOST = 0.9
"""No cause is had by more than this share of anybody's likes."""

IDIOPATHIC = "idiopathic_nocturnal_leg_cramps"


@dataclass(frozen=True, slots=True)
class Had:
    """One cause in a crowd: each person's chance of having it, who has it severely, and its rates when had.

    `counted` is true when the literature counted it in people at large.
    """

    cause: Cause
    chance: Numbers
    severe: Yes
    any: Numbers
    often: Numbers
    counted: bool


def causes_at_large(
    crowd: Crowd, cramps: Numbers, library: Library, published: Published, random: np.random.Generator
) -> dict[str, Had]:
    """Every cause of the library that no fact of the survey stands for; `cramps` is P(any) of the likes."""
    taken = {link.cause for link in published.links.values()} | {IDIOPATHIC}
    causes = {id_: cause for id_, cause in library.causes.items() if id_ not in taken}
    shares = _shares(crowd, library)
    part = published.often_part.value
    found: dict[str, Had] = {}
    for id_, cause in causes.items():
        known = published.at_large.get(id_)
        severe: Yes = random.random(len(crowd.age)) < (
            known.severe[0].value if known and known.severe else 0.0
        )
        link = np.where(
            severe, known.severe[1].value if known and known.severe else 0.0, _link(cause, published)
        )
        rate = -np.log1p(-link)
        chance = (
            np.interp(crowd.age, list(known.share), [np.log(n.value) for n in known.share.values()])
            if known
            else np.log(np.maximum(1e-12, shares[id_] * -np.log1p(-cramps) / rate))
        )
        raised = np.minimum(MOST, np.exp(chance) * _raised(cause, crowd, library))
        usual = known.often.value / _link(cause, published) if known and known.often else part
        often = -np.log1p(-link * usual)
        found[id_] = Had(cause, raised, severe, rate, often, known is not None)
    return found


def _link(cause: Cause, published: Published) -> float:
    known = published.at_large.get(cause.id)
    number = known.any if known and known.any else cause.contributes
    return min(0.98, number.value)


def _shares(crowd: Crowd, library: Library) -> dict[str, Numbers]:
    """Each cause's share of the true cramps of people like this, by age, sex and pregnancy."""
    causes = tuple(library.causes.values())
    pregnant = crowd.facts.get("pregnant", np.zeros(len(crowd.age), bool))
    result = {cause.id: np.zeros(len(crowd.age)) for cause in causes}
    for lowest, highest, years in ((0, 40, 30.0), (40, 65, 50.0), (65, 200, 75.0)):
        for sex, of_sex in (("female", crowd.female), ("male", ~crowd.female)):
            for state, of_state in ((True, pregnant), (False, ~pregnant)):
                group = (crowd.age >= lowest) & (crowd.age < highest) & of_sex & of_state
                if group.any():
                    _fill(result, group, causes, _somebody(years, sex, state))
    return result


def _fill(result: Mapping[str, Numbers], group: Yes, causes: tuple[Cause, ...], history: History) -> None:
    prior = prior_shares(causes, history)
    weights = [share * cause.true_cramp.value for share, cause in zip(prior, causes, strict=True)]
    total = sum(weights)
    for cause, weight in zip(causes, weights, strict=True):
        result[cause.id][group] = weight / total


def _raised(cause: Cause, crowd: Crowd, library: Library) -> Numbers:
    """How much likelier than the likes each person has the cause, by the facts the library ties to it."""
    weight = np.ones(len(crowd.age))
    for entry in cause.evidence:
        had = _told(entry.condition, crowd, library) if entry.risk else None
        if had is None or not 0 < had.mean() < 1:
            continue
        share, chance = float(had.mean()), min(0.999, entry.chance.value)
        weight *= np.where(had, chance / share, (1 - chance) / (1 - share))
    result: Numbers = weight / _mean_by_age(weight, crowd)
    return result


def _mean_by_age(weight: Numbers, crowd: Crowd) -> Numbers:
    """The mean weight of people of the same sex and ten years of age."""
    cell = (crowd.age // 10).astype(int) * 2 + crowd.female
    means = np.bincount(cell, weight) / np.maximum(1, np.bincount(cell))
    result: Numbers = means[cell]
    return result


def _told(condition: OneFinding, crowd: Crowd, library: Library) -> Yes | None:
    """Who shows the condition by a fact that was drawn; None when no such fact is about it."""
    facts = [
        term.id
        for term in library.population.model.terms
        if term.condition is not None
        and term.id in crowd.facts
        and any(_same(condition, part) for part in _parts(term.condition))
    ]
    if not facts:
        return None
    result: Yes = np.any([crowd.facts[fact] for fact in facts], axis=0)
    return result


def _parts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, AnyOf | AllOf):
        for part in condition.parts:
            yield from _parts(part)
    else:
        yield condition


def _same(wanted: OneFinding, told: Condition) -> bool:
    """Whether the second condition is about the first, and holds when it does."""
    if isinstance(wanted, Compare) and isinstance(told, Compare):
        return wanted.finding == told.finding and wanted.comparison == told.comparison
    both_is = isinstance(wanted, Is) and isinstance(told, Is)
    both_has = isinstance(wanted, Has) and isinstance(told, Has)
    if (both_is or both_has) and isinstance(wanted, Is | Has) and isinstance(told, Is | Has):
        return wanted.finding == told.finding and bool(set(wanted.values) & set(told.values))
    return False


def _somebody(age: float, sex: str, pregnant: bool) -> History:
    answers = {"pregnant": "pregnant now" if pregnant else "no"} if sex == "female" else {}
    return History(age=age, sex=sex, answers=answers)
