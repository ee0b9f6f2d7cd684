"""What a clinician examines, by cause, and what must not be missed beside a leading cause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from charley.records.conditions import Condition


@dataclass(frozen=True, slots=True)
class ExamLine:
    """One thing to examine, and the causes that it speaks for or against.

    With `when` only while that holds or is not known, such as a calf squeeze for a cramp of the calf.
    """

    id: str
    says: str
    causes: frozenset[str]
    sources: tuple[str, ...]
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class NotMissed:
    """Dangers to think of when `when` holds and one of the causes `beside` leads or is suspected.

    `causes` are of the library, `also` dangers that it does not hold. `suspect` puts them among what must
    be excluded today, `last` after what the rules suspect.
    """

    id: str
    when: Condition | None
    beside: frozenset[str]
    causes: tuple[str, ...]
    also: tuple[str, ...]
    tests: tuple[str, ...]
    suspect: bool
    last: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Examination:
    """The shelf: every line by id, what must not be missed, and what a cause or a test needs to be named.

    Of the tests of one row of `tests_once` the first that is there is enough.
    """

    lines: Mapping[str, ExamLine]
    not_missed: tuple[NotMissed, ...] = ()
    only_with: Mapping[str, Condition] = field(default_factory=dict)
    tests_only_with: Mapping[str, Condition] = field(default_factory=dict)
    tests_once: tuple[tuple[str, ...], ...] = ()
