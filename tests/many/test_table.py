"""A table in, a table out: each row answered as the history it tells, and a bad row never stops the rest."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import polars
import pytest

from charley.assessment import Assessment
from charley.errors import InputError
from charley.many import assess_table
from charley.records.library import Library

TOLD: list[dict[str, Any]] = [
    {"id": "clot", "age": 61, "sex": "male", "findings": {"one_leg_swollen": True}},
    {
        "id": "tablet",
        "age": 72,
        "sex": "female",
        "medicines": ["bendroflumethiazide"],
        "labs": [{"name": "Potassium", "value": 3.1, "unit": "mmol/L"}],
    },
    {"id": "expecting", "age": 31, "sex": "female", "pregnant": True, "findings": {"diabetes": "no"}},
    {"id": "ill", "conditions": ["E11.9"], "findings": {"diabetes": "type 2", "one_leg_swollen": False}},
]
COLUMNS = ("id", "age", "sex", "pregnant", "findings", "conditions", "medicines", "labs")
AS_JSON = COLUMNS[4:]


def as_json(rows: list[dict[str, Any]]) -> polars.DataFrame:
    """The rows with findings and lists as JSON text."""
    return polars.DataFrame(
        {
            key: [
                json.dumps(row[key]) if key in AS_JSON and row.get(key) is not None else row.get(key)
                for row in rows
            ]
            for key in COLUMNS
        }
    )


def nested(rows: list[dict[str, Any]]) -> polars.DataFrame:
    """The rows with findings as a struct and lists as lists; what was not told is null."""
    ids = sorted({id_ for row in rows for id_ in row.get("findings", {})})
    told = [
        {
            **{key: row.get(key) for key in COLUMNS},
            "findings": {id_: row.get("findings", {}).get(id_) for id_ in ids},
        }
        for row in rows
    ]
    return polars.DataFrame(told, infer_schema_length=None)


class OtherArrow:
    """A table of another Arrow library, as far as anybody may know it: the stream of the Arrow interface."""

    def __init__(self, frame: polars.DataFrame) -> None:
        self._frame = frame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._frame.__arrow_c_stream__(requested_schema)


FORMS = [
    pytest.param(as_json, id="JSON text"),
    pytest.param(nested, id="structs and lists"),
    pytest.param(lambda rows: OtherArrow(nested(rows)), id="another Arrow library"),
]


@pytest.mark.parametrize("form", FORMS)
def test_a_row_is_answered_as_the_history_it_tells(
    form: Callable[[list[dict[str, Any]]], Any], assessed: Callable[[dict[str, Any]], Assessment]
) -> None:
    answers = assess_table(form(TOLD)).to_dicts()
    assert len(answers) == len(TOLD)
    for told, answer in zip(TOLD, answers, strict=True):
        wanted = assessed(told)
        assert answer == {
            "id": told["id"],
            "urgency": wanted.urgency.word,
            "provisional": wanted.provisional,
            "causes": [cause.id for cause in wanted.causes],
            "chances": [cause.probability for cause in wanted.causes],
            "true_cramp": wanted.true_cramp.probability,
            "error": None,
        }


@pytest.mark.parametrize("full", [False, True], ids=["short", "full"])
def test_threads_answer_as_one_does_and_in_order(monkeypatch: pytest.MonkeyPatch, full: bool) -> None:
    monkeypatch.setattr("charley.many.table.ROWS", 3)
    wrong = [{"id": str(number), "age": 721} for number in range(6)]
    frame = as_json([*wrong, *TOLD, *wrong, *TOLD])
    answers = assess_table(frame, jobs=2, full=full)
    assert answers["id"].to_list() == frame["id"].to_list()
    assert answers.equals(assess_table(frame, jobs=1, full=full))


def test_without_the_kernel_every_row_is_answered_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = as_json([*TOLD, {"id": "wrong", "age": 721}])
    wanted = assess_table(frame, full=True)
    monkeypatch.setitem(sys.modules, "charley.many.knowledge", None)
    assert assess_table(frame, full=True, jobs=1).to_dicts() == wanted.to_dicts()


def test_a_map_of_findings_is_read() -> None:
    kind = polars.List(polars.Struct({"key": polars.String, "value": polars.String}))
    told = [[{"key": "one_leg_swollen", "value": "yes"}], [], None]
    frame = polars.DataFrame({"id": ["a", "b", "c"], "findings": told}, schema_overrides={"findings": kind})
    struct = polars.DataFrame({"id": ["a", "b", "c"], "findings": ['{"one_leg_swollen": "yes"}', "{}", None]})
    assert assess_table(frame).equals(assess_table(struct))


def test_a_pyarrow_table_is_read() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    answers = assess_table(pyarrow.table(as_json(TOLD).to_dict(as_series=False)), full=True)
    assert answers.equals(assess_table(as_json(TOLD), full=True))


def test_one_row_is_answered_as_one_of_many() -> None:
    many = assess_table(as_json(TOLD), full=True)
    for place in range(len(TOLD)):
        assert assess_table(as_json(TOLD).slice(place, 1), full=True).equals(many.slice(place, 1))


BAD = [
    pytest.param("age", 721.0, "age: 721 is no age of a living person", id="an impossible age"),
    pytest.param("findings", '{"dibetes": 1}', "Did you mean 'diabetes'?", id="an unknown finding"),
    pytest.param("findings", '{"age": ', "findings: is not JSON", id="broken JSON"),
    pytest.param("medicines", "aspirin", "medicines: is not JSON", id="plain text where JSON must be"),
    pytest.param("labs", "[1]", "labs[0]: must be an object", id="a list of the wrong things"),
    pytest.param("sex", "x", "sex: 'x' is not known here", id="an unknown sex"),
]


@pytest.mark.parametrize(("column", "value", "said"), BAD)
def test_a_bad_row_has_its_faults_and_stops_nothing(column: str, value: Any, said: str) -> None:
    rows = as_json([TOLD[0], {**TOLD[1], column: None}, TOLD[2]]).to_dicts()
    rows[1][column] = value
    answers = assess_table(polars.DataFrame(rows, infer_schema_length=None)).to_dicts()
    assert [answer["id"] for answer in answers] == ["clot", "tablet", "expecting"]
    assert [bool(answer["urgency"]) for answer in answers] == [True, False, True]
    assert [answer["error"] is None for answer in answers] == [True, False, True]
    assert said in answers[1]["error"]


def test_null_and_empty_text_are_not_told(assessed: Callable[[dict[str, Any]], Assessment]) -> None:
    frame = polars.DataFrame({"id": ["a", "b"], "age": [70, None], "findings": ["", None]})
    answers = assess_table(frame).to_dicts()
    assert [answer["error"] for answer in answers] == [None, None]
    assert answers[0]["chances"][0] == assessed({"age": 70}).causes[0].probability
    assert answers[1]["chances"][0] == assessed({}).causes[0].probability


def test_an_empty_table_gives_an_empty_one_with_the_same_columns() -> None:
    for full in (False, True):
        some, empty = (assess_table(frame, full=full) for frame in (as_json(TOLD), as_json(TOLD).head(0)))
        assert empty.height == 0
        assert empty.schema == some.schema


def test_a_column_that_no_history_has_is_refused() -> None:
    with pytest.raises(InputError, match=r"unknown column\. Did you mean 'medicines'"):
        assess_table(polars.DataFrame({"id": ["a"], "medicine": ["[]"]}))


def test_a_date_in_the_future_is_refused_when_today_is_known() -> None:
    frame = polars.DataFrame({"id": ["a"], "date": [date(2026, 11, 22)]})
    assert assess_table(frame)["error"][0] is None
    assert "lies in the future" in assess_table(frame, today=date(2026, 11, 21))["error"][0]


def test_what_cannot_be_answered_together_is_answered_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = assess_table(as_json(TOLD), full=True)
    for broken in ("charley.many.answers.answered", "charley.many.reader.Reader.read"):
        with monkeypatch.context() as here, pytest.warns(RuntimeWarning, match="row by row"):
            here.setattr(broken, lambda *_: 1 / 0)
            assert assess_table(as_json(TOLD), full=True).to_dicts() == wanted.to_dicts()


@pytest.mark.parametrize("table", [[{"age": 72}], None, "table.csv"], ids=["rows", "nothing", "a name"])
def test_what_is_no_table_is_refused(table: Any) -> None:
    with pytest.raises(TypeError, match="give a Polars DataFrame or an Arrow table"):
        assess_table(table)


def test_no_processes_at_all_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        assess_table(as_json(TOLD), jobs=0)


def test_a_defect_in_one_row_stops_no_other(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise ZeroDivisionError("secret story")

    monkeypatch.setattr("charley.many.rows.assess", breaks)
    monkeypatch.setattr("charley.many.answers.answered", breaks)
    with pytest.warns(RuntimeWarning, match=r"row by row, which is slow \(ZeroDivisionError\)"):
        answers = assess_table(as_json(TOLD), library, jobs=1)
    assert answers["id"].to_list() == [row["id"] for row in TOLD]
    assert set(answers["error"]) == {"could not be assessed (ZeroDivisionError): please report it"}
