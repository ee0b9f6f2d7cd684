"""Conditions over many people at once: the three-valued truth of `charley.truth.judge`, column by column.

Truths are bytes (0 no, 1 unknown, 2 yes). A condition is a small graph of nodes over atoms (conditions on one
finding or value); equal parts of different conditions are one node and are worked out once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from charley.network.kernel.atoms import Atom, Atoms
from charley.records.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    LabCompare,
    Not,
    ScoreAtLeast,
)
from charley.records.library import Library
from charley.records.rules import Score
from charley.truth import Truth

Bytes: TypeAlias = NDArray[np.uint8]
Mask: TypeAlias = NDArray[np.bool_]
Truths: TypeAlias = list[Bytes]
"""By node: the truth for every person."""

NO, UNKNOWN, YES = (int(truth) for truth in Truth)


@dataclass(frozen=True, slots=True)
class OneFact:
    """A condition on one fact: its atom, and the fact's id (`lab:…` for a laboratory value)."""

    atom: int
    fact: str


@dataclass(frozen=True, slots=True)
class Opposite:
    """Not `part`. With `doubt_raises` it holds while that is unknown."""

    part: int
    doubt_raises: bool


@dataclass(frozen=True, slots=True)
class Count:
    """At least `needed` of the parts: all is every one of them, any is one."""

    needed: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A score that reaches `least` points, when its gate holds and nothing bars it."""

    least: float
    gate: int
    bar: int | None
    items: tuple[tuple[float, int], ...]


Node: TypeAlias = OneFact | Opposite | Count | Points


@dataclass(slots=True)
class Logic:
    """Every condition of a library as nodes; a part has a smaller number than what it is part of."""

    library: Library
    atoms: Atoms
    nodes: list[Node] = field(default_factory=list)
    _known: dict[tuple[Condition, bool], int] = field(default_factory=dict)

    def add(self, condition: Condition, doubt_raises: bool = False) -> int:
        """The node of a condition."""
        key = (condition, doubt_raises)
        if key not in self._known:
            node = self._node(condition, doubt_raises)
            self.nodes.append(node)
            self._known[key] = len(self.nodes) - 1
        return self._known[key]

    def _node(self, condition: Condition, doubt: bool) -> Node:
        match condition:
            case Not():
                return Opposite(self.add(condition.part, doubt), doubt)
            case AllOf():
                return Count(len(condition.parts), self._parts(condition, doubt))
            case AnyOf():
                return Count(1, self._parts(condition, doubt))
            case AtLeast():
                return Count(condition.count, self._parts(condition, doubt))
            case ScoreAtLeast():
                return self._points(condition.points, self.library.scores[condition.score], doubt)
        return OneFact(self.atoms.number(condition), _fact(condition))

    def _parts(self, condition: AllOf | AnyOf | AtLeast, doubt: bool) -> tuple[int, ...]:
        return tuple(self.add(part, doubt) for part in condition.parts)

    def _points(self, least: float, score: Score, doubt: bool) -> Points:
        bar = None if score.not_valid_when is None else self.add(score.not_valid_when)
        items = tuple((item.points, self.add(item.when)) for item in score.items)
        return Points(least, self.add(score.apply_only_if, doubt), bar, items)

    def truths(self, columns: Bytes) -> Truths:
        """The truth of every node; `columns` holds that of every atom, by atom and person."""
        found: Truths = []
        for node in self.nodes:
            match node:
                case OneFact():
                    found.append(columns[node.atom])
                case Opposite():
                    found.append(_OPPOSITE[int(node.doubt_raises)][found[node.part]])
                case Count():
                    found.append(_count(node, found, columns.shape[1]))
                case Points():
                    found.append(_points(node, found))
        return found

    def missing(self, node: int, truths: Truths, mask: Mask) -> dict[str, Mask]:
        """The unknown facts that could turn a node, by fact: for whom. Empty where it is not unknown."""
        return self._facts(node, mask & (truths[node] == UNKNOWN), lambda n, m: self._open(n, truths, m))

    def read(self, node: int, truths: Truths, mask: Mask) -> dict[str, Mask]:
        """The known facts that a node rests on, by fact: for whom. Nothing where it is unknown."""
        return self._facts(node, mask & (truths[node] != UNKNOWN), lambda n, m: self._settled(n, truths, m))

    def _facts(
        self, start: int, mask: Mask, down: Callable[[int, Mask], Iterator[tuple[int, Mask]]]
    ) -> dict[str, Mask]:
        """Walk from a node to the facts below it, as far as somebody is left."""
        found: dict[str, Mask] = {}
        todo = [(start, mask)]
        while todo:
            number, here = todo.pop()
            node = self.nodes[number]
            if isinstance(node, OneFact):
                found[node.fact] = found[node.fact] | here if node.fact in found else here
            else:
                todo.extend(down(number, here))
        return found

    def _open(self, number: int, truths: Truths, mask: Mask) -> Iterator[tuple[int, Mask]]:
        """The unknown parts of an unknown node."""
        node = self.nodes[number]
        parts: tuple[int, ...] = ()
        if isinstance(node, Opposite):
            parts = (node.part,)
        elif isinstance(node, Count):
            parts = node.parts
        elif isinstance(node, Points):
            yield node.gate, mask & (truths[node.gate] == UNKNOWN)
            mask = mask & (truths[node.gate] == YES)
            parts = tuple(part for _, part in node.items)
        for part in parts:
            yield part, mask & (truths[part] == UNKNOWN)

    def _settled(self, number: int, truths: Truths, mask: Mask) -> Iterator[tuple[int, Mask]]:
        """The known parts that point the way of a known node."""
        node = self.nodes[number]
        if isinstance(node, Opposite):
            yield node.part, mask & (truths[node.part] != UNKNOWN)
        elif isinstance(node, Count):
            for part in node.parts:
                yield part, mask & (truths[part] == truths[number])
        elif isinstance(node, Points):
            valid = mask
            if node.bar is not None:
                barred = (truths[node.gate] == YES) & (truths[node.bar] == YES)
                yield node.bar, mask & barred
                valid = mask & ~barred
            yield node.gate, valid
            for _, part in node.items:
                yield part, valid & (truths[node.gate] == YES) & (truths[part] == YES)


def _fact(atom: Atom) -> str:
    return f"lab:{atom.lab}" if isinstance(atom, LabCompare) else atom.finding


_OPPOSITE = np.array([[YES, UNKNOWN, NO], [YES, YES, NO]], dtype=np.uint8)
"""By whether doubt raises, and the truth of the part."""


def _count(node: Count, truths: Truths, people: int) -> Bytes:
    """At least so many hold: the so-manieth largest truth of the parts."""
    if node.needed <= 0:
        return np.full(people, YES, np.uint8)
    if node.needed > len(node.parts):
        return np.full(people, NO, np.uint8)
    if node.needed == 1 or node.needed == len(node.parts):
        better = np.maximum if node.needed == 1 else np.minimum
        found = truths[node.parts[0]]
        for part in node.parts[1:]:
            found = better(found, truths[part])
        return found
    parts = np.stack([truths[part] for part in node.parts])
    yes, maybe = (parts == YES).sum(axis=0), (parts != NO).sum(axis=0)
    counted: Bytes = (yes >= node.needed).astype(np.uint8) + (maybe >= node.needed)
    return counted


def _points(node: Points, truths: Truths) -> Bytes:
    gate = truths[node.gate]
    sure, best = np.zeros(len(gate)), np.zeros(len(gate))
    for points, part in node.items:
        sure += points * (truths[part] == YES)
        best += max(points, 0.0) * (truths[part] == UNKNOWN)
    reached = np.where(sure >= node.least, YES, np.where(sure + best >= node.least, UNKNOWN, NO))
    if node.bar is not None:
        reached = np.where(truths[node.bar] == YES, NO, reached)
    return np.where(gate == YES, reached, gate).astype(np.uint8)
