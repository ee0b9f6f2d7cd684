"""The side shelf `published`: what the literature says of night cramps in people at large."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from charley.library.conditions import build_test
from charley.library.folder import Reader
from charley.library.shapes import FindingTest, Flag, NumberShape, Shape, Text
from charley.library.workbench import Place, Placed, Workbench
from charley.records.numbers import Number
from charley.records.published import (
    AtLarge,
    ChainLink,
    Link,
    Measure,
    MeasureKind,
    PeopleAtLarge,
    Published,
    PublishedFigure,
    Repeats,
)


class LinkShape(Shape):
    fact: Text
    cause: str = ""
    stages: dict[Text, NumberShape] | None = None
    any: NumberShape
    often: NumberShape


class LinksFile(Shape):
    links: list[LinkShape] = Field(min_length=1)


class SevereShape(Shape):
    part: NumberShape
    any: NumberShape


class AtLargeShape(Shape):
    cause: Text
    share: dict[float, NumberShape] = Field(min_length=1)
    any: NumberShape | None = None
    often: NumberShape | None = None
    severe: SevereShape | None = None


class AtLargeFile(Shape):
    often_part: NumberShape
    summer_over_winter: NumberShape
    causes: list[AtLargeShape] = Field(min_length=1)


class ChainShape(Shape):
    fact: Text
    people: int = Field(ge=30)
    weights: list[float] = Field(min_length=1)


class PeopleFile(Shape):
    source: Text
    where: Text
    how: Text
    people: int = Field(ge=30)
    ages: dict[Literal["female", "male"], list[Annotated[float, Field(ge=0, le=1)]]]
    chain: list[ChainShape] = Field(min_length=1)


class MeasureShape(Shape):
    kind: MeasureKind
    what: str = ""
    by: str = ""
    against: str = ""
    among: list[Text] = Field(default_factory=list)
    condition: FindingTest | None = None
    causes: list[Text] = Field(default_factory=list)
    adjusted: Flag = False
    sessions: float = Field(default=1.0, ge=1)


class FigureRowShape(Shape):
    id: Text
    says: Text
    figure: NumberShape
    scale: Literal["share", "ratio"]
    people: int = 0
    elsewhere: Flag = True
    loaded: Flag = False
    measure: MeasureShape | None = None
    not_expressible: str = ""
    other_population: Flag = False

    @model_validator(mode="after")
    def _compared_or_not(self) -> FigureRowShape:
        if (self.measure is None) == (not self.not_expressible):
            raise ValueError("a row takes 'measure', or 'not_expressible' with the reason")
        if self.scale == "ratio" and self.figure.value <= 0:
            raise ValueError("a ratio lies above 0")
        return self


class RepeatShape(Shape):
    of: Text
    scale: Literal["share", "ratio"]
    values: list[NumberShape] = Field(min_length=2)


class FiguresFile(Shape):
    rows: list[FigureRowShape] = Field(min_length=1)
    repeats: list[RepeatShape] = Field(min_length=1)


def build_published(reader: Reader, bench: Workbench) -> Published | None:
    """The shelf from its files; None when one is missing or does not fit its shape."""
    links = reader.single("published/links.yaml", LinksFile)
    at_large = reader.single("published/at_large.yaml", AtLargeFile)
    people = reader.single("published/people.yaml", PeopleFile)
    figures = reader.single("published/figures.yaml", FiguresFile)
    if links is None or at_large is None or people is None or figures is None:
        return None
    return Published(
        links=_links(links, bench),
        often_part=bench.chance(at_large.shape.often_part, at_large.place.at("often_part")),
        summer_over_winter=bench.number(
            at_large.shape.summer_over_winter, at_large.place.at("summer_over_winter")
        ),
        at_large=_at_large(at_large, bench),
        people=_people(people, bench),
        figures=_figures(figures, bench),
        repeats=_repeats(figures, bench),
    )


def _links(file: Placed[LinksFile], bench: Workbench) -> dict[str, Link]:
    found: dict[str, Link] = {}
    for index, shape in enumerate(file.shape.links):
        at = file.place.at("links", index)
        bench.once(shape.fact, found, "fact", at)
        if shape.cause:
            bench.known(shape.cause, bench.ids.causes, "cause", at.at("cause"))
        stages = {
            name: bench.chance(number, at.at("stages", name)) for name, number in (shape.stages or {}).items()
        }
        any_, often = _inside(shape.any, at.at("any"), bench), _inside(shape.often, at.at("often"), bench)
        found[shape.fact] = Link(shape.fact, any_, often, shape.cause, stages or None)
    return found


def _inside(shape: NumberShape, place: Place, bench: Workbench) -> Number:
    """A chance that is neither 0 nor 1, nor may be."""
    number = bench.chance(shape, place)
    if number.low <= 0 or number.high >= 1:
        bench.fault(place, "a link and its range lie between 0 and 1, both left out")
    return number


def _at_large(file: Placed[AtLargeFile], bench: Workbench) -> dict[str, AtLarge]:
    found: dict[str, AtLarge] = {}
    for index, shape in enumerate(file.shape.causes):
        at = file.place.at("causes", index)
        bench.once(shape.cause, found, "cause", at)
        bench.known(shape.cause, bench.ids.causes, "cause", at.at("cause"))
        share = {age: _inside(number, at.at("share"), bench) for age, number in sorted(shape.share.items())}
        link = None if shape.any is None else _inside(shape.any, at.at("any"), bench)
        severe = None
        if shape.severe is not None:
            parts = (("part", shape.severe.part), ("any", shape.severe.any))
            part, worst = (_inside(number, at.at("severe", name), bench) for name, number in parts)
            severe = part, worst
        often = None if shape.often is None else _inside(shape.often, at.at("often"), bench)
        found[shape.cause] = AtLarge(shape.cause, share, link, often, severe)
    return found


def _people(file: Placed[PeopleFile], bench: Workbench) -> PeopleAtLarge:
    shape = file.shape
    bench.read_source(shape.source, file.place.at("source"))
    ages: dict[str, tuple[float, ...]] = {sex: tuple(shares) for sex, shares in shape.ages.items()}
    if set(ages) != {"female", "male"} or len({len(shares) for shares in ages.values()}) != 1:
        bench.fault(file.place.at("ages"), "needs as many shares of women as of men")
    first = len(shape.chain[0].weights)
    for index, link in enumerate(shape.chain):
        if len(link.weights) != first + index:
            bench.fault(file.place.at("chain", index), f"needs {first + index} weights")
    chain = tuple(ChainLink(link.fact, link.people, tuple(link.weights)) for link in shape.chain)
    return PeopleAtLarge(shape.source, shape.people, ages, chain)


def _figures(file: Placed[FiguresFile], bench: Workbench) -> tuple[PublishedFigure, ...]:
    found: dict[str, PublishedFigure] = {}
    for index, row in enumerate(file.shape.rows):
        at = file.place.at("rows", index)
        bench.once(row.id, found, "row", at)
        found[row.id] = PublishedFigure(
            id=row.id,
            says=row.says,
            number=bench.number(row.figure, at.at("figure")),
            scale=row.scale,
            people=row.people,
            elsewhere=row.elsewhere,
            loaded=row.loaded,
            measure=None if row.measure is None else _measure(row.measure, at.at("measure"), bench),
            not_expressible=row.not_expressible,
            other_population=row.other_population,
        )
    return tuple(found.values())


def _measure(shape: MeasureShape, place: Place, bench: Workbench) -> Measure:
    condition = None
    if shape.condition is not None:
        condition = build_test(shape.condition, place.at("condition"), bench)
    for index, cause in enumerate(shape.causes):
        bench.known(cause, bench.ids.causes, "cause", place.at("causes", index))
    return Measure(
        shape.kind, shape.what, shape.by, shape.against, tuple(shape.among), condition,
        tuple(shape.causes), shape.adjusted, shape.sessions,
    )  # fmt: skip


def _repeats(file: Placed[FiguresFile], bench: Workbench) -> tuple[Repeats, ...]:
    result = []
    for index, shape in enumerate(file.shape.repeats):
        at = file.place.at("repeats", index)
        values = tuple(bench.number(n, at.at("values", i)) for i, n in enumerate(shape.values))
        result.append(Repeats(shape.of, shape.scale, values))
    return tuple(result)
