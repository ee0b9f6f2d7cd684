"""What a question is worth: the whole joint table as the oracle, and the two engines side by side."""

from __future__ import annotations

from itertools import product
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st
from real_people import people

from charley.history import History
from charley.network.causal import CausalNetwork
from charley.network.engine import Ranking
from charley.network.kernel.worth import kernel_bits, kernel_values
from charley.network.likelihood import UNLISTED
from charley.network.options import choices, plain_bits
from charley.network.worth import (
    UNLISTED_LEVEL,
    Spoken,
    Worth,
    information,
    least_loss,
    most_telling,
    plain_values,
    spoken,
)
from charley.records.conditions import Is
from charley.records.library import Library
from charley.records.rules import Urgency


def mutual(pairs: list[tuple[float, float]], background: float) -> float:
    """Mutual information of cause and answer from the whole joint table: H(C) + H(A) - H(C, A)."""
    rest = 1 - sum(share for share, _ in pairs)
    joint = {
        (cause, yes): share * (chance if yes else 1 - chance)
        for (cause, (share, chance)), yes in product(enumerate([*pairs, (rest, background)]), (True, False))
    }
    causes = [sum(p for (c, _), p in joint.items() if c == cause) for cause in range(len(pairs) + 1)]
    answers = [sum(p for (_, a), p in joint.items() if a is yes) for yes in (True, False)]

    def entropy(chances: list[float]) -> float:
        return -sum(p * log2(p) for p in chances if p > 0)

    return entropy(causes) + entropy(answers) - entropy(list(joint.values()))


chance = st.floats(0.001, 0.999)
shares = st.lists(st.tuples(st.floats(0.01, 1), chance), min_size=1, max_size=5).map(
    lambda pairs: [(share / (1.25 * sum(s for s, _ in pairs)), p) for share, p in pairs]
)


@given(shares, chance)
def test_information_is_the_mutual_information_of_answer_and_cause(
    pairs: list[tuple[float, float]], background: float
) -> None:
    mean, bits = information(pairs, background)
    assert bits == pytest.approx(mutual(pairs, background), abs=1e-9)
    assert mean == pytest.approx(sum(s * p for s, p in pairs) + (1 - sum(s for s, _ in pairs)) * background)


def test_an_answer_that_every_cause_gives_alike_tells_nothing() -> None:
    assert information([(0.4, 0.3), (0.5, 0.3)], 0.3)[1] == pytest.approx(0)


def test_an_answer_that_parts_two_causes_tells_a_whole_bit() -> None:
    assert information([(0.5, 1.0), (0.5, 0.0)], 0.5) == (0.5, pytest.approx(1))


def told(library: Library, history: History) -> tuple[Ranking, list[float]]:
    ranking = CausalNetwork().rank(history, library)
    share = {score.cause: score.responsible for score in ranking.scores}
    return ranking, [share[id_] for id_ in library.causes]


def test_utility_is_the_loss_that_knowing_is_expected_to_save(library: Library) -> None:
    """From the whole table of (level asked for, answer), once more by hand."""
    _, responsible = told(library, next(iter(people(1, seed=6))))
    levels = [cause.urgency for cause in library.causes.values()]
    values = plain_values(library, responsible)
    for entry, worth in list(zip(spoken(library), values, strict=True))[::7]:
        given = dict(entry.by)
        cells = [(share, levels[c], given.get(c, entry.background)) for c, share in enumerate(responsible)]
        cells.append((UNLISTED, UNLISTED_LEVEL, entry.background))
        sides = [
            min(
                sum(s * (p if yes else 1 - p) * library.losses[action][level] for s, level, p in cells)
                for action in Urgency
            )
            for yes in (True, False)
        ]
        now = min(sum(s * library.losses[action][level] for s, level, _ in cells) for action in Urgency)
        assert worth.utility == pytest.approx(max(0.0, now - sum(sides)), abs=1e-12)


def test_the_kernel_agrees_on_every_question_of_real_histories(library: Library) -> None:
    for history in people(25, seed=7):
        _, responsible = told(library, history)
        for one, other in zip(
            plain_values(library, responsible), kernel_values(library, responsible), strict=True
        ):
            assert (one.bits, one.utility, one.chance) == pytest.approx(
                (other.bits, other.utility, other.chance), abs=1e-10
            )


def test_the_kernel_agrees_on_every_choice(library: Library) -> None:
    for history in people(25, seed=13):
        _, responsible = told(library, history)
        assert kernel_bits(library, responsible) == pytest.approx(plain_bits(library, responsible), abs=1e-10)


def test_shares_of_every_cause_over_the_options_are_what_its_entries_say(library: Library) -> None:
    causes = list(library.causes.values())
    for choice in choices(library):
        options = library.findings[choice.finding].options
        for place, row in choice.by:
            assert sum(row) == pytest.approx(1)
            entries = [e for e in causes[place].evidence if e.condition.finding == choice.finding]
            if sum(e.chance.value for e in entries) > 1:
                continue
            first = next(e for e in entries if isinstance(e.condition, Is))
            here = sum(p for p, o in zip(row, options, strict=True) if o.value in first.condition.values)  # type: ignore[union-attr]
            assert here == pytest.approx(first.chance.value, abs=1e-9) or len(row) == len(options) == 1


def test_a_choice_tells_nothing_when_one_cause_is_certain(library: Library) -> None:
    for place, choice in enumerate(choices(library)):
        responsible = [0.0] * len(library.causes)
        responsible[choice.by[0][0]] = 1.0
        assert plain_bits(library, responsible)[place] == pytest.approx(0, abs=1e-9)


def test_nothing_is_worth_less_than_nothing_and_bits_are_at_most_those_of_a_yes_or_no(
    library: Library,
) -> None:
    for history in people(5, seed=11):
        for worth in plain_values(library, told(library, history)[1]):
            assert worth.utility >= 0
            assert 0 <= worth.bits <= 1
            assert 0 <= worth.chance <= 1


def test_of_several_answers_to_one_question_the_most_telling_counts(library: Library) -> None:
    entry = spoken(library)[0]
    values = [Worth(0.0, 0.0, 0.5)] * len(spoken(library))
    values[0] = Worth(0.3, 0.2, 0.1)
    same = [i for i, e in enumerate(spoken(library)) if e.condition.finding == entry.condition.finding]
    values[same[-1]] = Worth(0.1, 0.7, 0.9) if len(same) > 1 else values[0]
    best = most_telling(library, values)[entry.condition.finding]
    assert best.bits == 0.3
    assert best.chance == 0.1
    assert best.utility == (0.7 if len(same) > 1 else 0.2)


def test_the_least_loss_is_that_of_the_level_asked_for_when_it_is_certain(library: Library) -> None:
    for level in Urgency:
        certain = {other: float(other is level) for other in Urgency}
        assert least_loss(certain, library.losses) == 0


def test_every_condition_stands_once_with_every_cause_that_speaks_of_it(library: Library) -> None:
    entries: list[Spoken] = list(spoken(library))
    assert len({entry.condition for entry in entries}) == len(entries)
    assert all(len({c for c, _ in entry.by}) == len(entry.by) for entry in entries)
