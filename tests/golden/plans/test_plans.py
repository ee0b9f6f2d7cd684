"""The plans for every file of examples/, as golden files: what a person and what a clinician would read.

Renew them after a change that was meant, and read the difference before it is committed:

    python -m pytest tests/golden --renew-golden

`<name>.md` is the plan with its long form, `<name>.clinician.md` the clinician's page. The fingerprint is
left out.
"""

from __future__ import annotations

import json
from datetime import date
from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest

from charley.advice.clinician import clinician_page
from charley.advice.plan import make_plan
from charley.assess import assess
from charley.formats.plan.text import clinician_markdown, plan_markdown
from charley.reading import read_history
from charley.records.library import Library

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE.parents[2] / "examples").glob("*.json"))
TODAY = date(2026, 11, 21)
RENEW = "Renew with: python -m pytest tests/golden --renew-golden"
MOST_LINES = 60


def pages(example: Path, library: Library) -> dict[str, str]:
    """The golden files of one example, by name."""
    history = read_history(json.loads(example.read_text("utf-8")), library, TODAY)
    answer = assess(history, library)
    plan = make_plan(history, library, answer, TODAY)
    page = clinician_page(history, library, answer, plan)
    made = {"": plan_markdown(plan, full=True), ".clinician": clinician_markdown(page)}
    return {
        f"{example.stem}{kind}.md": text.replace(library.fingerprint, "FINGERPRINT")
        for kind, text in made.items()
    }


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_plan_of_an_example_is_the_golden_one(
    request: pytest.FixtureRequest, library: Library, example: Path
) -> None:
    for name, given in pages(example, library).items():
        golden = HERE / name
        if request.config.getoption("--renew-golden"):
            golden.write_text(given, encoding="utf-8")
        assert golden.exists(), f"{name} is missing. {RENEW}"
        wanted = golden.read_text("utf-8")
        found = unified_diff(wanted.splitlines(), given.splitlines(), f"golden {name}", "now", "", "", 1, "")
        assert wanted == given, "\n".join([*islice(found, MOST_LINES), RENEW])


def test_every_golden_plan_belongs_to_an_example() -> None:
    names = {f"{example.stem}{kind}.md" for example in EXAMPLES for kind in ("", ".clinician")}
    assert {path.name for path in HERE.glob("*.md")} == names
