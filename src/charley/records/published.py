"""What the literature says of night cramps in people at large, beside the survey."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from charley.records.conditions import OneFinding
from charley.records.numbers import Number

MeasureKind = Literal[
    "share",
    "odds_ratio",
    "without",
    "rate_ratio",
    "contrast",
    "link",
    "feature",
    "explained",
    "often_of_any",
    "given_cramps",
    "library_odds",
]
FigureScale = Literal["share", "ratio"]


@dataclass(frozen=True, slots=True)
class Link:
    """The chance that a fact of the survey, all alone, brings on cramps within a month: any; often.

    `cause` is the library's cause that the fact stands for, if any. `stages` are links of any cramps
    while the fact lasts, each stage as long as the others (the trimesters of a pregnancy).
    """

    fact: str
    any: Number
    often: Number
    cause: str = ""
    stages: Mapping[str, Number] | None = None


@dataclass(frozen=True, slots=True)
class AtLarge:
    """How common a cause is in adults at large, by age, and its link where a study gives one.

    `severe` is the part of those people who have it severely, and their link.
    """

    cause: str
    share: Mapping[float, Number]
    any: Number | None = None
    often: Number | None = None
    severe: tuple[Number, Number] | None = None


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One fact's chance as logistic coefficients: intercept, age above each knot, female, earlier facts."""

    fact: str
    people: int
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class PeopleAtLarge:
    """Shares of adults by sex and ten years of age from 20, and the chain of their facts."""

    source: str
    people: int
    ages: Mapping[str, tuple[float, ...]]
    chain: tuple[ChainLink, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """What is computed from drawn people to stand beside a figure.

    `what` is `any`, `often`, or a group of people; `by` the group compared with the rest or with
    `against`; `among` narrows the people; `condition` is a feature of the episode; `causes` narrows
    the episodes to those of some causes. `adjusted` compares people of the same sex and ten years of
    age. docs/population.md lists the groups.
    """

    kind: MeasureKind
    what: str = ""
    by: str = ""
    against: str = ""
    among: tuple[str, ...] = ()
    condition: OneFinding | None = None
    causes: tuple[str, ...] = ()
    adjusted: bool = False
    sessions: float = 1.0


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One published figure with what it is compared with, or why it cannot be.

    `number.low` and `number.high` are the published 95% interval; where none was given, `people` is the
    number of people it rests on. `elsewhere` is false when it was measured in the people of the survey.
    `loaded` says that the figure itself set a number of the model.
    """

    id: str
    says: str
    number: Number
    scale: FigureScale
    people: int
    elsewhere: bool
    loaded: bool
    measure: Measure | None
    not_expressible: str = ""
    other_population: bool = False


@dataclass(frozen=True, slots=True)
class Repeats:
    """One quantity measured in several places: how far apart such figures lie."""

    of: str
    scale: FigureScale
    values: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """The literature on cramps in people at large, and what is needed to draw such people."""

    links: Mapping[str, Link]
    often_part: Number
    summer_over_winter: Number
    at_large: Mapping[str, AtLarge]
    people: PeopleAtLarge
    figures: tuple[PublishedFigure, ...]
    repeats: tuple[Repeats, ...]
