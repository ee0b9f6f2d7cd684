"""The shape of the files of the food planner: each holds one or more of these lists."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from charley.library.shapes import ConditionShape, Flag, NumberShape, Shape, Text

Amounts = dict[Text, float]


class NutrientShape(Shape):
    id: Text
    name: Text
    unit: Literal["mg", "ug", "ml", "kcal"]
    close_gap: Flag
    also: list[Text] = Field(default_factory=list)
    iu_per_unit: float | None = Field(default=None, gt=0)
    tablets: str = ""
    tablets_sources: list[Text] = Field(default_factory=list)


class GroupShape(Shape):
    id: Text
    name: Text
    most_grams: float = Field(gt=0)
    liquid: Flag = False
    grams_per_ml: float = Field(default=1.0, gt=0)


class TagShape(Shape):
    id: Text
    says: Text


class DietShape(Shape):
    id: Text
    name: Text
    also: list[Text] = Field(default_factory=list)
    bars: list[Text] = Field(min_length=1)


class MeasureShape(Shape):
    name: Text
    also: list[Text] = Field(default_factory=list)
    ml: float | None = Field(default=None, gt=0)
    grams: float | None = Field(default=None, gt=0)

    @model_validator(mode="after")
    def _one_size(self) -> MeasureShape:
        if (self.ml is None) == (self.grams is None):
            raise ValueError("a measure has either ml or grams")
        return self


class PortionShape(Shape):
    name: Text
    grams: float = Field(gt=0)
    judged: Flag = False


class HelpingShape(Shape):
    says: Text
    grams: float = Field(gt=0)
    most: int = Field(ge=1, le=3)


class FoodShape(Shape):
    id: Text
    name: Text
    also: list[Text] = Field(default_factory=list)
    loosely: list[Text] = Field(default_factory=list)
    tags: list[Text] = Field(default_factory=list)
    portions: list[PortionShape] = Field(min_length=1)
    helping: HelpingShape | None = None
    per_100g: Amounts = Field(min_length=1)
    source: Text
    where: Text
    fdc_id: str = ""


class ReferenceSourceShape(Shape):
    nutrient: Text
    source: Text
    where: Text
    upper_source: str = ""
    upper_where: str = ""
    upper_scope: Literal["supplements", "total"] = "total"
    reduce_source: str = ""
    reduce_where: str = ""
    eu_source: str = ""
    eu_why: str = ""
    note: str = ""


class ReferenceShape(Shape):
    nutrient: Text
    stage: Literal["infant", "child", "male", "female", "pregnancy", "lactation"]
    from_age: float = Field(ge=0)
    below_age: float | None = Field(default=None, gt=0)
    kind: Literal["RDA", "AI"]
    value: float = Field(gt=0)
    upper: float | None = Field(default=None, gt=0)
    reduce_above: float | None = Field(default=None, gt=0)
    eu_upper: float | None = Field(default=None, gt=0)


class FoodLimitShape(Shape):
    id: Text
    name: Text
    always: Flag = False
    applies_to: str = "everyone"
    when: ConditionShape | None = None
    also_when: ConditionShape | None = None
    when_unknown: Literal["hold", "say", "ignore"] = "ignore"
    withholds: Flag = False
    tell_eaten: list[Text] = Field(default_factory=list)
    bars: list[Text] = Field(default_factory=list)
    hold_bars: list[Text] = Field(default_factory=list)
    not_raise: list[Text] = Field(default_factory=list)
    most_added: dict[Text, NumberShape] = Field(default_factory=dict)
    says: str
    first_check: str = ""
    for_clinicians: Text
    sources: list[Text] = Field(min_length=1)

    @model_validator(mode="after")
    def _can_hold(self) -> FoodLimitShape:
        if self.when is None and self.applies_to == "everyone" and not self.always:
            raise ValueError("a limit needs 'when', 'applies_to', or 'always: true'")
        if self.when_unknown != "ignore" and not self.first_check:
            raise ValueError("what counts while unknown needs 'first_check': what to find out")
        return self


class StandsForShape(Shape):
    food: Text
    grams: float = Field(gt=0)


class FoodQuestionShape(Shape):
    id: Text
    text: Text
    one: Text
    stands_for: list[StandsForShape] = Field(min_length=1)


class FolkHarmShape(Shape):
    tag: Text
    says: Text
    sources: list[Text] = Field(min_length=1)


class PlannerShape(Shape):
    cost_of_gap: NumberShape
    cost_of_food: NumberShape
    cost_of_helping: NumberShape
    cost_of_energy: NumberShape
    worth_of_liking: NumberShape
    most_foods: NumberShape
    most_energy: NumberShape
    most_energy_child: NumberShape
    salt_when_full: NumberShape
    share_when_full: NumberShape
    worth_telling: NumberShape
    headline: Text
    headline_sources: list[Text] = Field(min_length=1)
    about_counting: Text
    about_missing: Text
    about_supplements: Text
    about_allergy: Text
    no_reference: Text
    too_young: Text
    enough: Text
    folk_harm: list[FolkHarmShape] = Field(default_factory=list)


class FoodsFile(Shape):
    """One file of the shelf `foods`."""

    nutrients: list[NutrientShape] = Field(default_factory=list)
    groups: list[GroupShape] = Field(default_factory=list)
    tags: list[TagShape] = Field(default_factory=list)
    diets: list[DietShape] = Field(default_factory=list)
    measures_why: str = ""
    measures: list[MeasureShape] = Field(default_factory=list)
    group: str = ""
    foods: list[FoodShape] = Field(default_factory=list)
    reference_sources: list[ReferenceSourceShape] = Field(default_factory=list)
    references: list[ReferenceShape] = Field(default_factory=list)
    limits: list[FoodLimitShape] = Field(default_factory=list)
    questions_why: str = ""
    questions: list[FoodQuestionShape] = Field(default_factory=list)
    planner: PlannerShape | None = None
