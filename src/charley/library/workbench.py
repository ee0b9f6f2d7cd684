"""What the builders share: the files as shapes, the ids they may name, and the faults found."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Generic, TypeVar

from pydantic import ValidationError

from charley.errors import Fault
from charley.library.shapes import FigureShape, NumberShape, Shape
from charley.library.text import Document, Path
from charley.records.numbers import Figure, Number, Source
from charley.units import Conversion

S = TypeVar("S", bound=Shape)
PLAIN = {
    "bool_type": "must be true or false",
    "dict_type": "must hold keys with values",
    "float_parsing": "must be a number",
    "float_type": "must be a number",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "list_type": "must be a list",
    "missing": "must be a list of two",
    "model_type": "must hold keys with values",
    "string_too_short": "must not be empty",
    "string_type": "must be text",
    "too_short": "must not be an empty list",
    "tuple_type": "must be a list of two",
}
"""What the commonest faults of form are called for people who write knowledge."""


@dataclass(frozen=True, slots=True)
class Place:
    """A value's place in a file."""

    document: Document
    path: Path = ()

    def at(self, *parts: str | int) -> Place:
        return Place(self.document, (*self.path, *parts))


@dataclass(frozen=True, slots=True)
class Placed(Generic[S]):
    """A shape with the place it was read from."""

    shape: S
    place: Place


@dataclass(slots=True)
class Ids:
    """The ids that knowledge may name, by kind."""

    sources: dict[str, Source] = field(default_factory=dict)
    findings: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    causes: set[str] = field(default_factory=set)
    tests: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    medicines: set[str] = field(default_factory=set)
    illnesses: set[str] = field(default_factory=set)
    labs: dict[str, dict[str, Conversion]] = field(default_factory=dict)
    scores: set[str] = field(default_factory=set)
    screens: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Workbench:
    """Collects faults while shapes become records; a fault never stops the reading of the rest."""

    faults: list[Fault] = field(default_factory=list)
    ids: Ids = field(default_factory=Ids)
    chance_words: dict[str, Number] = field(default_factory=dict)
    against_words: dict[str, Number] = field(default_factory=dict)

    def fault(self, place: Place, problem: str, mend: str = "") -> None:
        self.faults.append(place.document.fault(place.path, problem, mend))

    def known(self, id_: str, ids: Iterable[str], kind: str, place: Place) -> bool:
        """True when `id_` is one of `ids`; else a fault that offers the nearest one."""
        pool = list(ids)
        if id_ in pool:
            return True
        near = get_close_matches(id_, pool, n=1)
        mend = f"Did you mean '{near[0]}'?" if near else f"There is: {_some(pool)}."
        self.fault(place, f"unknown {kind} '{id_}'", mend)
        return False

    def once(self, id_: str, before: Container[str], kind: str, place: Place) -> None:
        """A fault when `id_` was defined before."""
        if id_ in before:
            self.fault(place, f"the {kind} '{id_}' is defined twice", "Keep one, or give it its own id.")

    def named_like(self, id_: str, folder: str, place: Place) -> None:
        """A fault unless the file carries the id that it defines."""
        if place.document.name != f"{folder}/{id_}.yaml":
            self.fault(place.at("id"), f"the file of '{id_}' must be {folder}/{id_}.yaml", "Rename the file.")

    def read(self, shape: type[S], document: Document) -> Placed[S] | None:
        """The document in its shape, or None with a fault for every place that does not fit."""
        if document.faults:
            self.faults.extend(document.faults)
            return None
        try:
            return Placed(shape.model_validate(document.data), Place(document))
        except ValidationError as error:
            self.faults.extend(_faults_of(error, document))
            return None

    def number(self, shape: NumberShape, place: Place) -> Number:
        """A Number; a stated or derived one must rest on a source that somebody read."""
        if shape.kind != "judged":
            self.read_source(shape.source, place.at("source"))
        elif shape.source:
            self.known(shape.source, self.ids.sources, "source", place.at("source"))
        low, high = shape.range
        return Number(
            shape.value, low, high, shape.kind, shape.unit, shape.source, shape.where, shape.how, shape.why
        )

    def chance(self, value: str | NumberShape, place: Place) -> Number:
        """A chance given as a word of the scale or as a number between 0 and 1."""
        if isinstance(value, str):
            return self._word(value, self.chance_words, "chance", place)
        number = self.number(value, place)
        if not 0 <= number.low <= number.high <= 1:
            problem = f"a chance and its range lie between 0 and 1, not {_spelt(number)}"
            self.fault(place, problem, "A share of 45 in 100 is written 0.45.")
        return number

    def weight(self, value: str | NumberShape, place: Place) -> Number:
        """The weight of a sign against, as a word or a number."""
        if isinstance(value, str):
            return self._word(value, self.against_words, "weight against", place)
        number = self.number(value, place)
        if not 0 < number.low <= number.high < 1:
            problem = f"a weight against and its range lie between 0 and 1, not {_spelt(number)}"
            self.fault(place, problem, "The smaller it is, the more the sign speaks against.")
        return number

    def _word(self, word: str, words: dict[str, Number], what: str, place: Place) -> Number:
        self.known(word, words, f"word for a {what}", place)
        return words.get(word, Number(0.5, 0.0, 1.0, "judged", why="fault", word=word))

    def read_source(self, id_: str, place: Place) -> None:
        """A fault unless the source is known and was read."""
        if self.known(id_, self.ids.sources, "source", place) and not self.ids.sources[id_].seen:
            self.fault(
                place,
                f"the source '{id_}' was never read (seen: false), so no figure may rest on it",
                "Read it, use another source, or make the number judged with 'why'.",
            )

    def sources(self, names: list[str], place: Place) -> tuple[str, ...]:
        """Source ids, each of which must be known."""
        for index, name in enumerate(names):
            self.known(name, self.ids.sources, "source", place.at(index))
        return tuple(names)

    def figures(self, shapes: list[FigureShape], place: Place) -> tuple[Figure, ...]:
        return tuple(self._figure(shape, place.at(index)) for index, shape in enumerate(shapes))

    def _figure(self, shape: FigureShape, place: Place) -> Figure:
        self.read_source(shape.source, place.at("source"))
        interval = f" (95% CI {' to '.join(shape.ci95)})" if shape.ci95 else ""
        text = shape.text or f"{shape.measure.replace('_', ' ')}: {shape.value}{interval}"
        return Figure(text, shape.source, shape.population, shape.note)


def _faults_of(error: ValidationError, document: Document) -> Iterator[Fault]:
    for item in error.errors(include_url=False):
        path = item["loc"]
        if item["type"] == "missing" and isinstance(path[-1], str):
            yield document.fault(path, f"the key '{path[-1]}' is missing", "Add it to what begins here.")
            continue
        key = next((part for part in reversed(document.known(path)) if isinstance(part, str)), "")
        if item["type"] == "extra_forbidden":
            yield document.fault(path, f"unknown key '{key}'", "Mend its spelling or take it out.")
            continue
        message = PLAIN.get(item["type"], item["msg"].removeprefix("Value error, "))
        yield document.fault(path, f"'{key}': {message}" if key else message)


def _some(pool: list[str]) -> str:
    return ", ".join(sorted(pool)[:12]) + (", ..." if len(pool) > 12 else "") if pool else "none so far"


def _spelt(number: Number) -> str:
    return f"{number.value:g} in [{number.low:g}, {number.high:g}]"
