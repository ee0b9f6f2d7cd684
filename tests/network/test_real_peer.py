"""The real network of more than 200 people against pyAgrum: chains of small tables, and rank two."""

from __future__ import annotations

from functools import cache

import pytest
from exact_peer import Answer, ask_chain, ask_rank_two, chain_form
from real_people import people

from charley.library import load
from charley.network.exact import Posterior, plan_size, solve
from charley.network.exact.answers import prepare
from charley.network.exact.sweep import sweep
from charley.network.kernel.pairs import solve as kernel_solve
from charley.network.person import MOST_ENTRIES, Person, person_network

TOLERANCE = 1e-9
PEOPLE = 240
PARTS = 10


@cache
def networks() -> list[Person]:
    """The network of every person of the corpus."""
    return [person_network(history, load()) for history in people(PEOPLE, seed=2)]


def differs(found: Posterior, other: Answer) -> float:
    return max(abs(one - two) for one, two in zip(found.causes, other.causes, strict=True))


@pytest.mark.parametrize("part", range(PARTS))
def test_pyagrum_agrees_in_both_forms(part: int) -> None:
    for person in networks()[part::PARTS]:
        network, evidence = person.network, person.evidence
        chain = ask_chain(network, evidence, chain_form(network))
        rank_two = ask_rank_two(network, evidence)
        for found in (solve(network, evidence, person.plan), kernel_solve(network, evidence)):
            assert differs(found, chain) <= TOLERANCE
            if not_much_cancels(person):
                assert differs(found, rank_two) <= TOLERANCE


def not_much_cancels(person: Person) -> bool:
    """Whether signed factors in doubles, which is what the peer has, keep nine digits."""
    swept = prepare(person.network, person.evidence, person.plan)
    return sweep(swept.plan, swept.bases, swept.weights).cancellation >= 1e-6


def test_both_forms_were_compared_on_two_hundred_people() -> None:
    assert sum(not_much_cancels(person) for person in networks()) >= 200


def test_the_corpus_has_people_of_10_to_30_answers_with_several_signs() -> None:
    answers = [len(history.answers) for history in people(PEOPLE, seed=2)]
    assert sum(10 <= count <= 32 for count in answers) >= 150
    assert max(len(person.evidence.positive) for person in networks()) >= 6


def test_no_plan_of_the_corpus_passes_the_gate() -> None:
    """Knowledge may grow only while realistic people stay exact and small: the 99th percentile counts."""
    sizes = sorted(plan_size(p.network, p.evidence.positive) for p in networks())
    assert all(person.plan is not None for person in networks())
    assert sizes[int(0.99 * len(sizes))] <= MOST_ENTRIES // 4
