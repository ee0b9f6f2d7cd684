"""Guidelines: what bodies of medicine say about leg cramps, point by point, in our own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from charley.records.situations import Situation


@dataclass(frozen=True, slots=True)
class GuidelinePoint:
    """One point. `seen` is false when nobody of the project has read it at its place: then it is no fact.

    It is cited on a clinician's page when any situation of `when` holds (always, when there is none).
    """

    topic: str
    says: str
    strength: str
    seen: bool
    when: tuple[Situation, ...]


@dataclass(frozen=True, slots=True)
class Guideline:
    """One body's word on leg cramps."""

    id: str
    body: str
    year: str
    country: str
    scope: str
    status: str
    points: tuple[GuidelinePoint, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guidelines:
    """The shelf: every body by id; and the causes that a point of a situation is about.

    In `leading` the key "" is for points without a situation. A situation that is not in it, such as a
    medicine that is taken, counts whatever the leading cause is.
    """

    by_id: Mapping[str, Guideline]
    leading: Mapping[str, frozenset[str]] = field(default_factory=dict)
