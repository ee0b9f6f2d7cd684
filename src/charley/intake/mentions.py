"""Medicines, illnesses and laboratory values that a text names: which of them are the person's own."""

from __future__ import annotations

from charley.intake.hits import Context
from charley.intake.labs import Value
from charley.intake.marks import Marks
from charley.intake.names import Named
from charley.intake.scopes import NONE
from charley.intake.values import Reading, Status


def medicine_readings(names: list[Named], labs: list[Value], context: Context, marks: Marks) -> list[Reading]:
    """The medicines. A name that is also a test or a food counts only where something is taken."""
    values = {place for v in labs for place in range(v.named.start, v.named.end)}
    result = []
    for name in names:
        if name.start in values or marks.end("not_medicine", name.start) >= name.end:
            continue
        if marks.end("also_food", name.start) >= name.end and not _in_clause(name, "takes", context, marks):
            continue
        status, why = _standing(name, context)
        if status == "taken" and _in_clause(name, "stopped", context, marks):
            status, why = "dropped", "no longer taken"
        result.append(_reading("medicine", name, context, status, why))
    return result


def condition_readings(names: list[Named], context: Context, marks: Marks) -> list[Reading]:
    """The illnesses."""
    return [
        _reading("condition", name, context, *_standing(name, context))
        for name in names
        if marks.end("not_condition", name.start) < name.end
    ]


def lab_readings(values: list[Value], context: Context) -> list[Reading]:
    """The laboratory values, as told; another part brings units together."""
    result = []
    for value in values:
        status, why = _standing(value.named, context, denial=False)
        first = context.tokens.items[value.named.start].start
        words = context.text[first : value.end]
        result.append(
            Reading(
                "lab",
                value.named.id,
                value.told,
                first,
                value.end,
                words,
                f"a test's name and value{'; ' + why if why else ''}",
                status,
                unit=value.unit,
            )
        )
    return result


def _in_clause(name: Named, group: str, context: Context, marks: Marks) -> bool:
    start, end = context.layout.clause_start[name.start], context.layout.clause_end[name.start]
    return any(
        marks.has(group, place) for place in range(max(start, name.start - 15), min(end, name.end + 8))
    )


def _standing(name: Named, context: Context, denial: bool = True) -> tuple[Status, str]:
    place, scopes = name.start, context.scopes
    if context.others[place]:
        return "dropped", "said of somebody else"
    if denial and scopes.denied[place] != NONE:
        return "dropped", "denied"
    if scopes.asked[place]:
        return "dropped", "asked, not said"
    if scopes.supposed[place] != NONE:
        return "dropped", "only supposed"
    if scopes.doubted[place] != NONE:
        return "doubted", "not sure"
    return "taken", ""


def _reading(kind: str, name: Named, context: Context, status: Status, why: str) -> Reading:
    first, last, words = context.words(name.start, name.end)
    reason = f"a name of the catalogue{'; ' + why if why else ''}"
    return Reading(kind, name.id, True, first, last, words, reason, status, guess=name.guess)  # type: ignore[arg-type]
