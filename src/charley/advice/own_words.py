"""What was read in free text stands as the person's own words: quoted by its span, never asserted.

A reading can be wrong, and then "you have ..." puts a false fact into somebody's mouth. A quotation cannot.
"""

from __future__ import annotations

import re

from charley.history import Answer, History
from charley.records.library import Library
from charley.records.readings import Read
from charley.wording import say_fact

SENTENCE_END = re.compile(r"(?<=[.!?])[\"')]*\s+|\n+")
CLAUSE_END = re.compile(r"[,;:]\s+|\s[-–—]\s|\s(?=(?:but|and then|so)\s)")
MOST_WORDS = 24
"""Words of a quoted sentence, before it is cut down to the clauses around the words that were read."""

MOST_IN_CLAUSE = 14
LEAD = re.compile(r"^(?:and|but|so|that|then|because|which|when)\s+", re.IGNORECASE)


def read_in_story(fact: str, history: History) -> Read | None:
    """The words in the story that an answer was read from: the longest that mean the answer; None without."""
    taken = [r for r in history.readings if r.kind == "finding" and r.what == fact and r.status == "taken"]
    if not taken or not history.text:
        return None
    said = {one.meaning for one in history.understood if one.where.startswith("text")}
    fitting = [r for r in taken if r.meaning in said] or taken
    return max(fitting, key=lambda r: (r.end - r.start, -r.start))


def is_only_implied(fact: str, says: str, history: History) -> bool:
    """Whether an answer comes from the story without words of its own there: nothing can be quoted for it."""
    if read_in_story(fact, history) is not None:
        return False
    places = [one.where for one in history.understood if one.meaning == says]
    return bool(places) and all(where.startswith("text") for where in places)


def said_of(fact: str, says: str, history: History) -> str:
    """A fact in the person's own few words where it was read in the story, else as it was answered."""
    read = read_in_story(fact, history)
    return f'"{clause_at(history.text, read.start, read.end)}"' if read is not None else says


def answered(fact: str, history: History, library: Library) -> str:
    """An answer that was given to a question, in plain words; empty when it was only read in the story."""
    answer: Answer | None = history.answer(fact)
    if answer is None or read_in_story(fact, history) is not None:
        return ""
    says = say_fact(fact, history, library)
    return "" if is_only_implied(fact, says, history) else says


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where the sentence goes that holds these letters."""
    first = max((m.end() for m in SENTENCE_END.finditer(text, 0, max(start, 0))), default=0)
    following = SENTENCE_END.search(text, max(end - 1, 0))
    return first, following.start() if following else len(text)


def quote_at(text: str, start: int, end: int) -> str:
    """The sentence around these letters; of a long one the clauses around them, marked where it is cut."""
    first, last = sentence_span(text, start, end)
    return _cut(text, first, last, start, end, MOST_WORDS)


def clause_at(text: str, start: int, end: int) -> str:
    """The clause around these letters, without its full stop; a mark shows where its end was cut."""
    first, last = sentence_span(text, start, end)
    clause = _cut(text, first, last, start, end, MOST_IN_CLAUSE).lstrip(" …").rstrip(" .,;:")
    return LEAD.sub("", clause)


def _cut(text: str, first: int, last: int, start: int, end: int, most: int) -> str:
    if _words(text[first:last]) > most:
        first, last = _clauses(text, first, last, start, end, most)
    whole = sentence_span(text, start, end)
    before = "… " if first > whole[0] else ""
    after = " …" if last < whole[1] else ""
    words = " ".join(text[first:last].split()).strip(" ,;:").replace('"', "'")
    return f"{before}{words}{after}"


def _clauses(text: str, first: int, last: int, start: int, end: int, most: int) -> tuple[int, int]:
    """The clause that holds the letters, with as many of the next ones on both sides as there is room for."""
    marks = [first, *(m.end() for m in CLAUSE_END.finditer(text, first, last)), last]
    low = max(i for i, mark in enumerate(marks) if mark <= max(start, first))
    high = min(i for i, mark in enumerate(marks) if mark >= min(end, last))
    while True:
        wider = [(low, high + 1), (low - 1, high)]
        fits = [
            (a, b)
            for a, b in wider
            if a >= 0 and b < len(marks) and _words(text[marks[a] : marks[b]]) <= most
        ]
        if not fits:
            break
        low, high = fits[0]
    return _window(text, marks[low], marks[high], start, end, most)


def _window(text: str, first: int, last: int, start: int, end: int, most: int) -> tuple[int, int]:
    """Of a clause that is still too long the words around the letters."""
    if _words(text[first:last]) <= most:
        return first, last
    words = [m.span() for m in re.finditer(r"\S+", text[first:last])]
    inside = [i for i, (a, b) in enumerate(words) if first + b > start and first + a < end] or [0]
    spare = max(most - (inside[-1] - inside[0] + 1), 0)
    low = max(inside[0] - spare // 2, 0)
    high = min(low + max(most, inside[-1] - low + 1), len(words))
    return first + words[low][0], first + words[high - 1][1]


def _words(text: str) -> int:
    return len(text.split())
