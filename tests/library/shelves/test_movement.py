"""The shelves of circumstances, exercises, programmes and relief: faults are named with file and mend."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from charley.library.assemble import ready
from charley.library.folder import Reader
from charley.library.shelves import builder_of
from charley.library.store import KNOWLEDGE
from charley.library.workbench import Ids, Workbench

ROOMS = ("circumstances", "exercises", "programmes", "relief")


@pytest.fixture(scope="module")
def ids() -> Ids:
    """The ids of the core, which these shelves name."""
    bench = Workbench()
    ready(KNOWLEDGE, bench)
    return bench.ids


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for room in ROOMS:
        shutil.copytree(KNOWLEDGE / room, tmp_path / room)
    return tmp_path


@pytest.fixture
def faults(folder: Path, ids: Ids) -> Callable[[str], list[str]]:
    def build(shelf: str) -> list[str]:
        bench = Workbench(ids=ids)
        builder_of(shelf)(Reader(folder, bench), bench)
        return [str(fault) for fault in bench.faults]

    return build


@pytest.mark.parametrize("shelf", ROOMS)
def test_the_built_in_shelves_have_no_fault(shelf: str, faults: Callable[[str], list[str]]) -> None:
    assert faults(shelf) == []


CASES = yaml.safe_load(Path(__file__).with_name("movement_faults.yaml").read_text("utf-8"))
"""File, the text in it, what stands in its place, and what the fault must say."""


@pytest.mark.parametrize(("file", "old", "new", "said"), CASES)
def test_faults_are_named(
    folder: Path, faults: Callable[[str], list[str]], file: str, old: str, new: str, said: str
) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    found = faults(file.partition("/")[0])
    assert any(said in fault for fault in found), found
    assert all(fault.startswith(file.rpartition(".")[0]) for fault in found if said in fault)


def test_relief_without_a_pace_is_a_fault(folder: Path, faults: Callable[[str], list[str]]) -> None:
    path = folder / "relief" / "steps.yaml"
    path.write_text(path.read_text("utf-8").partition("pace:")[0], "utf-8")
    assert any("'pace' stands in 0 files" in fault for fault in faults("relief"))
