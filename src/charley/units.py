"""Units of laboratory values: spelling, and conversion by each analyte's own table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conversion:
    """canonical value = `factor` * value + `offset`."""

    factor: float
    offset: float = 0.0

    def __call__(self, value: float) -> float:
        return self.factor * value + self.offset

    def inverse(self, canonical: float) -> float:
        """The value in this unit of a canonical value."""
        return (canonical - self.offset) / self.factor


def unit_key(unit: str) -> str:
    """One spelling for a unit: case, spaces, the three micro signs and ^ are forgiven.

    >>> unit_key(" µMol / L ") == unit_key("umol/l")
    True
    """
    text = "".join(unit.lower().split()).replace("µ", "u").replace("μ", "u")
    text = text.replace("mcg", "ug").replace("^", "").replace("×", "x").replace("*", "x")
    return text.replace("litre", "l").replace("liter", "l").rstrip(".")


def find_unit(units: Mapping[str, Conversion], unit: str) -> str | None:
    """The table's own spelling of a unit, or None when the unit is not in the table."""
    wanted = unit_key(unit)
    return next((name for name in units if unit_key(name) == wanted), None)


def find_conversion(units: Mapping[str, Conversion], unit: str) -> Conversion | None:
    """The conversion of a unit under any of its spellings, or None when the unit is not in the table."""
    name = find_unit(units, unit)
    return None if name is None else units[name]
