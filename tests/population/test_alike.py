"""People like you: sane, monotone, and never more sure than the survey."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charley.assessment import Assessment, PeopleLikeYou
from charley.library import load
from charley.population import people_like_you
from charley.population.alike import known_facts, predict
from charley.reading import read_history
from charley.records.library import Library

LIBRARY = load()
TERMS = [term.id for term in LIBRARY.population.model.terms if term.condition is not None]


def _alike(**told: Any) -> PeopleLikeYou:
    return people_like_you(read_history(told, LIBRARY, None), LIBRARY)


@pytest.mark.parametrize(
    "told",
    [
        pytest.param({}, id="age unknown"),
        pytest.param({"age": 9, "sex": "female"}, id="a child"),
        pytest.param({"age": 19}, id="one year too young for the survey"),
    ],
)
def test_whom_the_survey_did_not_ask_gets_the_rate_of_all_adults(told: dict[str, Any]) -> None:
    found, rate = _alike(**told), LIBRARY.base_rate
    assert (found.any, found.often) == (rate.any_in_a_month.value, rate.often_in_a_month.value)
    assert found.used == () and "People like you" not in found.says
    assert found.source == rate.any_in_a_month.source


def test_from_20_on_the_survey_answers_and_names_the_facts_used() -> None:
    found = _alike(age=20, sex="female", conditions=["osteoarthritis"], medicines=["salmeterol"])
    assert found.source == LIBRARY.population.source
    assert {"age", "sex", "arthritis", "beta_agonist"} <= set(found.used)
    assert found.says.startswith("People like you (women of 20 who have arthritis and use an airway opener")
    assert f"about {found.any * 100:.0f} in 100" in found.says


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ({"age": 72, "sex": "male"}, "(men of 72)"),
        ({"age": 45}, "(people of 45)"),
        ({"age": 85, "sex": "female"}, "(women of 80 or over)"),
        ({"age": 28, "sex": "female", "pregnant": True}, "(women of 28 who are pregnant)"),
    ],
)
def test_who_is_meant(told: dict[str, Any], who: str) -> None:
    assert who in _alike(**told).says


@pytest.mark.parametrize("sex", ["female", "male"])
def test_night_cramps_are_commoner_in_the_old_than_in_the_young(sex: str) -> None:
    young, old = _alike(age=30, sex=sex), _alike(age=75, sex=sex)
    assert old.any > young.any + 0.1 and old.often > young.often


@pytest.mark.parametrize("age", [25, 45, 65, 80])
def test_women_have_them_more_than_men_and_an_unknown_sex_lies_between(age: int) -> None:
    woman, man, unknown = _alike(age=age, sex="female"), _alike(age=age, sex="male"), _alike(age=age)
    assert man.any < unknown.any < woman.any
    assert man.often < unknown.often < woman.often


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("arthritis", {"conditions": ["osteoarthritis"]}),
        ("beta_agonist", {"medicines": ["salmeterol"]}),
        ("pregnant", {"pregnant": True}),
        ("depression", {"conditions": ["depression"]}),
        ("diabetes", {"conditions": ["type 2 diabetes"]}),
    ],
)
def test_what_went_with_cramps_in_the_survey_raises_both(fact: str, told: dict[str, Any]) -> None:
    plain = _alike(age=35, sex="female")
    more = _alike(age=35, sex="female", **told)
    assert fact in more.used and fact not in plain.used
    assert more.any > plain.any and more.often > plain.often


def test_nobody_tells_all_so_not_told_lies_between_no_and_yes() -> None:
    survey = LIBRARY.population
    for term in TERMS:
        weight = next(t for t in survey.model.terms if t.id == term).any.number.value
        no, unknown, yes = (
            predict(survey, "any", 70, "female", known).value for known in ({term: False}, {}, {term: True})
        )
        least, most = sorted((no, yes))
        assert least - 0.003 <= unknown <= most + 0.003, term
        assert (yes > no) == (weight > 0)


def test_silence_about_weight_and_mood_is_no_answer(told: Callable[..., Any], library: Library) -> None:
    history = told(known_conditions=["osteoarthritis"])
    assert "obese" not in known_facts(history, library) and "depression" not in known_facts(history, library)


facts = st.dictionaries(st.sampled_from(TERMS), st.booleans())


@settings(max_examples=150)
@given(st.floats(20, 110), st.sampled_from(["female", "male"]), facts)
def test_for_everybody_the_chances_are_chances_and_often_is_no_more_than_any(
    age: float, sex: str, known: dict[str, bool]
) -> None:
    any_ = predict(LIBRARY.population, "any", age, sex, known)
    often = predict(LIBRARY.population, "often", age, sex, known)
    for chance in (any_, often):
        assert 0 < chance.low < chance.value < chance.high < 1
    assert often.value < any_.value


@given(st.floats(80, 120), facts)
def test_beyond_80_nothing_changes(age: float, known: dict[str, bool]) -> None:
    survey = LIBRARY.population
    assert predict(survey, "any", age, "male", known) == predict(survey, "any", 80, "male", known)


def test_the_survey_agrees_with_what_others_published_of_it() -> None:
    """Grandner and Winkelman 2017: 24 to 25 in 100 mild, 6 in 100 moderate or severe."""
    everyone = next(row for row in LIBRARY.population.prevalence if row.id == "everyone")
    rate = LIBRARY.base_rate
    assert rate.any_in_a_month.low <= everyone.any.number.value <= rate.any_in_a_month.high
    assert rate.often_in_a_month.low <= everyone.often.number.value <= rate.often_in_a_month.high


def test_age_and_sex_alone_give_about_the_shares_of_the_table() -> None:
    """The models smooth over age: cells of a few hundred people scatter about them, without a drift."""
    rows = {row.id: row for row in LIBRARY.population.prevalence}
    for outcome, scatter in (("any", 0.05), ("often", 0.02)):
        apart = [
            predict(LIBRARY.population, outcome, decade + 4.5, sex, {}).value
            - getattr(rows[f"age_{decade}_{sex}"], outcome).number.value
            for decade in (20, 30, 40, 50, 60, 70)
            for sex in ("female", "male")
        ]
        assert abs(sum(apart)) / len(apart) < scatter / 3
        assert sum(map(abs, apart)) / len(apart) < scatter


def test_every_answer_carries_it(assessed: Callable[[dict[str, Any]], Assessment]) -> None:
    told = {"age": 72, "sex": "female", "conditions": ["osteoarthritis"]}
    assert assessed(told).people_like_you == _alike(**told)


def test_an_answer_needs_neither_arrays_nor_tables() -> None:
    """In a fresh interpreter: the core stays plain Python."""
    code = (
        "import sys, charley.population, charley.assess;"
        "sys.exit(any(name in sys.modules for name in ('numpy', 'polars', 'scipy', 'pyarrow')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
