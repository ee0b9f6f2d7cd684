"""Finding a name in a catalogue: exact, then forgiving of typing errors, but never silently."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

CLOSE = 86.0
"""Least similarity (0 to 100) of a guess; below it a name is not understood."""

_DOSE = re.compile(
    r"\b\d+( \d{3})*(\.\d+)? ?(mg|mcg|ug|g|ml|iu|units?|micrograms?|milligrams?|puffs?|%)(?!\w)"
)
_FORM = re.compile(
    r"\b(tabs?|tablets?|caps?|capsules?|dispersible|soluble|effervescent|oral|solution|syrup|sachets?|"
    r"inhaler|spray|drops|injection|cream|ointment|gel|patch(es)?|(per )?(dose|day|night|week|ml)|"
    r"slow release|modified release|once|twice|(in the )?(morning|evening)|at night|daily|a day|"
    r"bd|od|tds|qds|prn|nocte|mane|mr|xl|sr|er)\b"
)
_LONE_DOT = re.compile(r"(?<![0-9])\.|\.(?![0-9])")


@dataclass(frozen=True, slots=True)
class Match:
    """A catalogue entry found for a name. `guess` is true when the spelling was not exact."""

    id: str
    name: str
    guess: bool


def fold(text: str) -> str:
    """One spelling for a name: case, accents, punctuation and runs of spaces are forgiven."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    plain = plain.replace("'s", "s").replace("'", "")
    return re.sub(r"[^a-z0-9+.%]+", " ", _LONE_DOT.sub(" ", plain)).strip()


def without_dose(text: str) -> str:
    """A medicine's name without strength, form and how often."""
    return " ".join(_FORM.sub(" ", _DOSE.sub(" ", fold(text))).split())


def look_up(name: str, index: Mapping[str, str]) -> Match | None:
    """The entry whose folded name is `name`, or the closest one as a guess, or None.

    `index` maps folded names to ids.
    """
    wanted = fold(name)
    for text in dict.fromkeys((wanted, without_dose(name))):
        if text in index:
            return Match(index[text], text, guess=False)
    return _guess(without_dose(name) or wanted, index)


def _guess(wanted: str, index: Mapping[str, str]) -> Match | None:
    if len(wanted) < 5:
        return None
    from rapidfuzz import fuzz, process  # only when needed: it costs start-up time

    marks = telling_marks(wanted)
    alike = [name for name in index if telling_marks(name) == marks]
    found = process.extractOne(wanted, alike, scorer=fuzz.ratio, score_cutoff=CLOSE)
    if found is None:
        return None
    return Match(index[found[0]], found[0], guess=True)


@lru_cache(maxsize=10_000)
def telling_marks(folded: str) -> tuple[str, ...]:
    """What no typing error may change: letters, numbers and hypo- or hyper-, for they tell names apart.

    Vitamin D is not vitamin E, free T3 is not free T4, too much thyroid is not too little.
    """
    words = folded.split()
    short = {word for word in words if len(word) < 3 or any(c.isdigit() for c in word)}
    ends = {end for end in ("hypo", "hyper") for word in words if word.startswith(end)}
    return tuple(sorted(short | ends))


def index_of(entries: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Folded name -> id; the first entry to claim a name keeps it. A name without letters is no name."""
    index: dict[str, str] = {}
    for id_, names in entries:
        for name in names:
            if folded := fold(name):
                index.setdefault(folded, id_)
    return index
