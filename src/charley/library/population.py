"""The survey's tables and models from population.yaml."""

from __future__ import annotations

from math import log, log1p
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from charley.library.conditions import build_condition
from charley.library.shapes import ConditionShape, Flag, NumberShape, Shape, Text
from charley.library.workbench import Place, Placed, Workbench
from charley.records.numbers import Number
from charley.records.population import (
    LEAST_PEOPLE,
    Population,
    PrevalenceRow,
    SurveyModel,
    SurveyNumber,
    Term,
)

Sex = Literal["female", "male"]


def _enough(people: int) -> int:
    if people < LEAST_PEOPLE:
        raise ValueError(f"a figure must rest on {LEAST_PEOPLE} people or more, not on {people}")
    return people


People = Annotated[int, AfterValidator(_enough)]


class CountedShape(Shape):
    """A value of the table it stands in: that table says source, place and how."""

    value: float
    range: tuple[float, float]
    people: People

    @model_validator(mode="after")
    def _inside(self) -> CountedShape:
        low, high = self.range
        if not low <= self.value <= high:
            raise ValueError(f"the value {self.value:g} lies outside its own range [{low:g}, {high:g}]")
        return self


class SurveyShape(Shape):
    name: Text
    source: Text
    youngest: float = Field(ge=0)
    people: People
    strata: int = Field(ge=1)
    clusters: int = Field(ge=2)
    degrees_of_freedom: int = Field(ge=1)

    @model_validator(mode="after")
    def _degrees(self) -> SurveyShape:
        if self.degrees_of_freedom != self.clusters - self.strata:
            raise ValueError("degrees_of_freedom must be clusters less strata")
        return self


class RowShape(Shape):
    id: Text
    says: Text
    weight: Text
    any: CountedShape
    often: CountedShape


class TableShape(Shape):
    where: Text
    how: Text
    rows: list[RowShape] = Field(min_length=1)


class TermShape(Shape):
    id: Text
    says: str = ""
    asked: Text
    age_above: float | None = None
    sex: Sex | None = None
    when: ConditionShape | None = None
    no_counts: Flag = True
    any: CountedShape
    often: CountedShape
    shares: dict[Sex, list[CountedShape]] | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> TermShape:
        kinds = [self.age_above, self.sex, self.when]
        if sum(kind is not None for kind in kinds) != 1:
            raise ValueError("a term takes exactly one of age_above, sex, when")
        if (self.when is None) != (self.shares is None):
            raise ValueError("a term with 'when' needs 'shares', and no other term has them")
        if self.when is not None and not self.says:
            raise ValueError("a term with 'when' needs 'says'")
        if self.when is not None and not all(
            chance.range[0] > 0 and chance.range[1] < 1 for chance in (self.any, self.often)
        ):
            raise ValueError("the link of a fact is a chance between 0 and 1, both left out")
        if self.shares is not None and set(self.shares) != {"female", "male"}:
            raise ValueError("'shares' needs female and male")
        return self


class ModelShape(Shape):
    weight: Text
    where: Text
    how: Text
    shares_how: Text
    quantile: float = Field(gt=0)
    age_bands: list[float] = Field(min_length=1)
    oldest: float
    intercept_any: CountedShape
    intercept_often: CountedShape
    terms: list[TermShape] = Field(min_length=1)
    covariance_any: list[list[float]]
    covariance_often: list[list[float]]


class PopulationFile(Shape):
    survey: SurveyShape
    prevalence: TableShape
    model: ModelShape


def build_population(file: Placed[PopulationFile], bench: Workbench) -> Population:
    """The survey, its tables and models, with every number made whole."""
    shape, place = file.shape, file.place
    survey = shape.survey
    bench.read_source(survey.source, place.at("survey", "source"))
    return Population(
        name=survey.name,
        source=survey.source,
        youngest=survey.youngest,
        people=survey.people,
        strata=survey.strata,
        clusters=survey.clusters,
        degrees_of_freedom=survey.degrees_of_freedom,
        prevalence=_rows(shape, place.at("prevalence", "rows"), bench),
        model=_model(shape, place.at("model"), bench),
    )


def _rows(file: PopulationFile, place: Place, bench: Workbench) -> tuple[PrevalenceRow, ...]:
    table, rows = file.prevalence, dict[str, PrevalenceRow]()
    for index, row in enumerate(table.rows):
        at = place.at(index)
        bench.once(row.id, rows, "row", at)
        counted = [
            _chance(value, file, (table.where, table.how), at.at(key), bench)
            for key, value in (("any", row.any), ("often", row.often))
        ]
        rows[row.id] = PrevalenceRow(row.id, row.says, row.weight, *counted)
    return tuple(rows.values())


def _model(file: PopulationFile, place: Place, bench: Workbench) -> SurveyModel:
    model = file.model
    if sorted(set(model.age_bands)) != model.age_bands or model.age_bands[0] != file.survey.youngest:
        bench.fault(place.at("age_bands"), "ages must rise, and start with the youngest of the survey")
    terms: dict[str, Term] = {}
    for index, shape in enumerate(model.terms):
        at = place.at("terms", index)
        bench.once(shape.id, terms, "term", at)
        terms[shape.id] = _term(shape, file, at, bench)
    size = len(model.terms) + 1
    intercepts = [
        _counted(shape, file, (model.where, model.how))
        for shape in (model.intercept_any, model.intercept_often)
    ]
    return SurveyModel(
        weight=model.weight,
        quantile=model.quantile,
        age_bands=tuple(model.age_bands),
        oldest=model.oldest,
        intercept_any=intercepts[0],
        intercept_often=intercepts[1],
        terms=tuple(terms.values()),
        weights_any=(model.intercept_any.value, *(_weight(term, term.any) for term in model.terms)),
        weights_often=(model.intercept_often.value, *(_weight(term, term.often) for term in model.terms)),
        covariance_any=_triangle(model.covariance_any, size, place.at("covariance_any"), bench),
        covariance_often=_triangle(model.covariance_often, size, place.at("covariance_often"), bench),
    )


def _weight(term: TermShape, found: CountedShape) -> float:
    """A log odds ratio as it stands; a link as the logarithm of its rate."""
    return found.value if term.when is None else log(-log1p(-found.value))


def _term(shape: TermShape, file: PopulationFile, place: Place, bench: Workbench) -> Term:
    model = file.model
    told = (model.where, model.how)
    shares: dict[str, tuple[SurveyNumber, ...]] | None = None
    if shape.shares is not None:
        shares = {sex: _shares(sex, cells, file, place, bench) for sex, cells in shape.shares.items()}
    when = None if shape.when is None else build_condition(shape.when, place.at("when"), bench)
    return Term(
        id=shape.id,
        says=shape.says,
        asked=shape.asked,
        any=_counted(shape.any, file, told),
        often=_counted(shape.often, file, told),
        age_above=shape.age_above,
        sex=shape.sex or "",
        condition=when,
        no_counts=shape.no_counts,
        shares=shares,
    )


def _shares(
    sex: Sex, cells: list[CountedShape], file: PopulationFile, place: Place, bench: Workbench
) -> tuple[SurveyNumber, ...]:
    at = place.at("shares", sex)
    if len(cells) != len(file.model.age_bands):
        bench.fault(at, "needs one share for each of 'age_bands'")
    told = (file.model.where, file.model.shares_how)
    return tuple(_chance(cell, file, told, at.at(index), bench) for index, cell in enumerate(cells))


def _counted(shape: CountedShape, file: PopulationFile, told: tuple[str, str]) -> SurveyNumber:
    where, how = told
    low, high = shape.range
    source = file.survey.source
    return SurveyNumber(
        Number(shape.value, low, high, "derived", source=source, where=where, how=how), shape.people
    )


def _chance(
    shape: CountedShape, file: PopulationFile, told: tuple[str, str], place: Place, bench: Workbench
) -> SurveyNumber:
    where, how = told
    number = NumberShape(
        value=shape.value, range=shape.range, kind="derived", source=file.survey.source, where=where, how=how
    )
    if not 0 <= shape.range[0] <= shape.range[1] <= 1:
        bench.chance(number, place)
    return _counted(shape, file, told)


def _triangle(
    rows: list[list[float]], size: int, place: Place, bench: Workbench
) -> tuple[tuple[float, ...], ...]:
    """The lower triangle of a covariance, checked."""
    if [len(row) for row in rows] != list(range(1, size + 1)):
        bench.fault(place, f"needs {size} rows of 1 to {size} numbers: the lower triangle")
        return ()
    if any(row[-1] < 0 for row in rows):
        bench.fault(place, "a variance must not be below 0")
    return tuple(map(tuple, rows))
