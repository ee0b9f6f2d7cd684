"""`charley plan`: every form, to a file or standard output; faults on standard error with exit code 2."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from charley.cli import main
from charley.library import load

EXAMPLE = Path(__file__).parents[2] / "examples" / "water_tablet_72.json"
EMERGENCY = {"age": 24, "findings": {"dark_urine": True, "severe_muscle_pain": True}}
Run = Callable[..., tuple[int, bytes, str]]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `charley plan`: exit code, standard output as bytes, standard error."""

    def go(*options: str, told: dict[str, Any] | None = None) -> tuple[int, bytes, str]:
        if told is not None:
            monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(json.dumps(told).encode())))
        code = main(["plan", *options, "--today", "2026-11-21"])
        out, err = capfdbinary.readouterr()
        return code, out, err.decode()

    return go


@pytest.fixture(scope="session")
def settled() -> dict[str, Any]:
    """A person whose questions are answered, so that there are evening sessions."""
    safe = {f.id: False for f in load().findings.values() if f.section == "safety" and f.type == "yes_no"}
    told = {"toxin_contact": "none", "neck_surgery": "never", "cramp_timing": "at night in bed"}
    return {"id": "anna-b", "date": "2026-11-20", "age": 58, "sex": "male", "findings": safe | told}


def test_text_is_the_default_and_care_stands_first(run: Run) -> None:
    code, out, err = run(str(EXAMPLE))
    assert (code, err) == (0, "")
    assert out.decode().startswith("Ask for a blood test this week")
    assert out == run(str(EXAMPLE), "--format", "text")[1]


def test_json_and_markdown(run: Run) -> None:
    assert json.loads(run(str(EXAMPLE), "--format", "json")[1])["urgency"] == "routine"
    assert run(str(EXAMPLE), "--format", "markdown")[1].startswith(b"# Ask for a blood test this week")


def test_standard_input(run: Run) -> None:
    code, out, _ = run("-", told=EMERGENCY)
    assert code == 0
    assert out.startswith(b"Get emergency help now\n")
    assert b"Tonight" not in out


@pytest.mark.parametrize(("format_", "start"), [("pdf", b"%PDF-"), ("clinician", b"# Leg cramps: 72 years")])
def test_other_forms(run: Run, tmp_path: Path, format_: str, start: bytes) -> None:
    file = tmp_path / "out"
    assert run(str(EXAMPLE), "--format", format_, "--out", str(file))[:2] == (0, b"")
    assert file.read_bytes().startswith(start)


def test_the_clinician_page_is_a_pdf_when_its_file_says_so(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "page.PDF"
    assert run(str(EXAMPLE), "--format", "clinician", "--out", str(file))[0] == 0
    assert file.read_bytes().startswith(b"%PDF-")


def test_a_calendar_begins_on_the_day_of_the_history(run: Run, settled: dict[str, Any]) -> None:
    code, out, err = run("-", "--format", "ics", told=settled)
    assert (code, err) == (0, "")
    assert b"DTSTART:20261120T213000\r\n" in out
    assert b"anna" not in out


def test_a_calendar_begins_when_it_is_asked_to(run: Run, settled: dict[str, Any]) -> None:
    out = run("-", "--format", "ics", "--begin", "2026-12-01", "--at", "22:05", told=settled)[1]
    assert b"DTSTART:20261201T220500\r\n" in out


def test_without_sessions_there_is_no_calendar(run: Run) -> None:
    code, out, err = run("-", "--format", "ics", told=EMERGENCY)
    assert (code, out) == (2, b"")
    assert "no evening sessions so far (Get emergency help now)" in err


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        (["--format", "ics", "--begin", "soon"], "--begin: 'soon' is no date. Write it like 2026-11-21."),
        (["--format", "ics", "--at", "25:00"], "--at: '25:00' is no time. Write it like 21:30."),
        (["--out", "/nowhere/at/all"], "/nowhere/at/all: cannot be written: No such file or directory"),
    ],
)
def test_wrong_options_are_named(run: Run, settled: dict[str, Any], options: list[str], fault: str) -> None:
    code, out, err = run("-", *options, told=settled)
    assert (code, out) == (2, b"")
    assert err.strip() == f"charley: {fault}"


def test_wrong_input_is_refused(run: Run) -> None:
    code, out, err = run("-", told={"medicines": [{"name": "Lasix", "since": "soon"}]})
    assert (code, out) == (2, b"")
    assert err.startswith("charley: medicines[0].since: 'soon' is no date.")


def test_without_a_file_it_says_what_is_missing(run: Run) -> None:
    code, _, err = run()
    assert code == 2
    assert err.startswith("charley: FILE: is missing.")


def test_the_guidelines_need_no_history(run: Run) -> None:
    code, out, _ = run("--guidelines")
    assert code == 0
    assert out.decode().count("\nSources\n") == 15
    assert b"MHRA, Drug Safety Update (mhra-2010)" in out


def test_the_extra_is_named_when_it_is_not_there(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    code, out, err = run(str(EXAMPLE), "--format", "pdf")
    assert (code, out) == (2, b"")
    assert "pip install 'charley[pdf]'" in err
