"""Who a History is about: id, date, age, sex and pregnancy, each checked, none made up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from charley.errors import InputError
from charley.history import History
from charley.reading import read_history
from charley.reading.about import is_number, read_id
from charley.records.library import Library

TODAY = date(2026, 11, 21)


def read(library: Library, **data: Any) -> History:
    return read_history(data, library, TODAY)


def faults(library: Library, **data: Any) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(library, **data)
    return [str(fault) for fault in caught.value.faults]


IDS = [
    pytest.param("p-17", "p-17", id="a text"),
    pytest.param(17, "17", id="a whole number becomes text"),
    pytest.param("Ünal 7", "Ünal 7", id="letters of any language"),
    pytest.param("x" * 200, "x" * 200, id="two hundred characters"),
    pytest.param("x" * 201, None, id="two hundred and one characters are too many"),
    pytest.param(10**5000, None, id="a number of five thousand digits"),
    pytest.param(True, None, id="true is no id"),
    pytest.param(1.5, None, id="a number with a point is no id"),
    pytest.param("\ud800", None, id="half a character"),
    pytest.param("a\nb", None, id="two lines"),
    pytest.param(["a"], None, id="a list"),
    pytest.param(None, None, id="null"),
]


@pytest.mark.parametrize(("value", "id_"), IDS)
def test_an_id_is_a_short_text(value: object, id_: str | None) -> None:
    assert read_id(value) == id_


NUMBERS = [
    pytest.param(3, True, id="a whole number"),
    pytest.param(3.5, True, id="a number with a point"),
    pytest.param(True, False, id="true"),
    pytest.param("3", False, id="a number in quotes"),
    pytest.param(None, False, id="null"),
    pytest.param(float("nan"), False, id="not a number"),
    pytest.param(float("inf"), False, id="infinity"),
    pytest.param(10**400, False, id="more than a number can hold"),
]


@pytest.mark.parametrize(("value", "answer"), NUMBERS)
def test_a_number_is_one_that_can_be_computed_with(value: object, answer: bool) -> None:
    assert is_number(value) is answer


def test_nothing_told_is_nothing_known(library: Library) -> None:
    history = read(library)
    assert history == History()


def test_null_is_the_same_as_not_told(library: Library) -> None:
    keys = ("id", "date", "age", "sex", "pregnant", "findings", "conditions", "medicines", "labs", "text")
    assert read(library, **dict.fromkeys(keys)) == History()


def test_what_is_told_is_kept(library: Library) -> None:
    history = read(library, id="a", date="2026-11-21", age=72, sex="Female", pregnant=False)
    assert (history.id, history.date, history.age, history.sex) == ("a", TODAY, 72.0, "female")
    assert history.answers == {"age": 72.0, "sex_at_birth": "female"}


WRONG = [
    pytest.param({"id": {"a": 1}}, "id: an object is no id. Give a short text.", id="an object as id"),
    pytest.param(
        {"date": "21.11.2026"}, "date: '21.11.2026' is no date. Write it like 2026-11-21.", id="dots"
    ),
    pytest.param(
        {"date": "2026-02-30"}, "date: '2026-02-30' is no date. Write it like 2026-11-21.", id="30 Feb"
    ),
    pytest.param(
        {"date": 20261121}, "date: 20261121 is no date. Write it like 2026-11-21.", id="date as number"
    ),
    pytest.param(
        {"date": "2026-11-22"}, "date: 2026-11-22 lies in the future. Today is 2026-11-21.", id="tomorrow"
    ),
    pytest.param(
        {"age": -1}, "age: -1 is no age of a living person. Give years from 0 to 120.", id="age below 0"
    ),
    pytest.param(
        {"age": 121}, "age: 121 is no age of a living person. Give years from 0 to 120.", id="age 121"
    ),
    pytest.param({"age": "72"}, "age: '72' is no number. Give the age in years.", id="an age in quotes"),
    pytest.param({"age": True}, "age: true is no number. Give the age in years.", id="true as age"),
    pytest.param(
        {"age": float("inf")}, "age: inf is no number. Give the age in years.", id="an infinite age"
    ),
    pytest.param(
        {"age": 10**400},
        "age: a very large number is no number. Give the age in years.",
        id="an age of 400 digits",
    ),
    pytest.param(
        {"sex": "x"}, "sex: 'x' is not known here. Give female, male or intersex.", id="an unknown sex"
    ),
    pytest.param(
        {"sex": 1}, "sex: 1 is not known here. Give female, male or intersex.", id="a number as sex"
    ),
    pytest.param(
        {"pregnant": "no"},
        "pregnant: 'no' is neither true nor false. Leave it out when unknown.",
        id="a word",
    ),
    pytest.param(
        {"pregnant": 0},
        "pregnant: 0 is neither true nor false. Leave it out when unknown.",
        id="zero is not false",
    ),
    pytest.param(
        {"age": 60, "findings": {"age": 61}},
        "findings.age: the age is 60 in one place and 61 in another. Keep the right one.",
        id="two ages",
    ),
]


@pytest.mark.parametrize(("data", "fault"), WRONG)
def test_a_wrong_entry_is_refused_with_a_mend(library: Library, data: dict[str, Any], fault: str) -> None:
    assert faults(library, **data) == [fault]


@pytest.mark.parametrize("age", [0, 0.5, 120], ids=["new-born", "half a year", "the oldest"])
def test_a_possible_age_is_taken(library: Library, age: float) -> None:
    assert read(library, age=age).age == age


def test_without_a_clock_a_date_is_never_in_the_future(library: Library) -> None:
    assert read_history({"date": "2999-01-01"}, library).date == date(2999, 1, 1)


SEXES = [
    pytest.param("female", "female", id="female"),
    pytest.param(" M ", "male", id="a capital letter and spaces"),
    pytest.param("intersex", None, id="intersex is kept as an answer, and no limit is chosen by it"),
    pytest.param("other", None, id="other tells nothing about birth"),
]


@pytest.mark.parametrize(("told", "sex"), SEXES)
def test_only_female_and_male_are_computed_with(library: Library, told: str, sex: str | None) -> None:
    history = read(library, sex=told)
    assert history.sex == sex
    kept = "sex_at_birth" in history.answers or history.not_understood
    assert kept, "what was told about sex must not vanish"


SEX_TWICE = [
    pytest.param("female", "male", True, id="female and male"),
    pytest.param("female", "intersex or not sure", True, id="female and not sure"),
    pytest.param("female", "female", False, id="the same twice"),
]


@pytest.mark.parametrize(("sex", "finding", "asked"), SEX_TWICE)
def test_two_different_sexes_are_put_back_as_a_question(
    library: Library, sex: str, finding: str, asked: bool
) -> None:
    history = read(library, sex=sex, findings={"sex_at_birth": finding})
    question = f"The sex is given as {sex} in one place and {finding} in another: which is right?"
    assert history.contradictions == ((question,) if asked else ())


PREGNANCY = [
    pytest.param({"pregnant": True}, "pregnant now", 0, id="true is pregnant now"),
    pytest.param({"pregnant": False}, None, 0, id="false leaves a recent birth open"),
    pytest.param({"findings": {"pregnant": "pregnant now"}}, "pregnant now", 0, id="told as a finding"),
    pytest.param(
        {"pregnant": False, "findings": {"pregnant": "had a baby in the last 6 weeks"}},
        "had a baby in the last 6 weeks",
        0,
        id="a recent birth is no pregnancy",
    ),
    pytest.param({"pregnant": True, "findings": {"pregnant": "no"}}, "pregnant now", 1, id="true and no"),
    pytest.param(
        {"pregnant": False, "findings": {"pregnant": "pregnant now"}},
        "pregnant now",
        1,
        id="false and pregnant",
    ),
    pytest.param(
        {"pregnant": False, "conditions": ["pregnancy"]}, "pregnant now", 1, id="false and the condition"
    ),
    pytest.param({"pregnant": True, "sex": "male"}, "pregnant now", 1, id="pregnant and male"),
    pytest.param(
        {"pregnant": True, "findings": {"pregnant": "not sure"}}, "pregnant now", 0, id="true and a doubt"
    ),
    pytest.param({"findings": {"pregnant": "not sure"}}, None, 0, id="a doubt alone stays unknown"),
    pytest.param({"sex": "male"}, None, 0, id="male alone says nothing of pregnancy"),
]


@pytest.mark.parametrize(("data", "answer", "questions"), PREGNANCY)
def test_pregnancy_from_several_places(
    library: Library, data: dict[str, Any], answer: str | None, questions: int
) -> None:
    history = read(library, **data)
    assert history.answer("pregnant") == answer
    assert len(history.contradictions) == questions
