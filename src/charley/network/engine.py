"""What every engine of causes answers, whatever its arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, overload

from charley.history import History
from charley.network.parameters import Parameter
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


class LaterWeights(Sequence[Weight]):
    """Weights that are worked out when somebody looks at them."""

    def __init__(self, work: Callable[[], tuple[Weight, ...]]) -> None:
        self._work: Callable[[], tuple[Weight, ...]] | None = work
        self._known: tuple[Weight, ...] = ()

    @property
    def known(self) -> tuple[Weight, ...]:
        """All of them, worked out once."""
        if self._work is not None:
            self._known, self._work = self._work(), None
        return self._known

    def __len__(self) -> int:
        return len(self.known)

    @overload
    def __getitem__(self, place: int) -> Weight: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Weight, ...]: ...

    def __getitem__(self, place: int | slice) -> Weight | tuple[Weight, ...]:
        return self.known[place]


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
    weights: Sequence[Weight]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A number of the library, and the share of the spread of a cause's log odds that its range explains."""

    parameter: Parameter
    cause: str
    share: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """All causes, most likely first, and the chance that the complaint is a true cramp.

    `mechanisms` gives the chance that each way to a cramp is at work. `narrow` names the number of the
    library that explains most of the width of the first cause's interval, when intervals were drawn.
    """

    engine: str
    scores: tuple[CauseScore, ...]
    true_cramp: float
    mechanisms: Mapping[str, float] = field(default_factory=dict)
    narrow: Narrowing | None = None


class CauseEngine(Protocol):
    """Turns a History into a Ranking: deterministic, without clock, files or chance."""

    name: str

    def rank(self, history: History, library: Library, draws: int = 0) -> Ranking:
        """All causes for this history; intervals from so many draws of all numbers, if it can.

        Without draws the intervals come from the delta method.
        """
        ...
