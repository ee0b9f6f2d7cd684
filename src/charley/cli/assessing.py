"""`charley assess`: histories in, assessments out."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from charley.assess import assess
from charley.assessment import Assessment
from charley.cli.files import day_told, label, print_faults, read_input
from charley.errors import InputError
from charley.library import load
from charley.reading import read_history
from charley.reading.strict import parse_json


def run(arguments: argparse.Namespace) -> int:
    """Assess one history, or one a line. Exit code 2 when an input was wrong."""
    try:
        today = day_told(arguments.today)
        if arguments.ndjson:
            from charley.cli.many import run as run_many

            return run_many(arguments.file, today, arguments.jobs)
        data = parse_json(read_input(arguments.file), label(arguments.file))
        library = load()
        print(writer(arguments.format)(assess(read_history(data, library, today), library)))
    except InputError as error:
        print_faults(error)
        return 2
    return 0


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
