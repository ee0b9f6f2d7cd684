"""Totals of a day: what was measured is summed, what was not is named, and missing is never zero."""

from __future__ import annotations

from collections.abc import Iterator

from charley.advice.food.references import references_for
from charley.advice.food.request import FoodRequest
from charley.advice.food.values import Ceiling, Intake, NutrientTotal, Status
from charley.records.foods import Foods, Nutrient, Reference
from charley.wording import rounded_text

SUPPLEMENTS = "from tablets, not from food"


def totals_of(request: FoodRequest, foods: Foods) -> tuple[NutrientTotal, ...]:
    """One total for each nutrient, in the order of the library."""
    return tuple(_total(nutrient, request, foods) for nutrient in foods.nutrients.values())


def _total(nutrient: Nutrient, request: FoodRequest, foods: Foods) -> NutrientTotal:
    intake = request.intake
    from_food, missing = _from_food(nutrient.id, intake)
    from_tablets = sum(t.amount for t in intake.tablets if t.nutrient == nutrient.id)
    references = references_for(nutrient.id, request.history, foods, request.breastfeeding)
    known = from_food + from_tablets
    status = _status(known, bool(missing), references)
    least = min((r.value for r in references), default=0.0)
    return NutrientTotal(
        nutrient.id, nutrient.name, nutrient.unit, from_food, from_tablets, missing, references, status,
        gap=max(0.0, least - known) if nutrient.close_gap else 0.0,
        ceilings=tuple(_ceilings(nutrient, references, from_food, from_tablets, bool(missing))),
    )  # fmt: skip


def _from_food(nutrient: str, intake: Intake) -> tuple[float, tuple[str, ...]]:
    """What was measured, and the names of what was not."""
    brought = [(one.food.name, one.food.brings(nutrient, one.grams)) for one in intake.eaten]
    missing = [name for name, amount in brought if amount is None] + [n.told for n in intake.not_counted]
    return sum(amount for _, amount in brought if amount is not None), tuple(dict.fromkeys(missing))


def _status(known: float, at_least: bool, references: tuple[Reference, ...]) -> Status:
    if not references:
        return "no reference"
    if known >= max(r.value for r in references):
        return "enough"
    if at_least:
        return "may be below"
    return "depends" if known >= min(r.value for r in references) else "below"


def _ceilings(
    nutrient: Nutrient, references: tuple[Reference, ...], food: float, tablets: float, at_least: bool
) -> Iterator[Ceiling]:
    """The levels from above, the strictest of those that may hold."""
    scope = references[0].upper_scope if references else "total"
    amount = tablets if scope == "supplements" else food + tablets
    open_ = at_least and scope == "total"
    for body, levels in (
        ("US", [r.upper for r in references if r.upper is not None]),
        ("EU", [r.eu_upper for r in references if r.eu_upper is not None]),
        ("sodium", [r.reduce_above for r in references if r.reduce_above is not None]),
    ):
        if levels:
            level = min(levels)
            passed = True if amount > level else None if open_ else False
            says = _says(nutrient, body, scope, level, amount, passed)
            yield Ceiling(body, scope, level, amount, passed, says)  # type: ignore[arg-type]


def _says(nutrient: Nutrient, body: str, scope: str, level: float, amount: float, passed: bool | None) -> str:
    limit = f"{rounded_text(level)} {nutrient.unit}"
    if not passed:
        return ""
    have = f"{rounded_text(round(amount, 1))} {nutrient.unit}"
    if body == "sodium":
        return (
            f"You listed {have} of sodium. Above {limit} a day, less is better for the heart."
            f" That is {rounded_text(round(level / 388, 1))} g of salt."
        )
    whose = "the level set in Europe" if body == "EU" else "the level set in the US"
    where = SUPPLEMENTS if scope == "supplements" else "from food and tablets together"
    return (
        f"You listed {have} of {nutrient.name} {where}. That is above {whose}: {limit} a day."
        " Do not add more, and ask your pharmacist or doctor about it soon."
    )
