"""A timed script: lines one after another without a gap, for a voice, a screen or a player."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

LineKind = Literal[
    "say", "ready", "hold", "rest", "do",
    "look", "stretch", "stand", "rub", "walk", "warm", "drink", "call", "check", "danger", "done",
]  # fmt: skip
Side = Literal["", "left", "right", "both"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a script.

    `second` is when it starts and `seconds` how long it lasts (0 only for the last). `exercise` is the
    exercise whose drawing belongs to it, `side` the leg, `repetition` the hold or round, counted from 1
    (0 where nothing is counted) of `of`. `ref` is the id of the step or danger question it comes from.
    `checks` are what to make sure of first, because it is not known of this person.
    """

    second: int
    seconds: int
    kind: LineKind
    text: str
    exercise: str = ""
    side: Side = ""
    repetition: int = 0
    of: int = 0
    ref: str = ""
    checks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """A timed script. The last line is always `done`, at the second `total`."""

    id: str
    title: str
    lines: tuple[Line, ...]

    @property
    def total(self) -> int:
        """How long it lasts, seconds."""
        return self.lines[-1].second if self.lines else 0


@dataclass(slots=True)
class Writer:
    """Puts lines one after another, so that each begins when the last one ends."""

    clock: int = 0
    lines: list[Line] = field(default_factory=list)

    def add(self, seconds: int, kind: LineKind, text: str, exercise: str = "", side: Side = "",
            repetition: int = 0, of: int = 0, ref: str = "", checks: Iterable[str] = ()) -> None:  # fmt: skip
        """The next line."""
        line = Line(self.clock, seconds, kind, text, exercise, side, repetition, of, ref, tuple(checks))
        self.lines.append(line)
        self.clock += seconds

    def script(self, id_: str, title: str, last: str) -> Script:
        """The script so far, with its last words."""
        self.add(0, "done", last)
        return Script(id_, title, tuple(self.lines))


def spoken(script: Script) -> list[tuple[int, str]]:
    """The script as (second, words): each line with its checks, as a voice would say it."""
    return [(line.second, _words(line)) for line in script.lines]


def _words(line: Line) -> str:
    count = f"{line.repetition} of {line.of}: " if line.kind == "hold" and line.of > 1 else ""
    return " ".join([count + line.text, *line.checks])


SECONDS_PER_WORD = 0.4
"""About 150 words a minute: the pace of somebody who reads aloud calmly."""


def reading_time(text: str, least: int = 3) -> int:
    """How long it takes to say a text calmly, in whole seconds."""
    return max(least, round(len(text.split()) * SECONDS_PER_WORD))


def clock_text(second: int) -> str:
    """A second as minutes and seconds: 75 is `1:15`."""
    return f"{second // 60}:{second % 60:02d}"
