"""`charley assess`: histories in, assessments out."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date

from charley.assess import assess
from charley.assessment import Assessment
from charley.cli.files import print_faults, read_input
from charley.errors import Fault, InputError
from charley.library import load
from charley.reading import read_history
from charley.reading.strict import parse_json


def run(arguments: argparse.Namespace) -> int:
    """Assess one history, or one a line. Exit code 2 when an input was wrong."""
    try:
        today = _today(arguments.today)
        if arguments.ndjson:
            from charley.cli.many import run as run_many

            return run_many(arguments.file, today, arguments.jobs)
        data = parse_json(read_input(arguments.file), _label(arguments.file))
        library = load()
        print(writer(arguments.format)(assess(read_history(data, library, today), library)))
    except InputError as error:
        print_faults(error)
        return 2
    return 0


def _today(told: str | None) -> date:
    if told is None:
        return date.today()
    try:
        return date.fromisoformat(told)
    except ValueError:
        raise InputError(
            [Fault("--today", f"{told[:40]!r} is no date", "Write it like 2026-11-21.")]
        ) from None


def _label(file: str) -> str:
    return "standard input" if file == "-" else file


def writer(format_: str) -> Callable[[Assessment], str]:
    """The function that writes an assessment in this format."""
    if format_ == "json":
        from charley.formats.plain import to_json

        return lambda assessment: to_json(assessment, indent=2)
    if format_ == "markdown":
        from charley.formats.markdown import to_markdown

        return to_markdown
    from charley.formats.text import to_text

    return to_text
