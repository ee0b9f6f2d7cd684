"""The compiled form: equal to the YAML, remade when anything it depends on is newer."""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from charley.errors import KnowledgeError
from charley.library import assemble, store
from charley.library.assemble import build_library
from charley.records.library import Library

SECOND = 1_000_000_000
WATCHED = [
    "knowledge/causes/clot.yaml",
    "knowledge/scales.yaml",
    "knowledge/VERSION",
    "library/store.py",
    "records/library.py",
    "units.py",
]


class Package:
    """A package in miniature that `store` takes for its own."""

    def __init__(self, root: Path, knowledge: Path) -> None:
        self.root = root / "src" / "charley"
        root.mkdir()
        (root / "pyproject.toml").write_text("", encoding="utf-8")
        shutil.copytree(knowledge, self.root / "knowledge")
        for name in ("library/store.py", "records/library.py", "units.py"):
            (self.root / name).parent.mkdir(exist_ok=True)
            (self.root / name).write_text("", encoding="utf-8")
        self.compiled = self.root / "library" / "compiled.pickle"
        self.builds = 0

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a file and make it a second newer than the compiled form."""
        file = self.root / name
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        self.age(name)

    def age(self, name: str) -> None:
        newer = self.compiled.stat().st_mtime_ns + SECOND
        os.utime(self.root / name, ns=(newer, newer))


@pytest.fixture
def package(tmp_path: Path, knowledge: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Package]:
    package = Package(tmp_path / "project", knowledge)

    def counted(directory: Path) -> Library:
        package.builds += 1
        return build_library(directory)

    monkeypatch.setattr(store, "PACKAGE", package.root)
    monkeypatch.setattr(store, "KNOWLEDGE", package.root / "knowledge")
    monkeypatch.setattr(store, "COMPILED", package.compiled)
    monkeypatch.setattr(assemble, "build_library", counted)
    store.load.cache_clear()
    yield package
    store.load.cache_clear()


def load() -> Library:
    """What another program, started now, would load."""
    store.load.cache_clear()
    return store.load()


def test_the_compiled_form_equals_the_yaml(package: Package, mini: Library) -> None:
    assert load() == mini
    assert package.compiled.exists()
    assert load() == mini
    assert package.builds == 1, "the second time it was not read from YAML"


def test_the_compiled_form_of_all_knowledge_equals_the_yaml() -> None:
    library = build_library(store.KNOWLEDGE)
    assert pickle.loads(pickle.dumps(library, protocol=pickle.HIGHEST_PROTOCOL)) == library


def test_the_built_in_library_is_that_of_the_folder_of_knowledge() -> None:
    assert load() == build_library(store.KNOWLEDGE)


def test_a_changed_file_remakes_it(package: Package) -> None:
    load()
    package.edit("knowledge/causes/clot.yaml", "name: A clot in the leg", "name: A blocked vein")
    assert load().causes["clot"].name == "A blocked vein"
    assert pickle.loads(package.compiled.read_bytes()).causes["clot"].name == "A blocked vein"


def test_a_changed_version_remakes_it(package: Package) -> None:
    load()
    package.edit("knowledge/VERSION", "2026.1", "2027.3")
    assert load().version == "2027.3"


@pytest.mark.parametrize("name", WATCHED)
def test_whatever_it_depends_on_makes_it_stale_once(name: str, package: Package) -> None:
    load()
    package.age(name)
    load()
    load()
    assert package.builds == 2


@pytest.mark.parametrize("change", ["added", "removed"])
def test_a_file_added_or_removed_makes_it_stale(change: str, package: Package) -> None:
    load()
    file = package.root / "knowledge" / "medicines" / "more.yaml"
    file.write_text("medicines:\n  - {id: zinc, name: zinc}\n", encoding="utf-8")
    package.age("knowledge/medicines")
    assert "zinc" in load().medicines
    if change == "removed":
        file.unlink()
        package.age("knowledge/medicines")
        assert "zinc" not in load().medicines


def test_a_file_changed_while_it_was_compiled_makes_it_stale(
    package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = package.root / "knowledge" / "VERSION"

    def slow(directory: Path) -> Library:
        library = build_library(directory)
        file.write_text("2030.1\n", encoding="utf-8")
        later = max(path.stat().st_mtime_ns for path in (file, *directory.rglob("*"))) + 1
        os.utime(file, ns=(later, later))
        return library

    with monkeypatch.context() as patch:
        patch.setattr(assemble, "build_library", slow)
        assert load().version == "2026.1"
    assert load().version == "2030.1"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no pickle",
        pickle.dumps({"not": "a library"}),
        pickle.dumps(SECOND)[:-1],
        b"cnowhere\nnobody\n.",
    ],
    ids=["empty", "text", "something else", "cut short", "of classes that are gone"],
)
def test_a_spoilt_compiled_form_is_remade(content: bytes, package: Package, mini: Library) -> None:
    load()
    package.compiled.write_bytes(content)
    assert load() == mini
    assert pickle.loads(package.compiled.read_bytes()) == mini


def test_it_leaves_nothing_beside_it(package: Package) -> None:
    load()
    assert sorted(file.name for file in package.compiled.parent.iterdir()) == ["compiled.pickle", "store.py"]


def test_a_package_that_cannot_be_written_still_works(
    package: Package, mini: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "COMPILED", package.root / "no such folder" / "compiled.pickle")
    assert load() == mini


def test_an_installed_package_never_looks_at_its_yaml(package: Package, mini: Library) -> None:
    load()
    (package.root.parent.parent / "pyproject.toml").unlink()
    shutil.rmtree(package.root / "knowledge")
    assert load() == mini


def test_broken_knowledge_is_not_compiled(package: Package) -> None:
    (package.root / "knowledge" / "scores.yaml").write_text("", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="the file is empty"):
        load()
    assert not package.compiled.exists()


def test_another_folder_is_always_read_as_yaml(package: Package, knowledge: Path, mini: Library) -> None:
    assert store.load(knowledge) == mini
    assert not package.compiled.exists()


def test_the_library_is_loaded_once_in_a_program(package: Package) -> None:
    assert store.load() is store.load()
    assert package.builds == 1
