"""`charley check`: the report an author of knowledge reads."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from charley.cli import main
from charley.records.library import Library

VALID = Path(__file__).parents[1] / "library" / "valid"
BROKEN = Path(__file__).parents[1] / "library" / "broken"


def broken(case: str, folder: Path) -> str:
    shutil.copytree(VALID, folder, dirs_exist_ok=True)
    shutil.copytree(BROKEN / case, folder, dirs_exist_ok=True)
    return str(folder)


def test_sound_knowledge_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(VALID)]) == 0
    out, err = capsys.readouterr()
    assert re.fullmatch(
        r"2 causes \(1 with a judged prior\), 8 findings, 1 rules, 1 tests, 1 medicines, 1 conditions, "
        r"1 laboratory values, 3 sources: no fault\. Fingerprint [0-9a-f]{16}\.\n",
        out,
    )
    assert err == ""


def test_the_built_in_knowledge_is_the_default_and_sound(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 0
    out, _ = capsys.readouterr()
    assert out.startswith(f"{len(library.causes)} causes (")
    assert f"Fingerprint {library.fingerprint}." in out


def test_every_fault_has_a_line_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", broken("three_faults_in_three_files", tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "causes/clot.yaml:17: unknown word for a chance 'seldomly'. Did you mean 'seldom'?",
        "findings/safety.yaml:10: unknown screen 'leg_later'. There is: leg_now.",
        "tests/ultrasound.yaml:9: unknown source 'guidelines'. Did you mean 'guideline'?",
    ]
    assert err == "3 faults\n"


def test_one_fault_is_one_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", broken("unknown_key", tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert out == "causes/clot.yaml:6: unknown key 'colour'. Mend its spelling or take it out.\n"
    assert err == "1 fault\n"


@pytest.mark.parametrize("what", ["a file", "nothing"])
def test_what_is_no_folder_is_wrong_input(
    what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "knowledge.yaml"
    if what == "a file":
        path.write_text("id: clot\n", encoding="utf-8")
    assert main(["check", str(path)]) == 2
    assert capsys.readouterr() == ("", f"charley: {path}: is no folder of knowledge\n")


def test_an_empty_folder_is_a_folder_with_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 1
    assert "base_rate.yaml:1: this file is missing" in capsys.readouterr().out


def test_checking_does_not_touch_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(broken("unknown_key", tmp_path))
    before = {file: file.stat().st_mtime_ns for file in folder.rglob("*")}
    main(["check", str(folder)])
    assert {file: file.stat().st_mtime_ns for file in folder.rglob("*")} == before
