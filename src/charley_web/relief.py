"""What the page of help for a cramp holds, for nobody in particular: each muscle's steps, and the dangers.

The steps, their cautions and the dangers are those of `charley.advice.relief`, with its sources.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from charley.advice.relief import protocols, relief
from charley.advice.relief_script import ShownStep
from charley.library import load
from charley.records.relief import Danger
from charley.records.rules import Urgency


@dataclass(frozen=True, slots=True)
class Muscle:
    """A muscle that can be chosen, with what to do while it cramps, round after round."""

    key: str
    name: str
    steps: tuple[ShownStep, ...]


@dataclass(frozen=True, slots=True)
class Help:
    """The whole page: muscles, what to do afterwards, and the dangers by how soon to get help."""

    muscles: tuple[Muscle, ...]
    after: tuple[ShownStep, ...]
    now: tuple[Danger, ...]
    today: tuple[Danger, ...]


@cache
def cramp_help() -> Help:
    """The page's content, worked out once: it is the same for everybody."""
    plans = [relief(id_, load()) for id_ in protocols()]
    dangers = {danger.id: danger for plan in plans for danger in plan.danger}.values()
    return Help(
        muscles=tuple(Muscle(plan.protocol.id, plan.protocol.name, plan.steps) for plan in plans),
        after=_once(step for plan in plans for step in plan.after),
        now=tuple(danger for danger in dangers if danger.level is Urgency.EMERGENCY_NOW),
        today=tuple(danger for danger in dangers if danger.level is not Urgency.EMERGENCY_NOW),
    )


def _once(steps: Iterable[ShownStep]) -> tuple[ShownStep, ...]:
    return tuple({shown.step.id: shown for shown in steps}.values())
