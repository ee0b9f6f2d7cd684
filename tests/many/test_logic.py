"""Conditions over many people: the verdict of `charley.truth.judge` for each of them."""

from __future__ import annotations

import numpy as np
import pytest
from real_people import people

from charley.library import load
from charley.many.logic import Logic
from charley.network.kernel.atoms import Atoms
from charley.records.conditions import AllOf, AnyOf, AtLeast, Condition, Is, Not, ScoreAtLeast
from charley.records.library import Library
from charley.truth import Truth, judge

LIBRARY = load()
HISTORIES = tuple(people(40, seed=11))
CLOT = Is("one_leg_swollen", (True,))
LUMP = Is("lump_behind_knee", (True,))
FEVER = Is("fever", (True,))


def of_library(library: Library) -> list[Condition]:
    """Every condition of rules, floors, tests and questions."""
    found = [rule.when for rule in library.red_flags.values()] + [floor.when for floor in library.floors]
    tests = [when for test in library.tests.values() for when in (test.suggest_when, test.avoid_when)]
    asked = [finding.ask_if for finding in library.findings.values()]
    return found + [condition for condition in (*tests, *asked) if condition is not None]


MADE: list[Condition] = [
    AllOf(()),
    AnyOf(()),
    AtLeast(0, (CLOT,)),
    AtLeast(3, (CLOT, FEVER)),
    AtLeast(2, (CLOT, FEVER, LUMP)),
    Not(AtLeast(2, (CLOT, Not(FEVER), LUMP))),
    Not(AllOf((Not(CLOT), AnyOf((FEVER, LUMP))))),
    *(ScoreAtLeast("wells_dvt", points) for points in (-2.0, 0.0, 1.0, 2.0, 9.0)),
    *(Not(ScoreAtLeast("wells_dvt", points)) for points in (1.0, 2.0)),
]


@pytest.mark.parametrize("doubt_raises", [False, True])
def test_truth_and_facts_are_those_of_the_verdict(doubt_raises: bool) -> None:
    logic = Logic(LIBRARY, Atoms())
    conditions = of_library(LIBRARY) + MADE
    nodes = [logic.add(condition, doubt_raises) for condition in conditions]
    rows = [np.frombuffer(bytes(logic.atoms.truths(history, LIBRARY)), np.uint8) for history in HISTORIES]
    truths = logic.truths(np.ascontiguousarray(np.array(rows).T))
    everybody = np.ones(len(HISTORIES), np.bool_)
    for condition, node in zip(conditions, nodes, strict=True):
        read, missing = logic.read(node, truths, everybody), logic.missing(node, truths, everybody)
        for place, history in enumerate(HISTORIES):
            verdict = judge(condition, history, LIBRARY, doubt_raises)
            assert truths[node][place] == verdict.truth
            if verdict.truth is Truth.UNKNOWN:
                assert {fact for fact, whose in missing.items() if whose[place]} == verdict.missing
            else:
                assert {fact for fact, whose in read.items() if whose[place]} == verdict.read


def test_equal_parts_are_one_node() -> None:
    logic = Logic(LIBRARY, Atoms())
    first = logic.add(AllOf((CLOT, FEVER)))
    assert logic.add(AllOf((CLOT, FEVER))) == first
    logic.add(AnyOf((CLOT, FEVER)))
    assert len(logic.nodes) == 4
