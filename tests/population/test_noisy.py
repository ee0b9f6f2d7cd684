"""The noisy-OR of the survey: brute force, finite differences, known links found again, the jackknife."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from math import exp, log

import numpy as np
import pytest

from charley.population import noisy
from charley.population.estimate import Design
from charley.population.noisy import (
    People,
    Prior,
    chances,
    fit_noisy,
    fit_with_design,
    gradient,
    log_rate,
    prior_of,
)

NONE = Prior(*(np.zeros(0) for _ in range(4)))
WIDE = (0.2, 0.001, 0.95)


def _people(count: int, links: list[float], seed: int = 5, base: float = -1.5) -> People:
    draw = np.random.default_rng(seed)
    leak = np.column_stack([np.ones(count), draw.random(count)])
    facts = (draw.random((count, len(links))) < 0.35).astype(float)
    weights = np.array([base, 0.8, *log_rate(np.array(links))])
    answer = (draw.random(count) < chances(leak, facts, weights)).astype(float)
    return People(leak, facts, answer, draw.uniform(0.5, 1.5, count))


def test_a_fact_that_is_only_a_chance_is_summed_out_as_brute_force_does() -> None:
    links, had, leak = (0.3, 0.6, 0.1), (0.25, 1.0, 0.7), 0.2
    expected = 0.0
    for world in product((0, 1), repeat=3):
        weight, free = 1.0, 1 - leak
        for yes, link, share in zip(world, links, had, strict=True):
            weight *= share if yes else 1 - share
            free *= 1 - link if yes else 1
        expected += weight * (1 - free)
    weights = np.array([log(leak / (1 - leak)), *log_rate(np.array(links))])
    assert chances(np.ones((1, 1)), np.array([had]), weights)[0] == pytest.approx(expected, rel=1e-12)


def test_the_slopes_are_those_of_finite_differences() -> None:
    people = _people(30, [0.3, 0.1])
    facts = np.where(np.arange(60).reshape(30, 2) % 7 == 0, 0.4, people.facts)
    weights = np.array([-1.0, 0.3, -0.8, -2.0])
    _, steep = gradient(people.leak, facts, weights)
    for place in range(4):
        shift = np.eye(4)[place] * 1e-6
        up, down = (chances(people.leak, facts, weights + sign * shift) for sign in (1, -1))
        assert steep[:, place] == pytest.approx((up - down) / 2e-6, rel=1e-5, abs=1e-9)


def test_the_curvature_is_that_of_finite_differences() -> None:
    people, prior = _people(40, [0.3, 0.1]), prior_of([WIDE, WIDE])
    weights = np.array([-1.0, 0.3, -0.8, -2.0])
    exact = noisy._curvature(people, prior, weights)
    for place in range(4):
        shift = np.eye(4)[place] * 1e-5
        slopes = [noisy._pieces(people, prior, weights + sign * shift)[1] for sign in (1, -1)]
        assert exact[place] == pytest.approx((slopes[1] - slopes[0]) / 2e-5, rel=1e-4, abs=1e-4)


def test_known_links_are_found_again_in_many_people() -> None:
    links = [0.45, 0.15, 0.03]
    people = _people(40_000, links)
    found = fit_noisy(people, prior_of([WIDE] * 3))
    assert -np.expm1(-np.exp(found[2:])) == pytest.approx(links, abs=0.02)
    assert found[:2] == pytest.approx([-1.5, 0.8], abs=0.1)


def test_the_fit_is_the_greatest_of_a_grid() -> None:
    people = replace(_people(300, [0.4]), leak=np.ones((300, 1)))
    prior = prior_of([(0.2, 0.05, 0.5)])
    found = fit_noisy(people, prior)
    best = noisy._objective(people, prior, found)
    for base in np.linspace(-4, 1, 60):
        for rate in np.linspace(float(prior.low[0]), float(prior.high[0]), 60):
            assert noisy._objective(people, prior, np.array([base, rate])) <= best + 1e-9


def test_no_link_leaves_its_range_and_few_people_leave_it_at_its_value() -> None:
    people = _people(5_000, [0.6, 0.001])
    found = fit_noisy(people, prior_of([(0.1, 0.05, 0.2), (0.1, 0.05, 0.2)]))
    links = -np.expm1(-np.exp(found[2:]))
    assert links[0] == pytest.approx(0.2) and links[1] == pytest.approx(0.05)
    nobody = replace(people, facts=np.zeros_like(people.facts))
    alone = fit_noisy(nobody, prior_of([(0.1, 0.05, 0.2), (0.03, 0.01, 0.2)]))
    assert -np.expm1(-np.exp(alone[2:])) == pytest.approx([0.1, 0.03])


def test_a_narrower_range_draws_nearer_to_the_literature() -> None:
    people = _people(800, [0.5])
    ranges = [(0.1, 0.1 / r, min(0.9, 0.1 * r)) for r in (9, 3, 1.5)]
    links = [float(-np.expm1(-np.exp(fit_noisy(people, prior_of([r]))[2]))) for r in ranges]
    assert links == sorted(links, reverse=True) and links[-1] < 0.16


def test_the_mean_of_a_simple_random_sample_has_the_closed_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without facts and prior: variance 1/((n-1)pq), and Morel's addition for one term."""
    monkeypatch.setattr(noisy, "LEAK_BASE", 1e6)
    n, p = 100, 0.3
    answer = np.array([1.0] * 30 + [0.0] * 70)
    people = People(np.ones((n, 1)), np.zeros((n, 0)), answer, np.ones(n))
    found = fit_with_design(people, NONE, Design(np.zeros(n, np.int64), np.arange(n)))
    plain = 1 / ((n - 1) * p * (1 - p))
    assert found.weights[0] == pytest.approx(log(3 / 7))
    assert found.covariance[0, 0] == pytest.approx(plain * (1 + 1 / (n - 1)), rel=1e-9)


def test_errors_agree_with_the_jackknife() -> None:
    """1,200 people in 60 clusters of 30 strata, who are more alike within a cluster."""
    draw = np.random.default_rng(7)
    cluster = np.repeat(np.arange(60), 20)
    fact, shared = (draw.random(1200) < 0.4).astype(float), draw.normal(0, 0.6, 60)[cluster]
    free = (1 - 1 / (1 + np.exp(0.9 - shared))) * np.where(fact == 1, 0.65, 1)
    people = People(
        np.ones((1200, 1)),
        fact[:, None],
        (draw.random(1200) > free).astype(float),
        draw.uniform(0.5, 1.5, 1200),
    )
    prior, design = prior_of([(0.3, 0.01, 0.9)]), Design(cluster // 2, cluster)
    found = fit_with_design(people, prior, design)
    variance = np.zeros((2, 2))
    for left_out in range(60):
        inside = design.stratum == left_out // 2
        weight = np.where(design.cluster == left_out, 0, np.where(inside, 2 * people.weight, people.weight))
        apart = fit_noisy(replace(people, weight=weight), prior) - found.weights
        variance += 0.5 * np.outer(apart, apart)
    assert np.sqrt(np.diag(found.covariance)) == pytest.approx(np.sqrt(np.diag(variance)), rel=0.1)


def test_with_few_clusters_no_combination_seems_known_without_error() -> None:
    people = replace(_people(200, [0.3] * 5), weight=np.ones(200))
    cluster = np.repeat(np.arange(4), 50)
    found = fit_with_design(people, prior_of([WIDE] * 5), Design(cluster // 2, cluster))
    assert np.linalg.eigvalsh(found.covariance).min() > 1e-4


def test_the_prior_is_the_range_as_an_80_percent_interval() -> None:
    prior = prior_of([(0.1, 0.02, 0.4)])
    low, high = (log(-log(1 - link)) for link in (0.02, 0.4))
    assert prior.mean[0] == pytest.approx(log(-log(0.9)))
    assert prior.deviation[0] == pytest.approx((high - low) / 2.5631, rel=1e-4)
    assert exp(prior.low[0]) == pytest.approx(-log(0.98))
