"""Numbers with a source, and the sources themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NumberKind = Literal["stated", "derived", "judged"]


@dataclass(frozen=True, slots=True)
class Source:
    """A publication or page. `seen` is false when nobody on the project has read it."""

    id: str
    citation: str
    url: str = ""
    doi: str = ""
    pmid: str = ""
    seen: bool = False
    read: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A value, the range a careful reader would still believe, and where it comes from.

    `low` and `high` span about an 80% interval. `word` is set when the value was given as a word
    of the judged scale ("often").
    """

    value: float
    low: float
    high: float
    kind: NumberKind
    unit: str = ""
    source: str = ""
    where: str = ""
    how: str = ""
    why: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure that is shown, not computed with."""

    text: str
    source: str
    population: str = ""
    note: str = ""
