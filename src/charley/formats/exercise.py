"""Exercises and programmes as text pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap

from charley.advice.exercises import Offer, exercises, programmes
from charley.advice.sessions import INFORMATION, Session
from charley.formats.relief import WIDTH, duration
from charley.records.exercises import Dose, Exercise
from charley.records.library import Library
from charley.records.numbers import Figure, Number
from charley.records.programmes import Programme
from charley.wording import number_text

KINDS = {
    "stretch": "Stretches",
    "strength": "Strength",
    "movement": "Movement",
    "rest": "Rest",
    "first_aid": "During a cramp",
}
MARKS = {"offered": "", "check_first": "", "not_for_you": "  [not for you]"}
LEGS = {
    "each": "Both legs, one after the other.",
    "both": "Both legs together.",
    "one": "Only the leg that cramps.",
}
GRADES = {"low": "low", "very low": "very low", "none": "none: not tested"}


def exercise_list(offers: Mapping[str, Offer]) -> str:
    """Every programme and exercise, marked where it is not for the person."""
    lines = ["Programmes"]
    lines += _rows((p.id, p.name + MARKS[offers[p.id].status]) for p in programmes().values())
    for kind, title in KINDS.items():
        mine = [e for e in exercises().values() if e.kind == kind]
        lines += ["", title, *_rows((e.id, e.name + MARKS[offers[e.id].status]) for e in mine)]
    lines += ["", *wrap("charley exercise NAME explains one; --speak-text runs it as timed lines.", WIDTH)]
    return "\n".join(lines)


def _rows(rows: Iterable[tuple[str, str]]) -> list[str]:
    return [f"  {id_:<28} {name}" for id_, name in rows]


def exercise_page(exercise: Exercise, session: Session, library: Library) -> str:
    """One exercise: whether it is for the person, how it is done, and how sure we are."""
    lines = [exercise.name, "", *_for_you(session), *wrap(exercise.summary, WIDTH), ""]
    lines += ["How to do it", *_numbered(exercise.steps), ""]
    lines += [*_dose(exercise.dose, exercise.sides, library)]
    if exercise.told_as:
        lines += wrap(exercise.told_as, WIDTH)
    lines += ["", "What you feel", *_items([exercise.feel]), "", "Take care", *_items(exercise.cautions), ""]
    lines += ["Not for", *_items(bar.because for bar in exercise.not_for), ""]
    lines += _evidence(exercise.evidence.grade, exercise.evidence.says, exercise.figures, library)
    return "\n".join([*lines, *_sources(exercise.sources, library), "", *wrap(INFORMATION, WIDTH)])


def programme_page(programme: Programme, session: Session, library: Library) -> str:
    """One programme: whether it is for the person, its exercises, how long, and how sure we are."""
    lines = [programme.name, "", *_for_you(session), *wrap(programme.summary, WIDTH), ""]
    lines += [*wrap(f"For whom: {programme.for_whom}", WIDTH), *wrap(f"When: {programme.when}", WIDTH)]
    lines += [*_weeks(programme.weeks, library), ""]
    lines += ["Exercises", *_rows((id_, exercises()[id_].name) for id_ in programme.exercises)]
    if session.script is not None:
        lines.append(f"  One session lasts {duration(session.script.total)}.")
    lines += [
        "",
        "What to expect",
        *_items([programme.expect]),
        "",
        "When to stop",
        *_items([programme.stop_if]),
        "",
    ]
    lines += _evidence(programme.evidence.grade, programme.evidence.says, programme.figures, library)
    return "\n".join([*lines, *_sources(programme.sources, library), "", *wrap(INFORMATION, WIDTH)])


def _for_you(session: Session) -> Iterator[str]:
    """Urgency first, then why it is not for the person or what to make sure of."""
    if session.gate.first:
        yield f"FIRST: {session.gate.title}"
        yield from [*_items(session.gate.first), ""]
    elif session.gate.note:
        yield from [*wrap(f"{session.gate.title}. {session.gate.note}", WIDTH), ""]
    if session.reasons:
        yield "NOT FOR YOU"
        yield from _items(session.reasons)
        if session.script is not None:
            yield f"- Do this instead: {session.programme}"
        yield ""
    for offer in () if session.reasons else session.left_out:
        instead = f" Do {offer.instead} instead." if offer.instead else ""
        yield from _items([f"Left out for you: {offer.id}. {' '.join(offer.reasons)}{instead}"])
    if session.checks:
        yield from ["First check", *_items(session.checks), ""]


def _dose(dose: Dose, sides: str, library: Library) -> Iterator[str]:
    names = {"hold": "Hold", "repetitions": "Times", "rest": "Rest", "lasts": "In all"}
    for key, name in names.items():
        number: Number | None = getattr(dose, key)
        if number is not None:
            yield from wrap(f"{name}: {_number(number, library)}", WIDTH, subsequent_indent="  ")
    yield LEGS[sides]


def _number(number: Number, library: Library) -> str:
    unit = {"s": "seconds", "times": "times"}.get(number.unit, number.unit)
    span = "" if number.low == number.high else f" ({number_text(number.low)} to {number_text(number.high)})"
    said = f"{number_text(number.value)} {unit}{span}"
    return (
        f"{said}. {number.why}"
        if number.kind == "judged"
        else f"{said}, as in: {library.sources[number.source].citation}"
    )


def _weeks(weeks: Number | None, library: Library) -> list[str]:
    return [] if weeks is None else wrap(f"How long: {_number(weeks, library)}", WIDTH)


def _evidence(grade: str, says: str, figures: Iterable[Figure], library: Library) -> list[str]:
    lines = [f"How sure we are: {GRADES[grade]}", *_items([says])]
    for figure in figures:
        more = "; ".join(part for part in (figure.population, figure.note) if part)
        lines += _items([f"{figure.text} ({more}) [{figure.source}]"])
    return lines


def _sources(ids: Iterable[str], library: Library) -> list[str]:
    return ["", "Sources", *_items(f"[{id_}] {library.sources[id_].citation}" for id_ in ids)]


def _items(texts: Iterable[str]) -> list[str]:
    return [line for text in texts for line in wrap(text, WIDTH, initial_indent="- ", subsequent_indent="  ")]


def _numbered(texts: Iterable[str]) -> list[str]:
    return [
        line
        for number, text in enumerate(texts, 1)
        for line in wrap(text, WIDTH, initial_indent=f"{number}. ", subsequent_indent="   ")
    ]
