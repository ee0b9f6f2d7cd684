"""Scoring the reader on sayings: many ways to say one answer, each a line under its heading.

A file of sayings is plain text. Below `## one_leg_swollen = yes` stand ways to say so; below
`## one_leg_swollen ! yes` texts that sound alike and must not be read so. `//` begins a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from charley.errors import Fault, InputError
from charley.history import Answer, History
from charley.reading import read_history
from charley.records.library import Library
from charley.score.measures import Proportion

HEADING = re.compile(r"## (?P<finding>\S+) (?P<kind>[=!]) (?P<answer>.+)")
WORDS = {"yes": True, "no": False}
NEAR = 0.1
"""A number within this share of the one wanted is right."""
CHILD = 6
"""The age that goes with sayings of what is asked of children only."""

CATALOGUES = ("medicines", "known_conditions")


@dataclass(frozen=True, slots=True)
class Saying:
    """One text, and the answer that it gives (`wanted`) or must not give."""

    line: int
    finding: str
    answer: str
    wanted: bool
    text: str


@dataclass(frozen=True, slots=True)
class Heard:
    """One saying as it was read: whether that is right, and what was read in all."""

    saying: Saying
    right: bool
    read: Mapping[str, Answer]


def parse_sayings(text: str, library: Library) -> list[Saying]:
    """The sayings of a file. Raises InputError naming the line of every bad heading and every stray text."""
    faults: list[Fault] = []
    sayings: list[Saying] = []
    heading: re.Match[str] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        told = line.strip()
        if told.startswith("##"):
            heading = HEADING.fullmatch(told)
            faults += _faults_of(heading, number, library)
        elif told and not told.startswith("//"):
            if heading is None:
                faults.append(
                    Fault(f"line {number}", "stands under no heading", "Write '## finding = answer'.")
                )
            else:
                kind = heading["kind"] == "="
                sayings.append(Saying(number, heading["finding"], heading["answer"], kind, told))
    if faults:
        raise InputError(faults)
    return sayings


def _faults_of(heading: re.Match[str] | None, number: int, library: Library) -> Iterator[Fault]:
    if heading is None:
        yield Fault(
            f"line {number}", "is no heading", "Write '## finding = answer' or '## finding ! answer'."
        )
    elif heading["finding"] not in library.findings:
        yield Fault(f"line {number}", f"'{heading['finding']}' is no finding of the library")


def hear(sayings: Iterable[Saying], library: Library) -> list[Heard]:
    """Every saying read alone, with the reader that reads a story."""
    return [_heard(saying, read_history(_told(saying, library), library), library) for saying in sayings]


def _told(saying: Saying, library: Library) -> dict[str, object]:
    """The text as a history; what is asked of children is told of a child."""
    about = {"age": CHILD} if library.findings[saying.finding].ask_of == "child" else {}
    return {"text": saying.text, **about}


def _heard(saying: Saying, history: History, library: Library) -> Heard:
    answer = history.answers.get(saying.finding)
    return Heard(saying, _gives(answer, saying, library) is saying.wanted, history.answers)


def _gives(answer: Answer | None, saying: Saying, library: Library) -> bool:
    if answer is None:
        return False
    if isinstance(answer, frozenset):
        return bool({saying.answer} & _names(answer, saying.finding, library)) or (
            saying.answer == "none" and not answer
        )
    if isinstance(answer, bool):
        return answer is WORDS.get(saying.answer)
    if isinstance(answer, float):
        return _close(answer, saying.answer)
    return answer == saying.answer


def _close(answer: float, wanted: str) -> bool:
    try:
        number = float(wanted)
    except ValueError:
        return False
    return abs(answer - number) <= NEAR * max(abs(number), 0.5)


def _names(answer: frozenset[str], finding: str, library: Library) -> set[str]:
    if finding not in CATALOGUES:
        return set(answer)
    entries = library.medicines if finding == "medicines" else library.illnesses
    return {*answer, *(entries[id_].name for id_ in answer if id_ in entries)}


def saying_table(heard: list[Heard], misses: bool = False) -> str:
    """One line a heading; with `misses` every saying read wrongly, with what was read instead."""
    said = [h for h in heard if h.saying.wanted]
    kept = [h for h in heard if not h.saying.wanted]
    lines = [
        f"said, and read so          {_share(said)}",
        f"not said, and not read so  {_share(kept)}",
        "",
    ]
    groups: dict[str, list[Heard]] = {}
    for one in heard:
        sign = "=" if one.saying.wanted else "!"
        groups.setdefault(f"{one.saying.finding} {sign} {one.saying.answer}", []).append(one)
    for name, ones in groups.items():
        lines.append(f"{name:<60} {_share(ones)}")
        if misses:
            lines += [line for one in ones if not one.right for line in _miss(one)]
    return "\n".join(lines)


def _miss(one: Heard) -> tuple[str, str]:
    return f"    {one.saying.line}: {one.saying.text}", f"        read: {_plain(one.read)}"


def _share(heard: list[Heard]) -> Proportion:
    return Proportion(sum(h.right for h in heard), len(heard))


def _plain(read: Mapping[str, Answer]) -> str:
    return (
        ", ".join(f"{id_}={sorted(a) if isinstance(a, frozenset) else a}" for id_, a in read.items())
        or "nothing"
    )
