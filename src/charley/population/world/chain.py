"""How the facts of people hang together: each one's chance given age, sex and the facts before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from charley.population.facts import Survey
from charley.population.fitting import AGES, FittedTerm, normed
from charley.population.folder import Numbers
from charley.population.logistic import fit_logistic
from charley.population.terms import KNOTS

RIDGE = 2.0
"""On every coefficient but the intercept: rare facts would otherwise have none that settles."""


@dataclass(frozen=True, slots=True)
class FittedLink:
    """One fact of the chain: intercept, then age above each knot, female sex, and the facts before it."""

    fact: str
    people: int
    weights: Numbers


@dataclass(frozen=True, slots=True)
class FittedPeople:
    """Shares of adults by sex and ten years of age, and the chain."""

    cycle: str
    people: int
    ages: dict[str, list[float]]
    chain: list[FittedLink]


def fit_people(survey: Survey, terms: list[FittedTerm]) -> FittedPeople:
    """The chain over the facts of the model, in its order, on examined adults (examination weights)."""
    domain = survey.asked & (survey.examination > 0)
    weight = normed(survey.examination, domain)
    return FittedPeople(
        cycle=survey.cycle,
        people=int(domain.sum()),
        ages=_ages(survey, weight),
        chain=list(_chain(survey, weight, [term.fact.id for term in terms if term.fact])),
    )


def _ages(survey: Survey, weight: Numbers) -> dict[str, list[float]]:
    whole = weight.sum()
    return {
        sex: [
            float(
                weight[(survey.female == female) & (survey.age >= start) & (survey.age < end)].sum() / whole
            )
            for start, end in AGES
        ]
        for sex, female in (("female", 1), ("male", 0))
    }


def base_columns(age: Numbers, female: Numbers) -> Numbers:
    """Ones, tens of years above each knot, and the female sex."""
    return np.column_stack([np.ones(len(age)), *(np.maximum(0.0, age - knot) / 10 for knot in KNOTS), female])


def _chain(survey: Survey, weight: Numbers, facts: list[str]) -> Iterator[FittedLink]:
    columns = base_columns(survey.age, survey.female)
    for fact in facts:
        value = survey.facts[fact]
        known = (weight > 0) & ~np.isnan(value)
        ridge = np.array([0.0, *[RIDGE] * (columns.shape[1] - 1)])
        inside = np.where(known, weight, 0.0)
        shown = np.where(known[:, None], columns, 0.0)
        yield FittedLink(fact, int(known.sum()), fit_logistic(shown, np.nan_to_num(value), inside, ridge))
        mean = float((inside * np.nan_to_num(value)).sum() / inside.sum())
        columns = np.column_stack([columns, np.where(np.isnan(value), mean, value)])
