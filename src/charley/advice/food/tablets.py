"""Supplements as people tell them: "magnesium 300 mg", "vitamin D 1000 IU", or an object."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from charley.advice.food.values import Tablet
from charley.errors import Fault
from charley.reading.about import is_number
from charley.reading.messages import nearest, short
from charley.reading.names import fold
from charley.records.foods import Foods, Nutrient
from charley.units import unit_key

_AMOUNT = re.compile(r"^(?P<name>.*\S)[\s:]+(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>[^\d\s]+)?\b.*$")
_JOINED = re.compile(r"^(?P<name>[a-z ]+?)(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>[^\d\s]+)$", re.IGNORECASE)
_LEADING = re.compile(r"^(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>[^\d\s]+)\s+(?:of\s+)?(?P<name>.+)$")
IN_UG = {"ug": 1.0, "mg": 1000.0, "g": 1_000_000.0}
"""Micrograms in one of each unit."""
INTERNATIONAL = ("iu", "ie", "units", "unit")
MOST = {"magnesium": 5000, "potassium": 10000, "calcium": 10000, "vitamin_d": 2000, "vitamin_b6": 1000}
"""More of it a day than any label names (in the nutrient's unit) is taken for a slip of the pen."""


def read_tablet(value: object, where: str, foods: Foods) -> Tablet | Fault:
    """One supplement a day, or what is wrong with it."""
    if isinstance(value, Mapping):
        return _from_object(value, where, foods)
    if not isinstance(value, str):
        return Fault(where, f"{short(value)} is no supplement", 'Give text like "magnesium 300 mg".')
    text = value.strip()
    match = _LEADING.match(text) or _AMOUNT.match(text) or _JOINED.match(text)
    if match is None:
        return Fault(
            where, f"{short(value)} has no amount", 'Give name and amount a day, like "magnesium 300 mg".'
        )
    number = float(match["number"].replace(",", "."))
    return _tablet(match["name"], number, match["unit"] or "", value, where, foods)


def _from_object(value: Mapping[str, Any], where: str, foods: Foods) -> Tablet | Fault:
    name, amount, unit = value.get("nutrient"), value.get("amount"), value.get("unit", "")
    if extra := value.keys() - {"nutrient", "amount", "unit"}:
        return Fault(where, f"unknown key {short(min(map(str, extra)))}", "Give nutrient, amount and unit.")
    if not isinstance(name, str) or not is_number(amount) or not isinstance(unit, str):
        return Fault(
            where,
            "needs nutrient, amount and unit",
            'Like {"nutrient": "magnesium", "amount": 300, "unit": "mg"}.',
        )
    return _tablet(name, float(amount), unit, f"{name} {amount:g} {unit}".strip(), where, foods)


def _tablet(name: str, number: float, unit: str, told: str, where: str, foods: Foods) -> Tablet | Fault:
    nutrient = _nutrient(name, foods)
    if nutrient is None:
        names = [n.name for n in foods.nutrients.values() if n.tablets]
        return Fault(where, f"{short(name.strip())} is no supplement we count", nearest(fold(name), names))
    factor = _factor(unit, nutrient)
    if factor is None:
        units = f"{nutrient.unit}, mg, ug or IU" if nutrient.iu_per_unit else f"{nutrient.unit} or g"
        return Fault(where, f"{short(unit)} is no unit of {nutrient.name}", f"Give {units}.")
    amount = number * factor
    if not 0 < amount <= MOST[nutrient.id]:
        problem = f"{amount:g} {nutrient.unit} of {nutrient.name} a day cannot be right"
        return Fault(where, problem, "Look at the label: how much of it, and in which unit?")
    return Tablet(where, told, nutrient.id, amount)


def _nutrient(name: str, foods: Foods) -> Nutrient | None:
    wanted = re.sub(r"\b(tablets?|supplements?|capsules?|pills?)\b", " ", fold(name)).split()
    for nutrient in foods.nutrients.values():
        names = {
            tuple(fold(n).split()) for n in (nutrient.name, nutrient.id.replace("_", " "), *nutrient.also)
        }
        if nutrient.tablets and tuple(wanted) in names:
            return nutrient
    return None


def _factor(unit: str, nutrient: Nutrient) -> float | None:
    """Times this, an amount in `unit` is one in the nutrient's own unit."""
    key = unit_key(unit)
    if not key:
        return None
    if key in INTERNATIONAL:
        return 1 / nutrient.iu_per_unit if nutrient.iu_per_unit else None
    key = {"mcg": "ug", "microgram": "ug", "micrograms": "ug", "milligrams": "mg", "milligram": "mg"}.get(
        key, key
    )
    return IN_UG[key] / IN_UG[nutrient.unit] if key in IN_UG else None
