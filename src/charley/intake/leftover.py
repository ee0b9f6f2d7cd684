"""What was not understood, and what is said to somebody whose text is odd."""

from __future__ import annotations

from bisect import bisect_right

from charley.intake.patterns.hits import Context
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import MOST_TOKENS
from charley.intake.values import Reading

MOST_LISTED = 20
LEAST_WORDS = 3
MOST_SHOWN = 80
ENGLISH_SHARE = 0.15
LEAST_FOREIGN = 4

FOREIGN = "This looks as if it is not in English. Charley reads English only; what it is sure of was kept."
TOO_LONG = "The text is very long. Only its first part was read."
ORDERS = "The text holds words meant for a program. They were not followed; only the story was read."


def left_over(readings: list[Reading], context: Context, marks: Marks) -> tuple[tuple[int, int, str], ...]:
    """Clauses in which nothing was read and that are more than small talk."""
    items, layout = context.tokens.items, context.layout
    starts = [token.start for token in items]
    covered = {
        layout.sentence[max(bisect_right(starts, at) - 1, 0)] for r in readings for at in (r.start, r.end - 1)
    }
    result: list[tuple[int, int, str]] = []
    place = 0
    while place < len(items) and len(result) < MOST_LISTED:
        end = layout.sentence_end[place]
        if layout.sentence[place] not in covered and _tells(place, end, marks):
            first, last, words = context.words(place, end)
            result.append((first, last, words[:MOST_SHOWN]))
        place = end
    return tuple(result)


def _tells(start: int, end: int, marks: Marks) -> bool:
    """Whether a sentence is more than small talk."""
    return sum(not marks.has("filler", place) for place in range(start, end)) >= LEAST_WORDS


def notes_on(context: Context, marks: Marks) -> tuple[str, ...]:
    """What is to be said about the text as a whole."""
    items = context.tokens.items
    notes = []
    english = len(marks.places("english"))
    words = sum(not token.norm[0].isdigit() for token in items)
    if words >= LEAST_FOREIGN and english < ENGLISH_SHARE * words:
        notes.append(FOREIGN)
    if len(items) >= MOST_TOKENS or context.tokens.read_to < len(context.text):
        notes.append(TOO_LONG)
    if marks.places("instruction"):
        notes.append(ORDERS)
    return tuple(notes)
