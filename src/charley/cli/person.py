"""The person a command is for: a history from a file, and circumstances told by flags."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # every command builds the parser; what reads a history is loaded when there is one
    from charley.history import History
    from charley.records.library import Library

FLAGS = {
    "pregnant": "you are pregnant",
    "numb_feet": "your feet feel numb, or you have diabetes",
    "poor_balance": "you are unsteady on your feet",
    "in_bed": "you are alone in bed",
    "sport": "it came during sport or hard work",
    "dialysis": "you are on the dialysis machine now",
}
"""What can be told on the command line; each also as --no-..., where it is not so."""

MEANS = {"dialysis": ("dialysis", "on_machine")}
"""The circumstances a flag stands for, where they are not the one of its own name."""


def add_person(parser: argparse.ArgumentParser) -> None:
    """The options that say whom it is for."""
    parser.add_argument(
        "--history", metavar="FILE", help="a JSON file with one history, or - for standard input"
    )
    for name, says in FLAGS.items():
        flag = "--" + name.replace("_", "-")
        parser.add_argument(flag, action=argparse.BooleanOptionalAction, default=None, help=says)


def told_by(arguments: argparse.Namespace) -> dict[str, bool]:
    """The circumstances told by flags."""
    told = {name: value for name in FLAGS if (value := getattr(arguments, name)) is not None}
    return {id_: value for name, value in told.items() for id_ in MEANS.get(name, (name,))}


def history_of(arguments: argparse.Namespace, library: Library) -> History | None:
    """The history of `--history`, or None. Raises InputError when it cannot be used."""
    if arguments.history is None:
        return None
    from charley.cli.files import read_input
    from charley.reading import read_history
    from charley.reading.strict import parse_json

    label = "standard input" if arguments.history == "-" else arguments.history
    return read_history(parse_json(read_input(arguments.history), label), library)
