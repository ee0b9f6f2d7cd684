"""The language of patterns, and the faults an author is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from charley.library.lexicon.build import build_lexicon
from charley.library.lexicon.patterns import PatternError, read_pattern
from charley.library.lexicon.plainly import forms_of, words_of
from charley.library.text import read_document
from charley.library.workbench import Workbench


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("don't", ("do", "not")), ("Can’t", ("can", "not")), ("won't", ("will", "not")),
        ("havent", ("have", "not")), ("havnt", ("have", "not")), ("cannae", ("can", "not")),
        ("willnae", ("will", "not")), ("couldnae", ("could", "not")), ("arent", ("are", "not")),
        ("I've", ("i", "have")), ("leg's", ("leg", "'s")), ("œdème", ("deme",)), ("o'clock", ("oclock",)),
    ],
)  # fmt: skip
def test_words(written: str, words: tuple[str, ...]) -> None:
    assert words_of(written) == words


def test_forms() -> None:
    assert {"cramp", "cramps", "cramped", "cramping"} <= forms_of("cramp")
    assert {"ache", "aches", "ached", "aching"} <= forms_of("ache")
    assert "dragging" in forms_of("drag")


def test_a_pattern_is_written_out() -> None:
    (part,) = read_pattern("(left|right) [lower] leg .. (is swollen|hurts)").parts
    assert set(part) == {
        ("(left|right)", *middle, "leg", "..", *end)
        for middle in ((), ("lower",))
        for end in (("is", "swollen"), ("hurts",))
    }


def test_ways_that_deny_are_kept_apart() -> None:
    halves = {denies: ways for ways, denies in read_pattern("jaw .. (stiff|will not open)").split()}
    assert halves[False] == ((("jaw", "..", "stiff"),),)
    assert halves[True] == ((("jaw", "..", "will", "not", "open"),),)


@pytest.mark.parametrize("text", ["(a|b", "a)", ".. a", "a ..", "a & ", "[a]", "a ^ b"])
def test_a_broken_pattern_is_refused(text: str) -> None:
    with pytest.raises(PatternError):
        read_pattern(text)


class OneFile:
    """A reader of one lexicon file."""

    complete = True

    def __init__(self, file: Path, bench: Workbench) -> None:
        self.file, self.bench = file, bench

    def folder(self, name: str, shape: type) -> list:  # type: ignore[type-arg]
        placed = self.bench.read(shape, read_document(self.file, f"{name}/{self.file.name}"))
        return [placed] if placed else []


FAULTS = [
    ("- finding: nothing_such\n    yes: [a b]", "unknown finding 'nothing_such'"),
    ("- finding: fever\n    yes: [<nowhere> hot]", "unknown group 'nowhere'"),
    ("- finding: fever\n    yes: [(hot]", "a bracket is not closed"),
    ("- finding: cramp_minutes\n    values: [{say: lasts long, times: 2}]", "'times' needs {n}"),
    ("- finding: side\n    options: {up: [up there]}", "unknown answer 'up'"),
    ("- finding: side\n    yes: [up there]", "has no pattern that can answer it"),
]


@pytest.mark.parametrize(("entry", "problem"), FAULTS)
def test_faults_name_file_and_line(tmp_path: Path, entry: str, problem: str) -> None:
    file = tmp_path / "words.yaml"
    examples = '\n    examples: {match: {"yes": [x]}, not_match: [y]}\n'
    file.write_text(f"entries:\n  {entry}{examples}", encoding="utf-8")
    bench = Workbench()
    bench.ids.findings = {
        "fever": ("yes_no", ()), "cramp_minutes": ("number", ()), "side": ("choice", ("left", "right")),
    }  # fmt: skip
    build_lexicon(OneFile(file, bench), bench)  # type: ignore[arg-type]
    assert any(
        problem in fault.problem and fault.where.startswith("lexicon/words.yaml:") for fault in bench.faults
    )
