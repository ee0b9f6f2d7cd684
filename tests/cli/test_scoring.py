"""`charley score`: the measures as a table or JSON; a bad file is refused by name with exit code 2."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from charley.cli import main

DEV = Path(__file__).parents[2] / "vignettes" / "dev.json"
GOOD: dict[str, Any] = {
    "id": "a",
    "kind": "made up",
    "age": 61,
    "findings": {"one_leg_swollen": True, "calf_tender_deep": True, "past_clot": True},
    "final_ids": ["dvt"],
    "acceptable_ids": ["post_thrombotic_syndrome", "muscle_strain", "ruptured_baker_cyst"],
    "feared_ids": ["dvt"],
    "triage_expected": "same_day",
    "triage_min_safe": "same_day",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cases.json"
    path.write_text(json.dumps([GOOD]))
    return path


def test_the_table_names_every_measure_with_its_interval(
    capsys: pytest.CaptureFixture[str], file: Path
) -> None:
    assert main(["score", str(file)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("input: findings, 1 vignettes")
    assert "top-1                 1/1 = 100% (21% to 100%)" in out
    assert "misses: 0" in out


def test_json_holds_hits_totals_and_intervals(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    assert main(["score", str(file), "--json"]) == 0
    measures = json.loads(capsys.readouterr().out)["measures"]
    assert set(measures) == {"all", "made up"}
    assert measures["all"]["top-1"]["hits"] == measures["all"]["top-1"]["total"] == 1


def test_the_narrative_alone_can_be_scored(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    file.write_text(json.dumps([GOOD | {"narrative": "My left calf is swollen."}]))
    assert main(["score", str(file), "--input", "narrative", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["input"] == "narrative"


def test_the_vignettes_of_the_repository_can_be_scored(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", str(DEV), "--json"]) == 0
    measures = json.loads(capsys.readouterr().out)["measures"]["all"]
    assert measures["triage exact"]["total"] == len(json.loads(DEV.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (None, "cannot be read"),
        ("", "is empty"),
        ("[{]", "is not JSON"),
        ("{}", "vignettes: must be a list of vignettes"),
        ("[]", "vignettes: must be a list of vignettes"),
        ('"text"', "vignettes: must be a list of vignettes"),
        ("[1]", "vignettes[0]: must be an object"),
        (json.dumps([GOOD, {}]), "vignettes[1]: lacks 'id'"),
        (json.dumps([GOOD | {"triage_expected": "soon"}]), "triage_expected must be one of self_care"),
        (json.dumps([GOOD | {"triage_min_safe": None}]), "vignettes[0]: triage_min_safe must be one of"),
        (json.dumps([GOOD | {"final_ids": "dvt"}]), "vignettes[0]: final_ids must be a list of cause ids"),
        (json.dumps([GOOD | {"acceptable_ids": None}]), "vignettes[0]: acceptable_ids must be a list"),
        (json.dumps([GOOD | {"feared_ids": 5}]), "vignettes[0]: feared_ids must be a list"),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_by_name(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: str | None, fault: str
) -> None:
    path = tmp_path / "cases.json"
    if content is not None:
        path.write_text(content)
    assert main(["score", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert fault in err
    assert err.startswith("charley: ")


def test_a_file_larger_than_one_history_is_read(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    file.write_text(json.dumps([GOOD | {"narrative": "word " * 300_000}]))
    assert main(["score", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["measures"]["all"]["top-1"]["total"] == 1


def test_sayings_are_scored_from_a_text_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sayings.txt"
    path.write_text("## one_leg_swollen = yes\nMy left leg is swollen\n", encoding="utf-8")
    assert main(["score", str(path), "--input", "sayings"]) == 0
    assert "1/1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("raw", "problem"), [(b"## x\xff", "no UTF-8 text"), (b"a text", "stands under no heading")]
)
def test_a_file_that_holds_no_sayings_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], raw: bytes, problem: str
) -> None:
    path = tmp_path / "sayings.txt"
    path.write_bytes(raw)
    assert main(["score", str(path), "--input", "sayings"]) == 2
    assert problem in capsys.readouterr().err
