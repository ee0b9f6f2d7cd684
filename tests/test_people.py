"""Whom a question or rule is for: sure only when age, sex or pregnancy say so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.history import History
from charley.people import concerns, pregnancy, pregnancy_states
from charley.records.findings import AskOf
from charley.truth import Truth

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
NOW, BIRTH = "pregnant now", "had a baby in the last 6 weeks"


def person(age: float | None = None, sex: str | None = None, **answers: Any) -> History:
    return History(age=age, sex=sex, answers=answers)


@pytest.mark.parametrize(
    ("who", "state"),
    [
        (person(), None),
        (person(30, "female"), None),
        (person(30, "female", pregnant=NOW), "pregnant"),
        (person(30, "female", pregnant=BIRTH), "recent_birth"),
        (person(30, "female", pregnant="no"), "neither"),
        (person(30, "female", can_be_pregnant=False), "neither"),
        (person(30, "male"), "neither"),
        (person(9.9), "neither"),
        (person(10), None),
        (person(55), None),
        (person(55.1), "neither"),
        (person(60, "female", pregnant=NOW), "pregnant"),
        (person(30, "male", pregnant=NOW), "pregnant"),
        (person(30, "female", can_be_pregnant=False, pregnant=NOW), "pregnant"),
    ],
    ids=[
        "nothing known", "a woman of 30 may be", "pregnant", "after birth", "not pregnant",
        "cannot be pregnant", "a man", "under 10", "from 10 it is open", "to 55 it is open", "over 55",
        "told pregnant outweighs age", "told pregnant outweighs sex", "told pregnant outweighs cannot be",
    ],
)  # fmt: skip
def test_the_state_of_pregnancy(who: History, state: str | None) -> None:
    assert pregnancy(who) == state


@pytest.mark.parametrize(
    ("group", "who", "truth"),
    [
        ("everyone", person(), YES),
        ("clinician", person(40), NO),
        ("child", person(15.9), YES),
        ("child", person(16), NO),
        ("child", person(), UNKNOWN),
        ("age_16_plus", person(16), YES),
        ("age_16_plus", person(15.9), NO),
        ("age_16_plus", person(), UNKNOWN),
        ("adult", person(40), YES),
        ("pregnant", person(30, "female", pregnant=NOW), YES),
        ("pregnant", person(30, "female", pregnant=BIRTH), NO),
        ("pregnant", person(30, "female"), UNKNOWN),
        ("pregnant", person(70, "female"), NO),
        ("pregnant_or_recent_birth", person(30, "female", pregnant=BIRTH), YES),
        ("pregnant_or_recent_birth", person(30, "female", pregnant="no"), NO),
        ("pregnant_or_recent_birth", person(30), UNKNOWN),
        ("can_be_pregnant", person(30, "female", can_be_pregnant=True), YES),
        ("can_be_pregnant", person(30, "female", can_be_pregnant=False), NO),
        ("can_be_pregnant", person(30, "female", pregnant=NOW), YES),
        ("can_be_pregnant", person(30, "female"), UNKNOWN),
        ("can_be_pregnant", person(30, "male"), NO),
        ("age_10_to_55_not_recorded_male", person(10), YES),
        ("age_10_to_55_not_recorded_male", person(55, "female"), YES),
        ("age_10_to_55_not_recorded_male", person(56, "female"), NO),
        ("age_10_to_55_not_recorded_male", person(9), NO),
        ("age_10_to_55_not_recorded_male", person(30, "male"), NO),
        ("age_10_to_55_not_recorded_male", person(), UNKNOWN),
    ],
)
def test_whom_a_group_holds(group: str, who: History, truth: Truth) -> None:
    assert concerns(group, who) is truth


@given(
    st.sampled_from(get_args(AskOf)),
    st.one_of(st.none(), st.floats(0, 120)),
    st.sampled_from((None, "female", "male")),
    st.sampled_from(
        ({}, {"pregnant": NOW}, {"pregnant": BIRTH}, {"pregnant": "no"}, {"can_be_pregnant": True})
    ),
)
def test_more_knowledge_never_turns_a_sure_answer_about_age_round(
    group: str, age: float | None, sex: str | None, answers: dict[str, Any]
) -> None:
    unsure = concerns(group, History(age=None, sex=sex, answers=answers))
    known = concerns(group, History(age=age, sex=sex, answers=answers))
    assert unsure in (UNKNOWN, known)


def test_every_group_of_the_knowledge_is_known_and_a_misspelt_one_is_an_error() -> None:
    for group in get_args(AskOf):
        assert concerns(group, person(30, "female")) in Truth
    with pytest.raises(ValueError, match="no such group of people: men"):
        concerns("men", person())


def test_not_pregnant_now_leaves_a_recent_birth_open() -> None:
    who = replace(person(30, "female"), not_pregnant_now=True)
    assert concerns("pregnant", who) is Truth.NO
    assert concerns("pregnant_or_recent_birth", who) is Truth.UNKNOWN
    assert pregnancy_states(who) == {"recent_birth", "neither"}
    assert pregnancy_states(person(30, "female")) == {"pregnant", "recent_birth", "neither"}
