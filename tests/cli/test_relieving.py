"""`charley relief` as a new user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from charley.cli import main


def test_relief_prints_what_to_do_and_the_danger_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["relief", "calf"]) == 0
    page = capsys.readouterr().out
    assert page.index("Look first") < page.index("Now (again") < page.index("What not to do")
    assert page.index("What not to do") < page.index("Danger check")
    assert "not a diagnosis" in page


def test_flags_and_history_choose_variants(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "history.json"
    file.write_text(json.dumps({"age": 70, "findings": {"feet_numb_tingle": True}}), "utf-8")
    assert main(["relief", "calf", "--history", str(file), "--poor-balance", "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert {"numb_feet", "poor_balance"} <= set(plan["variants"])
    assert {"stand", "warm"}.isdisjoint(
        step["kind"] for step in (*plan["steps"], *plan["after"]) if step["id"] != "blanket_after"
    )


def test_a_no_can_be_told_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["relief", "calf", "--no-poor-balance", "--no-dialysis", "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    stand = next(step for step in plan["steps"] if step["id"] == "stand_heel_flat")
    assert stand["checks"] == []


def test_the_json_holds_both_scripts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["relief", "foot", "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert plan["check_after"] == 600
    for script in (plan["script"], plan["after_script"]):
        clock = 0
        for line in script["lines"]:
            assert line["second"] == clock
            clock += line["seconds"]
        assert clock == script["total"]


def test_timed_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["relief", "calf", "--speak-text"]) == 0
    out = capsys.readouterr().out
    assert "10:00  Ten minutes are over." in out
    assert "# After a cramp: Calf" in out


def test_an_emergency_offers_no_home_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "history.json"
    told = {"age": 60, "findings": {"breathless_sudden": True, "one_leg_swollen": True}}
    file.write_text(json.dumps(told), "utf-8")
    assert main(["relief", "calf", "--history", str(file)]) == 0
    page = capsys.readouterr().out
    assert page.splitlines()[2].startswith("FIRST: ")
    assert "Now (again" not in page
    assert "warm" not in page.split("Danger check")[0].lower()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["relief", "clf"], "Did you mean: calf?"),
        (["relief", "thigh"], "Say which: front_thigh, back_thigh."),
        (["relief", "calf", "--history", "no_such.json"], "cannot be read"),
    ],
)
def test_wrong_input_is_told_plainly(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err


def test_speaking_and_json_exclude_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["relief", "calf", "--json", "--speak-text"])
    assert stop.value.code == 2
    assert "not allowed with" in capsys.readouterr().err
