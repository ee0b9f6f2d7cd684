"""Plans: their size, what they serve, and what they refuse. The symbolic half only."""

from __future__ import annotations

import random
import statistics

import pytest
from exact_brute import joint
from exact_networks import asked, chain, corpus, seeded_network
from hypothesis import given, settings

from charley.network.exact import (
    Evidence,
    Finding,
    Mechanism,
    Network,
    Plan,
    plan,
    plan_in_order,
    solve,
)
from charley.network.exact.graph import neighbours, variables
from charley.network.exact.ordering import RULES, greedy_order

BUDGET = 1 << 12


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    """The plan of every history of the corpus."""
    return [plan(case.network, h.positive) for case in corpus() for h in case.histories]


def test_the_size_is_that_of_the_plan() -> None:
    from charley.network.exact import Finding, Network, plan, plan_size

    findings = tuple(Finding(0.1, ((i, 0.5), ((i + 1) % 6, 0.4), ((i + 3) % 6, 0.3))) for i in range(6))
    network = Network((0.1,) * 6, findings)
    for positives in ((), (0,), (0, 2, 4), tuple(range(6))):
        assert plan_size(network, positives) == plan(network, positives).entries


def test_every_history_of_the_corpus_stays_within_the_budget_of_entries(plans: list[Plan]) -> None:
    sizes = [made.entries for made in plans]
    assert len(sizes) == 200
    assert max(sizes) <= BUDGET
    assert statistics.median(sizes) <= BUDGET // 4
    assert max(made.width for made in plans) <= 10


def test_the_plan_is_the_smaller_of_both_orders_and_each_rule_wins_somewhere(plans: list[Plan]) -> None:
    cases = [(case.network, history) for case in corpus() for history in case.histories]
    for (network, history), made in zip(cases[::7], plans[::7], strict=True):
        graph = neighbours(network, variables(network, history.positive))
        both = [
            plan_in_order(network, history.positive, greedy_order(graph, rule)).entries for _, rule in RULES
        ]
        assert made.entries == min(both)
    assert {made.rule for made in plans} == {name for name, _ in RULES}


@given(asked())
@settings(max_examples=100, deadline=None)
def test_a_plan_sums_out_every_variable_once_and_counts_its_entries(case: tuple[Network, Evidence]) -> None:
    network, evidence = case
    made = plan(network, evidence.positive)
    assert sorted(bucket.variable for bucket in made.buckets) == list(range(made.variables.count()))
    assert made.entries == sum(2 * 2 ** len(bucket.scope) for bucket in made.buckets)
    sent = [child.bucket for bucket in made.buckets for child in bucket.children]
    assert sorted(sent) == [step for step, bucket in enumerate(made.buckets) if bucket.scope]
    for step, bucket in enumerate(made.buckets):
        assert all(child.bucket < step for child in bucket.children)
        assert all(len(child.index) == 2 ** len(bucket.scope) for child in bucket.children)


@pytest.mark.parametrize(
    ("network", "positives", "entries", "width"),
    [
        pytest.param(Network((0.1,) * 5, ()), (), 10, 1, id="causes alone are two entries each"),
        pytest.param(chain(40), (), 80, 1, id="findings not present cost nothing"),
        pytest.param(chain(40), range(39), 2 + 78 * 4, 2, id="a chain stays two wide however long"),
        pytest.param(
            Network((0.1,) * 30, (Finding(0.1, tuple((c, 0.5) for c in range(30))),)),
            (0,),
            30 * 4 + 2,
            2,
            id="a finding of thirty causes is a star and no clique",
        ),
        pytest.param(
            Network((0.1,), (Finding(0.1, ((0, 0.5),)),)), (0,), 2, 1, id="a finding of one cause is a weight"
        ),
        pytest.param(
            Network((0.1,) * 3, (), (Mechanism(0.1, ((0, 0.5), (1, 0.5), (2, 0.5))),)),
            (),
            4 * 4 + 2,
            2,
            id="a mechanism is a star with one more arm",
        ),
    ],
)
def test_plans_of_known_size(network: Network, positives: tuple[int, ...], entries: int, width: int) -> None:
    made = plan(network, positives)
    assert (made.entries, made.width) == (entries, width)


@given(asked())
@settings(max_examples=100, deadline=None)
def test_a_plan_serves_fewer_positive_findings(case: tuple[Network, Evidence]) -> None:
    network, evidence = case
    every = plan(network, range(len(network.findings)))
    if not joint(network, evidence).mass():
        return
    fresh = solve(network, evidence)
    shared = solve(network, evidence, every)
    assert shared.log_evidence == pytest.approx(fresh.log_evidence, rel=1e-11, abs=1e-11)
    assert shared.causes == pytest.approx(fresh.causes, rel=0, abs=1e-11)
    assert shared.mechanisms == pytest.approx(fresh.mechanisms, rel=0, abs=1e-11)


def test_a_plan_refuses_a_positive_finding_it_was_not_made_for() -> None:
    network = chain(3)
    with pytest.raises(ValueError, match="not made for"):
        solve(network, Evidence((0, 1)), plan(network, (0,)))


@pytest.mark.parametrize(
    "order",
    [
        pytest.param((0, 1), id="a variable is missing"),
        pytest.param((0, 1, 2, 2), id="a variable stands twice"),
        pytest.param((0, 1, 2, 3), id="a variable does not exist"),
    ],
)
def test_an_order_that_is_not_of_all_variables_is_refused(order: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="every variable once"):
        plan_in_order(chain(3), (), order)


def test_the_same_network_gives_the_same_plan_whatever_the_order_of_the_positives() -> None:
    network = seeded_network(random.Random(3))
    assert plan(network, (120, 5, 17, 60)) == plan(network, (60, 17, 5, 120))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(chain(4), id="more causes"),
        pytest.param(Network((0.1,) * 3, (Finding(0.1, ((0, 0.5), (2, 0.5))),) * 2), id="other links"),
    ],
)
def test_a_plan_refuses_another_network(other: Network) -> None:
    with pytest.raises(ValueError, match="not made for this network"):
        solve(other, Evidence((0, 1)), plan(chain(3), (0, 1)))
