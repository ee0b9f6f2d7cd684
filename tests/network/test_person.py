"""One person's network: exact, against full enumeration; and what happens when too much is told."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from math import exp

import pytest

from charley.history import History
from charley.network.causal import UNLISTED, CausalNetwork
from charley.network.exact import solve
from charley.network.person import MOST_ENTRIES, lanes_of, person_network
from charley.network.priors import prior_shares
from charley.records.library import Library

FEW = (
    "idiopathic_nocturnal_leg_cramps",
    "peripheral_polyneuropathy",
    "diabetes_related_cramp",
    "b12_deficiency",
    "alcohol",
    "dvt",
    "cellulitis",
    "restless_legs",
)


@pytest.fixture(scope="module")
def small(library: Library) -> Library:
    """The library with eight causes only, so that every state can be written out."""
    return replace(library, causes={id_: library.causes[id_] for id_ in FEW})


STORIES = [
    {"feet_numb_tingle": True},
    {"feet_numb_tingle": True, "feet_burn": True, "one_leg_swollen": False},
    {"one_leg_swollen": True, "leg_red_hot": True, "fever": False, "feet_numb_tingle": True},
    {"one_leg_swollen": True, "cramp_timing": "at night in bed", "stretch_helps": False},
    {},
]


@pytest.mark.parametrize("answers", STORIES, ids=[", ".join(s) or "nothing" for s in STORIES])
def test_the_answer_equals_full_enumeration(small: Library, answers: dict[str, bool | str]) -> None:
    history = History(age=60, sex="female", answers={"age": 60.0, **answers})
    person = person_network(history, small)
    assert person.plan is not None
    present = _by_enumeration(person.network, person.evidence)
    exact = solve(person.network, person.evidence).causes
    assert exact == pytest.approx(present, abs=1e-12)
    weights = [p * exp(fit) for p, fit in zip(present, person.episode, strict=True)]
    scores = {score.cause: score for score in CausalNetwork().rank(history, small).scores}
    for cause, weight in zip(person.causes, weights, strict=True):
        assert scores[cause.id].responsible == pytest.approx((1 - UNLISTED) * weight / sum(weights), rel=1e-6)


def _by_enumeration(network, evidence) -> list[float]:  # type: ignore[no-untyped-def]
    """P(cause | evidence) by adding up all 2^n states, in plain arithmetic."""
    n = len(network.priors)
    total, mass = 0.0, [0.0] * n
    for state in product((0, 1), repeat=n):
        weight = 1.0
        for value, prior in zip(state, network.priors, strict=True):
            weight *= prior if value else 1 - prior
        for place, absent, there in evidence.unary:
            weight *= there if state[place] else absent
        for place, finding in enumerate(network.findings):
            off = 1 - finding.leak
            for cause, link in finding.causes:
                off *= 1 - link if state[cause] else 1.0
            if place in evidence.positive:
                weight *= 1 - off
            elif place in evidence.negative:
                weight *= off
        total += weight
        mass = [m + weight * value for m, value in zip(mass, state, strict=True)]
    return [m / total for m in mass]


def test_one_cause_explains_another_away(library: Library) -> None:
    """Numb feet make nerve damage likely; known diabetes takes a part of the credit."""
    numb = {"age": 60.0, "feet_numb_tingle": True}

    def present(cause: str, answers: dict[str, bool | str | float]) -> float:
        person = person_network(History(age=60, answers=answers), library)
        places = [c.id for c in person.causes]
        return solve(person.network, person.evidence).causes[places.index(cause)]

    assert present("b12_deficiency", numb) > present("b12_deficiency", {"age": 60.0})
    with_diabetes = present("b12_deficiency", {**numb, "diabetes": "type 2"})
    assert with_diabetes < present("b12_deficiency", numb)


def test_priors_are_shares(library: Library) -> None:
    for history in (History(), History(age=8), History(age=30, sex="female"), History(age=90, sex="male")):
        shares = prior_shares(tuple(library.causes.values()), history)
        assert sum(shares) == pytest.approx(1)
        assert all(0 < share < 1 for share in shares)


def everything_ticked(library: Library) -> History:
    ticked = {id_: True for id_, finding in library.findings.items() if finding.type == "yes_no"}
    return History(age=60, answers={"age": 60.0, **ticked})


def test_when_everything_is_ticked_the_answer_is_drawn_and_says_so(library: Library) -> None:
    history = everything_ticked(library)
    assert len(person_network(history, library).evidence.positive) >= 100
    assert person_network(history, library).plan is None
    ranking = CausalNetwork().rank(history, library)
    name, _, error = ranking.engine.rpartition(" error up to ")
    assert "sampled over" in name and 0 < float(error) < 0.06
    assert sum(score.responsible for score in ranking.scores) == pytest.approx(1 - UNLISTED)
    assert all(0 <= chance <= 1 for chance in ranking.mechanisms.values())


def test_every_state_of_a_small_library_agrees_with_what_is_drawn(
    small: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("charley.network.person.MOST_ENTRIES", 1)
    for answers in STORIES:
        history = History(age=60, sex="female", answers={"age": 60.0, **answers})
        person = person_network(history, small)
        assert person.plan is None
        right = _by_enumeration(person.network, person.evidence)
        drawn = lanes_of(person).sweep().present[: len(right)]
        assert drawn == pytest.approx(right, abs=0.02)


def test_stories_of_usual_length_are_answered_exactly(library: Library) -> None:
    """A gate on growth: the fullest vignettes stay far below the largest plan."""
    import json
    from pathlib import Path

    from charley.reading import read_history

    folder = Path(__file__).resolve().parents[2] / "vignettes"
    for file in ("dev.json", "blind.json"):
        for vignette in json.loads((folder / file).read_text(encoding="utf-8")):
            told = {k: vignette[k] for k in ("age", "sex", "findings", "conditions", "medicines")}
            person = person_network(read_history(told, library), library)
            assert person.plan is not None, vignette["id"]
            assert person.plan.entries <= MOST_ENTRIES / 4, vignette["id"]


def test_mechanisms_are_named_and_add_up_from_causes(library: Library) -> None:
    told = {"pain_on_walking": True, "eases_standing_still": True, "cramp_timing": "when walking"}
    history = History(age=66, answers={"age": 66.0, "smoker": "smoke now", **told})
    ranking = CausalNetwork().rank(history, library)
    assert next(iter(ranking.mechanisms)) == "blood_supply"
    assert len(ranking.mechanisms) <= 12
    scores = {score.cause: score for score in ranking.scores}
    blood = sum(s.responsible for c, s in scores.items() if "blood_supply" in library.causes[c].mechanisms)
    assert blood <= ranking.mechanisms["blood_supply"] <= 1


def test_a_mechanism_is_silent_when_no_cause_brings_it_about(library: Library) -> None:
    """The two-cause case by hand: responsible or not, and adding or not."""
    first, second = list(library.causes.values())[:2]
    first = replace(first, mechanisms=("blood_supply",))
    second = replace(second, mechanisms=("nerve",))
    small = replace(library, causes={first.id: first, second.id: second})
    ranking = CausalNetwork().rank(History(age=60, answers={"age": 60.0}), small)
    scores = {score.cause: score for score in ranking.scores}
    priors = prior_shares((first, second), History(age=60))
    share, other = scores[first.id].responsible, scores[second.id].responsible
    unlisted = 1 - share - other
    quiet = 1 - priors[0] * first.contributes.value
    assert ranking.mechanisms["blood_supply"] == pytest.approx(1 - (other + unlisted) * quiet)
