"""The kernel's sums over any network: brute force, the plain engine on the fixed corpus, and refusals."""

from __future__ import annotations

from array import array

import exact_brute as brute
import pytest
from exact_networks import SEEDS, asked, case
from hypothesis import given

from charley.network.exact import Evidence, ImpossibleEvidenceError, Network, Posterior
from charley.network.exact import plan_size as plain_size
from charley.network.exact import solve as plain_solve
from charley.network.kernel._kernel import PairNetwork
from charley.network.kernel.pairs import pairs_of, solve

TOLERANCE = 1e-10
Case = tuple[Network, Evidence]


def differs(one: Posterior, other: Posterior) -> float:
    """The largest difference of any posterior, and of log P(evidence)."""
    both = zip(one.causes + one.mechanisms, other.causes + other.mechanisms, strict=True)
    return max(abs(one.log_evidence - other.log_evidence), *(abs(a - b) for a, b in both))


@given(asked())
def test_it_equals_the_sum_over_all_states(told: Case) -> None:
    network, evidence = told
    truth = brute.joint(network, evidence)
    if not truth.mass():
        with pytest.raises((ImpossibleEvidenceError, ValueError)):
            solve(network, evidence)
        return
    found = solve(network, evidence)
    for kind, chances in enumerate((found.causes, found.mechanisms)):
        for place, chance in enumerate(chances):
            exact = truth.chance(lambda s, kind=kind, place=place: s[kind][place])
            assert chance == pytest.approx(exact, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_it_agrees_with_the_plain_engine_on_the_corpus(seed: int) -> None:
    told = case(seed)
    for history in told.histories:
        assert differs(solve(told.network, history), plain_solve(told.network, history)) <= TOLERANCE


@pytest.mark.parametrize("seed", SEEDS[:3])
def test_its_plans_are_as_large_as_the_plain_ones(seed: int) -> None:
    told = case(seed)
    for history in told.histories:
        planned = pairs_of(told.network, history).planned
        assert planned.entries == plain_size(told.network, history.positive)


def test_a_plan_that_is_too_large_is_refused() -> None:
    start = array("i", [u for u in range(12) for _ in range(u + 1, 12)])
    to = array("i", [v for u in range(12) for v in range(u + 1, 12)])
    assert PairNetwork(12, start, to).entries == 2 * (2**12 - 1)
    with pytest.raises(ValueError, match="more table entries"):
        PairNetwork(12, start, to, 1000)


@pytest.mark.parametrize(("start", "to"), [([0], [0]), ([0], [5]), ([-1], [0]), ([0, 1], [1])])
def test_an_edge_that_cannot_be_is_refused(start: list[int], to: list[int]) -> None:
    with pytest.raises(ValueError, match="edge"):
        PairNetwork(3, array("i", start), array("i", to))


@pytest.mark.parametrize(("weights", "factors", "room"), [(3, 4, 2), (4, 3, 2), (4, 4, 1)])
def test_buffers_of_the_wrong_length_are_refused(weights: int, factors: int, room: int) -> None:
    net = PairNetwork(2, array("i", [0]), array("i", [1]))
    with pytest.raises(ValueError, match=r"fit the plan|no room"):
        net.solve(array("d", [1.0] * weights), array("d", [1.0] * factors), 2, array("d", [0.0] * room))


def test_a_network_without_variables_has_an_answer() -> None:
    none: array[float] = array("d")
    assert PairNetwork(0, array("i"), array("i")).solve(none, none, 0, none) == (0.0, 1.0)
