"""`charley exercise` as a new user meets it."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from charley.advice.exercises import exercises, programmes
from charley.cli import main


def test_without_a_name_everything_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["exercise"]) == 0
    page = capsys.readouterr().out
    for id_ in (*exercises(), *programmes()):
        assert f"  {id_} " in page


def test_the_list_marks_what_is_not_for_the_person(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["exercise", "--poor-balance"]) == 0
    marked = {line.split()[0] for line in capsys.readouterr().out.splitlines() if "[not for you]" in line}
    expected = {
        id_ for id_, e in exercises().items() if "poor_balance" in {bar.circumstance for bar in e.not_for}
    }
    assert marked == expected | {
        id_ for id_, p in programmes().items() if "poor_balance" in {bar.circumstance for bar in p.not_for}
    }


@pytest.mark.parametrize("id_", sorted([*exercises(), *programmes()]))
def test_each_has_a_page(id_: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["exercise", id_]) == 0
    page = capsys.readouterr().out
    assert "How sure we are" in page
    assert "Sources" in page
    assert "not a diagnosis" in page


def test_bedtime_is_spoken(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["exercise", "bedtime", "--speak-text"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# Bedtime stretches\n")
    assert "3 of 3: Lean in." in out


def test_another_session_stands_in_and_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["exercise", "bedtime", "--speak-text", "--poor-balance"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("You could fall.\nSo this is another one: Bedtime stretches on a chair.")


def test_no_session_in_an_emergency(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "history.json"
    file.write_text(json.dumps({"findings": {"leg_sudden_cold_pale": True}}), "utf-8")
    assert main(["exercise", "bedtime", "--speak-text", "--history", str(file)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Call an ambulance")
    assert "There is no session for you now." in out
    assert "of 3" not in out


def test_json_of_one_and_of_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["exercise", "bedtime", "--json"]) == 0
    one = json.loads(capsys.readouterr().out)
    assert one["weeks"]["value"] == 6
    assert one["session"]["script"]["total"] == one["session"]["script"]["lines"][-1]["second"]
    assert main(["exercise", "--json"]) == 0
    everything = json.loads(capsys.readouterr().out)
    assert {entry["id"] for entry in everything["exercises"]} == set(exercises())


def test_a_drawing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "calf.svg"
    assert main(["exercise", "calf_stretch_wall", "--svg", str(file)]) == 0
    assert ElementTree.parse(file).getroot().get("role") == "img"
    assert main(["exercise", "calf_stretch_wall", "--svg", "-"]) == 0
    assert capsys.readouterr().out == file.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["exercise", "bedtimes"], "Did you mean: bedtime"),
        (
            ["exercise", "bedtime", "--svg", "x.svg"],
            "Name one of: calf_stretch_wall, hamstring_stretch_standing.",
        ),
        (["exercise", "--speak-text"], "needs the name of an exercise"),
        (["exercise", "toe_curl", "--svg", "/no/such/folder/x.svg"], "cannot be written"),
    ],
)
def test_wrong_input_is_told_plainly(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
