"""How common night cramps are among people like each of many: the numbers of `charley.population.alike`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

import numpy as np

from charley.many.logic import NO, YES
from charley.many.parts import SEXES
from charley.many.sheet import Numbers, Sheet
from charley.many.triage import Judged
from charley.population.alike import SEXES as SURVEYED
from charley.population.alike import Outcome
from charley.records.numbers import Number
from charley.records.population import SurveyModel, Term

OUTCOMES: tuple[Outcome, ...] = ("any", "often")


@dataclass(frozen=True, slots=True)
class Alike:
    """By person: any cramps in a month, and five or more nights, each with the ends of its 80% interval."""

    any: Numbers
    often: Numbers


def people_like_them(judged: Judged) -> Alike:
    """Chance, low and high by person (three columns each)."""
    sheet, survey = judged.people.sheet, judged.known.library.population
    rate = judged.known.library.base_rate
    asked = sheet.age >= survey.youngest
    by_sex = [_values(judged, sex) for sex in SURVEYED]
    shares = _of_sex(sheet)
    both = []
    for outcome, at_large in zip(OUTCOMES, (rate.any_in_a_month, rate.often_in_a_month), strict=True):
        chances = [_predicted(survey.model, outcome, values) for values in by_sex]
        mean = sum(
            (share[:, None] * chance for share, chance in zip(shares, chances, strict=True)), np.zeros(3)
        )
        both.append(np.where(asked[:, None], np.round(mean, 4), _constant(at_large)))
    return Alike(*both)


def _constant(number: Number) -> Numbers:
    return np.array([number.value, number.low, number.high])


def _of_sex(sheet: Sheet) -> list[Numbers]:
    """By surveyed sex, how far each person counts as one: half where it is not known."""
    known = [sheet.sex == SEXES.index(sex) for sex in SURVEYED]
    unknown = ~(known[0] | known[1])
    return [here + 0.5 * unknown for here in known]


def _values(judged: Judged, sex: str) -> list[Numbers]:
    """The value of every term for everybody, taken as of this sex; what was not told is an average."""
    model, age = judged.known.library.population.model, judged.people.sheet.age
    values: list[Numbers] = []
    for term, node in zip(model.terms, judged.known.terms, strict=True):
        if term.age_above is not None:
            values.append(np.maximum(0.0, np.minimum(age, model.oldest) - term.age_above) / 10)
        elif node is None:
            values.append(np.full(len(age), float(term.sex == sex)))
        else:
            truth = judged.truths[node]
            known = (truth == YES) | ((truth == NO) & term.no_counts)
            values.append(np.where(known, truth == YES, _average(term, model, age, sex)))
    return values


def _average(term: Term, model: SurveyModel, age: Numbers, sex: str) -> Numbers:
    """How common the fact is in people of this age and sex."""
    band = np.searchsorted(model.age_bands, np.nan_to_num(age, nan=model.age_bands[0]), side="right") - 1
    shares = np.array([share.number.value for share in (term.shares or {})[sex]])
    values: Numbers = shares[np.maximum(band, 0)]
    return values


def _predicted(model: SurveyModel, outcome: Outcome, values: list[Numbers]) -> Numbers:
    """Chance, low and high: see `charley.population.alike.predict`."""
    some = outcome == "any"
    weights = model.weights_any if some else model.weights_often
    logit, free = np.full(len(values[0]), weights[0]), np.ones(len(values[0]))
    leak_row, steep = [np.ones(len(values[0]))], []
    for term, weight, value in zip(model.terms, weights[1:], values, strict=True):
        if term.condition is None:
            logit = logit + weight * value
            leak_row.append(value)
            continue
        left = exp(-exp(weight))
        keep = 1 - value * (1 - left)
        free = free * keep
        steep.append(value * left * exp(weight) / keep)
    leak = _chance(logit)
    chance = 1 - (1 - leak) * free
    slopes = np.stack([*(leak * value / chance for value in leak_row), *(part / chance for part in steep)])
    spread = _variance(model.covariance_any if some else model.covariance_often, slopes)
    middle, reach = np.log(chance / (1 - chance)), model.quantile * np.sqrt(spread)
    return np.stack([chance, _chance(middle - reach), _chance(middle + reach)], axis=1)


def _variance(triangle: Sequence[Sequence[float]], slopes: Numbers) -> Numbers:
    """The quadratic form of a symmetric matrix given by its lower triangle, for each column of slopes."""
    size = len(slopes)
    lower = np.array([[*line, *[0.0] * (size - len(line))] for line in triangle])
    full = lower + np.tril(lower, -1).T
    moved: Numbers = np.einsum("ij,jk->ik", full, slopes)  # not by a library that starts threads of its own
    spread: Numbers = np.maximum(0.0, (moved * slopes).sum(axis=0))
    return spread


def _chance(logit: Numbers) -> Numbers:
    chance: Numbers = 1 / (1 + np.exp(-logit))
    return chance
