"""The answers to every file of examples/, as golden files: a change of an answer is seen before it ships.

Renew them after a change that was meant, and read the difference before it is committed:

    python -m pytest tests/golden --renew-golden

`<name>.txt` is what a person reads, `<name>.json` is the contract. The fingerprint of the library is left
out, and numbers are rounded to three places, so that only what a reader would notice makes a difference.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from charley.assess import assess
from charley.assessment import Assessment
from charley.formats import to_plain, to_text
from charley.reading import read_history
from charley.records.library import Library

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE.parents[1] / "examples").glob("*.json"))
TODAY = date(2026, 11, 21)
MOST_LINES = 60
RENEW = "Renew with: python -m pytest tests/golden --renew-golden"


def rounded(value: Any) -> Any:
    """The same data with every number to three places."""
    if isinstance(value, float):
        return round(value, 3) + 0.0
    if isinstance(value, dict):
        return {key: rounded(entry) for key, entry in value.items()}
    return [rounded(entry) for entry in value] if isinstance(value, list) else value


def golden_json(answer: Assessment) -> str:
    data = rounded(to_plain(answer))
    del data["library"]["fingerprint"]
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def golden_text(answer: Assessment) -> str:
    return to_text(answer).replace(answer.library_fingerprint, "FINGERPRINT") + "\n"


FORMS: dict[str, Callable[[Assessment], str]] = {"json": golden_json, "txt": golden_text}


def difference(wanted: str, given: str, name: str) -> str:
    """A readable difference, cut after MOST_LINES lines; empty when there is none."""
    lines = list(
        unified_diff(wanted.splitlines(), given.splitlines(), f"golden {name}", "now", lineterm="", n=1)
    )
    more = [f"… and {len(lines) - MOST_LINES} lines more"] if len(lines) > MOST_LINES else []
    return "\n".join([*lines[:MOST_LINES], *more])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_answer_to_an_example_is_the_golden_one(
    request: pytest.FixtureRequest, library: Library, example: Path, form: str
) -> None:
    history = read_history(json.loads(example.read_text(encoding="utf-8")), library, TODAY)
    given = FORMS[form](assess(history, library))
    golden = HERE / f"{example.stem}.{form}"
    if request.config.getoption("--renew-golden"):
        golden.write_text(given, encoding="utf-8")
    assert golden.exists(), f"{golden.name} is missing. {RENEW}"
    found = difference(golden.read_text(encoding="utf-8"), given, golden.name)
    assert not found, f"\n{found}\n{RENEW}"


def test_every_golden_file_belongs_to_an_example() -> None:
    names = {f"{example.stem}.{form}" for example in EXAMPLES for form in FORMS}
    assert {path.name for path in HERE.iterdir() if path.suffix in (".json", ".txt")} == names


def test_a_difference_names_the_lines_that_changed_and_is_cut_when_long() -> None:
    assert difference("a\nb\n", "a\nb\n", "x.txt") == ""
    short = difference("a\nb\nc\n", "a\nB\nc\n", "x.txt")
    assert "-b" in short
    assert "+B" in short
    long = difference("a\n" * 200, "b\n" * 200, "x.txt").splitlines()
    assert len(long) == MOST_LINES + 1
    assert long[-1].endswith("lines more")
