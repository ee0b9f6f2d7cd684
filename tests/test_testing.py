"""Tests worth discussing: only where the knowledge says so, those of likely causes first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from charley.history import History
from charley.network.engine import CauseScore, Ranking
from charley.records.conditions import Is
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.testing import LIKELY, reference_text, suggest_tests


def ranking(**chances: float) -> Ranking:
    scores = tuple(CauseScore(id_, p, p / 2, min(1, p * 2), p, ()) for id_, p in chances.items())
    return replace(Ranking("made-up", (), 0.7), scores=scores)


def names(history: History, library: Library, limit: int = 100, **chances: float) -> list[str]:
    return [test.id for test in suggest_tests(history, library, ranking(**chances), limit)]


def test_an_ordinary_night_cramp_needs_no_test(library: Library, told: Callable[..., History]) -> None:
    history = told(
        50, sudden_hard_knot=True, cramp_timing="at night in bed", stretch_helps=True, medicines=[]
    )
    assert names(history, library, idiopathic_nocturnal_leg_cramps=0.9) == []


def test_a_likely_cause_brings_the_tests_that_would_confirm_it(library: Library) -> None:
    confirmed_by = list(library.causes["dvt"].confirmed_by)
    assert confirmed_by
    assert names(History(), library, dvt=LIKELY) == confirmed_by
    assert names(History(), library, dvt=LIKELY - 1e-6) == []


def test_a_cause_that_can_be_looked_after_at_home_brings_no_test_by_itself(library: Library) -> None:
    mild = next(c for c in library.causes.values() if c.urgency is Urgency.SELF_CARE)
    with_test = replace(
        library, causes={**library.causes, mild.id: replace(mild, confirmed_by=("potassium",))}
    )
    assert names(History(), with_test, **{mild.id: 0.9}) == []


def test_a_medicine_that_shifts_salts_brings_salt_tests(
    library: Library, told: Callable[..., History]
) -> None:
    found = names(told(70, medicines=["furosemide"]), library)
    assert {"potassium", "sodium", "magnesium"} <= set(found)


def test_tests_of_likely_causes_come_first_and_each_once(
    library: Library, told: Callable[..., History]
) -> None:
    history = told(70, medicines=["furosemide"])
    asked_for = names(history, library)
    last = asked_for[-1]
    cause = replace(library.causes["dvt"], confirmed_by=("venous_ultrasound", last))
    changed = replace(library, causes={**library.causes, "dvt": cause})
    found = names(history, changed, dvt=0.5)
    assert found[0] == last
    assert sorted(found) == sorted({*asked_for, "venous_ultrasound"})
    assert found[-1] == "venous_ultrasound"


def test_no_more_than_the_limit_are_named(library: Library, told: Callable[..., History]) -> None:
    history = told(70, medicines=["furosemide"])
    assert names(history, library, limit=2) == names(history, library)[:2]


def test_a_test_that_must_be_avoided_is_never_named(library: Library, told: Callable[..., History]) -> None:
    history = told(70, medicines=["furosemide"], fever=True)
    potassium = library.tests["potassium"]
    barred = replace(potassium, avoid_when=Is("fever", (True,)))
    changed = replace(library, tests={**library.tests, "potassium": barred})
    assert "potassium" in names(history, library)
    assert "potassium" not in names(history, changed)
    assert "potassium" in names(told(70, medicines=["furosemide"]), changed), "unknown does not bar it"


def test_d_dimer_is_not_named_to_somebody_pregnant(library: Library, told: Callable[..., History]) -> None:
    swollen = {"one_leg_swollen": True, "sex_at_birth": "female"}
    assert "d_dimer" not in names(told(30, pregnant="pregnant now", **swollen), library, dvt=0.5)


def test_a_policy_is_no_test(library: Library) -> None:
    policy = [test.id for test in library.tests.values() if test.kind == "policy"]
    assert policy
    cause = replace(library.causes["dvt"], confirmed_by=tuple(policy))
    assert names(History(), replace(library, causes={"dvt": cause}), dvt=0.9) == []


def test_in_pregnancy_the_range_of_pregnancy_is_shown(library: Library, told: Callable[..., History]) -> None:
    history = told(30, sex_at_birth="female", pregnant="pregnant now", medicines=["furosemide"])
    shown = {test.id: test.reference for test in suggest_tests(history, library, ranking(), 100)}
    potassium = library.tests["potassium"]
    assert shown["potassium"] == reference_text(potassium.pregnancy_reference)
    assert shown["potassium"] != reference_text(potassium.adult_reference)


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ({}, ""),
        ({"mmol/L": [3.5, 5.3], "note": "some laboratories differ"}, "3.5 to 5.3 mmol/L"),
        ({"umol_per_L": [60, 110], "eGFR": "90 or more"}, "60 to 110 umol/L; eGFR: 90 or more"),
        ({"mmol/L in late pregnancy": [3.2, 4.6]}, "3.2 to 4.6 mmol/L in late pregnancy"),
        ({"half_open": [3.5]}, ""),
    ],
    ids=["none", "a range and a note", "two of them", "a note in the unit", "half a range is left out"],
)
def test_a_reference_as_one_line(reference: dict[str, Any], text: str) -> None:
    assert reference_text(reference) == text


def test_every_reference_of_the_knowledge_is_shown_whole(library: Library) -> None:
    for test in library.tests.values():
        for reference in (test.adult_reference, test.pregnancy_reference):
            parts = [key for key in reference if key != "note"]
            assert len([p for p in reference_text(reference).split("; ") if p]) >= len(parts), test.id


@pytest.mark.parametrize(
    ("who", "offered"),
    [
        ({"age": 30, "sex_at_birth": "female"}, False),
        ({"age": 30, "sex_at_birth": "female", "pregnant": "no"}, True),
        ({"age": 30, "sex_at_birth": "female", "pregnant": "pregnant now"}, False),
        ({"age": 30, "sex_at_birth": "male"}, True),
        ({"age": 60, "sex_at_birth": "female"}, True),
    ],
    ids=["pregnancy not known", "not pregnant", "pregnant", "a man", "past the years of pregnancy"],
)
def test_no_d_dimer_while_a_pregnancy_is_possible(
    library: Library, told: Callable[..., History], who: dict[str, Any], offered: bool
) -> None:
    history = told(**who, one_leg_swollen=True)
    assert ("d_dimer" in {test.id for test in suggest_tests(history, library, ranking(), 100)}) is offered
