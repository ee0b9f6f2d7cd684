"""Laboratory values in prose, and numbers beside a test's name that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story
from charley.reading import read_history
from charley.records.library import Library

Tell = Callable[[str], Story]

READ = [
    ("My potassium came back 3.1", {"potassium": "3.1"}),
    ("K+ 3.1", {"potassium": "3.1"}),
    ("K+ was 3.1", {"potassium": "3.1"}),
    ("K 3.1", {"potassium": "3.1"}),
    ("my CK was over 5 thousand", {"ck": ">5000"}),
    ("CK 5k", {"ck": "5000"}),
    ("CK of 12k", {"ck": "12000"}),
    ("CK came back at 5,200", {"ck": "5,200"}),
    ("CK twelve hundred", {"ck": "1200"}),
    ("CK fifteen thousand", {"ck": "15000"}),
    ("sodium one twenty eight", {"sodium": "128"}),
    ("sodium was one hundred and twenty eight", {"sodium": "128"}),
    ("sodium one two eight", {"sodium": "128"}),
    ("my sodium is a hundred and thirty", {"sodium": "130"}),
    ("potassium three point one", {"potassium": "3.1"}),
    ("potassium of two point nine", {"potassium": "2.9"}),
    ("HbA1c 58", {"hba1c": "58"}),
    ("HbA1c is 58mmol/mol", {"hba1c": "58 mmol/mol"}),
    ("hba1c of fifty eight", {"hba1c": "58"}),
    ("A1C 7.9%", {"hba1c": "7.9 %"}),
    ("my A1c was 7.9 percent", {"hba1c": "7.9 percent"}),
    ("Mg 0.6", {"magnesium": "0.6"}),
    ("Mg 0.6mmol/L", {"magnesium": "0.6 mmol/L"}),
    ("Mg2+ 0.6", {"magnesium": "0.6"}),
    ("magnesium's 0.6", {"magnesium": "0.6"}),
    ("magnesium nought point six", {"magnesium": "0.6"}),
    ("magnesium point six", {"magnesium": "0.6"}),
    ("magnesium .6", {"magnesium": "0.6"}),
    ("eGFR's down to 41", {"egfr": "41"}),
    ("eGFR 41ml/min", {"egfr": "41 ml/min"}),
    ("eGFR has dropped from 60 to 41", {"egfr": "41"}),
    ("my egfr went from 60 down to 41", {"egfr": "41"}),
    ("potassium has gone up from 2.8 to 3.4", {"potassium": "3.4"}),
    ("K2.9", {"potassium": "2.9"}),
    ("Na128", {"sodium": "128"}),
    (
        "Na 128, K 2.9, Mg 0.5, Ca 1.9",
        {"sodium": "128", "potassium": "2.9", "magnesium": "0.5", "calcium": "1.9"},
    ),
    ("Na 128 K 2.9 Mg 0.5", {"sodium": "128", "potassium": "2.9", "magnesium": "0.5"}),
    ("Na/K 128/2.9", {"sodium": "128", "potassium": "2.9"}),
    (
        "U&Es: Na 128 K 2.9 urea 14 creat 180",
        {"sodium": "128", "potassium": "2.9", "urea": "14", "creatinine": "180"},
    ),
    (
        "bloods: potassium 3.2, sodium 131 and magnesium 0.61",
        {"potassium": "3.2", "sodium": "131", "magnesium": "0.61"},
    ),
    ("potassium and sodium were 3.2 and 131", {"potassium": "3.2", "sodium": "131"}),
    ("sodium and potassium 131 and 3.2", {"sodium": "131", "potassium": "3.2"}),
    ("potassium 3.2mmol/l", {"potassium": "3.2 mmol/l"}),
    ("potassium 3.2mmol", {"potassium": "3.2"}),
    ("potassium level 3.2", {"potassium": "3.2"}),
    ("potassium (3.2)", {"potassium": "3.2"}),
    ("potassium: 3.2", {"potassium": "3.2"}),
    ("potassium - 3.2", {"potassium": "3.2"}),
    ("potassium = 3.2", {"potassium": "3.2"}),
    ("potassium low at 3.2", {"potassium": "3.2"}),
    ("low potassium (3.2)", {"potassium": "3.2"}),
    ("low potassium of 3.2", {"potassium": "3.2"}),
    ("low potassium, 3.2", {"potassium": "3.2"}),
    ("my potassium was low, 3.2 I think", {"potassium": "3.2"}),
    ("a potassium of 3.2 mmol/L", {"potassium": "3.2 mmol/L"}),
    ("the nurse said my potassium was only 3.2", {"potassium": "3.2"}),
    ("blood test showed potassium at 3.2", {"potassium": "3.2"}),
    ("potassium came out as 3.2", {"potassium": "3.2"}),
    ("serum potassium 3.2", {"potassium": "3.2"}),
    ("S-potassium 3.2", {"potassium": "3.2"}),
    ("potassium 3,2", {"potassium": "3,2"}),
    ("potassium less than 3", {"potassium": "<3"}),
    ("potassium <3.0", {"potassium": "<3.0"}),
    ("potassium under 3", {"potassium": "<3"}),
    ("potassium above 5.5", {"potassium": ">5.5"}),
    ("potassium around 3.2", {"potassium": "3.2"}),
    ("potassium about 3", {"potassium": "3"}),
    ("potassium 3.2 (3.5-5.3)", {"potassium": "3.2"}),
    ("potassium 3.2 [3.5 - 5.3] L", {"potassium": "3.2"}),
    ("potassium 3.2 L", {"potassium": "3.2"}),
    ("potassium 3.2*", {"potassium": "3.2"}),
    ("potassium (normal 3.5 to 5.3) was 3.2", {"potassium": "3.2"}),
    ("CK 4500 U/L", {"ck": "4500 U/L"}),
    ("creatine kinase 4500 units", {"ck": "4500"}),
    ("CK 4500iu/l", {"ck": "4500 iu/l"}),
    ("CPK 4500", {"ck": "4500"}),
    ("vit D 18", {"vitamin_d": "18"}),
    ("vitamin D level of 18 nmol", {"vitamin_d": "18"}),
    ("vitamin d was 18 nmol/l", {"vitamin_d": "18 nmol/l"}),
    ("ferritin 9", {"ferritin": "9"}),
    ("ferritin was only nine", {"ferritin": "9"}),
    ("ferritin is 9 ug/L", {"ferritin": "9 ug/L"}),
    ("ferritin 9µg/l", {"ferritin": "9 µg/l"}),
    ("Hb 98", {"haemoglobin": "98"}),
    ("Hb 98g/L", {"haemoglobin": "98 g/L"}),
    ("haemoglobin of 9.8 g/dl", {"haemoglobin": "9.8 g/dl"}),
    ("B12 140", {"b12": "140"}),
    ("B12 level 140", {"b12": "140"}),
    ("b12 came back as 140 ng/L", {"b12": "140 ng/L"}),
    ("TSH 14", {"tsh": "14"}),
    ("TSH was 14.2 miu/l", {"tsh": "14.2 miu/l"}),
    ("TSH <0.01", {"tsh": "<0.01"}),
    ("free T4 7", {"free_t4": "7"}),
    ("fT4 7.1", {"free_t4": "7.1"}),
    ("corrected calcium 1.9", {"calcium_adjusted": "1.9"}),
    ("adj Ca 1.9", {"calcium_adjusted": "1.9"}),
    ("calcium (adjusted) 1.9", {"calcium_adjusted": "1.9"}),
    ("CRP 88", {"crp": "88"}),
    ("CRP of 88 mg/l", {"crp": "88 mg/l"}),
    ("WCC 15.3", {"white_cells": "15.3"}),
    ("WBC 15.3 x10^9/L", {"white_cells": "15.3 x10^9/L"}),
    ("platelets 11", {"platelets": "11"}),
    ("glucose 22", {"glucose": "22"}),
    ("blood sugar 22", {"glucose": "22"}),
    ("my sugar was 2.8", {"glucose": "2.8"}),
    ("lactate 3.1", {"lactate": "3.1"}),
    ("creatinine 180", {"creatinine": "180"}),
    ("creat 180umol/l", {"creatinine": "180 umol/l"}),
    ("urea 14", {"urea": "14"}),
    ("phosphate 0.7", {"phosphate": "0.7"}),
    ("PO4 0.7", {"phosphate": "0.7"}),
    ("INR 2.5", {"inr": "2.5"}),
    ("d-dimer 1850 ng/mL FEU", {"d_dimer": "1850 ng/mL FEU"}),
    ("d-dimer 1850", {"d_dimer": "1850"}),
    ("d dimer of 1850 ng/ml", {"d_dimer": "1850 ng/ml"}),
    ("uric acid 520", {"urate": "520"}),
    ("lithium level 1.1", {"lithium_level": "1.1"}),
    ("ESR 62", {"esr": "62"}),
    ("albumin 28", {"albumin": "28"}),
    ("potassium 3.2 in June, 3.6 in August, now 3.0", {"potassium": "3.0"}),
    ("My potassium, which they checked on Monday, was 2.9", {"potassium": "2.9"}),
    ("They did my bloods on Monday and the potassium was 2.9", {"potassium": "2.9"}),
    ("potassium tested last week: 2.9", {"potassium": "2.9"}),
    ("potassium was 2.9 on Monday", {"potassium": "2.9"}),
    ("My potassium was 3.1. Last night my foot went cold.", {"potassium": "3.1"}),
    ("My ferritin was 12. Two weeks ago I began iron.", {"ferritin": "12"}),
    ("My sodium was 128, last week I fainted.", {"sodium": "128"}),
    ("my last potassium, in March, was 2.9", {"potassium": "2.9"}),
    ("my potassium has come out a shade low, 3.3 and 3.4", {"potassium": "3.3"}),
    ("sodium came out rather on the low side, 128", {"sodium": "128"}),
    ("potassium is normal at 4.2", {"potassium": "4.2"}),
    ("potassium down at 2.9 and the sodium down at 128", {"potassium": "2.9", "sodium": "128"}),
]  # fmt: skip

NOT_READ = [
    "CK in the thousands",
    "3.2 potassium",
    "magnesium 400mg at night",
    "magnesium 400 mg",
    "potassium 20 mmol tablets twice a day",
    "I take potassium 600 mg",
    "calcium 500 twice a day",
    "magnesium, 2 tablets",
    "I have been on iron 3 weeks",
    "take vitamin D 1000 units daily",
    "vitamin D 800 IU",
    "vitamin D 20 micrograms",
    "B12 injections every 12 weeks",
    "B12 jab every 3 months",
    "K 50 years",
    "I had magnesium for 3 weeks",
    "sodium free diet for 2 weeks",
    "I eat 2 bananas for potassium",
    "iron tablets 3 times a day",
    "potassium normal",
    "CK normal, aged 54",
    "glucose tolerance test at 28 weeks",
    "blood sugar checked 4 times a day",
    "Calcium 2 a day",
    "my sugars were 4 to 6",
    "ran 10k",
    "I drive 100 k a day",
    "TSH checked 3 months ago",
    "haemoglobin 2 weeks ago was fine",
    "Mrs K, 84, cramps in both calves",
    "Mr. K 84 leg cramps at night",
    "ran 10k 55 minutes and my calf went",
    "Runs 10k 3x/wk, calf cramps",
    "special K 40 g with milk, then cramps",
    "sodium one tablet", "magnesium 400 units a day", "potassium 20 mmol twice daily",
    "calcium from 500 to 1000 mg",
]  # fmt: skip


def values(story: Story) -> dict[str, str]:
    return {r.what: f"{r.answer} {r.unit}".strip() for r in story.taken("lab")}


@pytest.mark.parametrize(("text", "wanted"), READ)
def test_values_are_read(tell: Tell, text: str, wanted: dict[str, str]) -> None:
    assert values(tell(text)) == wanted


@pytest.mark.parametrize("text", NOT_READ)
def test_doses_times_and_ranges_are_no_values(tell: Tell, text: str) -> None:
    assert values(tell(text)) == {}


@pytest.mark.parametrize(("text", "wanted"), READ)
def test_a_value_stands_where_it_says(tell: Tell, text: str, wanted: dict[str, str]) -> None:
    for reading in tell(text).taken("lab"):
        assert text[reading.start : reading.end] == reading.words


def test_a_slip_behind_a_letter_is_asked_about_and_not_lost(library: Library) -> None:
    history = read_history({"text": "my K was 39 last week, calf cramps"}, library)
    assert not history.labs
    assert any("Did you mean 3.9 mmol/L?" in str(told) for told in history.not_understood)
