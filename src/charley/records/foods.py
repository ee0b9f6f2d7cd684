"""Foods: what is in them, how much is held to be enough, and the limits of a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from charley.records.conditions import Condition
from charley.records.numbers import Number

Stage = Literal["infant", "child", "male", "female", "pregnancy", "lactation"]
Scope = Literal["supplements", "total"]
WhenUnknown = Literal["hold", "say", "ignore"]


@dataclass(frozen=True, slots=True)
class Nutrient:
    """One nutrient that is counted, in its unit a day.

    `close_gap` is false for what is only told (water) or kept low (sodium, energy). `tablets` is what to
    say of it as a supplement. `iu_per_unit` is set where labels count in international units.
    """

    id: str
    name: str
    unit: str
    close_gap: bool
    also: tuple[str, ...] = ()
    iu_per_unit: float | None = None
    tablets: str = ""
    tablets_sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoodGroup:
    """A kind of food. More than `most_grams` of one food a day is taken for a slip of the pen."""

    id: str
    name: str
    most_grams: float
    liquid: bool = False
    grams_per_ml: float = 1.0


@dataclass(frozen=True, slots=True)
class Diet:
    """What a person does not eat, and the tags that this bars."""

    id: str
    name: str
    also: tuple[str, ...]
    bars: frozenset[str]


@dataclass(frozen=True, slots=True)
class Measure:
    """A kitchen measure or a unit of weight: either millilitres or grams."""

    name: str
    also: tuple[str, ...]
    ml: float | None
    grams: float | None


@dataclass(frozen=True, slots=True)
class Portion:
    """A household portion of one food. `judged`: a common size, not one of the food table."""

    name: str
    grams: float
    judged: bool = False


@dataclass(frozen=True, slots=True)
class Helping:
    """How a food is suggested: words, grams, and the most helpings a day."""

    says: str
    grams: float
    most: int


@dataclass(frozen=True, slots=True)
class Food:
    """One food. `per_100g` maps nutrient id to amount; a nutrient that is not in it was not measured.

    `loosely` are names that may mean this food: reading one is a guess and is shown as one.
    """

    id: str
    name: str
    group: str
    per_100g: Mapping[str, float]
    portions: tuple[Portion, ...]
    source: str
    where: str
    also: tuple[str, ...] = ()
    loosely: tuple[str, ...] = ()
    tags: frozenset[str] = frozenset()
    helping: Helping | None = None
    fdc_id: str = ""

    def brings(self, nutrient: str, grams: float) -> float | None:
        """The amount of a nutrient in so many grams, in its unit; None when it was not measured."""
        amount = self.per_100g.get(nutrient)
        return None if amount is None else amount * grams / 100


@dataclass(frozen=True, slots=True)
class Reference:
    """How much of a nutrient a day is held to be enough for one stage of life, and levels above it.

    `upper` holds for what `upper_scope` says: for magnesium only supplements and medicines, never food.
    `reduce_above` is the level above which less is better (sodium). None: nobody set one.
    """

    nutrient: str
    stage: Stage
    from_age: float
    below_age: float | None
    kind: Literal["RDA", "AI"]
    value: float
    upper: float | None = None
    upper_scope: Scope = "total"
    reduce_above: float | None = None
    eu_upper: float | None = None
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class FoodLimit:
    """What a person's illness, medicine or state means for the suggestions.

    `when` is judged in three values, for the group `applies_to`; None: only the group counts.
    `also_when` counts only when it is a clear yes. `withholds`: no food is suggested at all.
    `tell_eaten`: foods of these tags are named when they were eaten.
    """

    id: str
    name: str
    says: str
    when: Condition | None = None
    also_when: Condition | None = None
    applies_to: str = "everyone"
    when_unknown: WhenUnknown = "ignore"
    withholds: bool = False
    bars: frozenset[str] = frozenset()
    hold_bars: frozenset[str] = frozenset()
    not_raise: frozenset[str] = frozenset()
    most_added: Mapping[str, Number] | None = None
    tell_eaten: frozenset[str] = frozenset()
    first_check: str = ""
    for_clinicians: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoodQuestion:
    """One question about a usual week; one helping stands for these grams of foods."""

    id: str
    text: str
    one: str
    stands_for: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class FolkHarm:
    """What to say when a food of this tag was eaten."""

    tag: str
    says: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Planner:
    """The weights of the objective, its bounds, and the words that stand around the answer."""

    cost_of_gap: Number
    cost_of_food: Number
    cost_of_helping: Number
    cost_of_energy: Number
    worth_of_liking: Number
    most_foods: Number
    most_energy: Number
    most_energy_child: Number
    salt_when_full: Number
    share_when_full: Number
    worth_telling: Number
    headline: str
    headline_sources: tuple[str, ...]
    about_counting: str
    about_missing: str
    about_supplements: str
    about_allergy: str
    no_reference: str
    too_young: str
    enough: str
    folk_harm: tuple[FolkHarm, ...]


@dataclass(frozen=True, slots=True)
class Foods:
    """The shelf: everything that the food planner knows."""

    nutrients: Mapping[str, Nutrient]
    groups: Mapping[str, FoodGroup]
    tags: Mapping[str, str]
    diets: Mapping[str, Diet]
    measures: tuple[Measure, ...]
    foods: Mapping[str, Food]
    references: tuple[Reference, ...]
    limits: tuple[FoodLimit, ...]
    questions: Mapping[str, FoodQuestion]
    planner: Planner
