"""How hard a text is to read: the Flesch-Kincaid grade, for the texts that people see.

Kincaid, Fishburne, Rogers and Chissom 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59. The
grade is the school year in the United States; a reader's age is about the grade plus five.
"""

from __future__ import annotations

import re
from functools import lru_cache

OLDEST_START = 5
"""Age at the start of school: grade + 5 is the reading age in years."""

_SENTENCE_END = re.compile(r"[.!?:;]+(?=\s|$)|\n+")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")
_EVERY = re.compile(r"^ev(e)(?=r[yi]|ning)")
_INNER_SILENT = re.compile(r"(?<=[^aeiouyl])e(?=(?:ful|ly|less|ness|ment|times?|things?|ty)$)")
_SILENT_END = re.compile(r"(?<=[^aeiouyl])e$|(?<=[aeioury]l)e$|(?<=[^aeiouylsxzcg])es$|(?<=[aeioury]l)es$")
_SOUNDED_ES = re.compile(r"(?:ch|sh)es$")
_SILENT_ED = re.compile(r"(?<=[^aeiouytd])ed$")
_TWO_VOWELS = re.compile(
    r"(?<![tscgl])ia|(?<![tscg])io(?!n)|iu|uence|(?<!p)eo|u[ae](?=l)|(?<=[^qg])ua(?=r|te)|uie"
    r"|(?:sci|di|soci|vari)e(?=[nt])|ea(?=$|s$|ct)|crea(?=te|ti)|oe(?=[mt])|[eouy]ing|seum|iet"
)
_NO_VOWEL_BEAT = re.compile(r"[sz]m$|thm$|[sd]nt$")
_SPOKEN_AS = {
    "people": 2,
    "recipe": 3,
    "recipes": 3,
    "trial": 2,
    "trials": 2,
    "really": 2,
    "museum": 3,
    "diabetes": 4,
}


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """The syllables of an English word, by the usual rules of thumb; at least one."""
    text = word.lower().replace("'", "")
    if text in _SPOKEN_AS:
        return _SPOKEN_AS[text]
    core = _EVERY.sub("ev", _INNER_SILENT.sub("", _SILENT_ED.sub("d", text)))
    if not _SOUNDED_ES.search(core):
        core = _SILENT_END.sub("", core)
    count = len(_VOWELS.findall(core)) + len(_TWO_VOWELS.findall(text)) + len(_NO_VOWEL_BEAT.findall(text))
    return max(1, count)


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters; numbers and signs are left out."""
    return _WORD.findall(text.lower().replace("\u2019", "'"))


def sentences_of(text: str) -> list[str]:
    """The sentences of a text: an end mark, a colon or a line break ends one. Empty ones are left out."""
    return [part for part in _SENTENCE_END.split(text) if words_of(part)]


def reading_grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text; 0 for one without words.

    Below about 20 words a single long word moves it by grades, so short texts are measured together.
    """
    words = words_of(text)
    if not words:
        return 0.0
    per_sentence = len(words) / len(sentences_of(text))
    per_word = sum(map(syllables, words)) / len(words)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


def reading_age(text: str) -> float:
    """The age in years at which most people read such a text with ease."""
    return max(reading_grade(text), 0.0) + OLDEST_START
