"""From codes to facts: what counts as yes, as no, and as not known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import isnan, nan

import numpy as np
import pytest

from charley.errors import InputError
from charley.population.facts import Survey, either, enough, understand
from charley.population.folder import RawSurvey
from charley.population.terms import FACTS

MakeUp = Callable[[int], RawSurvey]


def _fact(raw: RawSurvey, fact: str, **codes: float) -> float:
    """The fact of the first person when told these codes."""
    columns = dict(raw.columns)
    for name, code in codes.items():
        columns[name] = np.concatenate([[code], columns[name][1:]])
    return float(understand(replace(raw, columns=columns)).facts[fact][0])


@pytest.mark.parametrize(
    ("fact", "codes", "value"),
    [
        pytest.param("arthritis", {"MCQ160A": 1}, 1, id="told of arthritis"),
        pytest.param("arthritis", {"MCQ160A": 2}, 0, id="not told of arthritis"),
        pytest.param("arthritis", {"MCQ160A": 9}, nan, id="does not know about arthritis"),
        pytest.param("arthritis", {"MCQ160A": 7}, nan, id="would not say"),
        pytest.param("diabetes", {"DIQ010": 3}, 0, id="borderline diabetes is no diabetes"),
        pytest.param("smokes_now", {"SMQ020": 2, "SMQ040": nan}, 0, id="never smoked, so not asked of now"),
        pytest.param("smokes_now", {"SMQ020": 1, "SMQ040": 2}, 1, id="smokes some days"),
        pytest.param("smoked_before", {"SMQ020": 1, "SMQ040": 3}, 1, id="gave up smoking"),
        pytest.param("smoked_before", {"SMQ020": 1, "SMQ040": 1}, 0, id="who smokes now has not given up"),
        pytest.param("smoked_before", {"SMQ020": 2, "SMQ040": nan}, 0, id="never smoked"),
        pytest.param("much_alcohol", {"ALQ120Q": 7, "ALQ120U": 1, "ALQ130": 2}, 1, id="two drinks a day"),
        pytest.param("much_alcohol", {"ALQ120Q": 7, "ALQ120U": 2, "ALQ130": 2}, 0, id="14 drinks a month"),
        pytest.param("much_alcohol", {"ALQ120Q": 365, "ALQ120U": 3, "ALQ130": 3}, 1, id="each day of a year"),
        pytest.param("much_alcohol", {"ALQ120Q": 0, "ALQ130": nan}, 0, id="no drink in the year"),
        pytest.param("much_alcohol", {"ALQ110": 2, "ALQ120Q": nan}, 0, id="hardly a drink in life"),
        pytest.param("much_alcohol", {"ALQ120Q": 999, "ALQ110": 1}, nan, id="does not know how often"),
        pytest.param("much_alcohol", {"ALQ120Q": 7, "ALQ130": 999}, nan, id="does not know how much"),
        pytest.param("obese", {"BMXBMI": 30}, 1, id="a body mass index of 30"),
        pytest.param("obese", {"BMXBMI": 29.9}, 0, id="just under 30"),
        pytest.param("obese", {"BMXBMI": nan}, nan, id="not weighed"),
        pytest.param("pregnant", {"RIDEXPRG": nan}, 0, id="not asked about pregnancy"),
        pytest.param("pregnant", {"RIDEXPRG": 3}, nan, id="pregnancy could not be told"),
    ],
)
def test_codes_become_facts(made_up: MakeUp, fact: str, codes: dict[str, float], value: float) -> None:
    found = _fact(made_up(60), fact, **codes)
    assert (isnan(found) and isnan(value)) or found == value


@pytest.mark.parametrize(
    ("drug", "facts"),
    [
        ("HYDROCHLOROTHIAZIDE; VALSARTAN", {"thiazide"}),
        ("SPIRONOLACTONE", {"potassium_sparing"}),
        ("LEVALBUTEROL", {"beta_agonist"}),
        ("ESCITALOPRAM", {"ssri_snri", "depression"}),
        ("FUROSEMIDE", {"loop_diuretic"}),
        ("IBUPROFEN", set()),
    ],
)
def test_prescribed_names_become_classes(made_up: MakeUp, drug: str, facts: set[str]) -> None:
    raw = made_up(60)
    columns = {**raw.columns, "DPQ010": raw.columns["DPQ010"] * 0, "DPQ020": raw.columns["DPQ020"] * 0}
    survey = understand(replace(raw, columns=columns, medicines={1000.0: (drug,)}))
    classes = ("thiazide", "potassium_sparing", "statin", "beta_agonist",
               "gabapentinoid", "ssri_snri", "opioid", "loop_diuretic", "depression")  # fmt: skip
    assert {name for name in classes if survey.facts[name][0] == 1} == facts


def test_who_would_not_say_what_they_take_is_not_known(made_up: MakeUp) -> None:
    survey = understand(replace(made_up(60), medicines_unknown=frozenset({1000.0})))
    assert isnan(survey.facts["statin"][0])


@pytest.mark.parametrize(
    ("code", "any_", "often", "asked"),
    [(0, 0, 0, True), (1, 1, 0, True), (2, 1, 0, True), (3, 1, 1, True), (4, 1, 1, True),
     (7, 0, 0, False), (9, 0, 0, False), (nan, 0, 0, False)],
)  # fmt: skip
def test_the_answers_on_cramps(made_up: MakeUp, code: float, any_: int, often: int, asked: bool) -> None:
    raw = made_up(60)
    columns = {
        **raw.columns,
        "SLQ160": raw.columns["SLQ160"] * 0 + code,
        "RIDAGEYR": raw.columns["SEQN"] * 0 + 40,
    }
    survey = understand(replace(raw, columns=columns))
    assert (survey.any[0], survey.often[0], bool(survey.asked[0])) == (any_, often, asked)


def test_people_under_20_stay_in_the_design_but_are_not_counted(made_up: MakeUp) -> None:
    raw = made_up(200)
    survey = understand(raw)
    young = raw.columns["RIDAGEYR"] < 20
    assert young.any() and len(survey.age) == 200
    assert not survey.asked[young].any()


def test_ages_above_80_count_as_80_in_either_cycle(made_up: MakeUp) -> None:
    assert understand(made_up(200)).age.max() == 80


def test_either_is_no_only_when_all_are_no() -> None:
    found = either(np.array([1.0, 0, nan, nan]), np.array([nan, 0, 0, 1.0]))
    np.testing.assert_array_equal(found, [1, 0, nan, 1])


def test_every_fact_of_the_models_is_read_from_the_survey(made_up: MakeUp) -> None:
    assert {fact.id for fact in FACTS} <= set(understand(made_up(60)).facts)


@pytest.mark.parametrize(
    ("count", "nights"),
    [pytest.param(25, None, id="too few people"), pytest.param(90, 1.0, id="nobody often"),
     pytest.param(90, 4.0, id="everybody often")],
)  # fmt: skip
def test_too_few_answers_are_refused_by_number(made_up: MakeUp, count: int, nights: float | None) -> None:
    raw = made_up(count)
    if nights is not None:
        raw = replace(raw, columns={**raw.columns, "SLQ160": raw.columns["SLQ160"] * 0 + nights})
    with pytest.raises(InputError, match=r"NHANES 2005-2006: only \d+ examined adults answered on cramps"):
        enough(understand(raw))


def test_enough_answers_pass_unchanged(survey: Survey) -> None:
    assert enough(survey) is survey
