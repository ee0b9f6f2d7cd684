"""Medicines and illnesses: every name of the library is found, and codes by their longest prefix."""

from __future__ import annotations

from dataclasses import replace

import pytest

from charley.reading.catalogue import find_illness, find_medicine, illness_index, medicine_index
from charley.reading.names import fold
from charley.records.catalogue import Illness, Medicine
from charley.records.library import Library


@pytest.fixture(scope="module")
def small(library: Library) -> Library:
    """A library with few names, so that every meeting of names is meant."""
    illnesses = [
        Illness("type_2_diabetes", "type 2 diabetes", ("T2DM", "diabetes"), ("E11",), ()),
        Illness("diabetic_neuropathy", "diabetic nerve damage", (), ("E11.4",), ()),
        Illness("hypertension", "high blood pressure", (), ("I10",), ()),
        Illness("cancer", "cancer", (), ("C0", "C1"), ()),
    ]
    medicines = [
        Medicine("quinine", "quinine", ("quinine sulphate",), ("Qualaquin", "Shared"), ()),
        Medicine("shared", "shared", (), (), ()),
    ]
    return replace(
        library,
        fingerprint="small",
        illnesses={illness.id: illness for illness in illnesses},
        medicines={medicine.id: medicine for medicine in medicines},
    )


ILLNESSES = [
    pytest.param("type 2 diabetes", "type_2_diabetes", False, id="the plain name"),
    pytest.param("Type_2 Diabetes", "type_2_diabetes", False, id="the id"),
    pytest.param("T2DM", "type_2_diabetes", False, id="a short name that looks like a code"),
    pytest.param("E11", "type_2_diabetes", False, id="a code of three characters"),
    pytest.param("E11.9", "type_2_diabetes", False, id="a code below a listed one"),
    pytest.param("e11.42", "diabetic_neuropathy", False, id="the longest prefix, in small letters"),
    pytest.param("E1142", "diabetic_neuropathy", False, id="a code without its point"),
    pytest.param(" I10 ", "hypertension", False, id="spaces around a code"),
    pytest.param("C18.9", "cancer", False, id="a prefix of a whole chapter"),
    pytest.param("type 2 diabetis", "type_2_diabetes", True, id="a typing error"),
]


@pytest.mark.parametrize(("told", "id_", "guess"), ILLNESSES)
def test_an_illness_is_found(small: Library, told: str, id_: str, guess: bool) -> None:
    match = find_illness(told, small)
    assert match is not None
    assert (match.id, match.guess) == (id_, guess)


@pytest.mark.parametrize(
    "told", ["E10.9", "Z99", "E1", "E11.", "E11.12345", "type 1 diabetes", "T1DM", "gout", "", "E11 E11"]
)
def test_an_illness_outside_the_catalogue_is_not_found(small: Library, told: str) -> None:
    assert find_illness(told, small) is None


MEDICINES = [
    pytest.param("quinine", "quinine", False, id="the generic name"),
    pytest.param("Quinine sulphate 300mg at night", "quinine", False, id="a salt with a dose"),
    pytest.param("qualaquin", "quinine", False, id="a brand"),
    pytest.param("shared", "shared", False, id="a generic name comes before a brand of another"),
    pytest.param("qualaquine", "quinine", True, id="a typing error in a brand"),
]


@pytest.mark.parametrize(("told", "id_", "guess"), MEDICINES)
def test_a_medicine_is_found(small: Library, told: str, id_: str, guess: bool) -> None:
    match = find_medicine(told, small)
    assert match is not None
    assert (match.id, match.guess) == (id_, guess)


@pytest.mark.parametrize("told", ["ramipril", "blorpamide", "300 mg", "", "🦵"])
def test_a_medicine_outside_the_catalogue_is_not_found(small: Library, told: str) -> None:
    assert find_medicine(told, small) is None


def test_every_medicine_of_the_library_is_found_under_every_name(library: Library) -> None:
    index = medicine_index(library)
    for medicine in library.medicines.values():
        for name in (medicine.name, medicine.id.replace("_", " "), *medicine.also, *medicine.brands):
            match = find_medicine(name, library)
            assert match is not None, name
            assert not match.guess, name
            assert match.id == index[fold(name)], name
        own = find_medicine(medicine.name, library)
        assert own is not None
        assert own.id == medicine.id, f"the name {medicine.name} leads to {own.id}"


def test_every_illness_of_the_library_is_found_under_every_name_and_code(library: Library) -> None:
    index = illness_index(library)
    for illness in library.illnesses.values():
        for name in (illness.name, illness.id.replace("_", " "), *illness.also):
            match = find_illness(name, library)
            assert match is not None, name
            assert (match.id, match.guess) == (index[fold(name)], False), name
        for code in (code for code in illness.icd10cm if len(code) > 2):
            match = find_illness(code, library)
            assert match is not None, code
            assert code in library.illnesses[match.id].icd10cm, code
