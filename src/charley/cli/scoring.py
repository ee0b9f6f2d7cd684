"""`charley score`: how often the program is right on written cases."""

from __future__ import annotations

import argparse
import json

from charley.cli.files import MOST_BYTES_OF_MANY, open_input, print_faults
from charley.errors import Fault, InputError
from charley.library import load
from charley.reading.strict import parse_json
from charley.score import score, score_utterances, table, utterance_table
from charley.score.innocent import hear_innocent, innocent_table
from charley.score.interviewing import simulate
from charley.score.sayings import hear, parse_sayings, saying_table


def run(arguments: argparse.Namespace) -> int:
    """Print the measures, published and composed apart, and every miss."""
    try:
        with open_input(arguments.vignettes) as stream:
            raw = stream.read(MOST_BYTES_OF_MANY + 1)
        if arguments.input in ("sayings", "innocent"):
            print(_of_lines(_text(raw), arguments.input, arguments.misses))
            return 0
        vignettes = parse_json(raw, arguments.vignettes, most=MOST_BYTES_OF_MANY)
        if arguments.interview:
            print(simulate(vignettes, load()).table())
            return 0
        if arguments.input == "utterances":
            print(utterance_table(score_utterances(vignettes, load()), arguments.misses))
            return 0
        report = score(vignettes, load(), arguments.input)
    except InputError as error:
        print_faults(error)
        return 2
    print(json.dumps(report.plain(), indent=1) if arguments.json else table(report))
    return 0


def _of_lines(text: str, kind: str, misses: bool) -> str:
    """The table of a text file. Raises InputError when its lines are not of the kind."""
    library = load()
    if kind == "innocent":
        return innocent_table(hear_innocent(text, library), misses)
    return saying_table(hear(parse_sayings(text, library), library), misses)


def _text(raw: bytes) -> str:
    """A text file as text. Raises InputError when it is none."""
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        fault = Fault(f"byte {error.start}", "is no UTF-8 text", "Save the file as UTF-8.")
        raise InputError([fault]) from None
