"""Fits the survey: prevalence tables and the two small models, with design-based intervals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from charley.errors import Fault, InputError
from charley.population.columns import Column, bands, matrix, predicted, split_of
from charley.population.estimate import LEVEL, Design, Share, share, student
from charley.population.facts import Survey
from charley.population.folder import Numbers
from charley.population.logistic import Logistic
from charley.population.measures import auc
from charley.population.noisy import People, Prior, chances, fit_noisy, fit_with_design, prior_of
from charley.population.terms import FACTS, KNOTS, LABS, FactTerm
from charley.records.numbers import Number
from charley.records.population import LEAST_PEOPLE
from charley.records.published import Link

EXAMINED = {
    "pregnant", "no_alcohol", "much_alcohol", "underweight_or_normal", "overweight", "obese", "depression",
    *LABS,
}  # fmt: skip
"""Facts asked or measured at the examination: tables on them need the examination weight."""

NAMES = {
    "no_alcohol": "drank no alcohol in the past year",
    "underweight_or_normal": "body mass index under 25",
    "overweight": "body mass index from 25 to 29.9",
    "heart_failure": "told of heart failure",
    "coronary": "told of coronary heart disease, angina or a heart attack",
    "stroke": "told of a stroke",
    "ssri_snri": "prescribed an SSRI or SNRI",
} | {fact.id: fact.asked for fact in FACTS}
AGES = ((20, 30), (30, 40), (40, 50), (50, 60), (60, 70), (70, 80), (80, 200))
Group = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the prevalence table."""

    id: str
    says: str
    weight: str
    any: Share
    often: Share


@dataclass(frozen=True, slots=True)
class Cell:
    """How common a fact is in one cell of sex and age."""

    value: float
    low: float
    high: float
    people: int


@dataclass(frozen=True, slots=True)
class FittedTerm:
    """A column with what is written of it, and the people for whom the fact holds."""

    column: Column
    fact: FactTerm | None
    people: int
    cells: dict[str, list[Cell]] | None = None


@dataclass(frozen=True, slots=True)
class Fitted:
    """All that `charley population fit` writes."""

    cycle: str
    design: Design
    people: int
    rows: list[Row]
    terms: list[FittedTerm]
    modelled: int
    any: Logistic
    often: Logistic
    quantile: float
    fitted_auc: dict[str, float]
    crossed_auc: dict[str, float]


def fit(survey: Survey, published: Mapping[str, Link]) -> Fitted:
    """Tables and models of one cycle, with what was published of each fact as the prior of its links."""
    design = Design(survey.stratum, survey.cluster)
    domain = survey.asked & (survey.examination > 0)
    terms = list(_terms(survey, design, domain))
    columns = [term.column for term in terms]
    rows, split = np.where(domain[:, None], matrix(survey, columns, KNOTS), 0.0), split_of(columns)
    weight = normed(survey.examination, domain)
    answers = {"any": survey.any, "often": survey.often}
    people = {
        name: People(rows[:, :split], rows[:, split:], answer, weight) for name, answer in answers.items()
    }
    priors = {name: prior(terms, published, name) for name in answers}
    models = {name: fit_with_design(people[name], priors[name], design) for name in answers}
    crossed = {name: crossed_chances(people[name], priors[name], design) for name in answers}
    return Fitted(
        cycle=survey.cycle,
        design=design,
        people=int(survey.asked.sum()),
        rows=list(_table(survey, design)),
        terms=terms,
        modelled=int(domain.sum()),
        any=models["any"],
        often=models["often"],
        quantile=student(0.5 + LEVEL / 2, design.degrees),
        fitted_auc={
            name: auc(predicted(rows, models[name].weights, split), answer, weight)
            for name, answer in answers.items()
        },
        crossed_auc={name: auc(crossed[name], answer, weight) for name, answer in answers.items()},
    )


def normed(weight: Numbers, domain: Group) -> Numbers:
    """Weights of mean 1 within the domain, 0 outside."""
    inside = np.where(domain, weight, 0.0)
    result: Numbers = inside / inside[domain].mean()
    return result


def prior(terms: Sequence[FittedTerm], published: Mapping[str, Link], outcome: str) -> Prior:
    """What was published of the facts, in their order. Raises InputError for a fact of which nothing was."""
    missing = [term.fact.id for term in terms if term.fact and term.fact.id not in published]
    if missing:
        raise InputError([Fault("published/links.yaml", f"has no link for {', '.join(missing)}", "Add it.")])
    links: list[Number] = [getattr(published[term.fact.id], outcome) for term in terms if term.fact]
    return prior_of([(number.value, number.low, number.high) for number in links])


def _terms(survey: Survey, design: Design, domain: Group) -> Iterator[FittedTerm]:
    for knot in KNOTS:
        older = int((domain & (survey.age > knot)).sum())
        yield FittedTerm(Column(f"age_above_{knot:.0f}", age_above=knot), None, older)
    yield FittedTerm(Column("female", female=True), None, int((domain & (survey.female == 1)).sum()))
    for fact in FACTS:
        have = int((domain & (survey.facts[fact.id] == 1)).sum())
        if have >= LEAST_PEOPLE:
            cells = _cells(survey, design, domain, fact.id)
            shares = {sex: [cell.value for cell in line] for sex, line in cells.items()}
            yield FittedTerm(Column(fact.id, shares=shares), fact, have, cells)


def _cells(survey: Survey, design: Design, domain: Group, fact: str) -> dict[str, list[Cell]]:
    band = bands(survey, KNOTS)
    value = survey.facts[fact]
    known = domain & ~np.isnan(value)
    result: dict[str, list[Cell]] = {}
    for sex, female in (("female", 1), ("male", 0)):
        groups = [known & (survey.female == female) & (band == number) for number in range(len(KNOTS))]
        result[sex] = [_cell(share(design, survey.examination, _filled(value), g)) for g in groups]
    return result


def _cell(found: Share) -> Cell:
    """A fact of fewer than 30 people in a cell counts as none, with a range up to 30 people."""
    if found.cases >= LEAST_PEOPLE:
        return Cell(found.value, found.low, found.high, found.people)
    return Cell(0.0, 0.0, min(1.0, LEAST_PEOPLE / found.people), found.people)


def crossed_chances(people: People, drawn: Prior, design: Design) -> Numbers:
    """Chances of people in each stratum from a fit on all the other strata."""
    found = np.full(len(people.answer), 0.5)
    for stratum in range(design.strata):
        inside = design.stratum == stratum
        others = replace(people, weight=np.where(inside, 0.0, people.weight))
        found[inside] = chances(people.leak[inside], people.facts[inside], fit_noisy(others, drawn))
    return found


def _table(survey: Survey, design: Design) -> Iterator[Row]:
    everybody = np.ones(len(survey.age), bool)
    women, men = survey.female == 1, survey.female == 0
    groups: list[tuple[str, str, Group]] = [("everyone", "adults of 20 and over", everybody)]
    for id_, says, sex in (("female", "women", women), ("male", "men", men)):
        groups.append((id_, f"{says} of 20 and over", sex))
    for start, end in AGES:
        inside = (survey.age >= start) & (survey.age < end)
        words = f"{start} to {end - 1}" if end < 200 else f"{start} and over"
        groups.append((f"age_{start}", f"adults of {words}", inside))
        for id_, says, sex in (("female", "women", women), ("male", "men", men)):
            groups.append((f"age_{start}_{id_}", f"{says} of {words}", inside & sex))
    for id_, says in NAMES.items():
        for suffix, prefix, code in (("yes", "", 1), ("no", "not: ", 0)):
            groups.append((f"{id_}_{suffix}", f"{prefix}{says}", survey.facts[id_] == code))
    for id_, says, group in groups:
        examined = id_.rsplit("_", 1)[0] in EXAMINED
        row = _row(survey, design, (id_, says), group, examined)
        if row:
            yield row


def _row(survey: Survey, design: Design, name: tuple[str, str], group: Group, examined: bool) -> Row | None:
    """One row, or none where it would rest on fewer than 30 people."""
    weight = survey.examination if examined else survey.interview
    inside = group & survey.asked & (weight > 0)
    if int(inside.sum()) < LEAST_PEOPLE:
        return None
    found = [share(design, weight, answer, inside) for answer in (survey.any, survey.often)]
    return Row(*name, "WTMEC2YR" if examined else "WTINT2YR", *found)


def _filled(values: Numbers) -> Numbers:
    return np.nan_to_num(values, nan=0.0)
