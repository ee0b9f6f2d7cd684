"""The two passes: long histories do not underflow, and lost digits are reported."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from exact_brute import joint
from exact_networks import asked
from hypothesis import given, settings

from charley.network.exact import (
    Evidence,
    Finding,
    ImpossibleEvidenceError,
    Mechanism,
    Network,
    plan,
    plan_in_order,
    solve,
)
from charley.network.exact.factors import Weights, base_tables
from charley.network.exact.sweep import up


def block(causes: int, findings: int, leak: float) -> tuple[Network, Evidence]:
    """Some rare causes that share some hardly explained positive findings."""
    links = tuple((cause, 0.01) for cause in range(causes))
    return Network((0.01,) * causes, (Finding(leak, links),) * findings), Evidence(tuple(range(findings)))


def repeated(network: Network, evidence: Evidence, times: int) -> tuple[Network, Evidence]:
    """Copies of a network side by side, all with the same evidence."""
    width, count = len(network.priors), len(network.findings)
    findings = tuple(
        replace(node, causes=tuple((cause + copy * width, link) for cause, link in node.causes))
        for copy in range(times)
        for node in network.findings
    )
    positive = tuple(f + copy * count for copy in range(times) for f in evidence.positive)
    return Network(network.priors * times, findings), Evidence(positive)


def test_a_probability_far_below_the_smallest_float_keeps_its_logarithm_and_posteriors() -> None:
    network, evidence = block(2, 3, 0.001)
    one = solve(network, evidence)
    many = solve(*repeated(network, evidence, 150))
    assert many.log_evidence < -2000
    assert many.log_evidence == pytest.approx(150 * one.log_evidence, rel=1e-12)
    assert many.causes == pytest.approx(one.causes * 150, rel=1e-9)


def test_many_findings_of_one_cause_that_speak_for_and_against_do_not_underflow() -> None:
    strong = Finding(1e-3, ((0, 0.9),))
    network = Network((0.01,), (strong,) * 200)
    both = solve(network, Evidence(tuple(range(90)), tuple(range(90, 200))))
    for_it = 90 * math.log((1e-3 + 0.9 * (1 - 1e-3)) / 1e-3) + 110 * math.log(0.1)
    assert both.causes[0] == pytest.approx(1 / (1 + math.exp(-(for_it + math.log(0.01 / 0.99)))), abs=1e-12)
    against = solve(network, Evidence((), tuple(range(200))))
    assert against.causes[0] == pytest.approx(0.01 / 0.99 * 0.1**200, rel=1e-9)


def test_the_ratio_is_what_survives_of_what_was_added_up() -> None:
    network, evidence = block(2, 1, 0.001)
    chance = math.exp(solve(network, evidence).log_evidence)
    made = plan_in_order(network, evidence.positive, (0, 1, 2))
    assert solve(network, evidence, made).cancellation == pytest.approx(chance / (2 - chance), rel=1e-9)


def test_nothing_cancels_without_a_finding_that_needs_an_auxiliary() -> None:
    network = Network((0.1, 0.2), (Finding(1e-9, ((0, 0.5),)), Finding(0.1, ((0, 0.5), (1, 0.5)))))
    assert solve(network, Evidence((0,), (1,))).cancellation == 1.0


@given(asked(low=1e-7))
@settings(max_examples=150, deadline=None)
def test_the_error_stays_within_rounding_over_the_smallest_ratio(case: tuple[Network, Evidence]) -> None:
    network, evidence = case
    truth = joint(network, evidence)
    if not truth.mass():
        return
    found = solve(network, evidence)
    assert 0 < found.cancellation <= 1
    bound = 1e-13 / found.cancellation
    assert found.log_evidence == pytest.approx(float(truth.mass().ln()), rel=1e-13, abs=bound)
    for place, chance in enumerate(found.causes):
        assert chance == pytest.approx(truth.chance(lambda s, at=place: s[0][at]), rel=0, abs=bound)


def test_eliminating_all_causes_first_loses_digits_and_the_ratio_says_so() -> None:
    findings = tuple(Finding(1e-3, ((cause, 0.01), (cause + 1, 0.01))) for cause in range(6))
    network, evidence = Network((0.01,) * 7, findings), Evidence(tuple(range(6)))
    truth = float(joint(network, evidence).mass().ln())
    good = solve(network, evidence)
    poor = solve(network, evidence, plan_in_order(network, evidence.positive, range(13)))
    assert good.log_evidence == pytest.approx(truth, rel=0, abs=1e-12)
    assert abs(poor.log_evidence - truth) <= 1e-14 / poor.cancellation
    assert good.cancellation > 1e-4
    assert poor.cancellation < 1e-6


def test_a_mechanism_nobody_asked_about_is_no_alarm() -> None:
    network = Network((0.001, 0.001), (Finding(0.1, ((0, 0.5),)),), (Mechanism(1e-6, ((0, 0.5), (1, 0.5))),))
    found = solve(network, Evidence())
    assert found.cancellation > 0.3
    assert found.mechanisms[0] == pytest.approx(1 - (1 - 1e-6) * 0.9995**2, rel=1e-9)


def test_a_sum_that_rounding_makes_negative_is_no_probability() -> None:
    made = plan(Network((0.5,), ()), ())
    with pytest.raises(ImpossibleEvidenceError, match="rounding"):
        up(made, base_tables(made, {}), Weights([-1.0], [0.5]))
