"""Exercise sessions: a programme, or one exercise, as a timed script that suits the person."""

from __future__ import annotations

from dataclasses import dataclass

from charley.advice.circumstances import States, Told, states_of
from charley.advice.exercises import Offer, exercises, offer_exercise, offer_programme, programmes
from charley.advice.gate import Gate, gate_of
from charley.advice.script import LineKind, Script, Side, Writer, reading_time
from charley.history import History
from charley.records.exercises import Exercise
from charley.records.library import Library
from charley.records.numbers import Number
from charley.records.programmes import Programme

SIDES: dict[str, tuple[Side, ...]] = {"each": ("left", "right"), "both": ("both",), "one": ("",)}
INFORMATION = "This is information, not a diagnosis. Stop if it hurts."


@dataclass(frozen=True, slots=True)
class Session:
    """A session for one person.

    `programme` is what is done, which may be another one than was asked for (`asked`), for the reasons in
    `reasons`. `offers` judge each exercise of it. `script` is None when nothing may be done: in an
    emergency, or when it is not for this person and nothing else is. `first` is what urgency demands before.
    """

    asked: str
    programme: str
    reasons: tuple[str, ...]
    checks: tuple[str, ...]
    gate: Gate
    offers: tuple[Offer, ...]
    left_out: tuple[Offer, ...]
    script: Script | None


def session(what: str, library: Library, history: History | None = None, told: Told | None = None) -> Session:
    """The session for a programme or a single exercise, given by its id.

    Raises KeyError when there is neither a programme nor an exercise with this id.
    """
    states, gate = states_of(history, library, told), gate_of(history, library)
    programme = programmes().get(what)
    if programme is None:
        return _of_exercise(exercises()[what], states, gate)
    return _of_programme(programme, states, gate)


def _of_programme(asked: Programme, states: States, gate: Gate) -> Session:
    offer = offer_programme(asked, states)
    barred = offer.status == "not_for_you"
    if gate.closed or (barred and not offer.instead):
        return Session(asked.id, asked.id, offer.reasons, (), gate, (), (), None)
    chosen = programmes()[offer.instead] if barred else asked
    own = offer_programme(chosen, states)
    offers = [offer_exercise(exercises()[id_], states) for id_ in chosen.exercises]
    kept, left_out = _kept(offers, states)
    checks = tuple(dict.fromkeys([*own.checks, *(check for one in kept for check in one.checks)]))
    script = _script(chosen.id, chosen.name, kept, checks, chosen.opening, chosen.closing) if kept else None
    return Session(asked.id, chosen.id, offer.reasons, checks, gate, tuple(kept), tuple(left_out), script)


def _kept(offers: list[Offer], states: States) -> tuple[list[Offer], list[Offer]]:
    """The exercises that may be done, a barred one by what stands in its place; and the barred ones."""
    kept: dict[str, Offer] = {}
    left_out = []
    for offer in offers:
        if offer.status == "not_for_you":
            left_out.append(offer)
            if not offer.instead:
                continue
            offer = offer_exercise(exercises()[offer.instead], states)
        kept.setdefault(offer.id, offer)
    return list(kept.values()), left_out


def _of_exercise(exercise: Exercise, states: States, gate: Gate) -> Session:
    offer = offer_exercise(exercise, states)
    barred = offer.status == "not_for_you"
    if gate.closed or (barred and not offer.instead):
        return Session(
            exercise.id, exercise.id, offer.reasons, (), gate, (), (offer,) if barred else (), None
        )
    chosen = offer_exercise(exercises()[offer.instead], states) if barred else offer
    name = exercises()[chosen.id].name
    script = _script(chosen.id, name, [chosen], chosen.checks, f"Let us begin: {name}.", "Done.")
    left_out = (offer,) if barred else ()
    return Session(exercise.id, chosen.id, offer.reasons, chosen.checks, gate, (chosen,), left_out, script)


def _script(
    id_: str, title: str, offers: list[Offer], checks: tuple[str, ...], opening: str, closing: str
) -> Script:
    writer = Writer()
    writer.add(reading_time(opening), "say", opening)
    for check in checks:
        writer.add(reading_time(check), "check", check)
    for offer in offers:
        add_exercise(writer, exercises()[offer.id])
    return writer.script(id_, title, f"{closing} {INFORMATION}")


def add_exercise(writer: Writer, exercise: Exercise) -> None:
    """The lines of one exercise: get ready, then each side with its holds and rests, none after the last."""
    dose = exercise.dose
    if dose.hold is None:
        _lasting(writer, exercise, whole(dose.lasts))
        return
    sides = SIDES[exercise.sides]
    hold, rest, count = whole(dose.hold), whole(dose.rest), repetitions_of(exercise)
    for index, side in enumerate(sides):
        _ready(writer, exercise, side, first=index == 0)
        for repetition in range(1, count + 1):
            writer.add(hold, "hold", exercise.cues.hold, exercise.id, side, repetition, count)
            if rest and (repetition < count or side != sides[-1]):
                writer.add(rest, "rest", exercise.cues.rest, exercise.id, side, repetition, count)


def repetitions_of(exercise: Exercise) -> int:
    """How many holds a side: as told, or as many as begin within the time that it lasts."""
    dose = exercise.dose
    if dose.repetitions is not None:
        return whole(dose.repetitions)
    return max(1, whole(dose.lasts) // (whole(dose.hold) + whole(dose.rest)))


def whole(number: Number | None) -> int:
    """A Number of a dose as whole seconds or a count; 0 when there is none."""
    return 0 if number is None else int(number.value)


def _lasting(writer: Writer, exercise: Exercise, seconds: int) -> None:
    sides = SIDES[exercise.sides]
    for index, side in enumerate(sides):
        _ready(writer, exercise, side, first=index == 0)
        writer.add(seconds, "do", exercise.cues.hold, exercise.id, side)


def _ready(writer: Writer, exercise: Exercise, side: Side, first: bool) -> None:
    """Time to get into position: in full for the first side, and a third of it to change over."""
    leg = f" {side.capitalize()} leg." if side in ("left", "right") else ""
    kind: LineKind = "ready"
    if first:
        writer.add(
            exercise.dose.ready, kind, f"{exercise.name}. {exercise.cues.ready}{leg}", exercise.id, side
        )
        return
    writer.add(max(5, exercise.dose.ready // 3), kind, f"Now the other side.{leg}", exercise.id, side)
