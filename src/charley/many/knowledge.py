"""What many people are judged by: the conditions and tables of a library, laid out once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from charley.many.logic import Logic
from charley.many.sheet import Places
from charley.network.kernel.atoms import Atoms
from charley.network.kernel.engine import Compiled, compiled
from charley.records.care import Test
from charley.records.causes import Cause
from charley.records.conditions import Condition, LabCompare
from charley.records.derived import once_per_library
from charley.records.findings import Finding
from charley.records.library import Library
from charley.records.rules import Floor, RedFlag, Urgency


@dataclass(frozen=True, slots=True)
class Action:
    """A laboratory limit that sets a level: the node of its comparison, and of whom it is meant for."""

    analyte: str
    level: Urgency
    past: int
    meant: int | None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """A library with the node of each of its conditions. Places are those of its own order.

    `by_name` holds the causes in the order of their ids; `named` turns a place there into one of `causes`.
    """

    library: Library
    network: Compiled
    atoms: Atoms
    logic: Logic
    causes: tuple[Cause, ...]
    by_name: Places
    findings: dict[str, int]
    rules: tuple[tuple[RedFlag, int], ...]
    floors: tuple[tuple[Floor, int], ...]
    actions: tuple[Action, ...]
    asked_if: tuple[tuple[Finding, int | None], ...]
    tests: tuple[tuple[Test, int | None, int | None], ...]
    terms: tuple[int | None, ...]

    @property
    def network_atoms(self) -> int:
        """Atoms of the network; they come first."""
        return len(self.network.model.atoms.numbers)


@once_per_library
def knowledge(library: Library) -> Knowledge:
    """The layout of a library."""
    network = compiled(library)
    atoms = Atoms()
    for atom in network.model.atoms.numbers:
        atoms.number(atom)
    logic = Logic(library, atoms)
    causes = network.causes
    return Knowledge(
        library=library,
        network=network,
        atoms=atoms,
        logic=logic,
        causes=causes,
        by_name=np.array(sorted(range(len(causes)), key=lambda place: causes[place].id)),
        findings={id_: place for place, id_ in enumerate(library.findings)},
        rules=tuple(
            (rule, logic.add(rule.when, doubt_raises=rule.level >= Urgency.SAME_DAY))
            for rule in library.red_flags.values()
        ),
        floors=tuple((floor, logic.add(floor.when)) for floor in library.floors),
        actions=tuple(_actions(library, logic)),
        asked_if=tuple((finding, _node(logic, finding.ask_if)) for finding in library.findings.values()),
        tests=tuple(
            (test, _node(logic, test.suggest_when), _node(logic, test.avoid_when))
            for test in library.tests.values()
        ),
        terms=tuple(_node(logic, term.condition) for term in library.population.model.terms),
    )


def _node(logic: Logic, condition: Condition | None) -> int | None:
    return None if condition is None else logic.add(condition)


def _actions(library: Library, logic: Logic) -> list[Action]:
    found = []
    for analyte in library.analytes.values():
        for action in analyte.actions:
            past = logic.add(LabCompare(analyte.id, action.comparison, action.value))
            meant = None if action.when is None else logic.add(action.when, doubt_raises=True)
            found.append(Action(analyte.id, action.level, past, meant))
    return found
