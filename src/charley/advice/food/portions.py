"""From an entry to grams of a food: household portions, kitchen measures and weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from charley.advice.food.amounts import SIZES, Told, parts_of, read_told
from charley.advice.food.names import FoundFood, Names, names_of
from charley.advice.food.values import Eaten, NotCounted
from charley.errors import Fault
from charley.records.foods import Food, Foods, Measure, Portion
from charley.wording import rounded_text

CUP_ML = 240.0
SPOONS = {"tablespoon": 16.0, "teaspoon": 48.0}
"""How many make a cup."""
VAGUE = frozenset({"handful", "tablespoon", "teaspoon", "cup", "pinch", "splash", "knob", "helping", "bag"})
"""Portions that a bare count does not mean: "3 almonds" are not three handfuls."""
USUAL = frozenset({"portion", "serving", "plate", "plateful", "order"})
"""Words for the usual portion, whatever it is."""
DASHES = frozenset({"splash", "knob"})
"""What a food comes in when it is added to another."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Grams of a food and how they were found."""

    grams: float
    how: str
    guess: bool = False


class Scales:
    """Reads entries and weighs them."""

    def __init__(self, foods: Foods) -> None:
        self.foods = foods
        self.names: Names = names_of(foods)
        self.measures: Mapping[str, Measure] = {
            name: measure for measure in foods.measures for name in (measure.name, *measure.also)
        }
        self.portion_names = {p.name for food in foods.foods.values() for p in food.portions}

    def read(self, entry: str, where: str) -> Iterator[Eaten | NotCounted]:
        """One entry, or the parts of it when it joins several foods ("bread and butter")."""
        whole = self._find(read_told(entry), sure=True)
        parts = [entry] if whole else parts_of(entry)
        if len(parts) > 1 and any(self._find(read_told(part), sure=False) for part in parts):
            yield self._one(parts[0], where)
            for part in parts[1:]:
                yield self._one(part, where, added=True)
        else:
            yield self._one(entry, where)

    def _one(self, entry: str, where: str, added: bool = False) -> Eaten | NotCounted:
        """One food. When `added` to another ("tea with milk") and no amount was told: a splash or a knob."""
        told = read_told(entry)
        found = self._find(told, sure=True) or self._find(told, sure=False)
        if found is None:
            name = " ".join(_without_units(told.words, self)) or entry
            return NotCounted(where, entry, "we do not know this food", self.names.nearest(name, 3))
        unit, hit = found
        if added and not unit and told.number is None:
            unit = next((p.name for p in hit.food.portions if p.name in DASHES), "")
        return self.weigh(where, entry, hit, told, unit)

    def _find(self, told: Told, sure: bool) -> tuple[str, FoundFood] | None:
        """Unit and food: the whole of the words first, then with words of measure taken off."""
        look = self.names.exact if sure else self.names.find
        for unit, words in self._readings(told.words):
            if words and (hit := look(" ".join(words))):
                return unit, hit
        return None

    def _readings(self, words: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
        yield "", words
        for count in (1, 2):
            unit = self.unit(words[:count])
            if unit:
                yield unit, tuple(w for w in words[count:] if w != "of")
        if words[:1] and words[0] in SIZES:
            yield words[0], words[1:]

    def unit(self, words: tuple[str, ...]) -> str:
        """The measure or portion that words name, size words left out; empty when none."""
        kept = tuple(word for word in words if word not in SIZES)
        if len(kept) != 1:
            return ""
        for form in (kept[0], kept[0].removesuffix("es"), kept[0].removesuffix("s")):
            if form in self.measures:
                return self.measures[form].name
            if form in self.portion_names:
                return form
            if form in USUAL:
                return "portion"
        return ""

    def weigh(self, where: str, entry: str, hit: FoundFood, told: Told, unit: str) -> Eaten | NotCounted:
        """The grams of a food found, or why they cannot be told."""
        number = 1.0 if told.number is None else told.number
        weighed = self.grams(hit.food, number, unit, counted=told.number is not None)
        if weighed is None:
            choices = ", ".join(p.name for p in hit.food.portions)
            why = f"how much {hit.food.name} is not clear: give grams, or one of: {choices}"
            return NotCounted(where, entry, why)
        guess = hit.guess or weighed.guess or told.range
        return Eaten(where, entry, hit.food, weighed.grams, weighed.how, guess)

    def grams(self, food: Food, number: float, unit: str, counted: bool = True) -> Weighed | None:
        """Grams of `number` units; an empty unit means the usual portion, or pieces when counted."""
        if not unit:
            return self._usual(food, number, counted)
        if portion := _portion(food, unit):
            return _portioned(portion, number)
        if unit == "portion":
            return _portioned(food.portions[0], number, guess=True)
        measure = self.measures.get(unit)
        if measure is not None and measure.grams is not None:
            return Weighed(number * measure.grams, f"{rounded_text(number)} {measure.name}")
        if unit in SIZES:
            return self._usual(food, number, counted, guess=True)
        return self._poured(food, number, unit, measure)

    def _usual(self, food: Food, number: float, counted: bool, guess: bool = False) -> Weighed | None:
        pieces = [p for p in food.portions if p.name not in VAGUE]
        own = [p for p in pieces if p.name in food.name or p.name in food.id]
        if counted and number != 1 and not self.foods.groups[food.group].liquid:
            choice = own or pieces
        else:
            choice = list(food.portions)
        return _portioned(choice[0], number, guess or not counted or choice[0].judged) if choice else None

    def _poured(self, food: Food, number: float, unit: str, measure: Measure | None) -> Weighed | None:
        if measure is None or measure.ml is None:
            return None
        group = self.foods.groups[food.group]
        per_ml = group.grams_per_ml if group.liquid else _grams_per_ml(food)
        if per_ml is None:
            return None
        return Weighed(
            number * measure.ml * per_ml, f"{rounded_text(number)} {measure.name}", guess=unit != "ml"
        )

    def too_much(self, eaten: Eaten) -> Fault | None:
        """A fault when nobody eats so much of this food in a day."""
        most = self.foods.groups[eaten.food.group].most_grams
        if eaten.grams <= most:
            return None
        problem = f"{rounded_text(eaten.grams)} g of {eaten.food.name} in a day is too much to be right"
        slip = eaten.grams / 1000  # grams written for milligrams, or kilograms for grams
        mend = f"Did you mean {rounded_text(slip)} g?" if 1 <= slip <= most else ""
        return Fault(eaten.where, problem, mend or f"Give at most {rounded_text(most)} g.")


def _portioned(portion: Portion, number: float, guess: bool = False) -> Weighed:
    how = f"{rounded_text(number)} x {portion.name} of {rounded_text(portion.grams)} g"
    return Weighed(number * portion.grams, how, guess or portion.judged)


def _portion(food: Food, name: str) -> Portion | None:
    wanted = {"tin": "can", "can": "tin"}.get(name, name)
    return next((p for p in food.portions if p.name == name), None) or next(
        (p for p in food.portions if p.name == wanted), None
    )


def _grams_per_ml(food: Food) -> float | None:
    """From the food's own cup or spoon."""
    if cup := _portion(food, "cup"):
        return cup.grams / CUP_ML
    for name, to_cup in SPOONS.items():
        if spoon := _portion(food, name):
            return spoon.grams * to_cup / CUP_ML
    return None


def _without_units(words: tuple[str, ...], scales: Scales) -> tuple[str, ...]:
    return words[1:] if len(words) > 1 and scales.unit(words[:1]) else words
