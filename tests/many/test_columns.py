"""Many histories together: every decision is the one that each has by itself."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from real_people import TODAY, stories, told_people

from charley.assess import assess
from charley.library import load
from charley.many.answers import table_of
from charley.many.knowledge import knowledge
from charley.many.reader import Reader
from charley.many.rows import assess_row, row_of
from charley.reading import read_history
from charley.reading.reader import KEYS

LIBRARY = load()
AS_TEXT = ("findings", "conditions", "medicines", "labs")
ROUNDING = 1.01e-4
"""Chances are shown with four decimals; the last may differ where a chance lies between two."""


def table(rows: list[dict[str, Any]]) -> polars.DataFrame:
    """Rows with what is nested as JSON text."""
    columns = {
        key: [
            json.dumps(row[key]) if key in AS_TEXT and row.get(key) is not None else row.get(key)
            for row in rows
        ]
        for key in KEYS
    }
    return polars.DataFrame(columns, strict=False, infer_schema_length=None)


def together(rows: list[dict[str, Any]], today: date | None = TODAY) -> list[dict[str, Any]]:
    """The full answers, worked out together; nothing here falls back on single rows."""
    known = knowledge(LIBRARY)
    return table_of(Reader(LIBRARY, known.atoms, today).read(table(rows)), known, full=True).to_dicts()


def alone(rows: list[dict[str, Any]], today: date | None = TODAY) -> list[dict[str, Any]]:
    """The full answers, each by itself."""
    empty = dict.fromkeys(together([{}])[0])
    return [empty | assess_row(told, LIBRARY, today, full=True) for told in table(rows).to_dicts()]


def same(one: Any, other: Any) -> bool:
    """Whether two answers say the same: ids and orders exactly, numbers as far as they are shown."""
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= ROUNDING
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def differences(rows: list[dict[str, Any]]) -> list[tuple[int, str, Any, Any]]:
    """(row, column, together, alone) wherever they differ."""
    both = zip(together(rows), alone(rows), strict=True)
    return [
        (place, column, one[column], other[column])
        for place, (one, other) in enumerate(both)
        for column in other
        if not same(one[column], other[column])
    ]


def test_vignettes_are_answered_as_each_by_itself() -> None:
    assert not differences([{"id": str(place), **story} for place, story in enumerate(stories())])


@pytest.mark.parametrize("most", [3, 8, 30])
def test_thinned_and_merged_histories_are_answered_as_each_by_itself(most: int) -> None:
    rows = [{"id": str(place), **told} for place, told in enumerate(told_people(60, seed=most, most=most))]
    assert not differences(rows)


def test_what_hangs_on_no_interval_is_as_an_assessment_with_draws_says() -> None:
    rows = list(told_people(40, seed=5))
    for told, answer in zip(rows, together(rows), strict=True):
        wanted = row_of(assess(read_history(told, LIBRARY, TODAY), LIBRARY))
        for entry in (*answer["ruled_out"], *wanted["ruled_out"]):
            del entry["settled"]
        for column in wanted.keys() - {"intervals"}:
            assert same(answer[column], wanted[column]), column


SAFE = [f for f in LIBRARY.findings.values() if f.type in ("yes_no", "choice", "number", "multi")]
NAMES = [
    "E11.9",
    "diabetes",
    "type 1 diabetes",
    "gout",
    "sciatica",
    "I10",
    "DVT",
    "flat feet",
    "dialysys",
    "xyzzy",
]
MEDICINES = [
    "furosemide",
    "Lasix 40 mg",
    "simvastatin",
    "salbutamol",
    "furosemid",
    "qwertyuiop",
    "warfarin",
    "",
]


@st.composite
def answers(draw: st.DrawFn) -> dict[str, Any]:
    """Answers to some findings: most of them allowed, some not."""
    told: dict[str, Any] = {}
    for finding in draw(st.lists(st.sampled_from(SAFE), max_size=8, unique_by=lambda f: f.id)):
        options = [option.value for option in finding.options]
        allowed: dict[str, st.SearchStrategy[Any]] = {
            "yes_no": st.sampled_from([True, False, "yes", "no"]),
            "choice": st.sampled_from([*options, False]),
            "multi": st.lists(st.sampled_from([*options, "none"]), max_size=3),
            "number": st.floats(0, 60) | st.integers(0, 60),
        }
        odd = st.sampled_from(["not sure", None, "nonsense", 1, [], True])
        told[finding.id] = draw(st.one_of(allowed[finding.type], allowed[finding.type], odd))
    if draw(st.integers(0, 9)) == 0:
        told["no_such_finding"] = True
    if draw(st.integers(0, 4)) == 0:
        told["known_conditions"] = draw(st.lists(st.sampled_from(NAMES), max_size=2) | st.just("none"))
    if draw(st.integers(0, 4)) == 0:
        told["medicines"] = draw(st.lists(st.sampled_from(MEDICINES), max_size=2) | st.just("not sure"))
    return told


RESULTS = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["Potassium", "K", "calcium", "CK", "TSH", "vitamin D", "no such test"]),
        "value": st.sampled_from([3.1, 2.2, 6.8, 4, "<5", ">2.0", "high", 500, 12000, 0.001]),
    },
    optional={"unit": st.sampled_from(["mmol/L", "U/L", "mIU/L", "nmol/L", "furlong"])},
)
ROWS = st.fixed_dictionaries(
    {},
    optional={
        "id": st.text(max_size=3),
        "age": st.none() | st.integers(0, 100) | st.sampled_from([72.5, 300.0]),
        "sex": st.sampled_from([None, "female", "male", "F", "intersex", "other", "x"]),
        "pregnant": st.none() | st.booleans(),
        "findings": st.none() | answers(),
        "conditions": st.none() | st.lists(st.sampled_from(NAMES), max_size=3),
        "medicines": st.none() | st.lists(st.sampled_from(MEDICINES), max_size=3),
        "labs": st.none() | st.lists(RESULTS, max_size=3),
        "text": st.sampled_from([None, "", "my legs cramp"]),
        "date": st.sampled_from([None, "2026-11-01", "2027-01-01", "soon"]),
    },
)


@settings(max_examples=60)
@given(st.lists(ROWS, min_size=1, max_size=6))
def test_any_rows_are_answered_as_each_by_itself(rows: list[dict[str, Any]]) -> None:
    assert not differences(rows)


CLASHES = [
    pytest.param({"medicines": [{"name": "furosemide", "since": "2026-10"}]}, id="since when"),
    pytest.param(
        {"text": "one of my legs is swollen and red", "corrected": ["fever"]}, id="a story, corrected"
    ),
    pytest.param(
        {"conditions": ["type 2 diabetes"], "findings": {"diabetes": "no"}}, id="illness and answer"
    ),
    pytest.param({"conditions": ["type 1 diabetes", "type 2 diabetes"]}, id="two illnesses"),
    pytest.param({"conditions": [], "findings": {"known_conditions": ["gout"]}}, id="two lists of illnesses"),
    pytest.param({"medicines": ["furosemide"], "findings": {"medicines": "none"}}, id="none, and some"),
    pytest.param({"sex": "male", "pregnant": True, "findings": {"pregnant": "no"}}, id="a pregnant man"),
    pytest.param({"sex": "male", "findings": {"sex_at_birth": "female"}}, id="two sexes"),
    pytest.param({"age": 81, "sex": "female", "pregnant": True}, id="pregnant at 81"),
    pytest.param({"age": 40, "findings": {"age": 41}}, id="two ages"),
    pytest.param({"age": 40, "findings": {"age": 40}}, id="one age twice"),
    pytest.param({"conditions": ["pregnancy"], "sex": "male"}, id="an illness of the other sex"),
    pytest.param({"conditions": ["gout", "gout", "blurgh"], "medicines": ["blurgh"]}, id="named twice"),
    pytest.param(
        {"findings": {"diabetes": "not sure"}, "conditions": ["E11.9"]}, id="doubt, and the illness"
    ),
    pytest.param(
        {"labs": [{"name": "K", "value": v, "unit": "mmol/L"} for v in (2.4, "<7", 6.9)]}, id="thrice"
    ),
    pytest.param({"findings": []}, id="findings that are a list"),
    pytest.param({"findings": {"one_leg_swollen": "not sure"}, "text": "it hurts"}, id="doubt and a story"),
]


@pytest.mark.parametrize("told", CLASHES)
def test_what_contradicts_itself_is_answered_as_by_itself(told: dict[str, Any]) -> None:
    assert not differences([{"age": 60, **told}, told])
