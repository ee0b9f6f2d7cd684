"""`charley food`: food in words or a file, lists, JSON, and clear errors."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from charley.cli import main

WORDS = "2 slices wholemeal bread, banana, glass of milk"


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = main(["food", *argv])
    out, err = capsys.readouterr()
    return code, " ".join(out.split()), err


def test_food_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(
        capsys,
        WORDS,
        "--age",
        "70",
        "--sex",
        "female",
        "--vegan",
        "--condition",
        "none",
        "--medicine",
        "none",
    )
    assert (code, err) == (0, "")
    assert "wholemeal bread, 64 g" in out
    foods = out[out.index("Foods you could add") : out.index("Good to know")]
    assert not any(word in foods for word in ("salmon", "milk,", "cheese", "yogurt", "egg"))


def test_the_same_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["food", WORDS, "--age", "70", "--json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert [one["food"] for one in plain["eaten"]] == ["bread_wholemeal", "banana", "milk_whole"]


def test_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "day.json"
    file.write_text(
        json.dumps({"history": {"age": 54, "findings": {"on_dialysis": True}}, "intake": ["1 banana"]})
    )
    code, out, _ = run(capsys, str(file))
    assert code == 0
    assert "Ask your kidney team" in out


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b'{"intake": "1 egg"}')))
    code, out, _ = run(capsys, "-")
    assert code == 0
    assert "egg, boiled, 50 g" in out


def test_a_long_list_of_food_is_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, ", ".join(["1 egg"] * 100))
    assert (code, err) == (0, "")
    assert "egg, boiled, 50 g" in out


def test_the_lists(capsys: pytest.CaptureFixture[str]) -> None:
    assert "banana (medium 118 g" in run(capsys, "--list")[1]
    assert "milk: How many glasses of milk do you drink?" in run(capsys, "--questions")[1]


def test_conditions_and_medicines_count(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(
        capsys, "1 banana", "--age", "70", "--sex", "male", "--medicine", "warfarin", "--condition", "coeliac"
    )
    assert code == 0
    assert "Keep your greens steady" in out
    assert "coeliac disease" in out


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        ((), "nothing to look at"),
        (("  ",), "nothing to look at"),
        (("3000 g salt",), "Did you mean 3 g?"),
        (("1 egg", "--age", "old"), "is no number"),
        (("1 egg", "--age", "nan"), "is no number"),
        (("1 egg", "--without", "glutin"), "Did you mean 'no gluten'?"),
        (("1 egg", "--supplement", "magnesium"), "has no amount"),
        (("nowhere.json",), "cannot be read"),
        (("nowhere.json", "--age", "70"), "cannot stand beside a file"),
    ],
)
def test_wrong_input_is_refused_with_a_mend(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], message: str
) -> None:
    code, out, err = run(capsys, *argv)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err
