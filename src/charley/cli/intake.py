"""`charley intake explain`: every reading of a text, with its words and the rule that decided; `count`: the
words that danger is told with."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from charley.cli.files import day_told, print_faults, read_input
from charley.errors import Fault, InputError
from charley.intake import Reading, Story
from charley.library import load
from charley.library.store import KNOWLEDGE
from charley.reading.messages import one_line
from charley.reading.reader import MOST_TEXT
from charley.reading.telling import say_reading, story_of
from charley.records.library import Library

MARKS = {"taken": "+", "doubted": "?", "dropped": "-"}
"""How a reading counts: it does, it stays unknown, it does not."""


def run(arguments: argparse.Namespace) -> int:
    """Explain a text or count sentences; exit code 2 when there is nothing to read."""
    return _count(arguments) if arguments.action == "count" else _explain(arguments)


def _count(arguments: argparse.Namespace) -> int:
    from charley.score.sounds import as_yaml, count

    out = Path(arguments.out) if arguments.out else KNOWLEDGE / "lexicon" / "sounds.yaml"
    try:
        counts = count(Path(arguments.directory), load())
        out.write_text(as_yaml(counts), encoding="utf-8")
    except InputError as error:
        print_faults(error)
        return 2
    except OSError as error:
        print(f"charley: {error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    print(f"{counts.danger:,} sentences tell a sign of danger, {counts.other:,} do not: {out.name}")
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    try:
        text, today = _text(arguments.text), day_told(arguments.today)
    except InputError as error:
        print_faults(error)
        return 2
    library = load()
    print("\n".join(explained(story_of(text, library, today), library)))
    return 0


def _text(told: str) -> str:
    text = read_input("-").decode("utf-8", errors="replace") if told == "-" else told
    if not text.strip():
        raise InputError(
            [Fault("text", "is empty", 'Give a story, for example "cramp in my calf at night".')]
        )
    if len(text) > MOST_TEXT:
        raise InputError([Fault("text", f"is longer than {MOST_TEXT} characters", "Tell it shorter.")])
    return text


def explained(story: Story, library: Library) -> Iterator[str]:
    """The readings in the order of the text, then what differs, and what was not understood."""
    for reading in story.readings:
        yield from _lines(reading, library)
    for id_, words in story.differing.items():
        told = " / ".join(one_line(w) for w in words)
        yield f"! differs: {told}. Asked again: {library.findings[id_].question}"
    for start, end, left in story.not_understood:
        yield f"  not understood {start}-{end}: {one_line(left)}"
    yield from (f"  note: {note}" for note in story.notes)
    if not (story.readings or story.not_understood or story.notes):
        yield "Nothing was read."


def _lines(reading: Reading, library: Library) -> Iterator[str]:
    danger = (
        reading.kind == "finding"
        and library.findings[reading.what].section == "safety"
        and reading.answer is True
    )
    ask = " (to be confirmed)" if danger and reading.status == "taken" else ""
    guess = " (a guess)" if reading.guess else ""
    meaning = f"{reading.what}: {say_reading(reading, library)}{guess}{ask}"
    yield f'{MARKS[reading.status]} {reading.start}-{reading.end} "{one_line(reading.words)}" -> {meaning}'
    yield f"    {reading.why}"
