"""What to do when a cramp comes, in a few steps, by the muscle that cramps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from charley.advice.circumstances import Told, circumstances
from charley.advice.plan_texts import plan_texts
from charley.advice.relief import protocols_for, relief
from charley.advice.relief_script import ShownStep
from charley.advice.steps import Steps
from charley.history import History
from charley.records.library import Library

MOST_PLACES = 2
YOUNG = 40
"""Age under which thin bones and glaucoma are not asked about (judged)."""

WATER = re.compile(
    r"\b(swim|swims|swam|swimming|swimmer|pool|snorkel\w*|surf\w*|diving|water polo)\b", re.IGNORECASE
)
NOT_ON_THE_PAGE = frozenset({"let_go"})
KINDS: Mapping[str, str] = {"stand": "weight-bearing", "walk": "weight-bearing", "rub": "massage"}
"""Kinds of steps -> the intervention that may speak against them."""


def places(history: History) -> tuple[str, ...]:
    """The relief protocols of the told muscles; of the calf and of any other when none is told."""
    told = protocols_for(history)
    most = MOST_PLACES + 1 if {"front_thigh", "back_thigh"} <= set(told) else MOST_PLACES
    return told[:most] if told != ("other",) or history.answer("cramp_site") else ("calf", "other")


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
    steps = [one for one in plan.steps if one.step.id != "in_water" or WATER.search(history.text)]
    lines = tuple(_lines(steps, barred, short, _is_young(history)))
    return Steps(plan.protocol.id, plan.protocol.name, lines, f"charley relief {id_}", plan.check_after)


def _is_young(history: History) -> bool:
    return history.age is not None and history.age < YOUNG


def _lines(steps: Iterable[ShownStep], barred: frozenset[str], short: bool, young: bool) -> Iterator[str]:
    """The first step of each kind, with what to leave out of it while nobody knows better."""
    done: set[str] = set()
    doubted: set[str] = set()
    for shown in steps:
        kind = shown.step.kind
        if kind in done or shown.step.id in NOT_ON_THE_PAGE or KINDS.get(kind) in barred:
            continue
        if short and kind != "stretch":
            continue
        done.add(kind)
        new = [d for check in shown.checks for d in _doubts(check) if d not in doubted]
        doubted |= set(new)
        yield " ".join((shown.step.say, *(_what_to_leave(doubt, young) for doubt in new)))


def _doubts(check: str) -> list[str]:
    """The circumstances that a check of a step names."""
    return check.removeprefix("Leave this out with: ").rstrip(".").split("; ")


def _what_to_leave(name: str, young: bool) -> str:
    """What to leave out in a circumstance that nobody knows of yet, in one line of its own."""
    id_ = next(id_ for id_, one in circumstances().items() if one.name == name)
    texts = plan_texts().texts
    own = texts.get(f"doubt-{id_}", f"With {name}: leave this out.")
    return texts.get(f"doubt-{id_}-young", own) if young else own
