"""How common night cramps are among people like each of many: the numbers of `charley.population.alike`."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi

import numpy as np

from charley.many.logic import NO, YES, Mask
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
    by_sex = [_rows(judged, sex) for sex in SURVEYED]
    shares = _of_sex(sheet)
    both = []
    for outcome, at_large in zip(OUTCOMES, (rate.any_in_a_month, rate.often_in_a_month), strict=True):
        chances = [_predicted(survey.model, outcome, *rows) for rows in by_sex]
        mean = sum((share[:, None] * chance for share, chance in zip(shares, chances, strict=True)), np.zeros(3))
        both.append(np.where(asked[:, None], np.round(mean, 4), _constant(at_large)))
    return Alike(*both)


def _constant(number: Number) -> Numbers:
    return np.array([number.value, number.low, number.high])


def _of_sex(sheet: Sheet) -> list[Numbers]:
    """By surveyed sex, how far each person counts as one: half where it is not known."""
    known = [sheet.sex == SEXES.index(sex) for sex in SURVEYED]
    unknown = ~(known[0] | known[1])
    return [here + 0.5 * unknown for here in known]


def _rows(judged: Judged, sex: str) -> tuple[Numbers, Mask]:
    """The terms of everybody, taken as of this sex, with a leading one; and which of them are averages."""
    model, age = judged.known.library.population.model, judged.people.sheet.age
    rows, averages = np.ones((len(age), len(model.terms) + 1)), np.zeros((len(age), len(model.terms)), np.bool_)
    for place, (term, node) in enumerate(zip(model.terms, judged.known.terms, strict=True)):
        if term.age_above is not None:
            rows[:, place + 1] = np.maximum(0.0, np.minimum(age, model.oldest) - term.age_above) / 10
        elif term.sex:
            rows[:, place + 1] = float(term.sex == sex)
        else:
            truth = judged.truths[node] if node is not None else np.ones(len(age), np.uint8)
            known = (truth == YES) | ((truth == NO) & term.no_counts)
            rows[:, place + 1] = np.where(known, truth == YES, _average(term, model, age, sex))
            averages[:, place] = ~known
    return rows, averages


def _average(term: Term, model: SurveyModel, age: Numbers, sex: str) -> Numbers:
    """How common the fact is in people of this age and sex."""
    band = np.searchsorted(model.age_bands, np.nan_to_num(age, nan=model.age_bands[0]), side="right") - 1
    shares = np.array([share.number.value for share in (term.shares or {})[sex]])
    values: Numbers = shares[np.maximum(band, 0)]
    return values


def _predicted(model: SurveyModel, outcome: Outcome, rows: Numbers, averages: Mask) -> Numbers:
    """Chance, low and high: see `charley.population.alike.predict`."""
    some = outcome == "any"
    weights = np.array(model.weights_any if some else model.weights_often)
    covariance = np.array(model.covariance_any if some else model.covariance_often)
    values = rows[:, 1:]
    unsure = (averages * weights[1:] ** 2 * values * (1 - values)).sum(axis=1)
    spread = np.einsum("ij,ij->i", np.einsum("ij,jk->ik", rows, covariance), rows)  # no threads of its own
    reach = model.quantile * np.sqrt(np.maximum(0.0, spread))
    middle, flat = np.einsum("ij,j->i", rows, weights), 1 / np.sqrt(1 + pi * unsure / 8)
    points = np.stack([middle, middle - reach, middle + reach], axis=1) * flat[:, None]
    chances: Numbers = 1 / (1 + np.exp(-points))
    return chances
