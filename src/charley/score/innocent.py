"""Scoring the reader on innocent talk: texts full of the words of danger that tell of none.

A file of innocent talk is plain text, one text a line; `//` begins a remark. Every danger sign that is read
in it is a mistake, and so is every answer that sends somebody to be seen the same day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from charley.assess import assess
from charley.errors import Fault, InputError
from charley.reading import read_history
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.score.measures import Proportion

DANGER = "safety"
"""The section of the danger signs."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """One innocent text: the danger signs read in it, and how soon to be seen it would be."""

    line: int
    text: str
    signs: tuple[str, ...]
    level: Urgency


def hear_innocent(text: str, library: Library) -> list[Alarm]:
    """Every line read as a story of its own. Raises InputError when there is none."""
    told = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    told = [(number, line) for number, line in told if line and not line.startswith("//")]
    if not told:
        raise InputError([Fault("line 1", "holds no text", "Write one text a line.")])
    return [_heard(number, line, library) for number, line in told]


def _heard(number: int, line: str, library: Library) -> Alarm:
    history = read_history({"text": line}, library)
    signs = [
        id_
        for id_, answer in sorted(history.answers.items())
        if library.findings[id_].section == DANGER and answer is True
    ]
    return Alarm(number, line, tuple(signs), assess(history, library).urgency)


def innocent_table(alarms: Iterable[Alarm], misses: bool = False) -> str:
    """How many texts stay innocent, the signs most often heard in them; and with `misses` each on a line."""
    told = list(alarms)
    signs = Counter(sign for alarm in told for sign in alarm.signs)
    lines = [
        f"innocent texts without a danger sign: {Proportion(sum(not a.signs for a in told), len(told))}",
        f"sent to be seen the same day:         {sent_at_once(told)}",
        *(f"{sign:32}{count:4}" for sign, count in signs.most_common()),
    ]
    if misses:
        lines += [f"{a.line}: {a.text} -> {', '.join(a.signs)} ({a.level.word})" for a in told if a.signs]
    return "\n".join(lines)


def sent_at_once(alarms: Iterable[Alarm]) -> Proportion:
    """Of innocent texts those that send somebody to be seen the same day or at once."""
    told = list(alarms)
    return Proportion(sum(alarm.level >= Urgency.SAME_DAY for alarm in told), len(told))
