"""How common night cramps are among people like this one: same age and sex, and the facts they told.

Plain arithmetic over the survey's coefficients. Where a fact was not told, the average of people of
that age and sex stands in, and the curve is flattened for what that average hides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, pi, sqrt
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
    """The survey's chance for one age and sex, given facts; the rest as in people of that age and sex."""
    model = survey.model
    some = outcome == "any"
    weights = model.weights_any if some else model.weights_often
    row, unsure = [1.0], []
    for term, weight in zip(model.terms, weights[1:], strict=True):
        value, average = _value(term, model, age, sex, known)
        row.append(value)
        if average and value:
            unsure.append(weight * weight * value * (1 - value))
    lines = model.covariance_any if some else model.covariance_often
    variance = sum(value * _dot(line, row) for value, line in zip(row, lines, strict=True) if value)
    middle, reach = _dot(weights, row), model.quantile * sqrt(max(0.0, variance))
    flat = 1 / sqrt(1 + pi * sum(unsure) / 8)
    return Chance(*(_chance(flat * point) for point in (middle, middle - reach, middle + reach)))


def _value(
    term: Term, model: SurveyModel, age: float, sex: str, known: Mapping[str, bool]
) -> tuple[float, bool]:
    """The term's value for a person, and whether it is an average."""
    if term.age_above is not None:
        return max(0.0, min(age, model.oldest) - term.age_above) / 10, False
    if term.sex:
        return float(sex == term.sex), False
    if term.id in known:
        return float(known[term.id]), False
    band = sum(age >= start for start in model.age_bands) - 1
    return (term.shares or {})[sex][band].number.value, True


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
