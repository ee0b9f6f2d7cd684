"""Relief of a cramp that is there now: steps, what not to do, and the danger check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from charley.records.numbers import Number
from charley.records.rules import Urgency

StepKind = Literal["look", "stretch", "stand", "rub", "walk", "warm", "rest", "drink", "call"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of relief: what is said, for how many seconds, and whom it is (not) for.

    It is left out when a circumstance of `unless` holds, and shown only when one of `only` does, if there
    are any. `exercise` names the move whose drawing shows it. A step with `once` is not repeated.
    """

    id: str
    kind: StepKind
    say: str
    more: str
    seconds: int
    exercise: str
    once: bool
    unless: tuple[str, ...]
    only: tuple[str, ...]
    claims: tuple[str, ...]
    interventions: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Warning:
    """Something not to do, and why. With `only`, it is said just to those whom it concerns."""

    id: str
    says: str
    because: str
    only: tuple[str, ...]
    claims: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Danger:
    """One question of the danger check, what yes means, and the rules of triage that it stands for.

    `at_once` questions are put before anything is stretched. Questions with `only` are left out for those
    who are known not to be concerned; whoever may be is asked.
    """

    id: str
    ask: str
    do: str
    level: Urgency
    at_once: bool
    only: tuple[str, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Protocol:
    """Relief for one muscle. `round` is repeated until the danger check; `after` once the cramp lets go.

    `danger_first` protocols put the whole danger check before any step. `sites` are the answers of the
    finding `cramp_site` that it serves.
    """

    id: str
    name: str
    also: tuple[str, ...]
    sites: tuple[str, ...]
    summary: str
    danger_first: bool
    round: tuple[str, ...]
    after: tuple[str, ...]
    warnings: tuple[str, ...]
    not_for: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relief:
    """All of it. `check_after` is when the danger check comes (seconds); `pace` says whose the times are."""

    protocols: Mapping[str, Protocol]
    steps: Mapping[str, Step]
    warnings: Mapping[str, Warning]
    danger: Mapping[str, Danger]
    check_after: Number
    pace: str
