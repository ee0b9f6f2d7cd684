"""One entry of a plan's part."""

from __future__ import annotations

from dataclasses import dataclass

from charley.advice.steps import Steps


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One entry of a part: an intervention (`id` of it), or a line. `steps` come from relief or exercises.

    `part` is the part of an intervention that waits for the check list.
    """

    id: str
    title: str
    lines: tuple[str, ...] = ()
    is_intervention: bool = False
    steps: Steps | None = None
    part: str = ""
