"""Counting the words of sentences that tell a sign of danger, and of those that do not (intake/sounding.py).

The sentences are the sayings, the innocent talk and the texts that were judged in full, but those set aside.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from charley.errors import Fault, InputError
from charley.intake.quantities.shortened import respelt, settled
from charley.intake.sounding import DANGER
from charley.intake.text.tokens import Token, tokenise
from charley.reading.telling import speller, story_of
from charley.records.library import Library
from charley.score.sayings import parse_sayings

SET_ASIDE = ("check", "heldout", "scope", "everyday")
"""Files with one of these in their name are not counted: what is set aside, and dangers beside everyday
details, whose innocent words would come to sound like danger."""

ENDS = (".", "?", ";")
FEWEST = 2
"""A word met in fewer sentences is left out."""

NEVER_TOLD = (False, "unknown")
DAY = date(2026, 11, 22)
"""The day of a text that does not say its own."""


class Told(NamedTuple):
    """The words of one sentence, and the signs of danger that it tells."""

    words: frozenset[str]
    signs: frozenset[str]


@dataclass(slots=True)
class Counts:
    """Sentences of danger, others, of each sign; for each word the same, and of each sign."""

    danger: int = 0
    other: int = 0
    told: Counter[str] = field(default_factory=Counter)
    with_danger: Counter[str] = field(default_factory=Counter)
    with_other: Counter[str] = field(default_factory=Counter)
    signs: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, sentence: Told) -> None:
        """Count one sentence."""
        if not sentence.signs:
            self.other += 1
            self.with_other.update(sentence.words)
            return
        self.danger += 1
        self.told.update(sentence.signs)
        self.with_danger.update(sentence.words)
        for word in sentence.words:
            self.signs[word].update(sentence.signs)


def count(folder: Path, library: Library) -> Counts:
    """The counts of a folder of vignettes. Raises InputError where nothing tells a sign of danger, and for a
    file of sayings that is none."""
    counts = Counts()
    for sentence in (*_said(folder, library), *_innocent(folder), *_judged(folder, library)):
        counts.add(sentence)
    if not counts.danger:
        raise InputError(
            [Fault(str(folder), "holds no saying and no judged text that tells a sign of danger")]
        )
    return counts


def as_yaml(counts: Counts) -> str:
    """The counts as a file of the lexicon."""
    words = sorted(w for w in {*counts.with_danger, *counts.with_other} if _met(w, counts) >= FEWEST)
    lines = [
        "# Written by `charley intake count vignettes`. Do not mend by hand. A word, in how many sentences",
        "# that tell a sign of danger it stands, in how many others, and of which signs.",
        "sounds:",
        f"  danger: {counts.danger}",
        f"  other: {counts.other}",
        f"  told: {_flow(counts.told)}",
        "  words:",
    ]
    for word in words:
        danger, other = counts.with_danger[word], counts.with_other[word]
        lines.append(f"    {json.dumps(word)}: [{danger}, {other}, {_signs(word, counts)}]")
    return "\n".join(lines) + "\n"


def _met(word: str, counts: Counts) -> int:
    return counts.with_danger[word] + counts.with_other[word]


def _signs(word: str, counts: Counts) -> str:
    """The signs of a word that stands oftener in sentences of danger than in others."""
    often = counts.with_danger[word] * counts.other > counts.with_other[word] * counts.danger
    return _flow(counts.signs[word]) if often else "{}"


def _flow(counted: Mapping[str, int]) -> str:
    return "{" + ", ".join(f"{key}: {counted[key]}" for key in sorted(counted)) + "}"


def _sentences(text: str) -> Iterator[list[Token]]:
    """The sentences of a text as the reader sees its words."""
    tokens = settled(tokenise(text))
    respelt(tokens, speller().lexicon.spellings)
    sentence: list[Token] = []
    for token in tokens.items:
        if sentence and token.before in ENDS:
            yield sentence
            sentence = []
        sentence.append(token)
    if sentence:
        yield sentence


def _words(*sentences: list[Token]) -> frozenset[str]:
    return frozenset(token.norm for sentence in sentences for token in sentence)


def _files(folder: Path, pattern: str) -> Iterator[Path]:
    return (f for f in sorted(folder.glob(pattern)) if not any(part in f.stem for part in SET_ASIDE))


def _is_danger(finding: str, library: Library) -> bool:
    return library.findings[finding].section in DANGER


def _said(folder: Path, library: Library) -> Iterator[Told]:
    for file in _files(folder, "sayings/*.txt"):
        for saying in parse_sayings(file.read_text(encoding="utf-8"), library):
            tells = saying.wanted and saying.answer == "yes" and _is_danger(saying.finding, library)
            yield Told(
                _words(*_sentences(saying.text)), frozenset([saying.finding]) if tells else frozenset()
            )


def _innocent(folder: Path) -> Iterator[Told]:
    for file in _files(folder, "innocent*.txt"):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield from (Told(_words(sentence), frozenset()) for sentence in _sentences(line))


def _judged(folder: Path, library: Library) -> Iterator[Told]:
    for file in _files(folder, "utterances_w*.json"):
        for entry in json.loads(file.read_text(encoding="utf-8")):
            yield from _of_text(entry, library)


def _of_text(entry: Mapping[str, Any], library: Library) -> Iterator[Told]:
    """The sentences of a judged text. A sign is told in the sentence that it was read in; a text with one
    that was not read, or is arguable, counts only with those that were."""
    signs = {f for f, a in entry["expect"].items() if _is_danger(f, library) and a not in NEVER_TOLD}
    sentences = list(_sentences(entry["text"]))
    if len(sentences) == 1:
        yield Told(_words(sentences[0]), frozenset(signs))
        return
    where = _read_in(entry, signs, sentences, library) if signs else {}
    arguable = any(_is_danger(f, library) for f in entry.get("may", ()))
    whole = not arguable and signs == {sign for told in where.values() for sign in told}
    for index, sentence in enumerate(sentences):
        if index in where or whole:
            yield Told(_words(sentence), frozenset(where.get(index, ())))


def _read_in(
    entry: Mapping[str, Any], signs: set[str], sentences: list[list[Token]], library: Library
) -> dict[int, set[str]]:
    """In which sentence each of these signs was read."""
    told = date.fromisoformat(entry["date"]) if entry.get("date") else DAY
    where: defaultdict[int, set[str]] = defaultdict(set)
    for reading in story_of(entry["text"], library, told).readings:
        if reading.status != "taken" or reading.what not in signs or reading.answer is False or reading.guess:
            continue
        for index, sentence in enumerate(sentences):
            if sentence[0].start <= reading.start < sentence[-1].end:
                where[index].add(reading.what)
    return where
