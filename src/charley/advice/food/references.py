"""Which reference intakes hold for a person: all that may, when age is known and more is not."""

from __future__ import annotations

from charley.history import History
from charley.people import pregnancy_states
from charley.records.foods import Foods, Reference, Stage

FIRST_BY_SEX = 9.0
"""From this age on the references differ between the sexes."""


def references_for(
    nutrient: str, history: History, foods: Foods, breastfeeding: bool | None = None
) -> tuple[Reference, ...]:
    """Every reference of a nutrient that may hold for the person; none when the age is not known.

    Two or more come back when sex, pregnancy or breastfeeding is not known: then only their range is known.
    """
    if history.age is None:
        return ()
    stages = stages_of(history, breastfeeding)
    return tuple(
        r
        for r in foods.references
        if r.nutrient == nutrient and r.stage in stages and _of_age(r, history.age)
    )


def stages_of(history: History, breastfeeding: bool | None = None) -> frozenset[Stage]:
    """The stages of life that are possible."""
    if history.age is None:
        return frozenset()
    if history.age < FIRST_BY_SEX:
        return frozenset({"infant", "child"})
    stages: set[Stage] = set()
    if history.sex != "female" and history.answer("pregnant") != "pregnant now":
        stages.add("male")
    if history.sex != "male":
        stages |= _stages_of_a_woman(history, breastfeeding)
    return frozenset(stages)


def _stages_of_a_woman(history: History, breastfeeding: bool | None) -> set[Stage]:
    states = pregnancy_states(history)
    stages: set[Stage] = set()
    if "pregnant" in states and breastfeeding is not True:
        stages.add("pregnancy")
    if states == {"pregnant"}:
        return {"pregnancy"}
    if breastfeeding is True or ("recent_birth" in states and breastfeeding is None):
        stages.add("lactation")
    if breastfeeding is not True:
        stages.add("female")
    return stages


def _of_age(reference: Reference, age: float) -> bool:
    return reference.from_age <= age and (reference.below_age is None or age < reference.below_age)
