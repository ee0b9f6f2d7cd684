"""`charley population fit` and `check` from the command line."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest

from charley.cli import main

CDC = Path(__file__).parents[1] / "population" / "cdc"


def test_fit_writes_a_file_of_tables_and_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "population.yaml"
    assert main(["population", "fit", str(CDC), "--out", str(out)]) == 0
    told = capsys.readouterr().out
    assert f"Written: {out}" in told and "any: AUC" in told and "often: AUC" in told
    text = out.read_text(encoding="utf-8")
    assert text.startswith("#") and "covariance_often:" in text and "name: NHANES 2005-2006" in text


def test_check_prints_discrimination_and_calibration(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["population", "check", str(CDC)]) == 0
    told = capsys.readouterr().out
    assert told.count("AUC") >= 4 and told.count("Calibration slope") == 2


@pytest.mark.parametrize("action", ["fit", "check"])
def test_a_folder_that_is_no_survey_is_refused_and_nothing_is_written(
    action: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "population.yaml"
    rest = ["--out", str(out)] if action == "fit" else []
    assert main(["population", action, str(tmp_path), *rest]) == 2
    caught = capsys.readouterr()
    assert "holds no survey" in caught.err and not caught.out and not out.exists()


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "nowhere" / "population.yaml"
    assert main(["population", "fit", str(CDC), "--out", str(out)]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_without_the_extra_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = builtins.__import__

    def poor(name: str, *rest: Any, **more: Any) -> Any:
        if name == "charley.population.facts":
            raise ModuleNotFoundError("No module named 'numpy'", name="numpy")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", poor)
    assert main(["population", "check", str(CDC)]) == 2
    assert "charley[batch]" in capsys.readouterr().err


def test_published_needs_no_folder_and_prints_every_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["population", "check", "--published", "--people", "10000", "--seed", "4"]) == 0
    told = capsys.readouterr().out
    assert "10,000 people drawn from the network (seed 4)" in told
    assert "MISS" in told and " hit " in told and "rows hit" in told


def test_a_folder_and_the_published_figures_may_stand_together(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["population", "check", str(CDC), "--published", "--people", "10000"]) == 0
    told = capsys.readouterr().out
    assert "Calibration slope" in told and "rows hit" in told


def test_check_without_anything_to_check_says_what_it_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["population", "check"]) == 2
    assert "--published" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong",
    [["--people", "10"], ["--people", "many"], ["--seed", "-1"], ["--seed", "1.5"], ["--publish", "x", "y"]],
)
def test_a_wrong_option_is_refused(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["population", "check", "--published", *wrong])
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err
