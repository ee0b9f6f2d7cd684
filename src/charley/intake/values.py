"""What reading a text gives: readings with their place in the text, and what was left over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

Kind = Literal["finding", "medicine", "condition", "lab"]
Status = Literal["taken", "doubted", "dropped"]


class Reading(NamedTuple):
    """One thing that was read in a text; a tuple, for a text makes hundreds of them.

    `start` and `end` are places in the text as written, `words` what stands there. `what` is the
    finding, or the id in a catalogue; `answer` its answer. A doubted reading stays unknown; a
    dropped one counts for nothing, and `why` says which rule decided. `state` is told of a medicine that is
    not taken now: stopped, not taken or replaced, and `when` the words for when.
    """

    kind: Kind
    what: str
    answer: bool | str | float
    start: int
    end: int
    words: str
    why: str
    status: Status = "taken"
    guess: bool = False
    unit: str = ""
    days: float | None = None
    state: str = ""
    when: str = ""

    def dropped(self, why: str) -> Reading:
        """The same, which counts for nothing, and the rule that decided so behind the reason it had."""
        return self._replace(status="dropped", why=f"{self.why}; {why}")


@dataclass(frozen=True, slots=True)
class Story:
    """A text as read. `answers` are settled; what disagrees stands in `differing` instead of an answer
    (but for a danger sign, where yes counts until it is settled)."""

    readings: tuple[Reading, ...] = ()
    answers: Mapping[str, bool | str | float | frozenset[str]] = field(default_factory=dict)
    doubted: frozenset[str] = frozenset()
    differing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nothing_taken: bool = False
    no_conditions: bool = False
    about_child: bool = False
    not_understood: tuple[tuple[int, int, str], ...] = ()
    notes: tuple[str, ...] = ()

    def taken(self, kind: Kind) -> list[Reading]:
        """The readings of one kind that count."""
        return [r for r in self.readings if r.kind == kind and r.status == "taken"]

    def not_taken_now(self) -> list[Reading]:
        """The medicines that were stopped, replaced or never taken, each once, and not taken beside it."""
        taken = {r.what for r in self.taken("medicine")}
        told = {r.what: r for r in reversed(self.readings) if r.kind == "medicine" and r.state}
        return sorted((r for r in told.values() if r.what not in taken), key=lambda r: r.start)

    def without(self, ids: frozenset[str]) -> Story:
        """The story without what was read of these findings or names."""
        if not ids:
            return self
        return replace(
            self,
            readings=tuple(r for r in self.readings if r.what not in ids),
            answers={id_: answer for id_, answer in self.answers.items() if id_ not in ids},
            doubted=self.doubted - ids,
            differing={id_: words for id_, words in self.differing.items() if id_ not in ids},
        )
