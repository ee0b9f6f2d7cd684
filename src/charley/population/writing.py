"""Writes what was fitted as one file of knowledge: aggregate numbers only."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, expm1

from charley.population.estimate import Share
from charley.population.fitting import Cell, Fitted, FittedTerm, Row
from charley.population.folder import Numbers
from charley.population.terms import KNOTS, OLDEST, YOUNGEST

SOURCES = {"2005-2006": "nhanes_2005_2006", "2007-2008": "nhanes_2007_2008"}


def as_yaml(fitted: Fitted) -> str:
    """The text of population.yaml."""
    return "\n".join((*_survey(fitted), *_prevalence(fitted), *_model(fitted), ""))


def _survey(fitted: Fitted) -> Iterator[str]:
    design = fitted.design
    yield "# Written by `charley population fit`; docs/population.md says how. Do not mend by hand."
    yield "# Ranges are 80% intervals. No figure rests on fewer than 30 people. Going with is not causing."
    yield "survey:"
    yield f"  name: NHANES {fitted.cycle}"
    yield f"  source: {SOURCES[fitted.cycle]}"
    yield f"  youngest: {YOUNGEST:g}"
    yield f"  people: {fitted.people}"
    yield f"  strata: {design.strata}"
    yield f"  clusters: {design.clusters}"
    yield f"  degrees_of_freedom: {design.degrees}"


def _prevalence(fitted: Fitted) -> Iterator[str]:
    yield "prevalence:"
    yield "  where: SLQ160, leg cramps while trying to sleep in the past month, adults of 20 and over"
    yield (
        "  how: weighted share (any, codes 1 to 4; often, codes 3 and 4), Taylor linearisation over strata "
        "and clusters, logit interval"
    )
    yield "  rows:"
    for row in fitted.rows:
        yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    yield f"    - id: {row.id}"
    yield f"      says: {_quoted(row.says)}"
    yield f"      weight: {row.weight}"
    yield f"      any: {_share(row.any)}"
    yield f"      often: {_share(row.often)}"


def _model(fitted: Fitted) -> Iterator[str]:
    yield "model:"
    yield "  weight: WTMEC2YR"
    yield (
        "  where: SLQ160 with the interview, examination and prescription files, examined adults of 20 "
        "and over"
    )
    yield (
        "  how: weighted noisy-OR with a logistic leak by age and sex, links drawn towards "
        "published/links.yaml within its ranges, Binder's sandwich with Morel's addition, Student's t"
    )
    yield (
        "  shares_how: weighted share of people with the fact by sex and age; fewer than 30 people with it "
        "count as none"
    )
    yield f"  quantile: {fitted.quantile:.6f}"
    yield f"  age_bands: [{', '.join(f'{knot:g}' for knot in KNOTS)}]"
    yield f"  oldest: {OLDEST:g}"
    for name, model in (("any", fitted.any), ("often", fitted.often)):
        yield f"  intercept_{name}: {_weight(fitted, model.weights, model.covariance, 0, fitted.modelled)}"
    yield "  terms:"
    for index, term in enumerate(fitted.terms, start=1):
        yield from _term(fitted, term, index)
    for name, model in (("any", fitted.any), ("often", fitted.often)):
        yield f"  covariance_{name}:"
        for number, line in enumerate(model.covariance, start=1):
            yield f"    - [{', '.join(f'{value:.4g}' for value in line[:number])}]"


def _term(fitted: Fitted, term: FittedTerm, index: int) -> Iterator[str]:
    column, fact = term.column, term.fact
    yield f"    - id: {column.id}"
    if column.age_above is not None:
        yield f"      asked: age at the interview (RIDAGEYR), tens of years above {column.age_above:g}"
        yield f"      age_above: {column.age_above:g}"
    elif fact is None:
        yield "      asked: sex recorded at the interview (RIAGENDR)"
        yield "      sex: female"
    else:
        yield f"      says: {fact.says}"
        yield f"      asked: {_quoted(fact.asked)}"
        yield f"      when: {fact.when}"
        if not fact.no_counts:
            yield "      no_counts: false"
    for name, model in (("any", fitted.any), ("often", fitted.often)):
        write = _weight if fact is None else _link
        yield f"      {name}: {write(fitted, model.weights, model.covariance, index, term.people)}"
    if term.cells is not None:
        yield "      shares:"
        for sex, cells in term.cells.items():
            yield f"        {sex}:"
            yield from (f"          - {_cell(cell)}" for cell in cells)


def _weight(fitted: Fitted, weights: Numbers, covariance: Numbers, index: int, people: int) -> str:
    """A log odds ratio with its interval."""
    value, reach = float(weights[index]), fitted.quantile * float(covariance[index, index]) ** 0.5
    return _number(value, value - reach, value + reach, people)


def _link(fitted: Fitted, weights: Numbers, covariance: Numbers, index: int, people: int) -> str:
    """A link with its interval, from the logarithm of its rate."""
    value, reach = float(weights[index]), fitted.quantile * float(covariance[index, index]) ** 0.5
    value, low, high = (-expm1(-exp(point)) for point in (value, value - reach, min(value + reach, 1.9)))
    return f"{{value: {value:.6f}, range: [{low:.6f}, {high:.6f}], people: {people}}}"


def _share(found: Share) -> str:
    return _number(found.value, found.low, found.high, found.people)


def _cell(cell: Cell) -> str:
    return _number(cell.value, cell.low, cell.high, cell.people)


def _number(value: float, low: float, high: float, people: int) -> str:
    return f"{{value: {value:.4f}, range: [{low:.4f}, {high:.4f}], people: {people}}}"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "'") + '"'
