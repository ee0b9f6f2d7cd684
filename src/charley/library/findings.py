"""Findings from their files, and the background chance of any answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import prod

from charley.library.conditions import build_condition
from charley.library.files import FindingsFile, FindingShape, OptionShape
from charley.library.workbench import Place, Placed, Workbench
from charley.records.conditions import Compare, Has, Is, OneFinding, WithinDays
from charley.records.findings import Finding, Option, SurvivalPoint
from charley.records.numbers import Number

LISTS = ("multi", "medicines", "conditions")


def build_findings(files: Iterable[Placed[FindingsFile]], bench: Workbench) -> dict[str, Finding]:
    """Every finding by id, in the order of the files."""
    result: dict[str, Finding] = {}
    for file in files:
        for index, shape in enumerate(file.shape.findings):
            place = file.place.at("findings", index)
            bench.once(shape.id, result, "finding", place)
            result[shape.id] = _finding(shape, file.shape.section, place, bench)
    return result


def _finding(shape: FindingShape, section: str, place: Place, bench: Workbench) -> Finding:
    _check_form(shape, place, bench)
    if shape.screen:
        bench.known(shape.screen, bench.ids.screens, "screen", place.at("screen"))
    ask_if = None
    if shape.ask_if is not None:
        ask_if = build_condition(shape.ask_if, place.at("ask_if"), bench)
    background = None
    if shape.background is not None:
        background = bench.chance(shape.background, place.at("background"))
    return Finding(
        id=shape.id,
        type=shape.type,
        section=section,
        tier=shape.tier,
        question=shape.question,
        help=shape.help or "",
        why=shape.why,
        says=shape.says,
        says_yes=shape.says_yes,
        says_no=shape.says_no,
        ask_of=shape.ask_of,
        ask_if=ask_if,
        screen=shape.screen,
        episode=shape.about == "episode",
        cluster=shape.cluster,
        background=background,
        options=tuple(_option(o, place.at("options", i), bench) for i, o in enumerate(shape.options)),
        unit=shape.unit,
        minimum=shape.min,
        maximum=shape.max,
        survival=tuple(
            SurvivalPoint(p.at_least, bench.chance(p.chance, place.at("background_at_least", i, "chance")))
            for i, p in enumerate(shape.background_at_least)
        ),
    )


def _check_form(shape: FindingShape, place: Place, bench: Workbench) -> None:
    if shape.type == "yes_no" and shape.background is None:
        bench.fault(place, f"'{shape.id}' needs a background chance of yes")
    if shape.type in ("choice", "multi") and not shape.options:
        bench.fault(place, f"'{shape.id}' needs options")
    if shape.type == "number" and (shape.min is None or shape.max is None or not shape.unit):
        bench.fault(place, f"'{shape.id}' needs unit, min and max")
    if shape.min is not None and shape.max is not None and shape.min >= shape.max:
        bench.fault(place.at("min"), f"'{shape.id}' has no number from {shape.min:g} to {shape.max:g}")
    points = [point.at_least for point in shape.background_at_least]
    if points != sorted(set(points)):
        bench.fault(place.at("background_at_least"), f"the points of '{shape.id}' must rise")
    for index, option in enumerate(shape.options):
        earlier = [o.value for o in shape.options[:index]]
        bench.once(option.value, earlier, "answer", place.at("options", index))


def _option(shape: OptionShape, place: Place, bench: Workbench) -> Option:
    background = None
    if shape.background is not None:
        background = bench.chance(shape.background, place.at("background"))
    return Option(shape.value, shape.says, background, shape.days)


def background_of(
    condition: OneFinding,
    finding: Finding,
    listed: Mapping[str, Number | None],
    place: Place,
    bench: Workbench,
) -> Number:
    """Chance that the condition holds among people who ask.

    `listed` gives the background of the medicine classes and illnesses that a list may hold. The
    union of several entries of a list is taken as if they were independent.
    """
    match condition:
        case Is():
            found = _of_answers(condition.values, finding)
        case Has():
            found = _of_entries(condition.values, finding, listed)
        case WithinDays():
            days = condition.days
            found = _sum([o.background for o in finding.options if o.days and o.days[1] <= days])
        case Compare():
            found = _of_number(condition, finding)
    if found is None:
        problem = f"'{finding.id}' has no background chance for this answer"
        bench.fault(place, problem, "Add it to the finding, the medicine class or the illness.")
        return Number(0.5, 0.0, 1.0, "judged", why="fault")
    return found


def _of_answers(values: tuple[bool | str, ...], finding: Finding) -> Number | None:
    if finding.type == "yes_no":
        if finding.background is None or len(set(values)) != 1:
            return None
        return finding.background if True in values else complement(finding.background)
    return _sum([o.background for value in values if (o := finding.option(str(value)))])


def _of_entries(
    values: tuple[str, ...], finding: Finding, listed: Mapping[str, Number | None]
) -> Number | None:
    if finding.type == "multi":
        numbers = [o.background if (o := finding.option(value)) else None for value in values]
    else:
        numbers = [listed.get(value) for value in values]
    known = [number for number in numbers if number is not None]
    if len(known) < len(values):
        return None
    if len(known) == 1:
        return known[0]
    return Number(
        1 - prod(1 - n.value for n in known),
        1 - prod(1 - n.low for n in known),
        1 - prod(1 - n.high for n in known),
        "judged",
        why="any of several entries, taken as independent",
    )


def _of_number(condition: Compare, finding: Finding) -> Number | None:
    if not finding.survival:
        return None
    at_least = _interpolate(condition.value, finding)
    return at_least if condition.comparison in ("at_least", "above") else complement(at_least)


def _interpolate(x: float, finding: Finding) -> Number:
    """Chance of at least `x`, by straight lines between the points; beyond the last, the last."""
    certain = Number(1.0, 1.0, 1.0, "judged", why="every answer is at least the smallest")
    points = [SurvivalPoint(finding.minimum or 0.0, certain), *finding.survival]
    above = next((i for i, point in enumerate(points) if point.at_least >= x), None)
    if above is None:
        return points[-1].chance
    if points[above].at_least == x or above == 0:
        return points[above].chance
    left, right = points[above - 1], points[above]
    share = (x - left.at_least) / (right.at_least - left.at_least)
    value, low, high = (
        (1 - share) * getattr(left.chance, end) + share * getattr(right.chance, end)
        for end in ("value", "low", "high")
    )
    return Number(value, low, high, "judged", why="between two points of the finding's background")


def complement(number: Number) -> Number:
    """The chance of the opposite."""
    why = number.why or "the complement of a stated chance"
    return Number(1 - number.value, 1 - number.high, 1 - number.low, "judged", why=why)


def _sum(numbers: list[Number | None]) -> Number | None:
    known = [number for number in numbers if number is not None]
    if not known or len(known) < len(numbers):
        return None
    if len(known) == 1:
        return known[0]
    value, low, high = (min(0.995, sum(getattr(n, end) for n in known)) for end in ("value", "low", "high"))
    return Number(value, low, high, "judged", why="the sum over several answers")
