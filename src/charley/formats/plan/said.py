"""What a page has said already, so that nothing is said twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

SENTENCE = re.compile(r"(?<=[.!]) +")
"""A question belongs to the sentence after it: they are said or left out together."""
WORD = re.compile(r"[a-z0-9]+")
ALIKE = 0.85
"""Share of a sentence's telling words in one line from which it is the same again (judged on the pages)."""

FEW = 4
"""Telling words below which a sentence is left out only when one line holds them all."""

EMPTY = frozenset(
    word
    for words in (
        "a about all an and any are as at be but by can do for from has have how if in is it its last of on",
        "or so some that the them then there they this to was were when which who with you your",
    )
    for word in words.split()
)
ACTIONS = re.compile(r"\b(ambulance|emergency|triage|today)\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """Lines of one part of the page. `must` marks what is never left out; else the lowest `rank` stays."""

    part: str
    lines: tuple[str, ...]
    must: bool = False
    rank: int = 50
    title: str = ""


class Said:
    """Remembers lines, and gives of a new one the sentences that say something else."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._known = [_telling(s) for line in lines for s in (line, *SENTENCE.split(line))]
        self._whole = " ".join(lines).lower()

    def rest_of(self, text: str) -> str:
        """What is new in a text; it counts as said from now on.

        An urgent action stays unless the words of that action were said as well.
        """
        new = [sentence for sentence in SENTENCE.split(text) if not self._is_said(sentence)]
        self._known += [_telling(s) for s in (text, *SENTENCE.split(text))]
        self._whole += f" {text.lower()}"
        return " ".join(new)

    def _is_said(self, sentence: str) -> bool:
        words = _telling(sentence)
        actions = set(ACTIONS.findall(sentence.lower())) - set(ACTIONS.findall(self._whole))
        if not words or actions:
            return not words
        if len(words) < FEW:
            return any(words <= known for known in self._known)
        return any(len(words & known) >= ALIKE * len(words) for known in self._known)


def _telling(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.lower())) - EMPTY
