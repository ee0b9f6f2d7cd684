"""Relief of a cramp that is there now, for one muscle and one person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from charley.advice.circumstances import States, Told, circumstances, states_of
from charley.advice.gate import Gate, gate_of
from charley.advice.relief_script import ShownStep, after_script, now_script
from charley.advice.script import Script
from charley.history import History
from charley.library.shelves import load_shelf
from charley.records.library import Library
from charley.records.relief import Danger, Protocol, Relief, Step, Warning
from charley.truth import Truth

THIGHS = frozenset({"front of thigh", "back of thigh"})
THIGH = re.compile(r"\bthighs?\b", re.IGNORECASE)
SIDE_OF_THIGH = re.compile(
    r"\b(quads?|quadriceps|hamstrings?|back thighs?|front thighs?"
    r"|(front|back|rear|behind|inside|inner|outer|outside)( side)?( part)?( of)?"
    r"( (my|the|his|her|both|one|each|left|right))* thighs?)\b",
    re.IGNORECASE,
)
"""Words that tell which side of the thigh. Else both stretches are shown, as a wrong one shortens it."""

LEAVE_IT = "Do not stretch or rub it."
BE_SEEN = "Get it checked today, or at once if the answer to a danger question says so."


@dataclass(frozen=True, slots=True)
class ReliefPlan:
    """Relief for one person.

    `withheld` says why nothing may be stretched or rubbed; then `steps`, `after` and `after_script` are
    empty and `now_script` only tells what to do instead. `variants` are the circumstances that were known
    and taken into account. `look_first` is asked before anything, `danger` at `check_after` seconds.
    """

    protocol: Protocol
    gate: Gate
    withheld: tuple[str, ...]
    variants: tuple[str, ...]
    look_first: tuple[Danger, ...]
    steps: tuple[ShownStep, ...]
    after: tuple[ShownStep, ...]
    warnings: tuple[Warning, ...]
    danger: tuple[Danger, ...]
    check_after: int
    pace: str
    now_script: Script
    after_script: Script | None


def relief_shelf() -> Relief:
    """Everything the built-in library knows of relief."""
    shelf: Relief = load_shelf("relief", Relief)
    return shelf


def protocols() -> Mapping[str, Protocol]:
    """Every protocol by id: calf, foot, front_thigh, back_thigh, other, elsewhere."""
    return relief_shelf().protocols


def protocols_for(history: History) -> tuple[str, ...]:
    """The protocols of the places where this person cramps, in their order; `other` when it is not known."""
    sites = history.answer("cramp_site")
    told = sites if isinstance(sites, frozenset) else frozenset()
    if not told.isdisjoint(THIGHS) and THIGH.search(history.text) and not SIDE_OF_THIGH.search(history.text):
        told |= THIGHS
    return tuple(id_ for id_, p in protocols().items() if not told.isdisjoint(p.sites)) or ("other",)


def relief(
    muscle: str, library: Library, history: History | None = None, told: Told | None = None
) -> ReliefPlan:
    """What to do now for a cramp in this muscle (a protocol's id). Raises KeyError for another id."""
    shelf = relief_shelf()
    protocol = shelf.protocols[muscle]
    states, gate = states_of(history, library, told), gate_of(history, library)
    withheld = _withheld(protocol, states, gate)
    asked = [d for d in shelf.danger.values() if _may_concern(d.only, states)]
    danger = tuple(sorted(asked, key=lambda question: -question.level))
    at_once = danger if protocol.danger_first else tuple(d for d in danger if d.at_once)
    steps = () if withheld else tuple(_shown(protocol.round, shelf.steps, states))
    after = () if withheld else tuple(_shown(protocol.after, shelf.steps, states))
    check_after = int(shelf.check_after.value)
    return ReliefPlan(
        protocol=protocol,
        gate=gate,
        withheld=withheld,
        variants=tuple(id_ for id_, state in states.items() if state is Truth.YES),
        look_first=at_once,
        steps=steps,
        after=after,
        warnings=tuple(
            w for id_ in protocol.warnings if _may_concern((w := shelf.warnings[id_]).only, states)
        ),
        danger=danger,
        check_after=check_after,
        pace=shelf.pace,
        now_script=now_script(protocol, gate, withheld, at_once, steps, danger, check_after),
        after_script=None if withheld else after_script(protocol, after),
    )


def _withheld(protocol: Protocol, states: States, gate: Gate) -> tuple[str, ...]:
    if gate.closed:
        return (f"{gate.title}.", LEAVE_IT)
    known = circumstances()
    held = [known[id_].name for id_ in protocol.not_for if states[id_] is Truth.YES]
    return (*(f"You told us of {name}." for name in held), LEAVE_IT, BE_SEEN) if held else ()


def _may_concern(only: Sequence[str], states: States) -> bool:
    """Whoever may be concerned is warned and asked; only a clear no leaves something out."""
    return not only or any(states[id_] is not Truth.NO for id_ in only)


def _shown(ids: Iterable[str], steps: Mapping[str, Step], states: States) -> Iterable[ShownStep]:
    """The steps for this person: nothing barred, and of the special ones only those that are theirs."""
    known = circumstances()
    for step in (steps[id_] for id_ in ids):
        if any(states[id_] is Truth.YES for id_ in step.unless):
            continue
        if step.only and all(states[id_] is not Truth.YES for id_ in step.only):
            continue
        doubts = [known[id_] for id_ in step.unless if states[id_] is Truth.UNKNOWN]
        open_ = [doubt.name for doubt in doubts if not doubt.asked_first]
        yield ShownStep(step, (f"Leave this out with: {'; '.join(open_)}.",) if open_ else ())
