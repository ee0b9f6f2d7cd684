"""Medicines, illnesses and laboratory values in prose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story
from charley.intake.implied import SAME
from charley.records.library import Library

Tell = Callable[[str], Story]


@pytest.mark.parametrize(
    ("text", "medicines"),
    [
        ("I take Lasix 40 mg and atorvastatin", {"furosemide", "atorvastatin"}),
        ("I'm not on statins", set()),
        ("my wife takes warfarin, I get cramp in my calf", set()),
        ("Should I take quinine?", set()),
        ("I stopped taking simvastatin", set()),
        ("my potassium was low", set()),
        ("I eat bananas for the potassium", set()),
        ("I'm on losartan, no I tell a lie, candesartan 8mg", {"candesartan"}),
        ("they switched me from Tegretol to Lamictal", {"lamotrigine"}),
        ("I was given ramipril but couldn't stand the cough so it's losartan now", {"losartan"}),
        ("I take ramipril, actually also amlodipine", {"ramipril", "amlodipine"}),
        ("no changes to my statin", {"statin"}),
        ("no statin and no ramipril", set()),
        ("my potassium levels were checked", set()),
        ("a tablet for my blood pressure, amlodipine 5", {"amlodipine"}),
        ("I take something for my blood pressure", {"blood_pressure_tablet"}),
        ("bisoprolal 2.5 and ramapril 5 every day", {"bisoprolol", "ramipril"}),
        ("methotrexate weekly, folic acid, pred 5 mg", {"methotrexate", "folic_acid", "prednisolone"}),
        ("warfarin, digoxin, thyroxin", {"warfarin", "digoxin", "levothyroxine"}),
        ("a glass of tonic water of an evening for the cramps", {"tonic_water"}),
        ("taking metformin and glimepiride", {"metformin", "glimepiride"}),
    ],
)
def test_medicines(tell: Tell, text: str, medicines: set[str]) -> None:
    assert {reading.what for reading in tell(text).taken("medicine")} == medicines


def test_a_guessed_medicine_is_marked(tell: Tell) -> None:
    (reading,) = tell("I am on bisoprolal").taken("medicine")
    assert reading.guess


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("my potassium came back at 2.9 mmol/L", [("potassium", "2.9", "mmol/L")]),
        ("K 2.4 mmol/L, Mg 0.5 mmol/L", [("potassium", "2.4", "mmol/L"), ("magnesium", "0.5", "mmol/L")]),
        ("eGFR has gone down to 38 mL/min", [("egfr", "38", "mL/min")]),
        ("calcium 10.9 mg/dL corrected", [("calcium_adjusted", "10.9", "mg/dL")]),
        ("I take magnesium 400 mg", []),
        ("my potassium 2 weeks ago was 3.1", [("potassium", "3.1", "")]),
        ("CK was over 5000 U/L", [("ck", ">5000", "U/L")]),
        ("my dad's potassium was 2.9 mmol/L, I get cramp in my calf", []),
        ("potassium is good for me, I am 40", []),
    ],
)
def test_laboratory_values(tell: Tell, text: str, values: list[tuple[str, str, str]]) -> None:
    read = [(reading.what, reading.answer, reading.unit) for reading in tell(text).taken("lab")]
    assert read == values


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("I have asthma and gout", {"asthma", "gout"}),
        ("no asthma", set()),
        ("I thought it was sciatica", set()),
    ],
)
def test_conditions(tell: Tell, text: str, conditions: set[str]) -> None:
    assert {reading.what for reading in tell(text).taken("condition")} == conditions


@pytest.mark.parametrize(
    ("text", "illnesses"),
    [
        ("my kidneys aren't great", {"chronic_kidney_disease"}),
        ("they tested me for diabetes, kidneys and thyroid and all came back normal", set()),
        ("I had a clot in my leg in 2015", {"dvt_past"}),
        ("my husband has kidney disease, I get cramp in my calf", set()),
        ("I'm 28 weeks pregnant", {"pregnancy"}),
        ("no sugar and no heart disease", set()),
        ("they think it might be a slipped disc", set()),
        ("I'm 67 with no spleen", {"splenectomy"}),
        ("T2DM diet only, CCF", {"type_2_diabetes", "heart_failure"}),
        ("a diabetic diet", set()),
        ("hip fracture two weeks ago", set()),
    ],
)
def test_illnesses(tell: Tell, text: str, illnesses: set[str]) -> None:
    assert {reading.what for reading in tell(text).taken("condition")} == illnesses


def test_an_implied_illness_gives_the_answer_it_stands_for(library: Library) -> None:
    for (finding, answer), id_ in SAME.items():
        assert any(
            given.finding == finding and (answer is True or str(answer) in str(given))
            for given in library.illnesses[id_].gives
        ), id_


@pytest.mark.parametrize(
    "text",
    [
        "my prostate cancer has spread to the spine",
        "prostate cancer spread to my back, legs weak since Tuesday",
        "I have prostate cancer",
    ],
)
def test_a_cancer_of_the_prostate_is_a_cancer(tell: Callable[[str], Story], text: str) -> None:
    assert tell(text).answers.get("cancer_active") is True
