"""Checks the shipped numbers on a survey folder, beside a plain logistic regression fitted there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from charley.population.columns import columns_of, matrix, predicted
from charley.population.estimate import Design
from charley.population.facts import Survey
from charley.population.fitting import Group, normed
from charley.population.folder import Numbers
from charley.population.logistic import expit, fit_logistic
from charley.population.measures import Tenth, auc, auc_interval, calibration, tenths
from charley.records.population import Population

NEARLY_NONE = 1e-6
"""A ridge only to keep columns without any yes from breaking the plain regression."""

WORDS = {"any": "any night cramps in a month", "often": "cramps on 5 or more nights a month"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found for one outcome."""

    outcome: str
    people: int
    seen: float
    predicted: float
    auc: float
    auc_range: tuple[float, float]
    auc_unweighted: float
    auc_plain: float
    auc_wider: float | None
    slope: float
    intercept: float
    tenths: list[Tenth]


def check(survey: Survey, population: Population) -> list[Verdict]:
    """The shipped numbers on the adults of a survey, for both outcomes."""
    return [_verdict(survey, population, outcome) for outcome in ("any", "often")]


def shipped(survey: Survey, population: Population, outcome: str) -> tuple[Numbers, Numbers]:
    """The shipped chance of everybody, and the columns it was made from."""
    model = population.model
    rows, unsure = matrix(survey, columns_of(model), model.age_bands)
    weights = model.weights_any if outcome == "any" else model.weights_often
    return predicted(rows, unsure, np.array(weights)), rows


def _verdict(survey: Survey, population: Population, outcome: str) -> Verdict:
    domain = survey.asked & (survey.examination > 0)
    design = Design(survey.stratum, survey.cluster)
    answer: Numbers = getattr(survey, outcome)
    weight = normed(survey.examination, domain)
    chance, rows = shipped(survey, population, outcome)
    rows = np.where(domain[:, None], rows, 0.0)
    chance = np.where(domain, chance, 0.5)
    slope, intercept = calibration(chance, answer, weight)
    tests = _tests(survey, domain)
    return Verdict(
        outcome=outcome,
        people=int(domain.sum()),
        seen=float(weight @ answer / weight.sum()),
        predicted=float(weight @ chance / weight.sum()),
        auc=auc(chance, answer, weight),
        auc_range=auc_interval(chance, answer, weight, design),
        auc_unweighted=auc(chance, answer, domain.astype(np.float64)),
        auc_plain=_plain(rows, answer, weight),
        auc_wider=None if tests is None else _plain(np.column_stack([rows, tests]), answer, weight),
        slope=slope,
        intercept=intercept,
        tenths=tenths(chance[domain], answer[domain], weight[domain]),
    )


def _plain(rows: Numbers, answer: Numbers, weight: Numbers) -> float:
    found = fit_logistic(rows, answer, weight, np.full(rows.shape[1], NEARLY_NONE))
    return auc(expit(rows @ found), answer, weight)


def _tests(survey: Survey, domain: Group) -> Numbers | None:
    """Blood tests in standard units; a missing one is the mean."""
    columns = []
    for values in survey.tests.values():
        known = domain & ~np.isnan(values)
        if known.any():
            scaled = (values - values[known].mean()) / values[known].std()
            columns.append(np.where(known, scaled, 0.0))
    return np.column_stack(columns) if columns else None


def as_text(cycle: str, population: Population, verdicts: list[Verdict]) -> str:
    """The verdicts as a page for the terminal."""
    return "\n".join(_lines(cycle, population, verdicts))


def _lines(cycle: str, population: Population, verdicts: list[Verdict]) -> Iterator[str]:
    yield f"The numbers fitted on {population.name}, checked on NHANES {cycle} (examination weights)."
    if population.name.endswith(cycle):
        yield "This is the cycle they were fitted on: expect flattering figures."
    for v in verdicts:
        yield ""
        yield f"{WORDS[v.outcome].capitalize()}: {v.people:,} people."
        yield f"  Seen {v.seen * 100:.1f} in 100, predicted {v.predicted * 100:.1f} in 100."
        yield (
            f"  AUC {v.auc:.3f} (80% interval {v.auc_range[0]:.3f} to {v.auc_range[1]:.3f}); "
            f"without weights {v.auc_unweighted:.3f}."
        )
        yield f"  Plain logistic regression with the same facts, fitted here: AUC {v.auc_plain:.3f}."
        if v.auc_wider is not None:
            yield f"  The same with blood tests added, fitted here: AUC {v.auc_wider:.3f}."
        yield f"  Calibration slope {v.slope:.3f}, intercept {v.intercept:+.3f}."
        yield "  Tenth of risk   people   predicted   seen (in 100)"
        for number, row in enumerate(v.tenths, start=1):
            yield f"  {number:13d}   {row.people:6,}   {row.predicted * 100:9.1f}   {row.seen * 100:4.1f}"
