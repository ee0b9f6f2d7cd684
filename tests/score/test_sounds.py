"""Counting the words that signs of danger are told with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from charley.cli import main
from charley.errors import InputError
from charley.library.lexicon.shapes import LexiconFile
from charley.library.lexicon.sounds import weight_of
from charley.library.text import read_document
from charley.records.library import Library
from charley.score.sounds import Counts, Told, as_yaml, count

SAID = """
## one_leg_swollen = yes
my calf is like a balloon
my calf is fat
## one_leg_swollen = no
my calf is thin
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small folder of vignettes."""
    (tmp_path / "sayings").mkdir()
    (tmp_path / "sayings" / "one.txt").write_text(SAID, encoding="utf-8")
    (tmp_path / "sayings" / "one_check.txt").write_text("## fever = yes\nbaking hot\n", encoding="utf-8")
    (tmp_path / "innocent.txt").write_text("A balloon went up. We sang\n", encoding="utf-8")
    judged = [
        {
            "text": "My calf cramps. My calf is hugely swollen since Monday.",
            "expect": {"one_leg_swollen": True},
        },
        {"text": "My calf cramps at night.", "expect": {"cramp_site": ["calf"]}},
        {"text": "I was poorly. My calf was odd.", "expect": {"fever": True}, "may": {"passed_out": True}},
    ]
    (tmp_path / "utterances_w1.json").write_text(json.dumps(judged), encoding="utf-8")
    return tmp_path


def test_sentences_count_where_their_sign_was_read(folder: Path, library: Library) -> None:
    counts = count(folder, library)
    assert (counts.danger, counts.told["one_leg_swollen"]) == (3, 3)
    assert counts.with_danger["balloon"] == counts.with_other["balloon"] == 1
    assert counts.with_danger["hugely"] == 1
    assert counts.with_other["cramps"] == 2


def test_what_is_set_aside_is_not_counted(folder: Path, library: Library) -> None:
    counts = count(folder, library)
    assert not counts.with_danger["baking"]
    assert not counts.with_danger["poorly"] and not counts.with_other["poorly"]


def test_what_is_written_is_a_file_of_the_lexicon(folder: Path, library: Library, tmp_path: Path) -> None:
    out = tmp_path / "sounds.yaml"
    out.write_text(as_yaml(count(folder, library)), encoding="utf-8")
    shape = LexiconFile.model_validate(read_document(out, "sounds.yaml").data).sounds
    assert shape is not None and shape.danger == 3
    assert shape.words["my"][0] == 3
    assert weight_of(*shape.words["is"][:2], shape) > weight_of(*shape.words["cramps"][:2], shape)


def test_a_word_as_common_in_danger_as_elsewhere_weighs_nothing() -> None:
    counts = Counts()
    for words, signs in ((("calf", "fat"), {"one_leg_swollen"}), (("calf", "thin"), set())):
        counts.add(Told(frozenset(words), frozenset(signs)))
    shape = LexiconFile.model_validate({"sounds": {"danger": 1, "other": 1, "told": {}, "words": {}}}).sounds
    assert shape is not None
    assert weight_of(counts.with_danger["calf"], counts.with_other["calf"], shape) == 0
    assert weight_of(counts.with_danger["fat"], counts.with_other["fat"], shape) > 0


def test_a_folder_without_sayings_is_refused(tmp_path: Path, library: Library) -> None:
    with pytest.raises(InputError, match="no saying"):
        count(tmp_path, library)


def test_the_command_writes_and_says_what_it_counted(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.yaml"
    assert main(["intake", "count", str(folder), "--out", str(out)]) == 0
    assert "3 sentences tell a sign of danger" in capsys.readouterr().out
    assert out.read_text(encoding="utf-8").startswith("# Written by")


def test_the_command_names_a_folder_that_holds_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["intake", "count", str(tmp_path / "none")]) == 2
    assert "no saying" in capsys.readouterr().err
