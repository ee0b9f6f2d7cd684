"""The lexicon's own examples: what each entry must read, and what it must leave alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from charley.errors import Fault
from charley.intake.story import Names, read_story
from charley.intake.text.chart import Speller
from charley.intake.values import Kind, Story
from charley.records.lexicon import Entry
from charley.records.library import Library

DAY = date(2026, 11, 22)
"""The day on which the examples are told."""

Value = bool | str | float | frozenset[str] | None


def check_examples(library: Library, speller: Speller, names: Names) -> Iterator[Fault]:
    """A fault for every example that is not read as it must be."""
    for entry in speller.lexicon.entries:
        for wanted, texts in entry.match:
            for text in texts:
                read = answer_of(read_story(text, library, speller, names, DAY), entry)
                if not reads(read, wanted):
                    problem = f"{entry.finding} must read {wanted!r} from {text!r} but reads {said(read)}"
                    yield Fault(entry.place, problem, "Mend the patterns, or the example.")
        for text in entry.not_match:
            read = answer_of(read_story(text, library, speller, names, DAY), entry)
            if read is not None and read is not False:
                problem = f"{entry.finding} must read nothing from {text!r} but reads {said(read)}"
                yield Fault(entry.place, problem, "Narrow the patterns, or use 'unless'.")


def answer_of(story: Story, entry: Entry) -> Value:
    """What a story answers to the finding of an entry."""
    if entry.finding == "medicines":
        return _list(story, "medicine", story.nothing_taken)
    if entry.finding == "known_conditions":
        return _list(story, "condition", story.no_conditions)
    return story.answers.get(entry.finding)


def _list(story: Story, kind: Kind, empty: bool) -> Value:
    named = frozenset(reading.what for reading in story.taken(kind))
    return named if named or empty else None


def reads(read: Value, wanted: str) -> bool:
    """Whether what was read is the answer wanted, which is written as text."""
    match read:
        case None:
            return False
        case bool():
            return wanted == ("yes" if read else "no")
        case float():
            return abs(read - float(wanted)) <= 0.01 * max(abs(read), 1.0)
        case frozenset():
            return wanted in read or (wanted == "none" and not read)
    return read == wanted


def said(read: Value) -> str:
    """What was read, for a fault."""
    if isinstance(read, frozenset):
        return ", ".join(sorted(read)) or "none"
    return {None: "nothing", True: "yes", False: "no"}.get(read, str(read)) if read is None else str(read)
