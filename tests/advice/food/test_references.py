"""Reference intakes against published values, and the range when a stage of life is not known."""

from __future__ import annotations

import pytest

from charley.advice.food.references import references_for, stages_of
from charley.history import History
from charley.records.foods import Foods

PUBLISHED = [
    # National Academies 2019, appendix J table 3, and the table of vitamins (1998, 2011)
    ("magnesium", 70, "female", 320), ("magnesium", 70, "male", 420), ("magnesium", 25, "male", 400),
    ("magnesium", 25, "female", 310), ("magnesium", 16, "female", 360), ("magnesium", 10, "male", 240),
    ("magnesium", 5, "female", 130), ("magnesium", 2, "male", 80),
    ("calcium", 70, "female", 1200), ("calcium", 70, "male", 1000), ("calcium", 71, "male", 1200),
    ("calcium", 40, "female", 1000), ("calcium", 12, "female", 1300), ("calcium", 6, "male", 1000),
    ("potassium", 40, "male", 3400), ("potassium", 40, "female", 2600), ("potassium", 5, "male", 2300),
    ("sodium", 40, "male", 1500), ("sodium", 12, "male", 1200), ("sodium", 6, "female", 1000),
    ("vitamin_d", 70, "female", 15), ("vitamin_d", 71, "female", 20), ("vitamin_d", 0.5, "male", 10),
    ("vitamin_b6", 50, "male", 1.3), ("vitamin_b6", 51, "male", 1.7), ("vitamin_b6", 51, "female", 1.5),
    ("water", 30, "male", 3700), ("water", 30, "female", 2700),
]  # fmt: skip


@pytest.mark.parametrize(("nutrient", "age", "sex", "value"), PUBLISHED)
def test_the_reference_is_the_published_one(
    foods: Foods, nutrient: str, age: float, sex: str, value: float
) -> None:
    history = History(age=age, sex=sex, answers={"pregnant": "no"})
    assert [r.value for r in references_for(nutrient, history, foods)] == [value]


@pytest.mark.parametrize(
    ("nutrient", "value"),
    [("magnesium", 350), ("calcium", 1000), ("potassium", 2900), ("vitamin_b6", 1.9), ("water", 3000)],
)
@pytest.mark.parametrize("weeks", [8.0, 20.0, 36.0])
def test_pregnancy_has_its_own_in_every_trimester(
    foods: Foods, nutrient: str, value: float, weeks: float
) -> None:
    answers = {"pregnant": "pregnant now", "weeks_pregnant": weeks}
    history = History(age=28, sex="female", answers=answers)
    assert [r.value for r in references_for(nutrient, history, foods)] == [value]


def test_breastfeeding_has_its_own(foods: Foods) -> None:
    history = History(age=28, sex="female", answers={"pregnant": "had a baby in the last 6 weeks"})
    assert [r.value for r in references_for("potassium", history, foods, True)] == [2800]
    assert sorted(r.value for r in references_for("potassium", history, foods, None)) == [2600, 2800]


def test_what_is_not_known_gives_a_range_and_no_age_gives_none(foods: Foods) -> None:
    assert references_for("magnesium", History(sex="male"), foods) == ()
    assert stages_of(History(age=30)) == {"male", "female", "pregnancy", "lactation"}
    assert {r.value for r in references_for("magnesium", History(age=70), foods)} == {320, 420}


def test_each_stage_has_one_reference_at_each_age(foods: Foods) -> None:
    for nutrient in ("magnesium", "calcium", "potassium", "sodium", "vitamin_d", "vitamin_b6", "water"):
        for stage, ages in (("male", range(9, 110)), ("female", range(9, 110)), ("pregnancy", range(14, 51))):
            rows = [r for r in foods.references if (r.nutrient, r.stage) == (nutrient, stage)]
            for age in ages:
                held = [r for r in rows if r.from_age <= age and (r.below_age is None or age < r.below_age)]
                assert len(held) == 1, (nutrient, stage, age)


def test_the_upper_level_of_magnesium_is_for_supplements_only(foods: Foods) -> None:
    for reference in foods.references:
        scope = "supplements" if reference.nutrient == "magnesium" else "total"
        assert reference.upper is None or reference.upper_scope == scope


@pytest.mark.parametrize(
    ("nutrient", "upper", "eu"),
    [("magnesium", 350, 250), ("calcium", 2000, 2500), ("vitamin_d", 100, 100), ("vitamin_b6", 100, 12)],
)
def test_upper_levels_of_a_woman_of_60(foods: Foods, nutrient: str, upper: float, eu: float) -> None:
    (reference,) = references_for(nutrient, History(age=60, sex="female"), foods)
    assert (reference.upper, reference.eu_upper) == (upper, eu)


def test_nobody_set_an_upper_level_of_potassium_or_sodium(foods: Foods) -> None:
    held = [r for r in foods.references if r.nutrient in ("potassium", "sodium")]
    assert {r.upper for r in held} == {None}
    assert {r.reduce_above for r in held if r.nutrient == "sodium" and r.from_age >= 14} == {2300}
