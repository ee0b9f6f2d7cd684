"""Names: exact under many spellings, close ones as a marked guess, others not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.reading.names import fold, index_of, look_up, telling_marks, without_dose

INDEX = index_of(
    [
        ("st_johns_wort", ["St John's wort"]),
        ("atorvastatin", ["atorvastatin", "Lipitor"]),
        ("vitamin_d", ["vitamin D", "colecalciferol"]),
        ("b12", ["vitamin B12"]),
        ("t4", ["free T4"]),
        ("low_thyroid", ["hypothyroidism"]),
        ("type_2", ["type 2 diabetes"]),
        ("salbutamol", ["salbutamol"]),
        ("second", ["Lipitor"]),
        ("nothing", ["…", ""]),
    ]
)

FOLDED = [
    pytest.param("St. John's Wort", "st johns wort", id="full stop and apostrophe"),
    pytest.param("  LIPITOR ", "lipitor", id="capitals and spaces"),
    pytest.param("Ménière’s", "menieres", id="accents and a curly apostrophe"),
    pytest.param("co-codamol 8/500", "co codamol 8 500", id="hyphen and slash"),
    pytest.param("0.5 mg.", "0.5 mg", id="a point stays only inside a number"),
    pytest.param("K+", "k+", id="a plus stays"),
    pytest.param("аторвастатин", "", id="letters of another script leave nothing"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_a_name_folds_to_one_spelling(text: str, folded: str) -> None:
    assert fold(text) == folded


DOSES = [
    pytest.param("atorvastatin 20mg", "atorvastatin", id="a strength"),
    pytest.param("Atorvastatin 20 mg tablets once daily", "atorvastatin", id="form and how often"),
    pytest.param("salbutamol 100 micrograms/dose inhaler, 2 puffs prn", "salbutamol", id="an inhaler"),
    pytest.param("colecalciferol 1,000 units a day", "colecalciferol", id="a thousand with a comma"),
    pytest.param("insulin glargine 100 units/ml", "insulin glargine", id="per millilitre"),
    pytest.param("levothyroxine 0.05 mg in the morning", "levothyroxine", id="in the morning"),
    pytest.param("vitamin b12", "vitamin b12", id="a number that is part of the name"),
]


@pytest.mark.parametrize(("text", "bare"), DOSES)
def test_strength_form_and_frequency_are_passed_over(text: str, bare: str) -> None:
    assert without_dose(text) == bare


EXACT = [
    pytest.param("atorvastatin", "atorvastatin", id="the name"),
    pytest.param("LIPITOR 40 mg nocte", "atorvastatin", id="a brand with a dose: the first claim holds"),
    pytest.param("st. john’s wort", "st_johns_wort", id="curly apostrophe"),
]


@pytest.mark.parametrize(("name", "id_"), EXACT)
def test_an_exact_name_is_no_guess(name: str, id_: str) -> None:
    match = look_up(name, INDEX)
    assert match is not None
    assert (match.id, match.guess) == (id_, False)


GUESSED = [
    pytest.param("atorvastatn", "atorvastatin", id="a letter left out"),
    pytest.param("atorvastatinn 20mg", "atorvastatin", id="a letter too many, with a dose"),
    pytest.param("vitamine D", "vitamin_d", id="another language's ending"),
    pytest.param("type 2 diabetis", "type_2", id="a wrong vowel"),
    pytest.param("hypothyroidsm", "low_thyroid", id="a long word with a gap"),
]


@pytest.mark.parametrize(("name", "id_"), GUESSED)
def test_a_close_name_is_a_marked_guess(name: str, id_: str) -> None:
    match = look_up(name, INDEX)
    assert match is not None
    assert (match.id, match.guess) == (id_, True)


STRANGERS = [
    pytest.param("vitamin E", id="vitamin E is not vitamin D"),
    pytest.param("vitamin B1", id="vitamin B1 is not vitamin B12"),
    pytest.param("free T3", id="T3 is not T4"),
    pytest.param("type 1 diabetes", id="type 1 is not type 2"),
    pytest.param("hyperthyroidism", id="too much is not too little"),
    pytest.param("salmeterol", id="another medicine with a like beginning"),
    pytest.param("lipi", id="too short to guess"),
    pytest.param("", id="nothing"),
    pytest.param("20 mg", id="only a dose"),
    pytest.param("аторвастатин", id="another script"),
    pytest.param("…", id="only punctuation"),
]


@pytest.mark.parametrize("name", STRANGERS)
def test_a_stranger_is_not_guessed(name: str) -> None:
    assert look_up(name, INDEX) is None


def test_a_name_without_letters_is_not_indexed() -> None:
    assert "" not in INDEX
    assert "nothing" not in INDEX.values()


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=200))
def test_any_name_is_looked_up_in_peace(text: str) -> None:
    match = look_up(text, INDEX)
    assert match is None or match.id in INDEX.values()


@given(st.sampled_from(sorted(INDEX)), st.data())
def test_a_guess_never_changes_a_telling_mark(name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from("abcdefghij0123456789 "))
    match = look_up(name[:place] + letter + name[place + 1 :], INDEX)
    if match is not None and match.guess:
        assert telling_marks(match.name) == telling_marks(
            without_dose(name[:place] + letter + name[place + 1 :])
        )
