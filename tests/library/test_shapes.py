"""The shapes of numbers and conditions: what an author may write, and what not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from charley.library import shapes as s

CONDITION: TypeAdapter[Any] = TypeAdapter(s.ConditionShape)
CHANCE: TypeAdapter[Any] = TypeAdapter(s.Chance)
FLAG: TypeAdapter[bool] = TypeAdapter(s.Flag)
SPAN: TypeAdapter[tuple[float, float]] = TypeAdapter(s.Span)
NUMBERS = st.floats(-1000, 1000)
SOURCED = {"source": "survey", "where": "table 1"}


def number(**changes: Any) -> s.NumberShape:
    return s.NumberShape.model_validate(
        {"value": "1", "range": ["0", "2"], "kind": "judged", "why": "a guess"} | changes
    )


@given(NUMBERS, NUMBERS, NUMBERS)
def test_a_number_is_accepted_exactly_when_it_lies_in_its_range(
    value: float, low: float, high: float
) -> None:
    written = {"value": str(value), "range": [str(low), str(high)]}
    if low <= value <= high:
        assert number(**written).value == value
        assert number(**written).range == (low, high)
    else:
        with pytest.raises(ValidationError, match="outside its own range"):
            number(**written)


@pytest.mark.parametrize(
    ("kind", "beside", "accepted"),
    [
        ("stated", SOURCED, True),
        ("stated", {"source": "survey"}, False),
        ("stated", {"where": "table 1"}, False),
        ("derived", SOURCED | {"how": "a sum"}, True),
        ("derived", SOURCED, False),
        ("derived", {"how": "a sum"}, False),
        ("judged", {"why": "a guess"}, True),
        ("judged", SOURCED, False),
        ("guessed", SOURCED | {"how": "a sum", "why": "a guess"}, False),
    ],
)
def test_the_kind_of_a_number_says_what_must_stand_beside_it(
    kind: str, beside: dict[str, str], accepted: bool
) -> None:
    written = {"value": "1", "range": ["1", "1"], "kind": kind} | beside
    if accepted:
        assert s.NumberShape.model_validate(written).kind == kind
    else:
        with pytest.raises(ValidationError):
            s.NumberShape.model_validate(written)


@pytest.mark.parametrize("endless", ["nan", "inf", "-inf", "NaN", "Infinity"])
@pytest.mark.parametrize("key", ["value", "range"])
def test_endless_numbers_are_refused(key: str, endless: str) -> None:
    with pytest.raises(ValidationError):
        number(**{key: [endless, endless] if key == "range" else endless})


@pytest.mark.parametrize(("written", "meant"), [("true", True), ("false", False)])
def test_a_flag_is_true_or_false(written: str, meant: bool) -> None:
    assert FLAG.validate_python(written) is meant


@pytest.mark.parametrize("written", ["yes", "no", "True", "1", "", " true", None, ["true"], 1])
def test_nothing_else_is_a_flag(written: object) -> None:
    with pytest.raises(ValidationError, match="true or false"):
        FLAG.validate_python(written)


@given(NUMBERS, NUMBERS)
def test_a_span_runs_forwards(first: float, second: float) -> None:
    if first <= second:
        assert SPAN.validate_python([first, second]) == (first, second)
    else:
        with pytest.raises(ValidationError, match="must not pass"):
            SPAN.validate_python([first, second])


def test_a_chance_is_a_word_or_a_number() -> None:
    assert CHANCE.validate_python(" often ") == "often"
    written = {"value": "0.5", "range": ["0.4", "0.6"], "kind": "judged", "why": "a guess"}
    assert CHANCE.validate_python(written) == s.NumberShape.model_validate(written)


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("swollen", str),
        ({"finding": "swollen"}, s.FindingTest),
        ({"lab": "potassium", "below": "2", "unit": "mmol/L"}, s.LabTest),
        ({"score": "wells", "at_least": "2"}, s.ScoreTest),
        ({"all": ["swollen", {"any": ["a", {"not": "b"}]}]}, s.AllTest),
        ({"any": ["swollen"]}, s.AnyTest),
        ({"not": {"not": "swollen"}}, s.NotTest),
        ({"at_least": "1", "of": ["a", "b"]}, s.CountTest),
    ],
    ids=str,
)
def test_the_keys_of_a_condition_tell_its_form(written: object, form: type) -> None:
    assert type(CONDITION.validate_python(written)) is form


@pytest.mark.parametrize(
    "written",
    [
        "",
        "  ",
        None,
        ["swollen"],
        {},
        {"finding": "a", "colour": "red"},
        {"finding": "a", "is_": "b"},
        {"finding": "a", "is": []},
        {"finding": "a", "is": [""]},
        {"finding": "a", "is": "b", "has": "c"},
        {"finding": "a", "at_least": "1", "below": "2"},
        {"lab": "a", "below": "1"},
        {"lab": "a", "unit": "g"},
        {"lab": "a", "unit": "g", "below": "1", "above": "0"},
        {"score": "a"},
        {"all": []},
        {"any": []},
        {"all": ["a"], "any": ["b"]},
        {"not": ["a"]},
        {"of": ["a"]},
        {"at_least": "2", "of": ["a"]},
        {"at_least": "0", "of": ["a"]},
        {"at_least": "1.5", "of": ["a", "b"]},
        {"at_least": "1", "of": []},
    ],
    ids=str,
)
def test_what_is_no_condition(written: object) -> None:
    with pytest.raises(ValidationError):
        CONDITION.validate_python(written)


@given(st.integers(-2, 8), st.integers(0, 6))
def test_a_count_is_accepted_exactly_when_it_can_hold_and_says_something(at_least: int, parts: int) -> None:
    written = {"at_least": str(at_least), "of": ["swollen"] * parts}
    if 1 <= at_least <= parts:
        assert CONDITION.validate_python(written).at_least == at_least
    else:
        with pytest.raises(ValidationError):
            CONDITION.validate_python(written)


def test_one_answer_is_a_list_of_one() -> None:
    assert CONDITION.validate_python({"finding": "a", "is": "no"}).is_ == ["no"]
    assert CONDITION.validate_python({"finding": "a", "has": ["b", "c"]}).tests() == {"has": ["b", "c"]}


@pytest.mark.parametrize(
    ("written", "accepted"),
    [
        ({"text": "one in ten"}, True),
        ({"measure": "share", "value": "10%"}, True),
        ({"measure": "share"}, False),
        ({"value": "10%"}, False),
        ({}, False),
    ],
)
def test_a_figure_says_something(written: dict[str, str], accepted: bool) -> None:
    if accepted:
        assert s.FigureShape.model_validate(written | {"source": "survey"}).source == "survey"
    else:
        with pytest.raises(ValidationError, match="needs 'text'"):
            s.FigureShape.model_validate(written | {"source": "survey"})
