"""Checks the shipped network on a survey folder, beside a plain logistic regression fitted there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from charley.population.columns import columns_of, matrix, predicted, split_of
from charley.population.estimate import Design
from charley.population.facts import Survey
from charley.population.fitting import Group, crossed_chances, normed
from charley.population.folder import Numbers
from charley.population.logistic import expit, fit_logistic
from charley.population.measures import Tenth, auc, auc_interval, calibration, tenths
from charley.population.noisy import People, prior_of
from charley.population.terms import LABS
from charley.records.population import Population
from charley.records.published import Link

NEARLY_NONE = 1e-6
"""A ridge only to keep columns without any yes from breaking the plain regression."""

JERKS = frozenset({"leg_jerks"})
WORDS = {"any": "any night cramps in a month", "often": "cramps on 5 or more nights a month"}


@dataclass(frozen=True, slots=True)
class Peer:
    """A plain logistic regression fitted on the checked people: AUC on them, and across strata."""

    says: str
    auc: float
    crossed: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found for one outcome.

    `crossed` is the network fitted anew on these people, each stratum predicted from the others; the
    AUC `untested` and `unjerked` are of the shipped network when blood tests, or the jerks of the legs,
    are not told.
    """

    outcome: str
    people: int
    seen: float
    predicted: float
    auc: float
    auc_range: tuple[float, float]
    auc_unweighted: float
    crossed: float
    untested: float
    unjerked: float
    peers: tuple[Peer, ...]
    slope: float
    intercept: float
    tenths: list[Tenth]


def check(survey: Survey, population: Population, published: Mapping[str, Link]) -> list[Verdict]:
    """The shipped numbers on the adults of a survey, for both outcomes."""
    return [_verdict(survey, population, published, outcome) for outcome in ("any", "often")]


def shipped(
    survey: Survey, population: Population, outcome: str, untold: Collection[str] = ()
) -> tuple[Numbers, Numbers]:
    """The shipped chance of everybody, and the columns it was made from; `untold` facts count as unknown."""
    model = population.model
    columns = columns_of(model)
    facts = {id_: np.full(len(v), np.nan) if id_ in untold else v for id_, v in survey.facts.items()}
    rows = matrix(replace(survey, facts=facts), columns, model.age_bands)
    weights = model.weights_any if outcome == "any" else model.weights_often
    return predicted(rows, np.array(weights), split_of(columns)), rows


def _verdict(survey: Survey, population: Population, published: Mapping[str, Link], outcome: str) -> Verdict:
    domain = survey.asked & (survey.examination > 0)
    design = Design(survey.stratum, survey.cluster)
    answer: Numbers = getattr(survey, outcome)
    weight = normed(survey.examination, domain)
    chance, rows = shipped(survey, population, outcome)
    rows, chance = np.where(domain[:, None], rows, 0.0), np.where(domain, chance, 0.5)
    slope, intercept = calibration(chance, answer, weight)
    blind = [auc(shipped(survey, population, outcome, untold)[0], answer, weight) for untold in (LABS, JERKS)]
    return Verdict(
        outcome=outcome,
        people=int(domain.sum()),
        seen=float(weight @ answer / weight.sum()),
        predicted=float(weight @ chance / weight.sum()),
        auc=auc(chance, answer, weight),
        auc_range=auc_interval(chance, answer, weight, design),
        auc_unweighted=auc(chance, answer, domain.astype(np.float64)),
        crossed=_crossed(survey, rows, population, published, outcome),
        untested=blind[0],
        unjerked=blind[1],
        peers=tuple(_peers(survey, population, rows, answer, weight)),
        slope=slope,
        intercept=intercept,
        tenths=tenths(chance[domain], answer[domain], weight[domain]),
    )


def _crossed(
    survey: Survey, rows: Numbers, population: Population, published: Mapping[str, Link], outcome: str
) -> float:
    columns = columns_of(population.model)
    split = split_of(columns)
    links = [getattr(published[column.id], outcome) for column in columns if column.shares is not None]
    drawn = prior_of([(number.value, number.low, number.high) for number in links])
    weight = normed(survey.examination, survey.asked & (survey.examination > 0))
    people = People(rows[:, :split], rows[:, split:], getattr(survey, outcome), weight)
    return auc(crossed_chances(people, drawn, Design(survey.stratum, survey.cluster)), people.answer, weight)


def _peers(
    survey: Survey, population: Population, rows: Numbers, answer: Numbers, weight: Numbers
) -> Iterator[Peer]:
    names = ["", *(term.id for term in population.model.terms)]
    tests = _tests(survey, weight > 0)
    wider = rows if tests is None else np.column_stack([rows, tests])
    calm = [place for place in range(wider.shape[1]) if place >= len(names) or names[place] not in JERKS]
    bare = [place for place, name in enumerate(names) if name not in LABS]
    for says, columns in (
        ("with the same facts", rows),
        ("with the same facts, and the blood tests as measured", wider),
        ("the same without leg jerks", wider[:, calm]),
        ("with the same facts but no blood tests", rows[:, bare]),
    ):
        yield _peer(says, columns, answer, weight, Design(survey.stratum, survey.cluster))


def _peer(says: str, columns: Numbers, answer: Numbers, weight: Numbers, design: Design) -> Peer:
    ridge = np.full(columns.shape[1], NEARLY_NONE)
    logits = np.zeros(len(answer))
    for stratum in range(design.strata):
        inside = design.stratum == stratum
        found = fit_logistic(columns, answer, np.where(inside, 0.0, weight), ridge)
        logits[inside] = columns[inside] @ found
    own = fit_logistic(columns, answer, weight, ridge)
    return Peer(says, auc(expit(columns @ own), answer, weight), auc(logits, answer, weight))


def _tests(survey: Survey, domain: Group) -> Numbers | None:
    """Blood tests in standard units; a missing one is the mean."""
    columns = []
    for values in survey.tests.values():
        known = domain & ~np.isnan(values)
        if known.any():
            spread = values[known].std() or 1.0
            columns.append(np.where(known, (values - values[known].mean()) / spread, 0.0))
    return np.column_stack(columns) if columns else None


def as_text(cycle: str, population: Population, verdicts: list[Verdict]) -> str:
    """The verdicts as a page for the terminal."""
    return "\n".join(_lines(cycle, population, verdicts))


def _lines(cycle: str, population: Population, verdicts: list[Verdict]) -> Iterator[str]:
    yield f"The network fitted on {population.name}, checked on NHANES {cycle} (examination weights)."
    if population.name.endswith(cycle):
        yield "This is the cycle it was fitted on: expect flattering figures."
    for v in verdicts:
        yield ""
        yield f"{WORDS[v.outcome].capitalize()}: {v.people:,} people."
        yield f"  Seen {v.seen * 100:.1f} in 100, predicted {v.predicted * 100:.1f} in 100."
        yield (
            f"  AUC {v.auc:.3f} (80% interval {v.auc_range[0]:.3f} to {v.auc_range[1]:.3f}); "
            f"without weights {v.auc_unweighted:.3f}."
        )
        yield (f"  AUC {v.untested:.3f} with no blood test told, {v.unjerked:.3f} with leg jerks not told.")
        yield f"  Calibration slope {v.slope:.3f}, intercept {v.intercept:+.3f}."
        yield f"  Fitted anew here, each stratum from the others: AUC {v.crossed:.3f}."
        yield "  Plain logistic regression, fitted here     AUC here   each stratum from the others"
        for peer in v.peers:
            yield f"    {peer.says:55s} {peer.auc:.3f}   {peer.crossed:.3f}"
        yield "  Tenth of risk   people   predicted   seen (in 100)"
        for number, row in enumerate(v.tenths, start=1):
            yield f"  {number:13d}   {row.people:6,}   {row.predicted * 100:9.1f}   {row.seen * 100:4.1f}"
