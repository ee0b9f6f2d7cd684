"""A made-up survey: drawn from a formula, shaped like NHANES. No record of a person is in it."""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small matrices: threads only wait for each other

import random
from collections.abc import Callable
from math import exp, nan
from pathlib import Path

import numpy as np
import polars
import pytest

from charley.population.facts import Survey, understand
from charley.population.folder import NEEDED, RawSurvey

HERE = Path(__file__).parent
CDC = HERE / "cdc"
"""The 150 made-up people of `made_up_survey(150)` as transport files, written by pyreadstat (ReadStat)."""

STRATA, CLUSTERS = 6, 2
YES_NO = {
    "MCQ160A": 0.35, "MCQ160B": 0.1, "MCQ160C": 0.1, "MCQ160D": 0.1, "MCQ160E": 0.1, "MCQ160F": 0.1,
    "MCQ160G": 0.1, "MCQ160K": 0.1, "MCQ160L": 0.1, "MCQ160M": 0.15, "MCQ220": 0.15, "DIQ010": 0.2,
    "KIQ022": 0.1, "BPQ020": 0.4,
}  # fmt: skip
TESTS_USUAL = {
    "LBXSAL": (4.2, 0.3), "LBXSAPSI": (70, 25), "LBXSCA": (9.4, 0.4), "LBXSCR": (0.9, 0.25),
    "LBXSKSI": (4.0, 0.35), "LBXSNASI": (139, 2.5), "LBXGH": (5.6, 0.8), "LBXHGB": (14, 1.5),
    "LBXVIDMS": (60, 20),
}  # fmt: skip
"""Mean and standard deviation of each made-up blood test."""

DRUGS = (
    "FUROSEMIDE",
    "HYDROCHLOROTHIAZIDE; LISINOPRIL",
    "SIMVASTATIN",
    "ALBUTEROL",
    "GABAPENTIN",
    "FLUOXETINE",
)


def _person(number: int, draw: random.Random) -> tuple[dict[str, float], list[str]]:
    own = random.Random(number)  # the blood's own draw: what else is drawn stays as in the CDC files
    age, female, examined = draw.randrange(18, 86), draw.random() < 0.5, draw.random() < 0.95
    person: dict[str, float] = {
        "SEQN": 1000.0 + number,
        "SDDSRVYR": 4,
        "RIAGENDR": 2 if female else 1,
        "RIDAGEYR": age,
        "RIDEXPRG": 1 if female and age < 45 and draw.random() < 0.4 else 2,
        "WTINT2YR": round(draw.uniform(1000, 20000), 3),
        "SDMVSTRA": 44 + number % STRATA,
        "SDMVPSU": 1 + number // STRATA % CLUSTERS,
    }
    person["WTMEC2YR"] = person["WTINT2YR"] * 1.05 if examined else 0
    person |= {name: 1 if draw.random() < chance else 2 for name, chance in YES_NO.items()}
    person["SMQ020"] = 1 if draw.random() < 0.5 else 2
    person["SMQ040"] = draw.choice((1, 2, 3)) if person["SMQ020"] == 1 else nan
    person |= {"ALQ101": 1, "ALQ110": nan, "ALQ120Q": draw.randrange(0, 8), "ALQ120U": 1}
    person |= {"ALQ130": draw.randrange(1, 6) if person["ALQ120Q"] else nan, "BMXBMI": draw.uniform(18, 42)}
    person |= {"DPQ010": draw.randrange(0, 4), "DPQ020": draw.randrange(0, 3)}
    person |= {name: own.gauss(*usual) for name, usual in TESTS_USUAL.items()} | {"SLQ150": own.randrange(5)}
    drugs = [drug for drug in DRUGS if draw.random() < 0.25]
    logit = -2 + 0.02 * (age - 20) + 0.9 * (person["MCQ160A"] == 1) + 0.8 * ("ALBUTEROL" in drugs)
    person["SLQ160"] = 0
    if draw.random() < 1 / (1 + exp(-logit)):
        person["SLQ160"] = draw.choice((1, 1, 2, 3, 4))
    person["RXDUSE"] = 1 if drugs else 2
    if not examined:
        person |= dict.fromkeys((*NEEDED["ALQ"], *NEEDED["BMX"], *NEEDED["DPQ"]), nan)
    return person, drugs


def made_up_survey(count: int) -> RawSurvey:
    """`count` people, always the same ones."""
    draw = random.Random(2026)
    people = [_person(number, draw) for number in range(count)]
    columns = {name: np.array([float(person[name]) for person, _ in people]) for name in people[0][0]}
    medicines = {person["SEQN"]: tuple(drugs) for person, drugs in people if drugs}
    return RawSurvey("2005-2006", columns, medicines, frozenset())


@pytest.fixture(scope="session")
def made_up() -> Callable[[int], RawSurvey]:
    return made_up_survey


@pytest.fixture(scope="session")
def survey() -> Survey:
    return understand(made_up_survey(1500))


@pytest.fixture
def cdc() -> Path:
    return CDC


@pytest.fixture
def parquet(tmp_path: Path) -> Callable[[RawSurvey], Path]:
    """Writes a survey as the project's two parquet files and gives their folder."""

    def write(raw: RawSurvey) -> Path:
        folder = tmp_path / "survey"
        folder.mkdir()
        people = polars.DataFrame(dict(raw.columns)).fill_nan(None)
        people.write_parquet(folder / "leg_cramps_adults_2005_2006.parquet")
        rows = [(person, drug) for person, drugs in raw.medicines.items() for drug in drugs]
        bought = polars.DataFrame(rows, schema=["SEQN", "RXDDRUG"], orient="row")
        bought.write_parquet(folder / "prescriptions_adults_2005_2006.parquet")
        return folder

    return write
