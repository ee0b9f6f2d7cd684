"""What to do when a cramp comes, in a few steps, by the muscle that cramps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from charley.advice.checks import glue
from charley.advice.circumstances import Told
from charley.advice.relief import protocols_for, relief
from charley.advice.relief_script import ShownStep
from charley.advice.steps import Steps
from charley.history import History
from charley.records.library import Library

MOST_PLACES = 2
KINDS: Mapping[str, str] = {"stand": "weight-bearing", "walk": "weight-bearing", "rub": "massage"}
"""Kinds of steps -> the intervention that may speak against them."""


def places(history: History) -> tuple[str, ...]:
    """The relief protocols of the told muscles; of the calf and of any other when none is told."""
    told = protocols_for(history)
    return told[:MOST_PLACES] if told != ("other",) or history.answer("cramp_site") else ("calf", "other")


def cramp_steps(
    history: History, library: Library, told: Told, barred: Iterable[str], short: bool = False
) -> tuple[Steps, ...]:
    """The steps for each place; none where relief is withheld. `short` gives the first stretch alone.

    `barred` are interventions that are not for this person: their kinds of steps are left out.
    """
    where = protocols_for(history)[:1] if short else places(history)
    made = [_steps(id_, history, library, told, frozenset(barred), short) for id_ in where]
    found: list[Steps] = []
    for steps in [one for one in made if one is not None]:
        said = {line for one in found for line in one.lines}
        found.append(replace(steps, lines=tuple(line for line in steps.lines if line not in said)))
    return tuple(steps for steps in found if steps.lines)


def _steps(
    id_: str, history: History, library: Library, told: Told, barred: frozenset[str], short: bool
) -> Steps | None:
    plan = relief(id_, library, history, told)
    if plan.withheld:
        return None
    lines = tuple(_lines(plan.steps, barred, short))
    return Steps(plan.protocol.id, plan.protocol.name, lines, f"charley relief {id_}", plan.check_after)


def _lines(steps: Iterable[ShownStep], barred: frozenset[str], short: bool) -> Iterator[str]:
    """The first step of each kind."""
    done: set[str] = set()
    doubts: dict[str, None] = {}
    for shown in steps:
        kind = shown.step.kind
        if kind in done or shown.step.id == "let_go" or KINDS.get(kind) in barred:
            continue
        if short and kind != "stretch":
            continue
        done.add(kind)
        yield shown.step.say
        doubts |= dict.fromkeys(d for check in shown.checks for d in _doubts(check))
    if doubts:
        yield f"With {glue(doubts, 'or')}: leave out what is not safe for you."


def _doubts(check: str) -> list[str]:
    """The circumstances that a check of a step names."""
    return check.removeprefix("Leave this out with: ").rstrip(".").split("; ")
