"""What every engine of causes answers, whatever its arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from charley.history import History
from charley.records.conditions import OneFinding
from charley.records.library import Library


@dataclass(frozen=True, slots=True)
class Weight:
    """Weight of one answer for a cause, in decibans against what people who ask usually answer.

    `condition` is the part of the answer that counted, when it holds. `told` is false for a fact
    that was left out, which may speak a little against a cause.
    """

    fact: str
    decibans: float
    condition: OneFinding | None = None
    told: bool = True


@dataclass(frozen=True, slots=True)
class CauseScore:
    """A cause with the chance that it is behind the complaint or adds to it, and an 80% interval.

    `responsible` is the chance that it alone is the main cause; these add up to one over all causes.
    """

    cause: str
    probability: float
    low: float
    high: float
    responsible: float
    weights: tuple[Weight, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """All causes, most likely first, and the chance that the complaint is a true cramp.

    `mechanisms` gives the chance that each way to a cramp is at work in the main cause.
    """

    engine: str
    scores: tuple[CauseScore, ...]
    true_cramp: float
    mechanisms: Mapping[str, float] = field(default_factory=dict)


class CauseEngine(Protocol):
    """Turns a History into a Ranking: deterministic, without clock, files or chance."""

    name: str

    def rank(self, history: History, library: Library) -> Ranking:
        """All causes for this history."""
        ...
