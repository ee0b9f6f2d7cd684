"""A visit as a value: answers, back, blood results, and plain data in and out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley_web.visit import NOT_SURE, Visit, visit_from

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 999) | st.text(max_size=9),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=9), part, max_size=3),
    max_leaves=12,
)


def test_back_takes_the_last_page_off_and_keeps_its_answers_as_a_draft() -> None:
    visit = Visit().answered({"age": 72}).answered({"fever": True, "dark_urine": False})
    before = visit.back()
    assert before.findings == {"age": 72}
    assert before.given("fever") is True and before.given("dark_urine") is False
    assert before.answered({"fever": False}).draft == {}


def test_back_at_the_first_page_changes_nothing() -> None:
    assert Visit().back() == Visit()


def test_a_page_answered_again_stands_last_and_only_once() -> None:
    visit = Visit().answered({"age": 72}).answered({"fever": True}).answered({"age": 73})
    assert visit.pages == (("fever",), ("age",))
    assert visit.findings == {"fever": True, "age": 73}


def test_an_answer_takes_the_place_of_what_a_saved_file_told_beside_its_findings() -> None:
    visit = Visit(told={"age": 72, "medicines": ["aspirin"]})
    assert visit.given("medicines") == ["aspirin"]
    changed = visit.answered({"medicines": []})
    assert changed.told == {"age": 72, "findings": {"medicines": []}}


def test_not_sure_is_remembered_as_asked() -> None:
    assert Visit().answered({"fever": NOT_SURE}).skipped == {"fever"}


def test_taking_the_last_blood_result_off_leaves_none_told() -> None:
    lab = {"name": "potassium", "value": "3.6", "unit": "mmol/L"}
    assert Visit().with_labs([lab]).with_labs([]).told == {}


def test_plain_data_and_back_is_the_same_visit() -> None:
    visit = Visit(told={"age": 5}, places=("calf-left",), country="GB").answered({"fever": True}).back()
    assert visit_from(visit.to_plain()) == visit


@given(JSON)
def test_any_plain_data_makes_a_visit_that_can_be_used(data: Any) -> None:
    visit = visit_from(data)
    assert visit.answered({"age": 50}).findings["age"] == 50
    assert visit_from(visit.to_plain()) == visit


@pytest.mark.parametrize("data", [{"told": {"findings": [1]}}, {"told": {"labs": "x"}}, {"told": 3}, [], "x"])
def test_parts_of_the_wrong_form_are_left_out(data: Any) -> None:
    assert visit_from(data).told == {}
