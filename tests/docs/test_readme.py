"""The README promises only what is there: commands, make targets, files, and an example that runs."""

from __future__ import annotations

import argparse
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars
import pytest

from charley.cli import build_parser, main
from charley.formats.explain import explain
from charley.reading import read_history
from charley.records.library import Library

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MADE_UP = {"history.json", "histories.ndjson", "answers.ndjson"}
"""Names of a reader's own files."""


def blocks(language: str) -> list[str]:
    """The fenced blocks in one language; "" for those without a name."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def commands() -> Iterator[list[str]]:
    """The arguments of every `charley` command: in a block, or in the text with its own arguments."""
    lines = [line.split("#")[0] for block in blocks("") for line in block.splitlines()]
    lines += re.findall(r"`(charley [^`]+)`", README)
    for line in lines:
        for part in re.split(r"[|;&]+", line):
            words = shlex.split(re.split(r"[<>]", part)[0])
            if words[:1] == ["charley"]:
                yield words[1:]


COMMANDS = list(commands())


def known_commands() -> set[str]:
    actions = build_parser()._actions
    return {name for a in actions if isinstance(a, argparse._SubParsersAction) for name in a.choices}


def test_every_command_of_the_program_is_shown_in_the_readme_or_another_page() -> None:
    pages = [README, *(path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md"))]
    shown = {name for page in pages for name in re.findall(r"\bcharley ([a-z]+)", page)}
    assert known_commands() - shown == set()
    assert {words[0] for words in COMMANDS} <= known_commands()


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words)[:60])
def test_every_command_is_understood_and_its_files_exist(words: list[str]) -> None:
    build_parser().parse_args(words)
    files = [word for word in words[1:] if re.search(r"\.(json|ndjson|yaml|csv)$", word)]
    assert [name for name in files if name not in MADE_UP and not (ROOT / name).exists()] == []


def test_every_explanation_that_is_promised_exists(library: Library) -> None:
    asked = [words[1] for words in COMMANDS if words[0] == "explain"]
    assert len(asked) >= 3
    assert [what for what in asked if explain(what, library) is None] == []


def test_every_make_target_is_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][\w-]*):", makefile, re.MULTILINE))
    named = set(re.findall(r"^make ([\w-]+)", README, re.MULTILINE)) | set(
        re.findall(r"`make ([\w-]+)`", README)
    )
    assert named >= {"run", "test"}
    assert named <= targets


def test_every_linked_file_exists() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)[^)]*\)", README) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_example_history_is_read_without_a_fault(library: Library) -> None:
    (block,) = blocks("json")
    history = read_history(json.loads(block), library)
    assert history.not_understood == ()
    assert not any(entry.guess for entry in history.understood)
    assert len(history.understood) == 5


def test_the_python_example_runs_and_prints_urgency_and_causes(capsys: pytest.CaptureFixture[str]) -> None:
    block, _ = blocks("python")
    exec(compile(block, "README.md", "exec"), {})
    assert re.match(r"^[a-z_]+ \[\('.+', 0\.\d+\)", capsys.readouterr().out)


def test_the_python_example_of_many_answers_a_table() -> None:
    _, block = blocks("python")
    names: dict[str, Any] = {
        "table": polars.DataFrame({"id": ["a"], "findings": ['{"one_leg_swollen": true}']})
    }
    exec(compile(block, "README.md", "exec"), names)
    assert names["answers"]["urgency"].to_list() == ["same_day"]


def test_the_example_of_make_run_can_be_assessed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    example = re.search(r"^EXAMPLE \?= (\S+)$", makefile, re.MULTILINE)
    assert example
    monkeypatch.chdir(ROOT)
    assert main(["assess", example[1]]) == 0
    assert "information, not a diagnosis" in capsys.readouterr().out
