"""What the food planner answers with, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from charley.records.foods import Food, Reference

Status = Literal["enough", "below", "may be below", "depends", "ask first", "no reference"]
"""`depends`: enough for one of the stages of life that may be the person's, not for another.
`ask first`: a limit speaks against raising it, or the kidneys do, so no amount is held up as a goal."""


@dataclass(frozen=True, slots=True)
class Eaten:
    """One thing eaten, as it was read. `guess`: name or amount was not told exactly."""

    where: str
    told: str
    food: Food
    grams: float
    how: str
    guess: bool = False


@dataclass(frozen=True, slots=True)
class NotCounted:
    """Something told that could not be counted, why, and the nearest foods we know."""

    where: str
    told: str
    why: str
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tablet:
    """A supplement taken each day, in the unit of the nutrient."""

    where: str
    told: str
    nutrient: str
    amount: float


@dataclass(frozen=True, slots=True)
class Intake:
    """A day as it was read. `rough`: from a short list about a usual week."""

    eaten: tuple[Eaten, ...] = ()
    not_counted: tuple[NotCounted, ...] = ()
    tablets: tuple[Tablet, ...] = ()
    rough: bool = False


@dataclass(frozen=True, slots=True)
class Ceiling:
    """One level that should not be passed, and whether it was.

    `passed` None: unknown, as amounts are missing.
    """

    body: Literal["US", "EU", "sodium"]
    scope: Literal["supplements", "total"]
    level: float
    amount: float
    passed: bool | None
    says: str


@dataclass(frozen=True, slots=True)
class NutrientTotal:
    """One nutrient of the day. `known` is the sum of what was measured; with `missing` it is "at least".

    `missing` names foods without a value for it, and what was not counted. `low` and `high` are the least
    and greatest reference of the stages of life that may be the person's.
    """

    id: str
    name: str
    unit: str
    from_food: float
    from_tablets: float
    missing: tuple[str, ...]
    references: tuple[Reference, ...]
    status: Status
    gap: float
    ceilings: tuple[Ceiling, ...] = ()

    @property
    def known(self) -> float:
        return self.from_food + self.from_tablets

    @property
    def at_least(self) -> bool:
        """True when something is missing, so that the true total may be higher."""
        return bool(self.missing)

    @property
    def low(self) -> float | None:
        return min((r.value for r in self.references), default=None)

    @property
    def high(self) -> float | None:
        return max((r.value for r in self.references), default=None)


@dataclass(frozen=True, slots=True)
class LimitFound:
    """A limit that holds (`applies`), or must be checked first. `eaten`: what was eaten though barred."""

    id: str
    name: str
    state: Literal["applies", "check first"]
    says: str
    for_clinicians: str
    sources: tuple[str, ...]
    eaten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the limits come to together, for the choice of foods."""

    found: tuple[LimitFound, ...] = ()
    withheld: bool = False
    bars: frozenset[str] = frozenset()
    not_raise: frozenset[str] = frozenset()
    most_added: Mapping[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A food to add, in household portions.

    `brings` maps nutrient id to the amount it adds; None: not measured.
    """

    food: Food
    helpings: int
    says: str
    grams: float
    brings: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Note:
    """Something to say beside the figures, with its sources."""

    says: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoodReview:
    """The whole answer. `still_open` maps nutrient id to what the suggestions leave open, in its unit."""

    headline: str
    intake: Intake
    totals: tuple[NutrientTotal, ...]
    limits: tuple[LimitFound, ...]
    suggestions: tuple[Suggestion, ...]
    still_open: Mapping[str, float]
    why_none: str
    warnings: tuple[Note, ...]
    notes: tuple[Note, ...]
    sources: tuple[str, ...]
    library_version: str
    library_fingerprint: str
