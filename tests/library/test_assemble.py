"""The whole folder: which files are read, in which order, and the fingerprint of them all."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from charley.errors import Fault, KnowledgeError
from charley.library import assemble
from charley.library.assemble import build_library, fingerprint, yaml_files
from charley.library.folder import FOLDERS, SINGLE_FILES
from charley.records.library import Library

Faults = Callable[[], tuple[Fault, ...]]
NAMES = sorted(
    file.relative_to(Path(__file__).parent / "valid").as_posix()
    for file in yaml_files(Path(__file__).parent / "valid")
)


def test_the_miniature_library_holds_one_file_of_every_kind() -> None:
    assert {name.split("/")[0] for name in NAMES} == FOLDERS | SINGLE_FILES


@pytest.mark.parametrize("name", sorted(SINGLE_FILES))
def test_a_missing_file_is_the_only_fault(name: str, knowledge: Path, faults: Faults) -> None:
    (knowledge / name).unlink()
    assert [(fault.where, fault.problem) for fault in faults()] == [(f"{name}:1", "this file is missing")]


@pytest.mark.parametrize("name", sorted(FOLDERS))
@pytest.mark.parametrize("gone", [True, False], ids=["no folder", "an empty folder"])
def test_a_folder_without_files_is_the_only_fault(
    gone: bool, name: str, knowledge: Path, faults: Faults
) -> None:
    shutil.rmtree(knowledge / name)
    if not gone:
        (knowledge / name).mkdir()
    assert [(fault.where, fault.problem) for fault in faults()] == [(f"{name}/", "this folder holds no file")]


def test_an_empty_folder_of_knowledge_names_everything_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError) as caught:
        build_library(tmp_path)
    missing = {fault.where.rstrip(":/1") for fault in caught.value.faults}
    assert missing == FOLDERS | SINGLE_FILES


def test_faults_come_by_file_and_line_each_once(knowledge: Path, faults: Faults) -> None:
    file = knowledge / "causes" / "clot.yaml"
    text = file.read_text(encoding="utf-8")
    for key in ("name: A clot in the leg", "group: vessel", "true_cramp: seldom", "    chance: often"):
        assert key in text
        text = text.replace(key, f"{key.partition(':')[0]}: []")
    file.write_text(text, encoding="utf-8")
    (knowledge / "base_rate.yaml").write_text("", encoding="utf-8")
    places = [re.fullmatch(r"(.+):(\d+)", fault.where) for fault in faults()]
    found = [(place[1], int(place[2])) for place in places if place]
    assert found == [
        ("base_rate.yaml", 1),
        ("causes/clot.yaml", 2),
        ("causes/clot.yaml", 5),
        ("causes/clot.yaml", 17),
        ("causes/clot.yaml", 21),
    ]


def test_a_fault_of_form_keeps_quiet_about_what_depends_on_it(knowledge: Path, faults: Faults) -> None:
    for name in FOLDERS - {"causes"}:
        for file in (knowledge / name).glob("*.yaml"):
            file.write_text("colour: red\n", encoding="utf-8")
    assert {fault.where.split("/")[0] for fault in faults()} == FOLDERS - {"causes"}


@pytest.mark.parametrize(
    "name", ["README.md", "causes/.keep", "notes.txt", "causes/clot.yaml~", "causes/clot.yaml.bak"]
)
def test_files_that_are_no_knowledge_are_let_be(name: str, knowledge: Path, faults: Faults) -> None:
    before = fingerprint(knowledge)
    (knowledge / name).write_text("anything\n", encoding="utf-8")
    assert faults() == ()
    assert fingerprint(knowledge) == before


def test_the_version_is_what_its_file_says(knowledge: Path, mini: Library) -> None:
    assert mini.version == "2026.1"
    (knowledge / "VERSION").write_text("\n 2031.12 \n", encoding="utf-8")
    assert build_library(knowledge).version == "2031.12"
    (knowledge / "VERSION").unlink()
    assert build_library(knowledge).version == "unversioned"


def test_the_fingerprint_is_short_and_part_of_the_library(knowledge: Path) -> None:
    assert re.fullmatch("[0-9a-f]{16}", fingerprint(knowledge))
    assert build_library(knowledge).fingerprint == fingerprint(knowledge)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(NAMES), st.data())
def test_the_fingerprint_changes_with_any_byte_of_any_file(
    knowledge: Path, name: str, data: st.DataObject
) -> None:
    before = fingerprint(knowledge)
    file = knowledge / name
    whole = file.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1), label="place")
    byte = data.draw(st.integers(0, 255).filter(lambda b: b != whole[place]), label="byte")
    file.write_bytes(whole[:place] + bytes([byte]) + whole[place + 1 :])
    changed = fingerprint(knowledge)
    file.write_bytes(whole)
    assert changed != before
    assert fingerprint(knowledge) == before


@pytest.mark.parametrize("change", ["renamed", "removed", "added", "moved from one file to the next"])
def test_the_fingerprint_changes_with_the_files_themselves(change: str, knowledge: Path) -> None:
    before = fingerprint(knowledge)
    clot, cramps = knowledge / "causes" / "clot.yaml", knowledge / "causes" / "night_cramps.yaml"
    if change == "renamed":
        clot.rename(clot.with_name("clots.yaml"))
    elif change == "removed":
        clot.unlink()
    elif change == "added":
        (knowledge / "causes" / "cold.yaml").write_bytes(b"")
    else:
        cramps.write_bytes(clot.read_bytes()[-1:] + cramps.read_bytes())
        clot.write_bytes(clot.read_bytes()[:-1])
    assert fingerprint(knowledge) != before


@given(order=st.permutations(NAMES))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_neither_fingerprint_nor_library_depend_on_the_order_of_reading(
    order: list[str], mini: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    source, copy = Path(__file__).parent / "valid", tmp_path_factory.mktemp("copy")
    for name in ("VERSION", *order):
        (copy / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(source / name, copy / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "glob", _shuffled(Path.glob, order))
        patch.setattr(Path, "rglob", _shuffled(Path.rglob, order))
        assert build_library(copy) == mini


def _shuffled(listing: Callable[[Path, str], object], order: list[str]) -> Callable[[Path, str], list[Path]]:
    """The listing of a folder in the order that the disk happens to give."""

    def listed(folder: Path, pattern: str) -> list[Path]:
        rank = {name.rsplit("/", 1)[-1]: place for place, name in enumerate(order)}
        return sorted(listing(folder, pattern), key=lambda file: rank.get(file.name, -1))  # type: ignore[call-overload]

    return listed


def test_a_library_is_the_same_wherever_its_folder_stands(knowledge: Path, mini: Library) -> None:
    assert build_library(knowledge) == mini
    assert assemble.fingerprint(knowledge) == mini.fingerprint
