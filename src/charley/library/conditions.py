"""From the written condition to the rule language, with every id and answer checked."""

from __future__ import annotations

from typing import Any

from charley.library.shapes import (
    AllTest,
    AnyTest,
    CountTest,
    FindingTest,
    LabTest,
    NotTest,
    ScoreTest,
)
from charley.library.workbench import Place, Workbench
from charley.records.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Comparison,
    Condition,
    Has,
    Is,
    LabCompare,
    Not,
    OneFinding,
    ScoreAtLeast,
    WithinDays,
)
from charley.units import Conversion, find_conversion

YES_NO = {"yes": True, "no": False}
COMPARISONS: dict[str, Comparison] = {
    "at_least": "at_least",
    "at_most": "at_most",
    "above": "above",
    "below": "below",
}


def build_condition(shape: Any, place: Place, bench: Workbench) -> Condition:
    """The condition as a record; unknown ids and answers become faults at their place."""
    match shape:
        case str():
            return build_test(FindingTest(finding=shape), place, bench)
        case FindingTest():
            return build_test(shape, place, bench)
        case AllTest():
            return AllOf(_parts(shape.all, place.at("all"), bench))
        case AnyTest():
            return AnyOf(_parts(shape.any, place.at("any"), bench))
        case CountTest():
            return AtLeast(shape.at_least, _parts(shape.of, place.at("of"), bench))
        case NotTest():
            return Not(build_condition(shape.not_, place.at("not"), bench))
        case ScoreTest():
            bench.known(shape.score, bench.ids.scores, "score", place.at("score"))
            return ScoreAtLeast(shape.score, shape.at_least)
        case LabTest():
            return _lab(shape, place, bench)
    raise TypeError(f"no condition: {shape!r}")


def _parts(shapes: list[Any], place: Place, bench: Workbench) -> tuple[Condition, ...]:
    return tuple(build_condition(shape, place.at(index), bench) for index, shape in enumerate(shapes))


def build_test(shape: FindingTest, place: Place, bench: Workbench) -> OneFinding:
    """A condition on one finding."""
    id_ = shape.finding
    if not bench.known(id_, bench.ids.findings, "finding", place.at("finding")):
        return Is(id_, (True,))
    type_, options = bench.ids.findings[id_]
    tests = shape.tests()
    if not tests:
        if type_ != "yes_no":
            bench.fault(place, f"'{id_}' is no yes-or-no finding", "Add is, has, at_least or the like.")
        return Is(id_, (True,))
    name, value = next(iter(tests.items()))
    if name == "is_":
        return _is(id_, type_, options, value, place, bench)
    if name == "has":
        return _has(id_, type_, options, value, place, bench)
    wanted = "choice" if name == "within_days" else "number"
    if type_ != wanted:
        bench.fault(place.at(name), f"'{name}' needs a {wanted} finding; '{id_}' is {type_}")
    if name == "within_days":
        return WithinDays(id_, value)
    return Compare(id_, COMPARISONS[name], value)


def _is(
    id_: str, type_: str, options: tuple[str, ...], values: list[str], place: Place, bench: Workbench
) -> OneFinding:
    if type_ == "yes_no":
        for value in values:
            bench.known(value, YES_NO, f"answer of '{id_}'", place.at("is"))
        return Is(id_, tuple(YES_NO.get(value, True) for value in values))
    if type_ != "choice":
        bench.fault(place.at("is"), f"'is' needs a choice; '{id_}' is {type_}", "Use has or at_least.")
    for value in values:
        bench.known(value, options, f"answer of '{id_}'", place.at("is"))
    return Is(id_, tuple(values))


def _has(
    id_: str, type_: str, options: tuple[str, ...], values: list[str], place: Place, bench: Workbench
) -> OneFinding:
    if type_ not in ("multi", "medicines", "conditions"):
        bench.fault(place.at("has"), f"'has' needs a list; '{id_}' is {type_}", "Use is.")
    pools: dict[str, set[str]] = {
        "medicines": bench.ids.classes | bench.ids.medicines,
        "conditions": bench.ids.illnesses,
    }
    for value in values:
        bench.known(value, pools.get(type_, set(options)), f"answer of '{id_}'", place.at("has"))
    return Has(id_, tuple(values))


def _lab(shape: LabTest, place: Place, bench: Workbench) -> Condition:
    limits = {
        "at_least": shape.at_least,
        "at_most": shape.at_most,
        "above": shape.above,
        "below": shape.below,
    }
    comparison, value = next((name, value) for name, value in limits.items() if value is not None)
    if bench.known(shape.lab, bench.ids.labs, "laboratory value", place.at("lab")):
        conversion = find_conversion(bench.ids.labs[shape.lab], shape.unit)
        if conversion is None:
            mend = f"Its table has {', '.join(bench.ids.labs[shape.lab])}."
            bench.fault(place.at("unit"), f"unknown unit '{shape.unit}' for '{shape.lab}'", mend)
        value = (conversion or Conversion(1.0))(value)
    return LabCompare(shape.lab, COMPARISONS[comparison], value)
