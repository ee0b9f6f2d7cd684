"""What a network and evidence refuse."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.network.exact import Evidence, Finding, ImpossibleEvidenceError, Mechanism, Network, solve

FINDING = Finding(0.1, ((0, 0.5),))


@pytest.mark.parametrize(
    ("build", "message"),
    [
        pytest.param(lambda: Network((1.2,), ()), "prior of cause 0", id="a prior above one"),
        pytest.param(lambda: Network((float("nan"),), ()), "prior of cause 0", id="a prior not a number"),
        pytest.param(lambda: Network((), (Finding(0),)), "leak of finding 0", id="a finding without leak"),
        pytest.param(lambda: Network((), (Finding(1),)), "leak of finding 0", id="a finding always present"),
        pytest.param(
            lambda: Network((), (), (Mechanism(1.5),)),
            "leak of mechanism 0",
            id="a mechanism leak above one",
        ),
        pytest.param(
            lambda: Network((0.1,), (Finding(0.1, ((1, 0.5),)),)), "does not exist: 1", id="an unknown cause"
        ),
        pytest.param(
            lambda: Network((), (Finding(0.1, (), ((0, 0.5),)),)),
            "does not exist: 0",
            id="an unknown mechanism",
        ),
        pytest.param(
            lambda: Network((0.1,), (Finding(0.1, ((-1, 0.5),)),)),
            "does not exist: -1",
            id="a negative place",
        ),
        pytest.param(
            lambda: Network((0.1,), (Finding(0.1, ((0, 0.5), (0, 0.2))),)),
            "stands twice",
            id="a parent twice",
        ),
        pytest.param(
            lambda: Network((0.1,), (), (Mechanism(0.1, ((0, -0.1),)),)),
            "link strength",
            id="a negative link",
        ),
        pytest.param(lambda: Evidence((0,), (0,)), "answered twice", id="present and absent at once"),
        pytest.param(lambda: Evidence((0, 0)), "answered twice", id="the same answer twice"),
        pytest.param(
            lambda: Evidence(unary=((0, -1, 1),)), "likelihood of cause 0", id="a negative likelihood"
        ),
    ],
)
def test_a_network_or_evidence_that_makes_no_sense_is_refused(
    build: Callable[[], object], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        build()


@pytest.mark.parametrize(
    ("evidence", "message"),
    [
        pytest.param(Evidence((1,)), "no finding 1", id="a positive finding that does not exist"),
        pytest.param(Evidence((), (-1,)), "no finding -1", id="a negative finding that does not exist"),
        pytest.param(Evidence(unary=((1, 1, 1),)), "no cause 1", id="a cause that does not exist"),
    ],
)
def test_evidence_on_a_node_the_network_lacks_is_refused(evidence: Evidence, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        solve(Network((0.1,), (FINDING,)), evidence)


@pytest.mark.parametrize(
    ("network", "evidence"),
    [
        pytest.param(
            Network((0.0,), (FINDING,)), Evidence(unary=((0, 0, 1),)), id="a certain cause with prior zero"
        ),
        pytest.param(Network((0.5,), (FINDING,)), Evidence(unary=((0, 0, 0),)), id="no state is possible"),
        pytest.param(
            Network((0.0,), (Finding(0.1, (), ((0, 1.0),)),), (Mechanism(1.0),)),
            Evidence((), (0,)),
            id="a sure finding is absent",
        ),
    ],
)
def test_evidence_of_probability_zero_is_refused(network: Network, evidence: Evidence) -> None:
    with pytest.raises(ImpossibleEvidenceError):
        solve(network, evidence)
