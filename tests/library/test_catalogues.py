"""Medicines, illnesses and laboratory values from their files."""

from __future__ import annotations

from pathlib import Path

import pytest

from charley.library.assemble import build_library
from charley.records.catalogue import Illness, LabAction, LabRange, Medicine
from charley.records.conditions import Is
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.units import Conversion


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_a_medicine_keeps_its_brands_and_classes(mini: Library) -> None:
    assert mini.medicines == {
        "simvastatin": Medicine("simvastatin", "simvastatin", (), ("Zocor",), ("statin",))
    }
    statin = mini.medicine_classes["statin"]
    assert (statin.name, statin.about, statin.background.word) == (
        "statins",
        "lower the cholesterol",
        "seldom",
    )


def test_a_class_named_twice_by_a_medicine_counts_once(knowledge: Path) -> None:
    more = "medicines:\n  - {id: tablet, name: tablet, classes: [water_tablet, statin, water_tablet]}\n"
    write(knowledge, "medicines/more.yaml", more)
    assert build_library(knowledge).medicines["tablet"].classes == ("water_tablet", "statin")


def test_classes_keep_their_order_and_medicines_are_sorted(knowledge: Path) -> None:
    more = "medicines:\n  - {id: zinc, name: zinc}\n  - {id: aspirin, name: aspirin}\n"
    write(knowledge, "medicines/more.yaml", more)
    library = build_library(knowledge)
    assert list(library.medicine_classes) == ["statin", "water_tablet"]
    assert list(library.medicines) == ["aspirin", "simvastatin", "zinc"]


def test_an_illness_keeps_what_it_answers(mini: Library) -> None:
    diabetes = mini.illnesses["type_2_diabetes"]
    gives = (Is("diabetes", ("type 2",)),)
    assert diabetes == Illness(
        "type_2_diabetes", "type 2 diabetes", ("sugar diabetes",), ("E11",), gives, diabetes.background
    )
    assert diabetes.background is not None
    assert diabetes.background.word == "seldom"


def test_an_illness_may_answer_nothing_but_itself(knowledge: Path) -> None:
    write(knowledge, "conditions/more.yaml", "conditions:\n  - {id: gout, name: gout}\n")
    assert build_library(knowledge).illnesses["gout"] == Illness("gout", "gout", (), (), ())


def test_a_laboratory_value_keeps_all_that_its_file_says(mini: Library) -> None:
    potassium = mini.analytes["potassium"]
    assert (potassium.name, potassium.unit, potassium.test) == ("Potassium", "mmol/L", "ultrasound")
    assert potassium.units == {"mmol/L": Conversion(1.0), "mg/dL": Conversion(0.2558)}
    assert potassium.plausible == (1.0, 10.0)
    assert potassium.ranges == (LabRange(3.5, 5.3, None, "stated", "guideline", "table 3"),)
    why = "low enough to stop the heart"
    assert potassium.actions == (
        LabAction("below", 2.5, Urgency.EMERGENCY_NOW, None, why, "stated", "guideline", "page 2"),
    )
    (link,) = potassium.speaks_for
    assert (link.cause, link.comparison, link.value) == ("night_cramps", "below", 3.5)
    assert (link.chance.word, link.background.word) == ("often", "seldom")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1", Conversion(1.0)),
        ("{factor: 1}", Conversion(1.0)),
        ("{factor: 1, offset: 0}", Conversion(1.0)),
    ],
)
def test_the_own_unit_counts_as_it_is(written: str, meant: Conversion, knowledge: Path) -> None:
    file = knowledge / "labs" / "potassium.yaml"
    text = file.read_text(encoding="utf-8").replace("mmol/L: 1,", f"mmol/L: {written},")
    file.write_text(text, encoding="utf-8")
    assert build_library(knowledge).analytes["potassium"].units["mmol/L"] == meant


def test_a_limit_may_hold_for_some_people_only(knowledge: Path) -> None:
    file = knowledge / "labs" / "potassium.yaml"
    written = "    why: low enough to stop the heart\n"
    text = file.read_text(encoding="utf-8")
    assert written in text
    file.write_text(
        text.replace(written, written + "    when: {finding: diabetes, is: type 2}\n"), encoding="utf-8"
    )
    (action,) = build_library(knowledge).analytes["potassium"].actions
    assert action.when == Is("diabetes", ("type 2",))
