"""Draws people: age, sex, and the facts of the survey, each given age, sex and the facts before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from charley.population.folder import Numbers
from charley.population.logistic import expit
from charley.population.terms import YOUNGEST
from charley.population.world.chain import base_columns
from charley.records.published import PeopleAtLarge

Yes = NDArray[np.bool_]
PAST_CHILDBEARING = 50.0
"""Nobody is drawn pregnant from this age on."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Drawn people: age in years, sex, and facts.

    `stage` is the third of a pregnancy, from 0; `season` the time of the year of the month asked about,
    from 0 at midsummer to 1.
    """

    age: Numbers
    female: Yes
    facts: Mapping[str, Yes]
    stage: NDArray[np.int64]
    season: Numbers


def draw_people(at_large: PeopleAtLarge, count: int, random: np.random.Generator) -> Crowd:
    """`count` adults at large."""
    sexes = list(at_large.ages)
    shares = np.concatenate([at_large.ages[sex] for sex in sexes])
    bands = len(at_large.ages[sexes[0]])
    cell = random.choice(len(shares), count, p=shares / shares.sum())
    age = YOUNGEST + 10 * (cell % bands) + 10 * random.random(count)
    female: Yes = np.array([sex == "female" for sex in sexes])[cell // bands]
    facts: dict[str, Yes] = {}
    columns = base_columns(np.minimum(age, 80.0), female.astype(np.float64))
    for link in at_large.chain:
        had = random.random(count) < expit(columns @ np.array(link.weights))
        if link.fact == "pregnant":
            had &= female & (age < PAST_CHILDBEARING)
        facts[link.fact] = had
        columns = np.column_stack([columns, had])
    return Crowd(age, female, facts, random.integers(0, 3, count), random.random(count))
