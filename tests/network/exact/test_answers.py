"""Every answer beside the sum over all states, and the laws that hold whatever the numbers."""

from __future__ import annotations

import math
import random
from dataclasses import replace

import exact_brute as brute
import pytest
from exact_networks import SEEDS, asked, case
from hypothesis import given, settings
from hypothesis import strategies as st

from charley.network.exact import (
    Evidence,
    Finding,
    ImpossibleEvidenceError,
    Network,
    information,
    pairs,
    plan,
    plan_in_order,
    predict,
    solve,
)
from charley.network.exact.graph import neighbours, variables
from charley.network.exact.ordering import RULES, greedy_order

Case = tuple[Network, Evidence]
TOLERANCE = 1e-12
HUNDREDS = settings(max_examples=200, deadline=None)
TENS = settings(max_examples=80, deadline=None)


def near(value: float | tuple[float, ...], within: float = TOLERANCE) -> object:
    return pytest.approx(value, rel=0, abs=within)


@given(asked())
@HUNDREDS
def test_evidence_causes_and_mechanisms_equal_the_sum_over_all_states(told: Case) -> None:
    network, evidence = told
    truth = brute.joint(network, evidence)
    if not truth.mass():
        with pytest.raises(ImpossibleEvidenceError):
            solve(network, evidence)
        return
    found = solve(network, evidence)
    assert found.log_evidence == pytest.approx(float(truth.mass().ln()), rel=TOLERANCE, abs=TOLERANCE)
    for kind, chances in enumerate((found.causes, found.mechanisms)):
        for place, chance in enumerate(chances):
            assert chance == near(truth.chance(lambda s, kind=kind, place=place: s[kind][place]))


@given(asked())
@HUNDREDS
def test_predictions_equal_the_sum_over_all_states(told: Case) -> None:
    network, evidence = told
    truth = brute.joint(network, evidence)
    if not truth.mass():
        return
    answered = {*evidence.positive, *evidence.negative}
    forecasts = predict(network, evidence)
    assert [f.finding for f in forecasts] == [f for f in range(len(network.findings)) if f not in answered]
    for forecast in forecasts:
        node = network.findings[forecast.finding]
        assert forecast.present == near(truth.chance(lambda s, node=node: brute.present(node, s)))
        for place, both in enumerate(forecast.with_causes):
            assert both == near(
                truth.chance(lambda s, node=node, place=place: s[0][place] * brute.present(node, s))
            )


@given(asked())
@HUNDREDS
def test_the_value_of_a_question_equals_asking_it_and_summing_again(told: Case) -> None:
    network, evidence = told
    if not brute.joint(network, evidence).mass():
        return
    for finding, bits in information(network, evidence).items():
        assert bits == near(brute.information(network, evidence, finding))
        assert bits >= -TOLERANCE


@given(asked())
@HUNDREDS
def test_pairs_of_causes_equal_the_sum_over_all_states(told: Case) -> None:
    network, evidence = told
    truth = brute.joint(network, evidence)
    for cause in range(len(network.priors)):
        if not truth.mass(lambda s, cause=cause: s[0][cause]):
            with pytest.raises(ImpossibleEvidenceError):
                pairs(network, evidence, cause)
            continue
        given_it = pairs(network, evidence, cause)
        assert given_it[cause] == near(1.0)
        share = truth.chance(lambda s, cause=cause: s[0][cause])
        for other, chance in enumerate(given_it):
            both = truth.chance(lambda s, cause=cause, other=other: s[0][cause] * s[0][other])
            assert chance == near(both / share)


@given(asked(), st.randoms(use_true_random=False))
@HUNDREDS
def test_any_order_of_elimination_gives_the_same_answer(told: Case, chance: random.Random) -> None:
    network, evidence = told
    truth = brute.joint(network, evidence)
    if not truth.mass():
        return
    order = list(range(variables(network, evidence.positive).count()))
    chance.shuffle(order)
    found = solve(network, evidence, plan_in_order(network, evidence.positive, order))
    assert found.log_evidence == pytest.approx(float(truth.mass().ln()), rel=1e-10, abs=1e-10)
    assert found.causes == near(solve(network, evidence).causes, 1e-10)


@pytest.mark.parametrize("seed", SEEDS)
def test_both_greedy_orders_agree_on_the_corpus(seed: int) -> None:
    told = case(seed)
    for history in told.histories[::4]:
        graph = neighbours(told.network, variables(told.network, history.positive))
        plans = [plan_in_order(told.network, history.positive, greedy_order(graph, r)) for _, r in RULES]
        one, other = (solve(told.network, history, made) for made in plans)
        assert one.log_evidence == near(other.log_evidence, 1e-10)
        assert one.causes == near(other.causes, 1e-10)
        assert one.mechanisms == near(other.mechanisms, 1e-10)


@given(asked(), st.randoms(use_true_random=False))
@TENS
def test_the_order_of_answers_changes_no_digit(told: Case, chance: random.Random) -> None:
    network, evidence = told
    if not brute.joint(network, evidence).mass():
        return
    parts = [list(part) for part in (evidence.positive, evidence.negative, evidence.unary)]
    for part in parts:
        chance.shuffle(part)
    assert solve(network, Evidence(*map(tuple, parts))) == solve(network, evidence)


def test_likelihoods_of_one_cause_may_come_in_any_order() -> None:
    network = Network((0.3,), ())
    seen = [(0, 0.1 * place + 0.013, 0.7 - 0.09 * place) for place in range(7)]
    assert solve(network, Evidence(unary=tuple(seen))) == solve(network, Evidence(unary=tuple(seen[::-1])))


@given(asked())
@TENS
def test_findings_not_asked_may_as_well_not_exist(told: Case) -> None:
    network, evidence = told
    if not brute.joint(network, evidence).mass():
        return
    barren = Finding(0.3, tuple((cause, 0.7) for cause in range(len(network.priors))))
    more = replace(network, findings=(*network.findings, barren, barren))
    assert solve(more, evidence) == solve(network, evidence)


@given(asked())
@TENS
def test_a_negative_answer_of_links_zero_changes_only_the_probability_of_the_evidence(told: Case) -> None:
    network, evidence = told
    if not brute.joint(network, evidence).mass():
        return
    idle = Finding(0.3, tuple((cause, 0.0) for cause in range(len(network.priors))))
    more = replace(network, findings=(*network.findings, idle))
    before = solve(network, evidence)
    after = solve(more, replace(evidence, negative=(*evidence.negative, len(network.findings))))
    assert after.causes == near(before.causes)
    assert after.mechanisms == near(before.mechanisms)
    assert after.log_evidence == near(before.log_evidence + math.log(0.7), 1e-11)


@given(asked())
@TENS
def test_a_forecast_agrees_with_adding_the_answer(told: Case) -> None:
    network, evidence = told
    if not brute.joint(network, evidence).mass():
        return
    now = solve(network, evidence)
    for forecast in predict(network, evidence):
        then = solve(network, replace(evidence, positive=(*evidence.positive, forecast.finding)))
        assert math.exp(then.log_evidence - now.log_evidence) == near(forecast.present)
        products = tuple(forecast.present * chance for chance in then.causes)
        assert products == near(forecast.with_causes)


@pytest.mark.parametrize("seed", range(4))
def test_the_answers_of_a_question_average_to_what_was_believed_before(seed: int) -> None:
    told = case(seed)
    history = told.histories[seed]
    now = solve(told.network, history)
    for forecast in predict(told.network, history)[::15]:
        yes = solve(told.network, replace(history, positive=(*history.positive, forecast.finding)))
        no = solve(told.network, replace(history, negative=(*history.negative, forecast.finding)))
        mean = tuple(
            forecast.present * one + (1 - forecast.present) * other
            for one, other in zip(yes.causes, no.causes, strict=True)
        )
        assert mean == near(now.causes, 1e-11)


def test_no_question_of_the_corpus_has_negative_value_and_some_have_much() -> None:
    told = case(0)
    values = information(told.network, told.histories[9])
    assert len(values) == 121 - len(told.histories[9].positive) - len(told.histories[9].negative)
    assert min(values.values()) >= -TOLERANCE
    assert max(values.values()) > 0.05


def test_a_sure_answer_is_worth_nothing() -> None:
    network = Network((0.3,), (Finding(0.1, ((0, 1.0),)), Finding(0.2, ((0, 0.5),))))
    known = Evidence(unary=((0, 0.0, 1.0),))
    forecast = predict(network, known)[0]
    assert (forecast.present, forecast.with_causes) == (1.0, (1.0,))
    assert information(network, known) == {0: 0.0, 1: near(0.0)}


def test_a_question_nobody_says_yes_to_is_worth_nothing() -> None:
    network = Network((0.3,), (Finding(1e-300, ((0, 0.0),)),))
    assert predict(network, Evidence())[0].present == near(0.0)
    assert information(network, Evidence()) == {0: near(0.0)}


def test_a_plan_given_is_a_plan_used() -> None:
    told = case(1)
    history = told.histories[5]
    wide = plan(told.network, (*history.positive, *history.negative))
    assert solve(told.network, history, wide).causes == near(solve(told.network, history).causes, 1e-11)
    assert pairs(told.network, history, 3, wide) == near(pairs(told.network, history, 3), 1e-11)
