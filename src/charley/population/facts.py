"""From the survey's codes to facts: yes (1), no (0), or not known (NaN)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from charley.errors import Fault, InputError
from charley.population.folder import TESTS, Numbers, RawSurvey
from charley.population.terms import OLDEST, PATTERNS, YOUNGEST
from charley.records.population import LEAST_PEOPLE

FEMALE = 2
CALCIUM = 4.008
"""mg/dL in one mmol/L of calcium."""

WEEKS = {1.0: 1.0, 2.0: 12 / 52, 3.0: 1 / 52}
"""How often a week, for "a week", "a month" and "a year" of ALQ120U."""


@dataclass(frozen=True, slots=True)
class Survey:
    """Every sampled person in the file, with the design; `asked` are adults who answered on cramps."""

    cycle: str
    stratum: NDArray[np.int64]
    cluster: NDArray[np.int64]
    interview: Numbers
    examination: Numbers
    age: Numbers
    female: Numbers
    asked: NDArray[np.bool_]
    any: Numbers
    often: Numbers
    facts: Mapping[str, Numbers]
    tests: Mapping[str, Numbers]


def understand(raw: RawSurvey) -> Survey:
    """The survey in our own words."""
    c = raw.columns
    nights = np.where(np.isin(c["SLQ160"], (0, 1, 2, 3, 4)), c["SLQ160"], np.nan)
    strata = np.unique(c["SDMVSTRA"], return_inverse=True)[1]
    clusters = np.unique(np.column_stack([c["SDMVSTRA"], c["SDMVPSU"]]), axis=0, return_inverse=True)[1]
    return Survey(
        cycle=raw.cycle,
        stratum=strata.reshape(-1).astype(np.int64),
        cluster=clusters.reshape(-1).astype(np.int64),
        interview=c["WTINT2YR"],
        examination=c["WTMEC2YR"],
        age=np.minimum(c["RIDAGEYR"], OLDEST),
        female=(c["RIAGENDR"] == FEMALE).astype(np.float64),
        asked=(c["RIDAGEYR"] >= YOUNGEST) & ~np.isnan(nights),
        any=(nights >= 1).astype(np.float64),
        often=(nights >= 3).astype(np.float64),
        facts=_facts(raw),
        tests={name: c[name] for name in TESTS if not np.isnan(c[name]).all()},
    )


def enough(survey: Survey) -> Survey:
    """The same survey; InputError when too few adults answered to fit or check anything."""
    examined = survey.asked & (survey.examination > 0)
    people, cases = int(examined.sum()), int(survey.often[examined].sum())
    if people < LEAST_PEOPLE or not 0 < cases < people or survey.any[examined].all():
        problem = f"only {people} examined adults answered on cramps, {cases} of them with frequent ones"
        raise InputError([Fault(f"NHANES {survey.cycle}", problem, "Use the files as released.")])
    return survey


def _facts(raw: RawSurvey) -> dict[str, Numbers]:
    c = raw.columns
    told = {name: _told(c[name]) for name in c if name.startswith(("MCQ", "KIQ", "BPQ", "SMQ020"))}
    smoked = told["SMQ020"]
    now = np.where(smoked == 0, 0.0, _among(c["SMQ040"], yes=(1, 2), no=(3,)))
    taken = {name: _taken(raw, pattern) for name, pattern in PATTERNS.items()}
    coronary = either(told["MCQ160C"], told["MCQ160D"], told["MCQ160E"])
    down = np.isin(c["DPQ010"], (0, 1, 2, 3)) & np.isin(c["DPQ020"], (0, 1, 2, 3))
    low = np.where(down, (c["DPQ010"] + c["DPQ020"] >= 3).astype(np.float64), np.nan)
    drinks = _drinks_a_week(c)
    bmi = c["BMXBMI"]
    return {
        "pregnant": np.where(c["RIDEXPRG"] == 1, 1.0, np.where(c["RIDEXPRG"] == 3, np.nan, 0.0)),
        "smokes_now": now,
        "smoked_before": np.where(smoked == 0, 0.0, 1 - now),
        "no_alcohol": _least(-drinks, 0.0),
        "much_alcohol": _least(drinks, 14.0),
        "underweight_or_normal": 1 - _least(bmi, 25.0),
        "overweight": _least(bmi, 25.0) - _least(bmi, 30.0),
        "obese": _least(bmi, 30.0),
        "diabetes": _among(c["DIQ010"], yes=(1,), no=(2, 3)),
        "arthritis": told["MCQ160A"],
        "kidney": told["KIQ022"],
        "liver": told["MCQ160L"],
        "thyroid": told["MCQ160M"],
        "heart_failure": told["MCQ160B"],
        "coronary": coronary,
        "stroke": told["MCQ160F"],
        "heart_or_stroke": either(told["MCQ160B"], coronary, told["MCQ160F"]),
        "lung": either(told["MCQ160G"], told["MCQ160K"]),
        "cancer": told["MCQ220"],
        "hypertension": told["BPQ020"],
        "depression": either(low, taken["ssri_snri"]),
        "loop_diuretic": taken["loop_diuretic"],
        "thiazide": taken["thiazide"],
        "potassium_sparing": taken["potassium_sparing"],
        "statin": taken["statin"],
        "beta_agonist": taken["beta_agonist"],
        "gabapentinoid": taken["gabapentinoid"],
        "ssri_snri": taken["ssri_snri"],
        "opioid": taken["opioid"],
        "leg_jerks": _among(c["SLQ150"], yes=(3, 4), no=(0, 1, 2)),
        **_tests(raw),
    }


def _tests(raw: RawSurvey) -> dict[str, Numbers]:
    """Blood tests against clinical limits, in the survey's units (g/dL, mg/dL, mmol/L, %, U/L)."""
    c = raw.columns
    return {
        "low_potassium": _less(c["LBXSKSI"], 3.5),
        "low_sodium": _less(c["LBXSNASI"], 136),
        "low_calcium": _less(c["LBXSCA"], 2.2 * CALCIUM),
        "low_albumin": _less(c["LBXSAL"], 4.0),
        "low_egfr": _less(kidney_rate(raw), 60),
        "high_hba1c": _least(c["LBXGH"], 6.5),
        "anaemia": _less(c["LBXHGB"], 12),
        "high_alp": _least(c["LBXSAPSI"], 101),
        "low_vitamin_d": _less(c["LBXVIDMS"], 50),
    }


def kidney_rate(raw: RawSurvey) -> Numbers:
    """CKD-EPI 2021 (Inker and others) from serum creatinine in mg/dL, in mL/min/1.73 m2.

    The creatinine of 2005-2006 is first brought to the standard, as CDC's notes on that file ask.
    """
    c = raw.columns
    creatinine = c["LBXSCR"] * 0.978 - 0.016 if raw.cycle == "2005-2006" else c["LBXSCR"]
    woman = c["RIAGENDR"] == FEMALE
    level = np.maximum(creatinine, 1e-3) / np.where(woman, 0.7, 0.9)
    steep = np.where(woman, -0.241, -0.302)
    rate = 142 * np.minimum(level, 1) ** steep * np.maximum(level, 1) ** -1.2 * 0.9938 ** c["RIDAGEYR"]
    result: Numbers = np.where(np.isnan(creatinine), np.nan, rate * np.where(woman, 1.012, 1.0))
    return result


def either(*facts: Numbers) -> Numbers:
    """Yes when one is yes, no when all are no, else not known."""
    all_ = np.column_stack(facts)
    one = (all_ == 1).any(axis=1)
    return np.where(one, 1.0, np.where((all_ == 0).all(axis=1), 0.0, np.nan))


def _among(codes: Numbers, yes: tuple[int, ...], no: tuple[int, ...]) -> Numbers:
    return np.where(np.isin(codes, yes), 1.0, np.where(np.isin(codes, no), 0.0, np.nan))


def _told(codes: Numbers) -> Numbers:
    return _among(codes, yes=(1,), no=(2,))


def _least(values: Numbers, limit: float) -> Numbers:
    return np.where(np.isnan(values), np.nan, (values >= limit).astype(np.float64))


def _less(values: Numbers, limit: float) -> Numbers:
    return 1 - _least(values, limit)


def _drinks_a_week(c: Mapping[str, Numbers]) -> Numbers:
    """Drinks a week over the past year; 0 for those who hardly drank in their life or not in the year."""
    quantity = np.where(c["ALQ120Q"] > 365, np.nan, c["ALQ120Q"])
    weeks = np.select([c["ALQ120U"] == unit for unit in WEEKS], list(WEEKS.values()), np.nan)
    each = np.where(c["ALQ130"] > 90, np.nan, c["ALQ130"])
    none = (quantity == 0) | (c["ALQ110"] == 2)
    return np.where(none, 0.0, quantity * weeks * each)


def _taken(raw: RawSurvey, pattern: str) -> Numbers:
    match = re.compile(pattern).search
    takers = {person for person, drugs in raw.medicines.items() if any(map(match, drugs))}
    people = raw.columns["SEQN"].tolist()
    return np.array(
        [np.nan if p in raw.medicines_unknown else float(p in takers) for p in people], dtype=np.float64
    )
