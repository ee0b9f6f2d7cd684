"""pyAgrum in chain form, another algebra by other people, on the whole fixed corpus."""

from __future__ import annotations

import pytest
from exact_networks import HISTORIES, SEEDS, case
from exact_peer import Answer, ask_chain, ask_rank_two, chain_form

from charley.network.exact import Posterior, solve

TOLERANCE = 1e-9


def differs(found: Posterior, other: Answer) -> float:
    """The largest difference of any posterior."""
    mine, theirs = found.causes + found.mechanisms, other.causes + other.mechanisms
    return max(abs(one - two) for one, two in zip(mine, theirs, strict=True))


def test_the_corpus_has_two_hundred_histories_of_5_to_20_answers() -> None:
    told = case(0)
    assert len(SEEDS) * HISTORIES == 200
    assert (len(told.network.priors), len(told.network.findings)) == (60, 121)
    answers = [len(h.positive) + len(h.negative) - 1 for h in told.histories]
    assert (min(answers), max(answers)) == (5, 20)


@pytest.mark.parametrize("seed", SEEDS)
def test_pyagrum_in_chain_form_agrees_on_every_history(seed: int) -> None:
    told = case(seed)
    net = chain_form(told.network)
    for history in told.histories:
        found, other = solve(told.network, history), ask_chain(told.network, history, net)
        assert found.log_evidence == pytest.approx(other.log_evidence, rel=0, abs=TOLERANCE)
        assert differs(found, other) <= TOLERANCE


@pytest.mark.parametrize("seed", SEEDS)
def test_pyagrum_with_factors_of_rank_two_agrees(seed: int) -> None:
    told = case(seed)
    for history in told.histories[seed % 4 :: 4]:
        assert differs(solve(told.network, history), ask_rank_two(told.network, history)) <= TOLERANCE
