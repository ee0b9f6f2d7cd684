"""Which exercises there are, and whether one may be offered to this person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from charley.advice.circumstances import States, circumstances
from charley.library.shelves import load_shelf
from charley.records.exercises import Bar, Exercise, Exercises
from charley.records.programmes import Programme, Programmes
from charley.truth import Truth

OfferStatus = Literal["offered", "check_first", "not_for_you"]


@dataclass(frozen=True, slots=True)
class Offer:
    """Whether something is for this person.

    `reasons` say why it is not, `checks` what must be made sure of first because it is not known, and
    `instead` names what to do in its place, when that is not barred as well.
    """

    id: str
    status: OfferStatus
    reasons: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    instead: str = ""


def exercises() -> Mapping[str, Exercise]:
    """Every exercise and first-aid move of the built-in library by id."""
    shelf: Exercises = load_shelf("exercises", Exercises)
    return shelf.by_id


def programmes() -> Mapping[str, Programme]:
    """Every programme of the built-in library by id."""
    shelf: Programmes = load_shelf("programmes", Programmes)
    return shelf.by_id


def offer_exercise(exercise: Exercise, states: States) -> Offer:
    """Whether this exercise is for a person in these circumstances."""
    return _offer(exercise.id, exercise.not_for, states, {id_: e.not_for for id_, e in exercises().items()})


def offer_programme(programme: Programme, states: States) -> Offer:
    """Whether this programme is for a person in these circumstances (its exercises are judged apart)."""
    return _offer(
        programme.id, programme.not_for, states, {id_: p.not_for for id_, p in programmes().items()}
    )


def _offer(id_: str, bars: Sequence[Bar], states: States, others: Mapping[str, Sequence[Bar]]) -> Offer:
    held = _held(bars, states)
    if held:
        instead = _instead(id_, states, others)
        return Offer(id_, "not_for_you", tuple(bar.because for bar in held), instead=instead)
    known = circumstances()
    open_ = tuple(known[bar.circumstance].check for bar in bars if states[bar.circumstance] is Truth.UNKNOWN)
    return Offer(id_, "check_first" if open_ else "offered", checks=open_)


def _held(bars: Sequence[Bar], states: States) -> list[Bar]:
    return [bar for bar in bars if states[bar.circumstance] is Truth.YES]


def _instead(id_: str, states: States, others: Mapping[str, Sequence[Bar]]) -> str:
    """The first thing named as another way that this person may do, following the names in turn."""
    queue, seen = [id_], {id_}
    for current in queue:
        held = _held(others[current], states)
        if not held:
            return current
        for name in (bar.instead for bar in held):
            if name and name not in seen:
                seen.add(name)
                queue.append(name)
    return ""
