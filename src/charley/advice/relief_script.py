"""The timed script of relief: look first, round upon round until the danger check, and afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charley.advice.gate import Gate
from charley.advice.script import Script, Writer, reading_time
from charley.records.relief import Danger, Protocol, Step

SHORTEST = 5
"""A step that would leave less than this before the danger check lasts until the check."""

LOOK = "First look. If the answer to one of these is yes, do not stretch or rub."
CHECK = "Ten minutes are over. Is it still hard? Then answer these questions."
CHECK_FIRST = "First answer these questions."
AFTER = "It has let go. Now afterwards."
LAST = "If it comes back, begin again. If a danger question was a yes, get help as it says."
INFORMATION = "This is information, not a diagnosis. In an emergency call your emergency number."


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step that is for this person, with what to make sure of first because it is not known."""

    step: Step
    checks: tuple[str, ...]


def now_script(
    protocol: Protocol,
    gate: Gate,
    withheld: tuple[str, ...],
    at_once: Sequence[Danger],
    steps: Sequence[ShownStep],
    danger: Sequence[Danger],
    check_after: int,
) -> Script:
    """What to do now; the danger check begins at `check_after` seconds, or comes first where it must."""
    writer = Writer()
    for text in gate.first:
        writer.add(reading_time(text), "call", text)
    if withheld:
        for text in withheld:
            writer.add(reading_time(text), "call", text)
    else:
        _ask(writer, CHECK_FIRST if protocol.danger_first else LOOK, at_once, full=protocol.danger_first)
        _rounds(writer, steps, writer.clock + check_after if protocol.danger_first else check_after)
    _ask(writer, CHECK if not withheld else CHECK_FIRST, danger, full=True)
    return writer.script(protocol.id, f"Cramp: {protocol.name}", f"{LAST} {INFORMATION}")


def _ask(writer: Writer, opening: str, questions: Sequence[Danger], full: bool) -> None:
    """The questions one by one; in `full` each with what a yes means."""
    writer.add(reading_time(opening), "check", opening)
    for question in questions:
        text = f"{question.ask} If yes: {question.do}" if full else question.ask
        writer.add(reading_time(text), "danger", text, ref=question.id)


def _rounds(writer: Writer, steps: Sequence[ShownStep], until: int) -> None:
    """The steps again and again, to end exactly when the danger check is due."""
    number = 0
    while writer.clock < until:
        number += 1
        for shown in steps:
            if shown.step.once and number > 1:
                continue
            left = until - writer.clock
            if left <= 0:
                return
            step = shown.step
            seconds = left if left < step.seconds + SHORTEST else step.seconds
            checks = shown.checks if number == 1 else ()
            writer.add(seconds, step.kind, step.say, step.exercise, "", number, 0, step.id, checks)


def after_script(protocol: Protocol, after: Sequence[ShownStep]) -> Script:
    """What to do once the cramp has let go; its clock begins anew."""
    writer = Writer()
    writer.add(reading_time(AFTER), "say", AFTER)
    for shown in after:
        step = shown.step
        writer.add(step.seconds, step.kind, step.say, step.exercise, "", 0, 0, step.id, shown.checks)
    return writer.script(f"{protocol.id}_after", f"After a cramp: {protocol.name}", INFORMATION)
