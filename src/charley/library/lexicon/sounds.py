"""Counts of words in sentences of danger become weights."""

from __future__ import annotations

from math import log

from charley.library.lexicon.shapes import LexiconFile, SoundsShape
from charley.library.workbench import Placed, Workbench
from charley.records.lexicon import Sounds

SMOOTH = 2.0
"""Sentences added to each count, so that a word met twice says less than one met often."""

SILENT = Sounds({}, {})


def build_sounds(files: list[Placed[LexiconFile]], bench: Workbench) -> Sounds:
    """The weights of words; nothing weighs without a file of counts."""
    found = [(file.place, file.shape.sounds) for file in files if file.shape.sounds is not None]
    if not found:
        return SILENT
    place, shape = found[0]
    for finding in shape.told:
        bench.known(finding, bench.ids.findings, "finding", place.at("sounds", "told"))
    words = {word: weight_of(danger, other, shape) for word, (danger, other, _) in shape.words.items()}
    signs = {word: _shares(counts, signs, shape) for word, (counts, _, signs) in shape.words.items() if signs}
    return Sounds(words, signs)


def weight_of(danger: int, other: int, shape: SoundsShape) -> float:
    """The logarithm of how much oftener a word stands in a sentence of danger than in another."""
    here = (danger + SMOOTH) / (shape.danger + 2 * SMOOTH)
    there = (other + SMOOTH) / (shape.other + 2 * SMOOTH)
    return round(log(here / there), 3)


def _shares(danger: int, signs: dict[str, int], shape: SoundsShape) -> tuple[tuple[str, float], ...]:
    usual = (danger + 1) / shape.danger
    return tuple((sign, round(log(1 + count / shape.told[sign] / usual), 3)) for sign, count in signs.items())
