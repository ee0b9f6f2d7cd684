"""`charley plan`: what one person can do, in several forms."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import time
from pathlib import Path

from charley.advice.clinician import clinician_page
from charley.advice.plan import Plan, make_plan
from charley.assess import assess
from charley.cli.files import day_told, label, print_faults, read_input
from charley.errors import Fault, InputError
from charley.library import load
from charley.reading import read_history
from charley.reading.strict import parse_json

EXTRA = ("weasyprint", "segno", "icalendar")
NEEDS = "charley: this form needs weasyprint, segno and icalendar: pip install 'charley[pdf]'"


def run(arguments: argparse.Namespace) -> int:
    """Write the plan of one history. Exit code 2 when the input or an option was wrong."""
    try:
        return _write(_made(arguments), arguments.out)
    except InputError as error:
        print_faults(error)
    except ModuleNotFoundError as error:
        if error.name not in EXTRA:
            raise
        print(NEEDS, file=sys.stderr)
    return 2


def _made(arguments: argparse.Namespace) -> bytes:
    """What was asked for, in its form."""
    if arguments.guidelines:
        return _line(guidelines_text())
    if arguments.file is None:
        raise InputError([Fault("FILE", "is missing", "Give a JSON file with one history, or -.")])
    today = day_told(arguments.today)
    library = load()
    history = read_history(parse_json(read_input(arguments.file), label(arguments.file)), library, today)
    answer = assess(history, library)
    plan = make_plan(history, library, answer, history.date or today)
    if arguments.format == "ics":
        return _calendar(plan, arguments)
    if arguments.format != "clinician":
        return writer(arguments.format, arguments.full)(plan)
    page = clinician_page(history, library, answer, plan)
    if arguments.out is not None and Path(arguments.out).suffix.lower() == ".pdf":
        from charley.formats.plan.pdf import clinician_pdf

        return clinician_pdf(page)
    from charley.formats.plan.text import clinician_markdown

    return _line(clinician_markdown(page))


def guidelines_text() -> str:
    """What every body says of leg cramps, with its sources."""
    from charley.advice.clinician import guidelines
    from charley.formats.pages.advice import guideline_page

    library = load()
    return "\n\n".join(guideline_page(one, library) for one in guidelines().by_id.values())


def writer(format_: str, full: bool = False) -> Callable[[Plan], bytes]:
    """The function that writes a plan in this form; `full` adds the long form to the page."""
    if format_ == "pdf":
        from charley.formats.plan.pdf import plan_pdf

        return lambda plan: plan_pdf(plan, full)
    if format_ == "json":
        from charley.formats.plan.plain import plan_json

        return lambda plan: _line(plan_json(plan))
    from charley.formats.plan.text import plan_markdown, plan_text

    form = plan_markdown if format_ == "markdown" else plan_text
    return lambda plan: _line(form(plan, full))


def _calendar(plan: Plan, arguments: argparse.Namespace) -> bytes:
    from charley.formats.plan.calendar import EVENING, NoSessionsError, plan_calendar

    begin = day_told(arguments.begin, "--begin") if arguments.begin else plan.on
    at = _time(arguments.at) if arguments.at else EVENING
    try:
        return plan_calendar(plan, begin, at)
    except NoSessionsError:
        problem = f"this plan has no evening sessions so far ({plan.title})"
        raise InputError([Fault("--format ics", problem, "Read the plan itself first.")]) from None


def _time(told: str) -> time:
    try:
        return time.fromisoformat(told).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        raise InputError([Fault("--at", f"{told[:40]!r} is no time", "Write it like 21:30.")]) from None


def _line(text: str) -> bytes:
    return f"{text.rstrip()}\n".encode()


def _write(made: bytes, out: str | None) -> int:
    """Write to a file, or to standard output."""
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(made)
        sys.stdout.flush()
        return 0
    try:
        Path(out).write_bytes(made)
    except OSError as error:
        raise InputError([Fault(out, f"cannot be written: {error.strerror or error}")]) from None
    return 0
