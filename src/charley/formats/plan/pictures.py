"""The drawings of the bedtime programme as images inside a page itself, each with its text alternative."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from charley.advice.drawing import draw
from charley.advice.exercises import exercises, programmes
from charley.advice.plan import PROGRAMME, Plan
from charley.records.exercises import Exercise


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawing: its exercise, its name, what it shows in words, and the SVG as a data address."""

    exercise: str
    name: str
    says: str
    address: str


def stretches(plan: Plan) -> tuple[Exercise, ...]:
    """The exercises of the bedtime programme that the plan offers, checked or still to check; else none."""
    items = [item for section in plan.sections for item in section.items]
    items += [item for check in plan.checks for item in check.items]
    programme = next((item.steps.id for item in items if item.id == PROGRAMME and item.steps), "")
    known = programmes().get(programme)
    ids = known.exercises if known else (programme,)
    return tuple(exercises()[id_] for id_ in ids if id_ in exercises())


def pictures(plan: Plan) -> tuple[Picture, ...]:
    """The drawings of the bedtime stretches; none when the plan has no such programme."""
    return tuple(_pictures(stretches(plan)))


def _pictures(found: Iterable[Exercise]) -> Iterator[Picture]:
    for one in found:
        svg = draw(one.drawing, one.name, one.id)
        says = f"Start: {one.drawing.start.says} Then: {one.drawing.end.says}"
        yield Picture(one.id, one.name, says, f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}")
