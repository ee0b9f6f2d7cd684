"""`charley exercise`: list, explain, run and draw exercises and programmes."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from charley.advice.circumstances import states_of
from charley.advice.exercises import exercises, offer_exercise, offer_programme, programmes
from charley.advice.names import find
from charley.advice.sessions import Session, session
from charley.cli.files import print_faults
from charley.cli.person import history_of, told_by
from charley.errors import Fault, InputError
from charley.history import History
from charley.library import load
from charley.records.exercises import Exercise
from charley.records.library import Library
from charley.records.programmes import Programme


def run(arguments: argparse.Namespace) -> int:
    """Print what was asked for; exit code 2 for an unknown name, a wrong history or a file not written."""
    library = load()
    try:
        history = history_of(arguments, library)
        if arguments.what is None:
            _only_with_a_name(arguments)
            print(_listed(arguments, library, history))
            return 0
        shelf: Mapping[str, Exercise | Programme] = {**exercises(), **programmes()}
        found = find(arguments.what, shelf, "exercise")
        if arguments.svg:
            _write_drawing(found, arguments.svg)
            return 0
        print(_shown(found, session(found.id, library, history, told_by(arguments)), arguments, library))
    except InputError as error:
        print_faults(error)
        return 2
    return 0


def _only_with_a_name(arguments: argparse.Namespace) -> None:
    for flag in ("speak_text", "svg"):
        if getattr(arguments, flag):
            option = "--" + flag.replace("_", "-")
            raise InputError(
                [Fault(option, "needs the name of an exercise", "Try: charley exercise bedtime.")]
            )


def _listed(arguments: argparse.Namespace, library: Library, history: History | None) -> str:
    states = states_of(history, library, told_by(arguments))
    offers = {id_: offer_exercise(exercise, states) for id_, exercise in exercises().items()}
    offers |= {id_: offer_programme(programme, states) for id_, programme in programmes().items()}
    if arguments.json:
        from charley.formats.movement import plain_exercise, plain_offer, plain_programme

        return _json(
            {
                "programmes": [
                    plain_programme(programme) | {"offer": plain_offer(offers[id_])}
                    for id_, programme in programmes().items()
                ],
                "exercises": [
                    plain_exercise(exercise) | {"offer": plain_offer(offers[id_])}
                    for id_, exercise in exercises().items()
                ],
            }
        )
    from charley.formats.exercise import exercise_list

    return exercise_list(offers)


def _shown(
    found: Exercise | Programme, made: Session, arguments: argparse.Namespace, library: Library
) -> str:
    if arguments.json:
        from charley.formats.movement import plain_exercise, plain_programme, plain_session

        plain = plain_exercise(found) if isinstance(found, Exercise) else plain_programme(found)
        return _json(plain | {"session": plain_session(made)})
    if arguments.speak_text:
        return _spoken(made)
    from charley.formats.exercise import exercise_page, programme_page

    if isinstance(found, Exercise):
        return exercise_page(found, made, library)
    return programme_page(found, made, library)


def _spoken(made: Session) -> str:
    """The timed lines, after what urgency demands and why something else is done than was asked for."""
    from charley.formats.relief import speak_text

    before = [*made.gate.first, *made.reasons]
    if made.script is None:
        return "\n".join([*before, "There is no session for you now."])
    if made.programme != made.asked:
        before.append(f"So this is another one: {made.script.title}.")
    return "\n".join([*before, *([""] if before else []), speak_text(made.script)])


def _write_drawing(found: Exercise | Programme, file: str) -> None:
    if isinstance(found, Programme):
        problem, mend = "a programme has several drawings", f"Name one of: {', '.join(found.exercises)}."
        raise InputError([Fault("--svg", problem, mend)])
    from charley.advice.drawing import draw

    picture = draw(found.drawing, found.name, found.id)
    if file == "-":
        sys.stdout.write(picture)
        return
    try:
        Path(file).write_text(picture, encoding="utf-8")
    except OSError as error:
        raise InputError([Fault(file, f"cannot be written: {error.strerror or error}")]) from None


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)
