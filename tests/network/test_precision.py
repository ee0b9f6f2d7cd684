"""The error that is named when states were drawn: it covers the exact answer, and is not far too wide."""

from __future__ import annotations

import pytest
from real_people import people

from charley.history import History
from charley.network.causal import CausalNetwork
from charley.network.precision import named, widened
from charley.records.library import Library


def test_the_error_covers_the_exact_answer_of_real_people(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those with the most present findings of many; each is answered both ways."""
    met = sorted(people(60, seed=3, most=200), key=lambda h: -len(h.answers))[:12]
    exact = [CausalNetwork().rank(history, library) for history in met]
    monkeypatch.setattr("charley.network.person.MOST_ENTRIES", 0)
    ratios = []
    for history, right in zip(met, exact, strict=True):
        drawn = CausalNetwork().rank(history, library)
        assert "sampled" not in right.engine and "sampled" in drawn.engine
        truth = {score.cause: score for score in right.scores}
        off = max(abs(score.probability - truth[score.cause].probability) for score in drawn.scores)
        for name, chance in drawn.mechanisms.items():
            assert chance == pytest.approx(right.mechanisms[name], abs=0.02)
        ratios.append(off / float(drawn.engine.rpartition(" ")[2]))
    assert max(ratios) <= 1
    assert max(ratios) > 0.1


def test_more_states_make_the_error_smaller(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("charley.network.person.MOST_ENTRIES", 0)
    history = next(h for h in people(20, seed=3, most=200) if len(h.answers) > 20)
    errors = []
    for states in (256, 4096):
        monkeypatch.setattr("charley.network.person.STATES", states)
        errors.append(float(CausalNetwork().rank(history, library).engine.rpartition(" ")[2]))
    assert errors[1] < errors[0] / 2


def test_nothing_shared_leaves_no_error(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("charley.network.person.MOST_ENTRIES", 0)
    assert "error up to 0" in CausalNetwork().rank(History(), library).engine


def test_few_effective_draws_widen_the_error() -> None:
    """Beside the 99% quantiles of the t distribution."""
    for effective, quantile in ((11, 3.169), (31, 2.750), (101, 2.626)):
        assert widened(effective) == pytest.approx(quantile, rel=0.04)


def test_the_error_is_rounded_up() -> None:
    assert named(11, 0.00312) == ", sampled over 11 causes, error up to 0.004"
