"""Relief as text: one page to read, or timed lines to be spoken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from charley.advice.circumstances import circumstances
from charley.advice.relief import ReliefPlan
from charley.advice.relief_script import INFORMATION, ShownStep
from charley.advice.script import Script, clock_text, spoken
from charley.records.relief import Danger
from charley.records.rules import Urgency

WIDTH = 88
WORDS = {Urgency.EMERGENCY_NOW: "EMERGENCY", Urgency.SAME_DAY: "TODAY"}


def relief_page(plan: ReliefPlan) -> str:
    """What to do now, afterwards, what not to do, and the danger check. Urgency stands before all of it."""
    lines = [f"Cramp: {plan.protocol.name}", ""]
    lines += _urgency(plan)
    lines += _withheld(plan) if plan.withheld else _steps(plan)
    lines += ["", "Danger check", *_danger(plan.danger), "", *wrap(INFORMATION, WIDTH)]
    return "\n".join(lines)


def _urgency(plan: ReliefPlan) -> Iterator[str]:
    if plan.gate.first:
        yield f"FIRST: {plan.gate.title}"
        for text in plan.gate.first:
            yield from _item(text)
        yield ""
    elif plan.gate.note:
        yield from [*wrap(f"{plan.gate.title}. {plan.gate.note}", WIDTH), ""]


def _withheld(plan: ReliefPlan) -> Iterator[str]:
    yield from wrap(" ".join(plan.withheld), WIDTH)


def _steps(plan: ReliefPlan) -> Iterator[str]:
    yield from wrap(plan.protocol.summary, WIDTH)
    if plan.variants:
        known = circumstances()
        yield from wrap(f"Fitted to you: {', '.join(known[id_].name for id_ in plan.variants)}.", WIDTH)
    opening = "First answer the danger check below. If nothing of it is so:"
    look = "Look first. If one of these is so, do not stretch or rub, and go to the danger check:"
    yield ""
    yield from wrap(opening if plan.protocol.danger_first else look, WIDTH)
    for danger in () if plan.protocol.danger_first else plan.look_first:
        yield from _item(danger.ask)
    yield from ("", f"Now (again and again, up to {plan.check_after // 60} minutes)")
    yield from _numbered(plan.steps)
    yield from ("", "When it has let go")
    yield from _numbered(plan.after)
    yield from ("", "What not to do")
    for warning in plan.warnings:
        yield from _item(f"{warning.says} {warning.because}")
    yield ""
    yield from wrap(
        f"Still hard after {plan.check_after // 60} minutes? Then do the danger check. {plan.pace}", WIDTH
    )


def _numbered(steps: Sequence[ShownStep]) -> Iterator[str]:
    for number, shown in enumerate(steps, 1):
        step = shown.step
        text = " ".join(part for part in (step.say, step.more, *shown.checks) if part)
        yield from _item(f"{text} ({duration(step.seconds)})", f"{number:2}. ")


def _danger(questions: Sequence[Danger]) -> Iterator[str]:
    for danger in questions:
        yield from _item(f"[{WORDS[danger.level]}] {danger.ask} If yes: {danger.do}")


def _item(text: str, mark: str = "- ") -> list[str]:
    return wrap(text, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))


def duration(seconds: int) -> str:
    """Seconds in plain words: `40 seconds`, `5 minutes`, `1 minute 30 seconds`."""
    minutes, rest = divmod(seconds, 60)
    parts = [f"{minutes} minute{'s' if minutes != 1 else ''}"] if minutes else []
    parts += [f"{rest} second{'s' if rest != 1 else ''}"] if rest or not minutes else []
    return " ".join(parts)


def speak_text(*scripts: Script | None) -> str:
    """Timed lines, `minutes:seconds` and the words, one script below the other."""
    parts = []
    for script in scripts:
        if script is not None:
            lines = [f"{clock_text(second):>5}  {words}" for second, words in spoken(script)]
            parts.append("\n".join([f"# {script.title}", *lines]))
    return "\n\n".join(parts)
