"""The compiled engine against the plain one: every number of every answer, and every draw."""

from __future__ import annotations

from array import array
from dataclasses import replace
from math import exp, log

import pytest
from real_people import people

from charley.history import History
from charley.network.causal import LEAST, CausalNetwork
from charley.network.draws import drawn_library
from charley.network.engine import Ranking
from charley.network.kernel import engine as compiled_engine
from charley.network.kernel.engine import SEED, CompiledNetwork, compiled, person_of
from charley.network.kernel.model import STATES_OF_DRAW
from charley.reading import read_history
from charley.records.library import Library

TOLERANCE = 1e-10
PEOPLE = 240


def by_cause(ranking: Ranking) -> dict[str, tuple[float, ...]]:
    return {s.cause: (s.responsible, s.probability, s.low, s.high) for s in ranking.scores}


def differs(one: Ranking, other: Ranking) -> float:
    """The largest difference of any number of two answers."""
    mine, theirs = by_cause(one), by_cause(other)
    assert mine.keys() == theirs.keys()
    numbers = [abs(a - b) for id_ in mine for a, b in zip(mine[id_], theirs[id_], strict=True)]
    numbers.extend(abs(one.mechanisms[name] - other.mechanisms[name]) for name in other.mechanisms)
    return max(*numbers, abs(one.true_cramp - other.true_cramp))


def test_every_number_of_real_histories_agrees_with_the_plain_engine(library: Library) -> None:
    worst = max(
        differs(CompiledNetwork().rank(history, library), CausalNetwork().rank(history, library))
        for history in people(PEOPLE)
    )
    assert worst <= TOLERANCE


def test_two_results_of_one_laboratory_value_count_as_the_plain_engine_counts_them(library: Library) -> None:
    for values in ((4.0, 4.2), (2.7, 4.2), (4.2, 2.7), (2.4, 2.7)):
        labs = [{"name": "potassium", "value": value, "unit": "mmol/L"} for value in values]
        history = read_history({"age": 60, "labs": labs}, library)
        both = (engine.rank(history, library) for engine in (CompiledNetwork(), CausalNetwork()))
        assert differs(*both) <= TOLERANCE


def test_weights_and_order_are_those_of_the_plain_engine(library: Library) -> None:
    for history in people(6, seed=3):
        mine, theirs = (e.rank(history, library) for e in (CompiledNetwork(), CausalNetwork()))
        assert [s.cause for s in mine.scores] == [s.cause for s in theirs.scores]
        assert [tuple(s.weights) for s in mine.scores] == [tuple(s.weights) for s in theirs.scores]


def test_nothing_told_is_answered(library: Library) -> None:
    assert (
        differs(CompiledNetwork().rank(History(), library), CausalNetwork().rank(History(), library)) <= 1e-12
    )


def everything_ticked(library: Library) -> History:
    ticked = {id_: True for id_, f in library.findings.items() if f.type == "yes_no" and not f.episode}
    return History(age=60, answers={"age": 60.0, **ticked})


def test_so_much_told_that_both_engines_draw_the_same_states(library: Library) -> None:
    history = everything_ticked(library)
    mine, theirs = CompiledNetwork().rank(history, library), CausalNetwork().rank(history, library)
    assert "sampled over" in mine.engine
    assert mine.engine.partition(",")[2] == theirs.engine.partition(",")[2]
    assert differs(mine, theirs) <= TOLERANCE


def test_the_same_states_are_drawn_for_real_people_when_no_plan_may_be_made(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("charley.network.person.MOST_ENTRIES", 0)
    monkeypatch.setattr("charley.network.person.STATES", 256)
    monkeypatch.setattr("charley.network.kernel.model.MOST_ENTRIES", 0)
    monkeypatch.setattr("charley.network.kernel.model.STATES", 256)
    again = replace(library)
    for history in people(40, seed=6, most=200):
        mine, theirs = CompiledNetwork().rank(history, again), CausalNetwork().rank(history, library)
        if "sampled" in mine.engine:
            assert mine.engine.partition(",")[2] == theirs.engine.partition(",")[2]
            assert differs(mine, theirs) <= TOLERANCE


def test_draws_with_drawn_states_are_the_plain_engine_over_the_drawn_library(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("charley.network.person.STATES", STATES_OF_DRAW)
    history, draws = everything_ticked(library), 2
    plain = [CausalNetwork().rank(history, drawn_library(library, SEED, d)) for d in range(draws)]
    own = by_cause(CompiledNetwork().rank(history, library))
    for score in CompiledNetwork().rank(history, library, draws).scores:
        chances = [next(s for s in p.scores if s.cause == score.cause).probability for p in plain]
        low, high = sorted(log(p / (1 - p)) for p in chances)
        middle = own[score.cause][1]
        below, above = (1 / (1 + exp(-(low + x * (high - low)))) for x in (0.1, 0.9))
        assert score.low == pytest.approx(min(middle, below), rel=1e-8)
        assert score.high == pytest.approx(max(middle, above), rel=1e-8)


def test_intervals_from_drawn_states_are_near_those_of_the_exact_network(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = next(h for h in people(20, seed=3, most=200) if len(h.answers) > 20)
    exact = CompiledNetwork().rank(history, library, 200)
    monkeypatch.setattr("charley.network.kernel.model.MOST_ENTRIES", 0)
    drawn = CompiledNetwork().rank(history, replace(library), 200)
    assert "sampled" in drawn.engine and "sampled" not in exact.engine
    truth = by_cause(exact)
    for score in drawn.scores:
        assert (score.low, score.high) == pytest.approx(truth[score.cause][2:], abs=0.03)


# Both engines hold a chance above LEAST, each at its own step: a cause that cannot be (losses by vomiting in
# pregnancy, at 70) may differ by as little as that.
def test_every_draw_is_the_plain_engine_over_the_drawn_library(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = next(iter(people(1, seed=5)))
    draws = 4
    plain = [CausalNetwork().rank(history, drawn_library(library, SEED, d)) for d in range(draws)]
    ranking = CompiledNetwork().rank(history, library, draws)
    for score in ranking.scores:
        chances = sorted(next(s for s in p.scores if s.cause == score.cause).probability for p in plain)
        logits = [log(p / (1 - p)) for p in chances]
        middle = CompiledNetwork().rank(history, library)
        own = next(s for s in middle.scores if s.cause == score.cause).probability
        for found, share in ((score.low, 0.1), (score.high, 0.9)):
            place = share * (draws - 1)
            below = int(place)
            x = logits[below] + (place - below) * (logits[below + 1] - logits[below])
            limit = min if share < 0.5 else max
            truth = limit(own, 1 / (1 + 2.718281828459045**-x))
            assert found == pytest.approx(truth, rel=1e-8, abs=10 * LEAST)


def test_intervals_hold_the_chance_and_draws_repeat(library: Library) -> None:
    for history in people(5, seed=8):
        first, again = (CompiledNetwork().rank(history, library, 200) for _ in range(2))
        assert by_cause(first) == by_cause(again)
        assert all(s.low <= s.probability <= s.high for s in first.scores)


def test_the_number_that_would_narrow_most_is_one_of_the_library(library: Library) -> None:
    ranking = CompiledNetwork().rank(next(iter(people(1, seed=4))), library, 200)
    assert ranking.narrow is not None
    assert ranking.narrow.cause == ranking.scores[0].cause
    assert 0 < ranking.narrow.share <= 1
    assert ranking.narrow.parameter.number.low < ranking.narrow.parameter.number.high


def test_buffers_that_do_not_fit_are_refused(library: Library) -> None:
    here = compiled(library)
    asked = person_of(History(), library, here)
    row, one, told = array("d", bytes(8 * here.kernel.stride)), array("i", [0]), bytearray(1)
    for truth, answered, rows, out in (
        (asked.truth[:-1], asked.answered, one, row),
        (asked.truth, asked.answered[:-1], one, row),
        (asked.truth, asked.answered, array("i", [7]), row),
        (asked.truth, asked.answered, one, row[:-1]),
    ):
        with pytest.raises(ValueError, match=r"fit the model|no such row"):
            here.kernel.rank(1, truth, answered, asked.priors, rows, told, out)


def test_many_people_are_answered_as_each_alone(library: Library) -> None:
    here = compiled(library)
    asked = [person_of(history, library, here) for history in people(20, seed=9)]
    priors = array("d", [p for a in asked for p in a.priors])
    out = array("d", bytes(8 * here.kernel.stride * len(asked)))
    here.kernel.rank(
        len(asked),
        b"".join(a.truth for a in asked),
        b"".join(a.answered for a in asked),
        priors,
        array("i", range(len(asked))),
        bytes(a.silence for a in asked),
        out,
        True,
    )
    alone = [compiled_engine.answer_of(here, a) for a in asked]
    assert list(out) == [x for row in alone for x in row]
