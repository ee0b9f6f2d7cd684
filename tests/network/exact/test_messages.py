"""Messages between causes and findings: the better they are, the more alike drawn states weigh."""

from __future__ import annotations

import math

import pytest
from exact_brute import joint

from charley.network.exact import Evidence, Finding, Network, sample
from charley.network.exact.messages import Shared, turns_of

TREE = Network(
    (0.2, 0.3, 0.1, 0.25, 0.15),
    (
        Finding(0.05, ((0, 0.6), (1, 0.7))),
        Finding(0.02, ((1, 0.4), (2, 0.9), (3, 0.5))),
        Finding(0.1, ((3, 0.3), (4, 0.8))),
    ),
)


APART = Network(
    (0.2, 0.3, 0.1, 0.25, 0.15),
    (Finding(0.05, ((0, 0.6), (1, 0.7))), Finding(0.02, ((2, 0.9), (3, 0.5), (4, 0.8)))),
)


def test_when_each_cause_has_one_finding_every_drawn_state_weighs_the_same() -> None:
    evidence = Evidence((0, 1), (), ((1, 1.0, 2.0),))
    drawn = sample(APART, evidence, 500)
    assert drawn.effective == pytest.approx(500, rel=1e-6)
    assert drawn.log_evidence == pytest.approx(math.log(joint(APART, evidence).mass()), abs=1e-6)


def test_in_a_chain_of_findings_states_weigh_nearly_the_same() -> None:
    """What a drawn cause says two findings on is not passed on, so a little is lost."""
    evidence = Evidence((0, 1, 2), (), ((1, 1.0, 2.0),))
    drawn = sample(TREE, evidence, 500)
    assert 490 < drawn.effective < 500
    assert drawn.log_evidence == pytest.approx(math.log(joint(TREE, evidence).mass()), abs=0.02)


def test_causes_are_drawn_least_certain_first() -> None:
    shared = Shared([3, 5, 8], [0.01, 1.1, 1e6], [[(0, 0.5)], [(0, 0.9)], [(0, 0.99)]], [0.9])
    turns, absent = turns_of(shared)
    assert [turn.place for turn in turns] == [1, 0, 2]
    assert 0 < absent[0] < 0.9


def test_with_loops_drawn_states_stay_worth_most_of_their_number() -> None:
    """Six causes that all share four findings."""
    links = tuple((cause, 0.2 + 0.1 * cause) for cause in range(6))
    network = Network((0.1,) * 6, tuple(Finding(0.03, links) for _ in range(4)))
    assert sample(network, Evidence((0, 1, 2, 3)), 1000).effective > 500
