"""`charley assess`: answers on standard output, faults on standard error, exit code 2 for wrong input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

import charley
from charley.cli import main
from charley.reading.strict import MOST_BYTES

TODAY = ("--today", "2026-11-21")
CLOT = {"id": "a", "age": 61, "findings": {"one_leg_swollen": True}}
HISTORY = {
    "id": "p-1",
    "date": "2026-11-20",
    "age": 72,
    "sex": "female",
    "conditions": ["E11.9", "blorpitis"],
    "medicines": ["Lipitor 20 mg", "bendroflumethiazid", "blorpamide"],
    "labs": [{"name": "Potassium", "value": "<3.1", "unit": "mmol/L"}, {"name": "TSH", "value": "normal"}],
    "text": "It wakes me at night.",
}

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `charley assess` here: exit code, standard output, standard error."""

    def go(raw: bytes | dict[str, Any], *options: str) -> tuple[int, str, str]:
        told = raw if isinstance(raw, bytes) else json.dumps(raw).encode()
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(told)))
        code = main(["assess", "-", *TODAY, *options])
        out, err = capsys.readouterr()
        return code, out, err

    return go


def test_json_says_what_was_understood_and_what_was_not(run: Run) -> None:
    code, out, err = run(HISTORY, "--format", "json")
    answer = json.loads(out)
    assert (code, err) == (0, "")
    assert answer["id"] == "p-1"
    assert answer["understood"]["medicines[1]"].endswith("(a guess)")
    assert not answer["understood"]["medicines[0]"].endswith("(a guess)")
    assert answer["understood"]["labs[0]"] == "Potassium under 3.1 mmol/L"
    story = {where for where in answer["understood"] if where.startswith("text[")}
    told = {"conditions[0]", "medicines[0]", "medicines[1]", "labs[0]"}
    assert set(answer["understood"]) == told | story
    assert "it wakes you up" in {answer["understood"][where] for where in story}
    assert set(answer["not_understood"]) == {"conditions[1]", "medicines[2]", "labs[1]"}
    assert {reading["id"] for reading in answer["readings"]} >= {"wakes_from_sleep"}


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_the_forms_for_people_show_the_same(run: Run, format_: str) -> None:
    code, out, err = run(HISTORY, "--format", format_)
    plain = " ".join(out.replace("\\", "").split())
    assert (code, err) == (0, "")
    assert "Potassium under 3.1 mmol/L" in plain
    assert "(a guess)" in plain
    assert "medicines[2]: not understood: 'blorpamide' is no medicine we know" in plain
    assert "labs[1]: not understood: 'normal' is no number" in plain


def test_text_is_the_default_form(run: Run) -> None:
    assert run(HISTORY)[1] == run(HISTORY, "--format", "text")[1]


def test_nothing_told_is_answered_but_never_reassured(run: Run) -> None:
    code, out, _ = run({}, "--format", "json")
    answer = json.loads(out)
    assert code == 0
    assert answer["provisional"] is True
    assert answer["urgency"] != "self_care"
    assert answer["safety_questions_left"]


def test_a_contradiction_is_asked_about_and_not_refused(run: Run) -> None:
    told = {"age": 30, "sex": "male", "pregnant": True, "findings": {"diabetes": "no"}, "conditions": ["E11"]}
    code, out, err = run(told, "--format", "json")
    asked = " ".join(json.loads(out)["contradictions"])
    assert (code, err) == (0, "")
    assert "Pregnant and recorded as male" in asked
    assert "type 2 diabetes" in asked


WRONG = [
    pytest.param(b'{"agee": 72}', "charley: agee: unknown key. Did you mean 'age'?", id="an unknown key"),
    pytest.param(
        b'{"findings": {"wakes_yu": true, "dibetes": "no"}}',
        "charley: findings.dibetes: unknown finding. Did you mean 'diabetes'?",
        id="an unknown finding",
    ),
    pytest.param(
        b'{"findings": {"diabetes": "tipe 2"}}',
        "charley: findings.diabetes: 'tipe 2' is not one of the answers. Did you mean 'type 2'?",
        id="a value that is not allowed",
    ),
    pytest.param(
        b'{"age": 721}',
        "charley: age: 721 is no age of a living person. Give years from 0 to 120.",
        id="an impossible age",
    ),
    pytest.param(
        b'{"age": 1e999}', "charley: age: inf is no number. Give the age in years.", id="an age of 1e999"
    ),
    pytest.param(
        b'{"age": ' + b"1" * 500 + b"}",
        "charley: age: a very large number is no number. Give the age in years.",
        id="an age of five hundred digits",
    ),
    pytest.param(
        b'{"date": "2026-11-22"}',
        "charley: date: 2026-11-22 lies in the future. Today is 2026-11-21.",
        id="a future date",
    ),
    pytest.param(
        b'{"labs": [{"name": "Sodium", "value": 139}]}',
        "charley: labs[0].unit: Sodium has no unit",
        id="no unit",
    ),
    pytest.param(
        b'{"labs": [{"name": "Sodium", "value": 139, "unit": "mg/mL"}]}',
        "charley: labs[0].unit: 'mg/mL' is no unit of Sodium",
        id="an unknown unit",
    ),
    pytest.param(
        b'{"labs": [{"name": "Potassium", "value": 39, "unit": "mmol/L"}]}',
        "charley: labs[0].value: Potassium 39 mmol/L is not possible in a living person (1 to 10 mmol/L). "
        "Did you mean 3.9 mmol/L",
        id="an impossible laboratory value",
    ),
    pytest.param(
        b'{"age": 72', "charley: standard input: is not JSON: Expecting ',' delimiter at line 1", id="cut"
    ),
    pytest.param(
        b'{"age": 1, "age": 2}', "charley: standard input: is not usable: the key 'age' stands", id="twice"
    ),
    pytest.param(b'{"age": NaN}', "charley: standard input: is not usable: NaN is no number", id="NaN"),
    pytest.param(b"[" * 10_000, "charley: standard input: is nested too deeply", id="deep nesting"),
    pytest.param(
        b'{"findings": {"diabetes": ' + b"[" * 900 + b"]" * 900 + b"}}",
        "charley: findings.diabetes: a list is not one of the answers",
        id="nesting that is just not too deep",
    ),
    pytest.param(b"", "charley: standard input: is empty. Give a history", id="empty input"),
    pytest.param(b"[1]", "charley: history: must be a JSON object", id="a list"),
    pytest.param(b'{"id": "\xe9"}', "charley: standard input: is not UTF-8 text (byte 9)", id="Latin-1"),
    pytest.param(
        b'{"text": "' + b"x" * 5_000_000 + b'"}',
        "charley: standard input: is larger than 1,000,000 bytes",
        id="five megabytes of text",
    ),
]


@pytest.mark.parametrize(("raw", "said"), WRONG)
def test_wrong_input_ends_with_code_2_and_one_line_a_fault(run: Run, raw: bytes, said: str) -> None:
    code, out, err = run(raw)
    assert (code, out) == (2, "")
    assert said in err
    assert err.endswith("\n")
    assert all(line.startswith("charley: ") and len(line) < 500 for line in err.splitlines())


def test_all_faults_are_told_at_once(run: Run) -> None:
    told = {
        "agee": 1,
        "age": -1,
        "sex": 3,
        "labs": [{"name": "K", "value": 39, "unit": "mmol/L"}, {"name": "K"}],
    }
    code, out, err = run(told)
    assert (code, out) == (2, "")
    places = ["agee", "age", "sex", "labs[0].value", "labs[1].value"]
    assert [line.split(": ")[1] for line in err.splitlines()] == places


def test_a_story_is_never_repeated_in_a_fault(run: Run) -> None:
    secret = "my neighbour told me that his brother in law has cramps too"
    told = {secret: secret, "id": [secret], "age": secret, "findings": {"diabetes": secret}, "text": [secret]}
    code, _, err = run(told)
    assert code == 2
    assert secret not in err


@pytest.mark.parametrize(
    "told", ["tomorrow", "2026-13-01", "", "x" * 1_000], ids=["word", "month", "empty", "long"]
)
def test_a_day_that_is_no_date_is_refused(
    told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "history.json"
    file.write_text("{}", encoding="utf-8")
    assert main(["assess", str(file), "--today", told]) == 2
    err = capsys.readouterr().err
    assert err.startswith("charley: --today: ")
    assert err.endswith("is no date. Write it like 2026-11-21.\n")
    assert len(err) < 120


def test_a_file_with_windows_line_ends_and_a_byte_order_mark_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "history.json"
    file.write_bytes(b'\xef\xbb\xbf{\r\n  "id": "Gr\xc3\xbc\xc3\x9fe",\r\n  "age": 72\r\n}\r\n')
    assert main(["assess", str(file), *TODAY, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "Grüße"


@pytest.mark.parametrize("options", [(), ("--ndjson",)], ids=["one", "many"])
def test_a_missing_file_is_named(options: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", "no/such.json", *TODAY, *options]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", "charley: no/such.json: cannot be read: No such file or directory\n")


def many(run: Run, *lines: bytes) -> tuple[int, list[dict[str, Any]], str]:
    """The answers to these lines."""
    code, out, err = run(b"\n".join(lines), "--ndjson")
    return code, [json.loads(line) for line in out.splitlines()], err


def test_one_history_a_line_is_one_answer_a_line_in_order(run: Run) -> None:
    code, answers, err = many(run, *(b'{"id": "%d", "age": %d}' % (n, n) for n in (30, 10, 20)), b"")
    assert (code, err) == (0, "")
    assert [answer["id"] for answer in answers] == ["30", "10", "20"]
    assert all(answer["urgency"] for answer in answers)


def test_a_bad_line_is_answered_by_an_error_object_and_the_rest_goes_on(run: Run) -> None:
    code, answers, err = many(
        run,
        b'{"id": "good"}',
        b'{"id": "bad", "age": 721, "agee": 1}',
        b"",
        b'{"id": "broken", ',
        b"[1, 2]",
        b'{"id": 7, "age": -1}',
        b'{"id": "\xff"}',
        b'{"id": "twice", "id": "twice"}',
        b'\xef\xbb\xbf{"id": "marked"}\r',
        b'{"id": "last"}',
    )
    assert (code, err) == (2, "")
    assert [answer["id"] for answer in answers] == ["good", "bad", "", "", "7", "", "", "marked", "last"]
    wrong = {answer["error"]["line"]: answer["error"]["faults"] for answer in answers if "error" in answer}
    assert {line: [fault["where"] for fault in faults] for line, faults in wrong.items()} == {
        2: ["agee", "age"],
        4: ["line 4"],
        5: ["history"],
        6: ["age"],
        7: ["line 7"],
        8: ["line 8"],
    }
    assert wrong[4][0]["problem"].endswith("at line 4 column 18")
    assert all(set(fault) == {"where", "problem", "mend"} for faults in wrong.values() for fault in faults)


def test_a_huge_line_is_answered_and_the_next_is_read(run: Run) -> None:
    huge = b'{"id": "huge", "text": "' + b"x" * (3 * MOST_BYTES) + b'"}'
    code, answers, _ = many(run, b'{"id": "before"}', huge, b'{"id": "after"}')
    assert code == 2
    assert [answer["id"] for answer in answers] == ["before", "", "after"]
    assert answers[1]["error"]["line"] == 2
    assert "larger than 1,000,000 bytes" in answers[1]["error"]["faults"][0]["problem"]


def test_an_id_that_cannot_be_written_is_not_repeated(run: Run) -> None:
    code, answers, _ = many(run, b'{"id": "\\ud800"}', b'{"id": "%s"}' % (b"x" * 300), b'{"\\ud800": 1}')
    assert code == 2
    assert [answer["id"] for answer in answers] == ["", "", ""]


def test_no_lines_are_no_answers(run: Run) -> None:
    assert many(run, b"") == (0, [], "")
    assert many(run, b"", b"  ", b"\r") == (0, [], "")


def charley_runs(
    *arguments: str, told: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """A real run, in a process of its own."""
    source = str(Path(charley.__file__).parents[1])
    return subprocess.run(
        [sys.executable, "-m", "charley", *arguments],
        input=told,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": source, **environment},
        timeout=60,
        check=False,
    )


def test_a_real_run_answers_on_standard_output() -> None:
    done = charley_runs("assess", "-", "--format", "json", told=json.dumps(CLOT).encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["id"] == "a"


def test_a_real_run_refuses_on_standard_error() -> None:
    done = charley_runs("assess", "-", told=b'{"agee": 72, "\\ud800": 1}')
    assert (done.returncode, done.stdout) == (2, b"")
    lines = done.stderr.decode().splitlines()
    assert lines[0] == "charley: agee: unknown key. Did you mean 'age'?"
    assert len(lines) == 2
    assert all(line.startswith("charley: ") for line in lines)


def test_a_real_run_writes_utf_8_where_the_locale_cannot() -> None:
    told = json.dumps({"id": "Größe", "age": 72}).encode()
    done = charley_runs(
        "assess", "-", "--format", "json", told=told, PYTHONIOENCODING="ascii", PYTHONUTF8="0"
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["id"] == "Größe"


def test_a_real_run_keeps_the_order_of_many() -> None:
    told = b'{"id": "1"}\nnonsense\n{"id": "3"}'
    done = charley_runs("assess", "-", "--ndjson", told=told)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert [answer["id"] for answer in answers] == ["1", "", "3"]
    assert answers[1]["error"]["line"] == 2
