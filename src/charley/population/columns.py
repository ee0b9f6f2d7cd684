"""The columns of the models, made from survey answers; a fact not known is the share among the like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from charley.population.facts import Survey
from charley.population.folder import Numbers
from charley.population.noisy import chances
from charley.records.population import SurveyModel, Term


@dataclass(frozen=True, slots=True)
class Column:
    """One column: age above a year, the female sex, or a fact with its shares by sex and band of age."""

    id: str
    age_above: float | None = None
    female: bool = False
    shares: Mapping[str, Sequence[float]] | None = None


def columns_of(model: SurveyModel) -> list[Column]:
    """The columns that a shipped model was fitted on."""
    return [Column(term.id, term.age_above, bool(term.sex), _shares(term)) for term in model.terms]


def _shares(term: Term) -> Mapping[str, Sequence[float]] | None:
    if term.shares is None:
        return None
    return {sex: [cell.number.value for cell in cells] for sex, cells in term.shares.items()}


def bands(survey: Survey, starts: Sequence[float]) -> NDArray[np.int64]:
    """The band of age of everybody; -1 below the first."""
    return np.searchsorted(np.array(starts), survey.age, side="right").astype(np.int64) - 1


def matrix(survey: Survey, columns: Sequence[Column], starts: Sequence[float]) -> Numbers:
    """The columns with ones first; where a fact is not known, its share among the like."""
    place = bands(survey, starts)
    values = [np.ones(len(survey.age))]
    for column in columns:
        value = _column(survey, column)
        if column.shares is not None:
            female = np.array(column.shares["female"])[place]
            male = np.array(column.shares["male"])[place]
            value = np.where(np.isnan(value), np.where(survey.female == 1, female, male), value)
        values.append(value)
    return np.column_stack(values)


def split_of(columns: Sequence[Column]) -> int:
    """How many columns of the matrix, ones among them, make the leak; the others are facts."""
    return 1 + sum(column.shares is None for column in columns)


def _column(survey: Survey, column: Column) -> Numbers:
    if column.age_above is not None:
        return np.maximum(0.0, survey.age - column.age_above) / 10
    if column.female:
        return survey.female
    return survey.facts[column.id]


def predicted(rows: Numbers, weights: Numbers, split: int) -> Numbers:
    """The chance of everybody, as `alike.predict` has it for one person."""
    return chances(rows[:, :split], rows[:, split:], weights)
