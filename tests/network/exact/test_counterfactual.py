"""Doing and imagining, beside the sum over all states and over the chance of every link."""

from __future__ import annotations

import math
from dataclasses import replace

import exact_brute as brute
import pytest
from exact_networks import asked, case
from hypothesis import given, settings

from charley.network.exact import (
    Evidence,
    Finding,
    Mechanism,
    Network,
    do_cause,
    do_mechanism,
    necessity,
    plan,
    solve,
)

Case = tuple[Network, Evidence]
TOLERANCE = 1e-12
HUNDREDS = settings(max_examples=150, deadline=None)


def near(value: float | tuple[float, ...], within: float = TOLERANCE) -> object:
    return pytest.approx(value, rel=0, abs=within)


@given(asked())
@HUNDREDS
def test_making_a_cause_or_a_mechanism_so_equals_the_sum_over_the_mutilated_states(told: Case) -> None:
    network, evidence = told
    made = plan(network, evidence.positive)
    actions = [(do_cause, "causes", place) for place in range(len(network.priors))]
    actions += [(do_mechanism, "mechanisms", place) for place in range(len(network.mechanisms))]
    for act, kind, place in actions:
        for value in (False, True):
            truth = brute.joint(network, evidence, **{kind: {place: int(value)}})
            if not truth.mass():
                continue
            found = solve(act(network, place, value), evidence, made)
            assert found.log_evidence == pytest.approx(float(truth.mass().ln()), rel=TOLERANCE, abs=TOLERANCE)
            for at, chance in enumerate(found.causes):
                assert chance == near(truth.chance(lambda s, at=at: s[0][at]))
            for at, chance in enumerate(found.mechanisms):
                assert chance == near(truth.chance(lambda s, at=at: s[1][at]))


@given(asked())
@HUNDREDS
def test_making_a_cause_so_equals_seeing_it(told: Case) -> None:
    network, evidence = told
    for cause, prior in enumerate(network.priors):
        seen = replace(evidence, unary=(*evidence.unary, (cause, 0.0, 1.0)))
        if not brute.joint(network, seen).mass():
            continue
        observed = solve(network, seen)
        made = solve(do_cause(network, cause, True), evidence)
        assert made.causes == near(observed.causes)
        assert made.mechanisms == near(observed.mechanisms)
        assert made.log_evidence + math.log(prior) == near(observed.log_evidence, 1e-11)


def test_making_a_mechanism_so_says_nothing_about_its_causes_but_seeing_it_does() -> None:
    network = Network((0.1,), (Finding(0.01, (), ((0, 0.99),)),), (Mechanism(0.01, ((0, 0.9),)),))
    assert solve(do_mechanism(network, 0, True), Evidence((0,))).causes[0] == near(0.1)
    assert solve(network, Evidence((0,))).causes[0] > 0.8


@given(asked())
@settings(max_examples=200, deadline=None)
def test_necessity_equals_the_sum_over_the_chance_of_every_link_in_both_worlds(told: Case) -> None:
    network, evidence = told
    if not brute.joint(network, evidence).mass():
        return
    for target in evidence.positive[:2]:
        for cause in range(len(network.priors)):
            truth = brute.necessity(network, evidence, cause, target)
            assert necessity(network, evidence, cause, target) == near(truth)


@pytest.mark.parametrize("seed", range(3))
def test_a_cause_is_needed_no_more_often_than_it_is_there(seed: int) -> None:
    told = case(seed)
    history = told.histories[8]
    made = plan(told.network, history.positive)
    present = solve(told.network, history, made).causes
    reached = {cause for node in told.network.mechanisms for cause, _ in node.causes}
    for cause, chance in enumerate(present):
        needed = necessity(told.network, history, cause, 120, made)
        assert 0 <= needed <= chance + TOLERANCE
        assert (needed > 1e-9) == (cause in reached)


@pytest.mark.parametrize(
    ("network", "expected"),
    [
        pytest.param(
            Network((0.2,), (Finding(0.1, ((0, 0.5),)),)),
            0.2 * 0.9 * 0.5 / (0.1 + 0.2 * 0.9 * 0.5),
            id="one cause by its own link",
        ),
        pytest.param(
            Network((0.2,), (Finding(0.1, (), ((0, 0.5),)),), (Mechanism(0.0, ((0, 0.8),)),)),
            0.2 * 0.9 * 0.4 / (0.1 + 0.2 * 0.9 * 0.4),
            id="one cause through a mechanism",
        ),
        pytest.param(
            Network((0.2,), (Finding(0.1, (), ((0, 0.5),)),), (Mechanism(1.0, ((0, 0.8),)),)),
            0.0,
            id="a mechanism that is always on needs no cause",
        ),
        pytest.param(Network((0.2,), (Finding(0.1),)), 0.0, id="a cause without any link is not needed"),
        pytest.param(
            Network((0.2,), (Finding(0.1, ((0, 1.0),)),)),
            0.2 * 0.9 / (0.1 + 0.2 * 0.9),
            id="a cause that always makes it",
        ),
    ],
)
def test_necessity_worked_out_by_hand(network: Network, expected: float) -> None:
    assert necessity(network, Evidence((0,)), 0, 0) == near(expected)


def test_necessity_of_a_finding_that_is_not_present_is_refused() -> None:
    network = Network((0.2,), (Finding(0.1, ((0, 0.5),)),))
    with pytest.raises(ValueError, match="not among the positive"):
        necessity(network, Evidence((), (0,)), 0, 0)
