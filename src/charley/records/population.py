"""What a population survey says of night cramps: aggregate tables, two small models, no person's record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from charley.records.conditions import Condition
from charley.records.numbers import Number

LEAST_PEOPLE = 30
"""No figure rests on fewer people than this."""


@dataclass(frozen=True, slots=True)
class SurveyNumber:
    """A Number with the people behind it (unweighted count)."""

    number: Number
    people: int


@dataclass(frozen=True, slots=True)
class PrevalenceRow:
    """How common night cramps were among one group of people, and which survey weight was used."""

    id: str
    says: str
    weight: str
    any: SurveyNumber
    often: SurveyNumber


@dataclass(frozen=True, slots=True)
class Term:
    """One column of the models: age above a year (in tens of years), the sex, or a fact of the person.

    For age and sex `any` and `often` are log odds ratios of the leak. For a fact they are its link: the
    chance that it brings cramps on all alone. `shares` holds, by sex, how common the fact is in each
    band of age: it stands in where a person did not say. Where `no_counts` is false, only a told
    "yes" is a fact: people seldom list it, so silence tells nothing.
    """

    id: str
    says: str
    asked: str
    any: SurveyNumber
    often: SurveyNumber
    age_above: float | None = None
    sex: str = ""
    condition: Condition | None = None
    no_counts: bool = True
    shares: Mapping[str, tuple[SurveyNumber, ...]] | None = None


@dataclass(frozen=True, slots=True)
class SurveyModel:
    """Two noisy-ORs (any cramps; five or more nights a month) over the same terms.

    The weights are the intercept of the leak, then one for each of `terms`: log odds ratios for age and
    sex, and for a fact the logarithm of its rate -log(1 - link). The covariances of the weights are
    lower triangles in the same order. `quantile` is Student's t for the 80% interval at the design's
    degrees of freedom.
    """

    weight: str
    quantile: float
    age_bands: tuple[float, ...]
    oldest: float
    intercept_any: SurveyNumber
    intercept_often: SurveyNumber
    terms: tuple[Term, ...]
    weights_any: tuple[float, ...]
    weights_often: tuple[float, ...]
    covariance_any: tuple[tuple[float, ...], ...]
    covariance_often: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Population:
    """One survey: what it is, its tables, and its models."""

    name: str
    source: str
    youngest: float
    people: int
    strata: int
    clusters: int
    degrees_of_freedom: int
    prevalence: tuple[PrevalenceRow, ...]
    model: SurveyModel
