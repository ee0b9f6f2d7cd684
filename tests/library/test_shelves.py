"""Side shelves: built by their own builder, checked against the core's ids, compiled apart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from charley.errors import KnowledgeError
from charley.library import folder, store
from charley.library.folder import Reader
from charley.library.shapes import Shape, Text
from charley.library.shelves import build_shelf, load_shelf, shelves_in
from charley.library.workbench import Workbench


class JarFile(Shape):
    """One jar: its name and the cause it is for."""

    name: Text
    cause: Text


@dataclass(frozen=True)
class Jars:
    """A shelf for these tests."""

    causes: tuple[str, ...]


def build_jars(reader: Reader, bench: Workbench) -> Jars:
    """The builder that the tests register."""
    jars = reader.folder("jars", JarFile)
    for jar in jars:
        bench.known(jar.shape.cause, bench.ids.causes, "cause", jar.place.at("cause"))
    return Jars(tuple(jar.shape.cause for jar in jars))


@pytest.fixture
def knowledge_with_jars(knowledge: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (knowledge / "jars").mkdir()
    (knowledge / "jars" / "one.yaml").write_text("name: One\ncause: clot\n", encoding="utf-8")
    monkeypatch.setitem(folder.SHELVES, "jars", f"{__name__}:build_jars")
    monkeypatch.setattr("charley.library.shelves.builder_of", lambda shelf: build_jars)
    load_shelf.cache_clear()
    return knowledge


def test_a_shelf_is_built_from_its_folder(knowledge_with_jars: Path) -> None:
    assert shelves_in(knowledge_with_jars) == ["jars"]
    assert load_shelf("jars", Jars, knowledge_with_jars) == Jars(("clot",))


def test_a_folder_without_the_shelf_has_none(knowledge: Path) -> None:
    assert shelves_in(knowledge) == []


def test_an_unknown_cause_is_named_with_its_file_and_line(knowledge_with_jars: Path) -> None:
    (knowledge_with_jars / "jars" / "two.yaml").write_text("name: Two\ncause: clott\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"jars/two.yaml:2: unknown cause 'clott'. Did you mean 'clot'"):
        build_shelf("jars", knowledge_with_jars)


def test_a_shelf_of_another_kind_is_refused(knowledge_with_jars: Path) -> None:
    with pytest.raises(TypeError, match="holds Jars, not int"):
        load_shelf("jars", int, knowledge_with_jars)


def test_the_compiled_shelf_is_used_until_a_file_is_newer(
    knowledge_with_jars: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "KNOWLEDGE", knowledge_with_jars)
    monkeypatch.setattr(store, "COMPILED", tmp_path / "compiled.pickle")
    assert load_shelf("jars", Jars) == Jars(("clot",))
    assert (tmp_path / "compiled_jars.pickle").exists()
    store.write_compiled("jars", lambda: Jars(("from the file",)))
    load_shelf.cache_clear()
    assert load_shelf("jars", Jars) == Jars(("from the file",))
