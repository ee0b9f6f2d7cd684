"""The start of `charley ask --text`: the story, what was understood, and what must be confirmed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from charley.errors import InputError
from charley.history import History
from charley.records.findings import Finding
from charley.records.library import Library

MOST_LINES = 200
TELL = "Tell it in your own words. An empty line ends it."
STOP = "stop"


class Session(Protocol):
    """What is needed of the interview's session."""

    library: Library
    text: str
    corrected: list[str]
    told: dict[str, Any]

    def history(self) -> History: ...


def begin(session: Session, read: Callable[[], str], answer: Callable[[Finding, str], Any]) -> None:
    """Take the story, show what was understood, and ask back every danger sign read in it."""
    print(TELL)
    lines: list[str] = []
    while len(lines) < MOST_LINES and (line := read()) and line.lower() != STOP:
        lines.append(line)
    session.text = "\n".join(lines)
    try:
        history = session.history()
    except InputError as error:
        for fault in error.faults:
            print(f"  {fault.problem}. {fault.mend}")
        session.text = ""
        return
    _show(history, session.text)
    for id_ in history.to_confirm:
        _confirm(session, session.library.findings[id_], read, answer)


def _show(history: History, text: str) -> None:
    print("\nWe understood:")
    seen: set[str] = set()
    for reading in history.readings:
        if reading.status == "taken" and reading.meaning not in seen:
            seen.add(reading.meaning)
            words = " ".join(text[reading.start : reading.end].split())
            print(f'  {reading.meaning}  ("{words}")')
    for question in history.contradictions:
        print(f"  To check: {question}")
    for where, why in history.not_understood:
        if where.startswith("text"):
            print(f"  {why}")


def _confirm(
    session: Session, finding: Finding, read: Callable[[], str], answer: Callable[[Finding, str], Any]
) -> None:
    """Ask once whether a danger sign was meant so; without a clear answer it stays a yes."""
    print(f"\nWe read this as yes. Is that right? {finding.question}")
    if finding.help:
        print(f"  {finding.help}")
    for _ in range(3):
        reply = read()
        if reply.lower() in ("skip", STOP, ""):
            return
        try:
            session.told[finding.id] = answer(finding, reply)
        except ValueError as error:
            print(f"  {error}")
            continue
        session.corrected.append(finding.id)
        return
