"""How common night cramps are among people like this one: same age and sex, and the facts they told.

The causal network's own chance of cramps given risk factors: a noisy-OR with a leak by age and sex,
fitted to the survey (see `noisy`). Plain arithmetic, so that an answer needs no arrays. A fact that
was not told is summed out with its share among people of that age and sex.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from operator import mul
from typing import Literal

from charley.assessment import PeopleLikeYou
from charley.history import History
from charley.records.library import Library
from charley.records.population import Population, SurveyModel, Term
from charley.truth import Truth, judge

Outcome = Literal["any", "often"]
SEXES = ("female", "male")
PLURALS = {"female": "women", "male": "men"}


@dataclass(frozen=True, slots=True)
class Chance:
    """A chance with its 80% interval."""

    value: float
    low: float
    high: float


def people_like_you(history: History, library: Library) -> PeopleLikeYou:
    """Any night cramps in a month, and five or more nights, among people like this one.

    Falls back on the constant base rate where the survey asked nobody: children, or age unknown.
    """
    survey = library.population
    if history.age is None or history.age < survey.youngest:
        return _at_large(library)
    known = known_facts(history, library)
    sexes = (history.sex,) if history.sex in SEXES else SEXES
    any_, often = (
        _mean([predict(survey, outcome, history.age, sex, known) for sex in sexes])
        for outcome in ("any", "often")
    )
    told = tuple(term.says for term in survey.model.terms if known.get(term.id))
    who = _who(history.age, history.sex or "", told, survey)
    return PeopleLikeYou(
        any=round(any_.value, 4),
        often=round(often.value, 4),
        source=survey.source,
        any_interval=(round(any_.low, 4), round(any_.high, 4)),
        often_interval=(round(often.low, 4), round(often.high, 4)),
        used=("age", *(("sex",) if history.sex in SEXES else ()), *known),
        says=(
            f"People like you ({who}): about {any_.value * 100:.0f} in 100 have leg cramps at night in a "
            f"month, and about {often.value * 100:.0f} in 100 have them on 5 or more nights."
        ),
    )


def known_facts(history: History, library: Library) -> dict[str, bool]:
    """The survey's facts that this person told, by id of the term: yes or no. Unknown ones are absent."""
    known: dict[str, bool] = {}
    for term in library.population.model.terms:
        if term.condition is None:
            continue
        truth = judge(term.condition, history, library).truth
        if truth is Truth.YES or (truth is Truth.NO and term.no_counts):
            known[term.id] = truth is Truth.YES
    return known


def predict(survey: Population, outcome: Outcome, age: float, sex: str, known: Mapping[str, bool]) -> Chance:
    """The network's chance for one age and sex, given facts; a fact not told is summed out.

    1 - (1 - leak) x product of (1 - chance of the fact x its link), with the leak logistic in age and
    sex. The interval is that of the log odds, by the delta method over the covariance of all weights.
    """
    model = survey.model
    weights, triangle = (
        (model.weights_any, model.covariance_any)
        if outcome == "any"
        else (model.weights_often, model.covariance_often)
    )
    logit, free, leak_row, steep = weights[0], 1.0, [1.0], list[float]()
    for term, weight in zip(model.terms, weights[1:], strict=True):
        value = _value(term, model, age, sex, known)
        if term.condition is None:
            logit += weight * value
            leak_row.append(value)
            continue
        rate = exp(weight)
        left = exp(-rate)
        keep = 1 - value * (1 - left)
        free *= keep
        steep.append(value * left * rate / keep)
    leak = _chance(logit)
    chance = 1 - (1 - leak) * free
    slopes = [part / chance for part in (*(leak * value for value in leak_row), *steep)]
    reach = model.quantile * sqrt(_variance(triangle, slopes))
    middle = log(chance / (1 - chance))
    return Chance(chance, _chance(middle - reach), _chance(middle + reach))


def _variance(triangle: Sequence[Sequence[float]], slopes: Sequence[float]) -> float:
    """The quadratic form of a symmetric matrix given by its lower triangle; never below 0."""
    total = sum(
        slope * (2 * _dot(line, slopes) - line[-1] * slope)
        for slope, line in zip(slopes, triangle, strict=True)
        if slope
    )
    return max(0.0, total)


def _value(term: Term, model: SurveyModel, age: float, sex: str, known: Mapping[str, bool]) -> float:
    """The term's value for a person; for a fact that was not told, its share among the like."""
    if term.age_above is not None:
        return max(0.0, min(age, model.oldest) - term.age_above) / 10
    if term.sex:
        return float(sex == term.sex)
    if term.id in known:
        return float(known[term.id])
    band = sum(age >= start for start in model.age_bands) - 1
    return (term.shares or {})[sex][band].number.value


def _mean(chances: Sequence[Chance]) -> Chance:
    count = len(chances)
    return Chance(
        sum(c.value for c in chances) / count,
        sum(c.low for c in chances) / count,
        sum(c.high for c in chances) / count,
    )


def _dot(left: Sequence[float], right: Sequence[float]) -> float:
    total: float = sum(map(mul, left, right))
    return total


def _chance(logit: float) -> float:
    return 1 / (1 + exp(-logit)) if logit > -700 else 0.0


def _who(age: float, sex: str, told: tuple[str, ...], survey: Population) -> str:
    oldest = survey.model.oldest
    years = f"{int(age)}" if age < oldest else f"{oldest:.0f} or over"
    who = f"{PLURALS.get(sex, 'people')} of {years}"
    if not told:
        return who
    return f"{who} who {', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else f"{who} who {told[0]}"


def _at_large(library: Library) -> PeopleLikeYou:
    rate = library.base_rate
    any_, often = rate.any_in_a_month, rate.often_in_a_month
    return PeopleLikeYou(
        any=any_.value,
        often=often.value,
        source=any_.source,
        any_interval=(any_.low, any_.high),
        often_interval=(often.low, often.high),
        used=(),
        says=(
            f"In a month about {any_.value * 100:.0f} in 100 adults have leg cramps at night, and about "
            f"{often.value * 100:.0f} in 100 have them often or badly."
        ),
    )
