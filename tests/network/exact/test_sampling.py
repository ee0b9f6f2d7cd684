"""States that are drawn, against every state written out: chances, lanes, P(evidence), and their spread."""

from __future__ import annotations

import math
import random
from dataclasses import replace

import pytest
from exact_brute import joint

from charley.network.exact import Evidence, Finding, ImpossibleEvidenceError, Mechanism, Network, sample

NETWORKS = 30
STATES = 4096
CAUSES = 8


def crowded(seed: int) -> tuple[Network, Evidence]:
    """Eight causes that share four present findings, one absent finding, and one likelihood."""
    chance = random.Random(seed)
    findings = tuple(
        Finding(
            chance.uniform(0.005, 0.2),
            tuple(
                (c, chance.uniform(0.05, 0.95)) for c in chance.sample(range(CAUSES), chance.randint(1, 6))
            ),
        )
        for _ in range(5)
    )
    priors = tuple(chance.uniform(0.01, 0.4) for _ in range(CAUSES))
    return Network(priors, findings), Evidence((0, 1, 2, 3), (4,), ((2, 0.5, 1.5),))


def error_of(share_rows: list[float], given: list[float], mean: float) -> float:
    return 4 * math.sqrt(sum((s * (p - mean)) ** 2 for s, p in zip(share_rows, given, strict=True))) + 1e-9


@pytest.mark.parametrize("seed", range(NETWORKS))
def test_chances_and_evidence_are_those_of_full_enumeration(seed: int) -> None:
    network, evidence = crowded(seed)
    truth = joint(network, evidence)
    drawn = sample(network, evidence, STATES)
    found = drawn.sweep()
    assert drawn.effective > 1000
    assert found.log_evidence == pytest.approx(math.log(truth.mass()), abs=0.06)
    for cause in range(CAUSES):
        right = truth.chance(lambda state, cause=cause: state[0][cause])
        if cause in drawn.causes:
            given = drawn.given[drawn.causes.index(cause)]
            assert abs(found.present[cause] - right) < error_of(drawn.shares, given, found.present[cause])
            assert found.present[cause] == pytest.approx(right, abs=0.03)
        else:
            assert found.present[cause] == pytest.approx(right, abs=1e-12)


@pytest.mark.parametrize("seed", range(8))
def test_a_lane_is_the_network_with_other_weights(seed: int) -> None:
    network, evidence = crowded(seed)
    drawn = sample(network, evidence, STATES)
    lane = drawn.weights.copy()
    lane.multiply(1, 1.0, 0.2)
    lane.multiply(3, 0.5, 1.0)
    truth = joint(network, replace(evidence, unary=(*evidence.unary, (1, 1.0, 0.2), (3, 0.5, 1.0))))
    found = drawn.sweep(lane)
    assert found.log_evidence == pytest.approx(math.log(truth.mass()), abs=0.06)
    for cause in range(CAUSES):
        right = truth.chance(lambda state, cause=cause: state[0][cause])
        assert found.present[cause] == pytest.approx(right, abs=0.04)


def test_a_change_of_a_cause_that_shares_nothing_counts_too() -> None:
    network = Network((0.3, 0.2, 0.1), (Finding(0.05, ((0, 0.5), (1, 0.6))), Finding(0.1, ((2, 0.7),))))
    evidence = Evidence((0, 1))
    drawn = sample(network, evidence, STATES)
    assert drawn.causes == [0, 1]
    lane = drawn.weights.copy()
    lane.multiply(2, 1.0, 0.5)
    now, then = drawn.sweep(), drawn.sweep(lane)
    off, on = 0.9 * 0.1, 0.1 * (0.1 + 0.7 * 0.9)
    assert now.present[2] == pytest.approx(on / (off + on))
    assert then.present[2] == pytest.approx(on / 2 / (off + on / 2))
    assert then.log_evidence - now.log_evidence == pytest.approx(math.log((off + on / 2) / (off + on)))


def test_links_and_priors_at_their_ends_are_answered() -> None:
    network = Network((0.5, 0.0, 0.5), (Finding(0.1, ((0, 1.0), (1, 0.5), (2, 0.0))),))
    drawn = sample(network, Evidence((0,)), STATES)
    truth = joint(network, Evidence((0,)))
    for cause in range(3):
        right = truth.chance(lambda state, cause=cause: state[0][cause])
        assert drawn.sweep().present[cause] == pytest.approx(right, abs=0.02)


def test_the_same_states_whenever_asked_and_more_only_add() -> None:
    network, evidence = crowded(1)
    one, again, more = (sample(network, evidence, states) for states in (300, 300, 600))
    assert one == again
    assert [row[:300] for row in more.states] == one.states
    assert sample(network, evidence, 300, seed=7).states != one.states


def test_mechanisms_are_refused() -> None:
    network = Network((0.5,), (Finding(0.1, (), ((0, 0.5),)),), (Mechanism(0.1, ((0, 0.5),)),))
    with pytest.raises(ValueError, match="without mechanisms"):
        sample(network, Evidence((0,)), STATES)


def test_evidence_of_no_probability_is_refused() -> None:
    network = Network((0.0, 0.0), (Finding(1e-300, ((0, 0.5), (1, 0.5))),))
    with pytest.raises(ImpossibleEvidenceError):
        sample(network, Evidence((0,), (), ((0, 0.0, 1.0),)), 64)
