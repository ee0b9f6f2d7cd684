"""Laboratory values: name, number and unit become a result in the analyte's own unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from charley.errors import Fault
from charley.history import Bound, LabResult
from charley.reading.messages import one_line, short
from charley.reading.names import Match, fold, index_of, look_up
from charley.records.catalogue import Analyte
from charley.records.library import Library
from charley.units import find_unit
from charley.wording import number_text, rounded_text

MOST_DIGITS = 40
PURE_NUMBER = "1"
"""The unit of a ratio, which nobody writes: an INR of 2.5 needs no unit."""

_NUMBER = re.compile(r"([<>]=?|≤|≥)?\s*(-?[0-9]+(?:[.,][0-9]+)?)")
_TWO_WAYS = re.compile(r"\D*[1-9][0-9]{0,2}([.,])[0-9]{3}")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_ASIDE = {
    "serum",
    "plasma",
    "blood",
    "venous",
    "fasting",
    "earlier",
    "previous",
    "latest",
    "recent",
    "repeat",
    "today",
    "initial",
    "admission",
    "random",
    "level",
    "levels",
    "s",
    "p",
    "ckd",
    "epi",
}
"""Words beside a test's name that change nothing here: what was drawn, when, by which formula."""


@dataclass(frozen=True, slots=True)
class Told:
    """One laboratory entry as told."""

    name: str
    value: int | float | str
    unit: str | None
    date: date | None = None


@lru_cache(maxsize=4)
def _index(fingerprint: str, names: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, str]:
    return index_of(names)


def analyte_index(library: Library) -> Mapping[str, str]:
    """Folded names -> analyte id."""
    analytes = library.analytes.values()
    names = tuple((a.id, (a.name, a.id.replace("_", " "), *a.also)) for a in analytes)
    return _index(library.fingerprint, names)


def find_analyte(told: str, library: Library) -> Match | None:
    """The analyte under a name or a LOINC code.

    Words in brackets are passed over only when they name the same thing again: calcium (Ca), but
    not calcium (ionised) and not sodium (urine).
    """
    for analyte in library.analytes.values():
        if told.strip() in analyte.loinc:
            return Match(analyte.id, told, guess=False)
    index = analyte_index(library)
    for name in (fold(told), _bare(told)):
        if name in index:
            return Match(index[name], name, guess=False)
    match = look_up(_bare(_BRACKETS.sub(" ", told)), index)
    asides = [_bare(aside) for aside in _BRACKETS.findall(told)]
    if match is None or not all(not aside or index.get(aside) == match.id for aside in asides):
        return None
    return match


def _bare(text: str) -> str:
    return " ".join(word for word in fold(text).split() if word not in _ASIDE)


def read_number(value: float | str) -> tuple[float, Bound] | None:
    """A number, or text such as "<0.62"; None when it is no number."""
    if not isinstance(value, str):
        return float(value), "exactly"
    match = _NUMBER.fullmatch(value.strip()) if len(value) <= MOST_DIGITS else None
    if match is None:
        return None
    sign, digits = match.groups()
    bound: Bound = "exactly"
    if sign:
        bound = "below" if sign[0] in "<≤" else "above"
    return float(digits.replace(",", ".")), bound


def ways_of(value: str) -> tuple[float, ...]:
    """What 12,500 or 12.500 can say, the lower first: 12.5 in one country, 12500 in another. Empty for every
    other number, and for a bound."""
    if value.strip()[:1].isdigit() and _TWO_WAYS.fullmatch(value.strip()):
        low = float(value.replace(",", "."))
        return low, 1000 * low
    return ()


def read_result(told: Told, analyte: Analyte, where: str) -> LabResult | Fault | None:
    """The result, a fault when unit or value is impossible, or None when the value is no number."""
    number = read_number(told.value)
    if number is None:
        return None
    value, bound = number
    unclear = _TWO_WAYS.fullmatch(told.value.strip()) if isinstance(told.value, str) else None
    if unclear and unclear[1] == ",":
        return _in_two_ways(str(told.value), where)
    told_unit = (told.unit or "").strip() or (PURE_NUMBER if PURE_NUMBER in analyte.units else "")
    if not told_unit:
        return Fault(f"{where}.unit", f"{analyte.name} has no unit", _without_unit(value, bound, analyte))
    unit = find_unit(analyte.units, told_unit)
    if unit is None:
        return Fault(f"{where}.unit", f"{short(told.unit)} is no unit of {analyte.name}", _units(analyte))
    canonical = analyte.units[unit](value)
    if unclear and all(_plausible(analyte.units[unit](v), bound, analyte) for v in (value, 1000 * value)):
        return _in_two_ways(str(told.value), where)
    if not _plausible(canonical, bound, analyte):
        return _impossible(value, unit, analyte, where)
    said = number_text(told.value) if isinstance(told.value, float) else told.value
    return LabResult(analyte.id, canonical, bound, one_line(f"{told.name} {said} {told.unit or ''}".strip()))


def _in_two_ways(value: str, where: str) -> Fault:
    number = value.strip().lstrip("<>=≤≥ ")
    sign = value.strip().removesuffix(number)
    small = number.replace(",", ".") if "," in number else f"{float(number):.2f}"
    ways = f"{sign}{number.replace(',', '').replace('.', '')} or {sign}{small.rstrip('0').rstrip('.')}"
    return Fault(f"{where}.value", f"{short(value)} can be read in two ways", f"Write {ways}.")


def only_unit(told: float | str, analyte: Analyte) -> str | None:
    """The unit that a value without one must have, of those that people leave out; None where it could be
    two. Potassium 4.2 can only be mmol/L, as nobody says mg/dL of it; magnesium 0.6 can be two, and potassium
    39 is rather a slip for 3.9."""
    number = read_number(told)
    if number is None or PURE_NUMBER in analyte.units:
        return None
    value, bound = number
    said = [unit for unit in (analyte.unit, *analyte.bare) if unit in analyte.units]
    fitting = [unit for unit in said if _plausible(analyte.units[unit](value), bound, analyte)]
    return fitting[0] if len(fitting) == 1 else None


def _without_unit(value: float, bound: Bound, analyte: Analyte) -> str:
    """The units to choose from; and where the number cannot be in the usual one, what may have been meant."""
    guesses = (
        [] if _plausible(value, bound, analyte) else list(_suggestions(value, analyte.unit, analyte))[:1]
    )
    return f"{_units(analyte)} Did you mean {guesses[0]}?" if guesses else _units(analyte)


def _units(analyte: Analyte) -> str:
    return f"Give one of: {', '.join(analyte.units)}."


def _plausible(canonical: float, bound: Bound, analyte: Analyte) -> bool:
    low, high = analyte.plausible
    return (0 < canonical <= high) if bound == "below" else low <= canonical <= high


def _impossible(value: float, unit: str, analyte: Analyte, where: str) -> Fault:
    low, high = (rounded_text(analyte.units[unit].inverse(limit)) for limit in analyte.plausible)
    said = f"{analyte.name} {number_text(value)} {unit}"
    problem = f"{said} is not possible in a living person ({low} to {high} {unit})"
    guesses = list(_suggestions(value, unit, analyte))
    mend = f"Did you mean {' or '.join(guesses)}?" if guesses else "Check the number and the unit."
    return Fault(f"{where}.value", problem, mend)


def _suggestions(value: float, unit: str, analyte: Analyte) -> Iterator[str]:
    low, high = analyte.plausible
    conversion = analyte.units[unit]
    for moved in (value / 10, value * 10, value / 100):
        if low <= conversion(moved) <= high:
            yield f"{number_text(moved)} {unit}"
            break
    for other, table in analyte.units.items():
        if table != conversion and low <= table(value) <= high:
            yield f"{number_text(value)} {other}"
            break
