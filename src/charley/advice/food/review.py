"""The one function of the food planner: a request becomes a review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from charley.advice.food.bounds import bounds_of
from charley.advice.food.menu import Problem, choose
from charley.advice.food.references import FIRST_BY_SEX
from charley.advice.food.request import FoodRequest
from charley.advice.food.totals import totals_of
from charley.advice.food.values import Bounds, FoodReview, Note, NutrientTotal, Suggestion
from charley.records.foods import Food, Foods, Nutrient
from charley.records.library import Library

YOUNGEST = 4.0
"""Under this age no food is suggested."""


def review_food(request: FoodRequest, library: Library, foods: Foods) -> FoodReview:
    """Totals against references, the limits that hold, and a few foods that close gaps within them."""
    bounds = bounds_of(request, library, foods)
    totals = tuple(_within(total, bounds) for total in totals_of(request, foods))
    suggestions, why_none = _suggest(request, totals, bounds, foods)
    warnings = tuple(_warnings(request, totals, bounds, foods))
    notes = tuple(_notes(request, totals, foods))
    return FoodReview(
        headline=foods.planner.headline,
        intake=request.intake,
        totals=totals,
        limits=bounds.found,
        suggestions=suggestions,
        still_open=_still_open(totals, suggestions),
        why_none=why_none,
        warnings=warnings,
        notes=notes,
        sources=_sources(request, totals, bounds, suggestions, warnings + notes, foods),
        library_version=library.version,
        library_fingerprint=library.fingerprint,
    )


def _within(total: NutrientTotal, bounds: Bounds) -> NutrientTotal:
    """The total, with no goal where the person's limits allow none."""
    if (bounds.withheld or total.id in bounds.not_raise) and total.references:
        return replace(total, status="ask first", gap=0.0)
    return total


def problem_of(
    request: FoodRequest, totals: Iterable[NutrientTotal], bounds: Bounds, foods: Foods
) -> Problem:
    """What may be chosen and what it should close."""
    totals, age = tuple(totals), request.history.age
    worth = foods.planner.worth_telling.value
    gaps = {
        t.id: (t.gap, t.low)
        for t in totals
        if t.low and t.gap > worth * t.low and t.id not in bounds.not_raise
    }
    caps = _caps(totals, bounds, foods)
    if age is not None and age < FIRST_BY_SEX:
        caps["energy"] = foods.planner.most_energy_child.value
    may = tuple(f for f in foods.foods.values() if _may(f, request, bounds, caps))
    return Problem(may, gaps, caps, request.likes, foods.planner)


def _suggest(
    request: FoodRequest, totals: tuple[NutrientTotal, ...], bounds: Bounds, foods: Foods
) -> tuple[tuple[Suggestion, ...], str]:
    """The suggestions, or why there are none."""
    if bounds.withheld:
        return (), next(found.says for found in bounds.found if found.state == "applies")
    if request.history.age is None or not any(t.references for t in totals):
        return (), foods.planner.no_reference
    if request.history.age < YOUNGEST:
        return (), foods.planner.too_young
    plan = choose(problem_of(request, totals, bounds, foods))
    suggestions = tuple(_suggestion(foods.foods[id_], helpings, foods) for id_, helpings in plan)
    return suggestions, "" if suggestions else foods.planner.enough


def _caps(totals: tuple[NutrientTotal, ...], bounds: Bounds, foods: Foods) -> dict[str, float]:
    """The most that may be added of each nutrient: energy, salt, upper levels, and the limits' own."""
    caps = {"energy": foods.planner.most_energy.value}
    for total in totals:
        levels = [c.level for c in total.ceilings if c.scope == "total"]
        if levels:
            spare = foods.planner.share_when_full.value * (total.low or 0.0)
            caps[total.id] = max(spare, min(levels) - total.known)
    if "sodium" in caps:
        caps["sodium"] = max(_salt_left(totals), foods.planner.salt_when_full.value)
    for nutrient, most in (bounds.most_added or {}).items():
        caps[nutrient] = min(most, caps.get(nutrient, most))
    return caps


def _salt_left(totals: tuple[NutrientTotal, ...]) -> float:
    """Sodium that may still be added below the level from which less is better."""
    sodium = next(total for total in totals if total.id == "sodium")
    return min(c.level for c in sodium.ceilings) - sodium.known


def _may(food: Food, request: FoodRequest, bounds: Bounds, caps: dict[str, float]) -> bool:
    """Whether a food may be named: it has a helping, no limit bars it, and what is capped was measured."""
    if food.helping is None or food.id in request.dislikes or food.tags & bounds.bars:
        return False
    strict = (bounds.most_added or {}).keys() | {"energy", "sodium"}
    return all(nutrient in food.per_100g for nutrient in caps if nutrient in strict)


def _suggestion(food: Food, helpings: int, foods: Foods) -> Suggestion:
    assert food.helping is not None
    grams = food.helping.grams * helpings
    says = food.helping.says if helpings == 1 else f"{food.helping.says}, {_times(helpings)}"
    brings = {nutrient: food.brings(nutrient, grams) for nutrient in foods.nutrients}
    return Suggestion(food, helpings, says, grams, brings)


def _times(number: int) -> str:
    return {2: "twice in the day"}.get(number, f"{number} times in the day")


def _still_open(totals: tuple[NutrientTotal, ...], suggestions: tuple[Suggestion, ...]) -> dict[str, float]:
    left = {t.id: t.gap - sum(s.brings[t.id] or 0.0 for s in suggestions) for t in totals if t.gap > 0}
    return {nutrient: gap for nutrient, gap in left.items() if gap > 0}


def _warnings(
    request: FoodRequest, totals: tuple[NutrientTotal, ...], bounds: Bounds, foods: Foods
) -> Iterator[Note]:
    """What may do harm comes first: levels passed, potassium tablets, harmful folk advice."""
    for tablet in request.intake.tablets:
        if tablet.nutrient == "potassium":
            yield _potassium(foods.nutrients["potassium"])
    for total in totals:
        passed = [ceiling for ceiling in total.ceilings if ceiling.passed]
        if passed:  # the highest level passed says enough
            highest = max(passed, key=lambda ceiling: ceiling.level)
            yield Note(highest.says, tuple(dict.fromkeys(s for r in total.references for s in r.sources)))
    for limit in bounds.found:
        if limit.eaten:
            yield Note(f"You listed: {', '.join(limit.eaten)}. {limit.says}", limit.sources)
    eaten = {tag for one in request.intake.eaten for tag in one.food.tags}
    for harm in foods.planner.folk_harm:
        if harm.tag in eaten:
            yield Note(harm.says, harm.sources)


def _potassium(nutrient: Nutrient) -> Note:
    prescribed = (
        "If a doctor gave it to you, keep to what you agreed, and ask when your blood was last tested."
    )
    return Note(f"You take potassium. {nutrient.tablets} {prescribed}", nutrient.tablets_sources)


def _notes(request: FoodRequest, totals: tuple[NutrientTotal, ...], foods: Foods) -> Iterator[Note]:
    yield Note(foods.planner.about_counting)
    if any(total.at_least for total in totals):
        yield Note(foods.planner.about_missing)
    yield Note(foods.planner.about_allergy)
    yield Note(foods.planner.about_supplements)
    taken = dict.fromkeys(t.nutrient for t in request.intake.tablets if t.nutrient != "potassium")
    for id_ in taken:
        yield Note(foods.nutrients[id_].tablets, foods.nutrients[id_].tablets_sources)


def _sources(
    request: FoodRequest, totals: tuple[NutrientTotal, ...], bounds: Bounds,
    suggestions: tuple[Suggestion, ...], notes: tuple[Note, ...], foods: Foods,
) -> tuple[str, ...]:  # fmt: skip
    """Ids of every source behind a figure or a sentence, each once."""
    used = [*foods.planner.headline_sources, *(one.food.source for one in request.intake.eaten)]
    used += [s.food.source for s in suggestions]
    used += [source for total in totals for r in total.references for source in r.sources]
    used += [source for limit in bounds.found for source in limit.sources]
    used += [source for note in notes for source in note.sources]
    return tuple(dict.fromkeys(used))
