"""Medicines, illnesses and laboratory values that a text names: which of them are the person's own."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from charley.intake.named.agreeing import CATALOGUE, FAR
from charley.intake.named.exchanges import is_exchanged
from charley.intake.named.kinds import meant_by
from charley.intake.named.labs import Value
from charley.intake.named.names import Named
from charley.intake.named.own_names import own_standing
from charley.intake.named.standing import is_cleared, is_given_up, is_only_named, is_replaced, standing
from charley.intake.named.taking import Course, course_of
from charley.intake.named.turns import REACH
from charley.intake.patterns.hits import Context
from charley.intake.scope.scopes import NONE
from charley.intake.text.marks import Marks
from charley.intake.values import Kind, Reading, Status
from charley.records.library import Library

KIND = "a word for a medicine that is named"
SAID = {"stopped": "no longer taken", "not taken": "not taken", "replaced": "another took its place"}
OWNERS = frozenset(("his", "her", "their"))
DOSES = frozenset(("daily", "nightly", "every", "once", "twice"))
UNITS = frozenset(("g", "mg", "mcg", "iu", "ml", "grams", "gram"))
QUIET = frozenset(("bothered", "troubled", "flared", "played", "bother", "trouble"))
BESIDE = 3
CLOSE = 60
"""Characters within which a medicine's own name says what "my tablet" is."""


def medicine_readings(
    names: list[Named], labs: list[Value], context: Context, marks: Marks, library: Library
) -> list[Reading]:
    """The medicines. A name that is also a test or a food counts only where something is taken."""
    values = {place for v in labs for place in range(v.named.start, v.named.end)}
    result: list[tuple[Named, Reading]] = []
    names = sorted(names, key=attrgetter("start"))
    for name in names:
        near = _close_by(name, names)
        if name.start in values or marks.end("not_medicine", name.start) >= name.end:
            continue
        status, why = standing(name, context)
        told = status == "taken" or _never_took(name, context)
        course = course_of(name, near, context, marks) if told else Course()
        food = marks.end("also_food", name.start) >= name.end and not _is_taken_in(name, context, marks)
        if food and (not course.state or is_only_named(name, context)):
            continue
        if status == "taken":
            status, why, course = _still_taken(name, near, course, context, marks)
        reading = _reading("medicine", name, context, status, why)
        result.append((name, reading._replace(state=course.state, when=course.when)))
    return _without_kinds(result, context, library)


def _close_by(name: Named, names: list[Named]) -> list[Named]:
    """The names within reach of a name; `names` are in order."""
    at = attrgetter("start")
    first, last = (
        bisect_left(names, name.start - REACH, key=at),
        bisect_left(names, name.start + REACH, key=at),
    )
    return names[first:last]


def _without_kinds(told: list[tuple[Named, Reading]], context: Context, library: Library) -> list[Reading]:
    """The readings, where the sleeping tablet is the temazepam that is named."""
    taken = [name for name, reading in told if reading.status == "taken"]
    return [
        reading._replace(status="dropped", why=KIND)
        if reading.status == "taken" and meant_by(name, taken, context, library) is not None
        else reading
        for name, reading in told
    ]


def _never_took(name: Named, context: Context) -> bool:
    """Whether what denies a medicine says that it never was taken: never took the magnesium."""
    cue = context.scopes.denied[name.start]
    return not context.others[name.start] and cue != NONE and context.tokens.items[cue].norm == "never"


def _is_taken_in(name: Named, context: Context, marks: Marks) -> bool:
    """Whether what is also a food or a test is taken as a medicine here: a verb or a dose says so."""
    if is_only_named(name, context):
        return False
    return _in_clause(name, "takes", context, marks) or _is_dosed(name, context)


def _is_dosed(name: Named, context: Context) -> bool:
    """Creatine 5 g; creatine every day."""
    ahead = context.tokens.items[name.end : name.end + 2]
    if not ahead or ahead[0].before:
        return False
    return ahead[0].norm in DOSES or (name.end in context.numbers and ahead[-1].norm in UNITS)


def _still_taken(
    name: Named, names: list[Named], course: Course, context: Context, marks: Marks
) -> tuple[Status, str, Course]:
    if course.state:
        return "dropped", SAID[course.state], course
    if is_given_up(name, context):
        return "dropped", "only tried", Course("stopped")
    if is_replaced(name, names, context, marks) or is_exchanged(name, names, context):
        return "dropped", SAID["replaced"], course
    return "taken", "", course


def condition_readings(
    names: list[Named], context: Context, marks: Marks, patient: str | None = None
) -> list[Reading]:
    """The illnesses; "his heart attack" is not that of somebody who writes of the own body."""
    result = []
    items, own = context.tokens.items, patient is None and bool(marks.places("first_person"))
    for name in names:
        if marks.end("not_condition", name.start) >= name.end:
            continue
        status, why = standing(name, context)
        if own and status == "taken" and name.start and items[name.start - 1].norm in OWNERS:
            status, why = "dropped", "said of somebody else"
        if status == "taken" and is_cleared(name, context):
            status, why = "dropped", "looked for and not found"
        if status == "taken" or (why == "denied" and _is_quiet(name, context)):
            status, why = own_standing(name, context)
        elif why == "denied" and name.start - context.scopes.denied[name.start] > BESIDE:
            why = FAR
        result.append(_reading("condition", name, context, status, why))
    return result


def _is_quiet(name: Named, context: Context) -> bool:
    """Whether the denial behind an illness only says that it sleeps: my gout hasn't bothered me in years."""
    items, cue = context.tokens.items, context.scopes.denied[name.start]
    behind = {t.norm for t in items[cue + 1 : cue + 3]}
    return cue >= name.end and cue - name.end < BESIDE and not behind.isdisjoint(QUIET)


LISTS: dict[str, Kind] = {"medicines": "medicine", "known_conditions": "condition"}


def by_pattern(
    readings: list[Reading], medicines: list[Named], context: Context, library: Library
) -> list[Reading]:
    """Readings of the lists that the lexicon's patterns name ("a tablet for my heart") as the entry itself.

    A vague word gives way to any medicine named close by, a kind of medicine to one of its own kind:
    "pred 5 mg" stands beside methotrexate, "a steroid" does not stand beside prednisolone.
    """
    items = context.tokens.items
    places = [(items[name.start].start, name.id) for name in medicines]
    result = []
    for reading in readings:
        kind = LISTS.get(reading.what)
        if kind is None or reading.answer == "none":
            result.append(reading)
            continue
        own = reading._replace(kind=kind, what=str(reading.answer), answer=True)
        if kind == "medicine":
            beside = [at for at, id_ in places if _gives_way(own.what, id_, library)]
            if any(abs(at - reading.start) <= CLOSE for at in beside):
                own = own.dropped("the medicine itself is named beside it")
        result.append(own)
    return result


def _gives_way(id_: str, named: str, library: Library) -> bool:
    """Whether a word for a medicine says no more than the medicine named beside it."""
    word, other = library.medicines[id_], library.medicines[named]
    if word.vague:
        return not other.vague
    return not {id_, *word.classes}.isdisjoint((named, *other.classes))


def _in_clause(name: Named, group: str, context: Context, marks: Marks) -> bool:
    return any(marks.has(group, place) for place in _near(name, context))


def _near(name: Named, context: Context) -> range:
    start, end = context.layout.clause_start[name.start], context.layout.clause_end[name.start]
    return range(max(start, name.start - 15), min(end, name.end + 8))


def _reading(kind: str, name: Named, context: Context, status: Status, why: str) -> Reading:
    first, last, words = context.words(name.start, name.end)
    reason = f"{CATALOGUE}{'; ' + why if why else ''}"
    return Reading(kind, name.id, True, first, last, words, reason, status, guess=name.guess)  # type: ignore[arg-type]
