"""The compiled form of the knowledge: made at build time, remade when a file is newer."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from charley.records.library import Library

T = TypeVar("T")

PACKAGE = Path(__file__).resolve().parent.parent
KNOWLEDGE = PACKAGE / "knowledge"
COMPILED = Path(__file__).resolve().parent / "compiled.pickle"


@lru_cache(maxsize=4)
def load(directory: Path | None = None) -> Library:
    """The library: the built-in one, or that of another folder of knowledge.

    Raises KnowledgeError when the folder breaks the rules of knowledge. The compiled file is code
    of this package, as trusted as a .pyc beside it; knowledge from elsewhere is always read as YAML.
    """
    if directory is not None:
        from charley.library.assemble import build_library

        return build_library(directory)
    library = compiled()
    return library if isinstance(library, Library) else compile_knowledge()


def compile_knowledge() -> Library:
    """Build the library from its YAML and write the compiled form beside this module, if it can."""
    from charley.library.assemble import build_library

    return write_compiled("", lambda: build_library(KNOWLEDGE))


def compile_everything() -> None:
    """The library and its side shelves, for a build of the package."""
    from charley.library.shelves import compile_shelf, shelves_in

    compile_knowledge()
    for shelf in shelves_in(KNOWLEDGE):
        compile_shelf(shelf)


def compiled(shelf: str = "") -> object | None:
    """What the compiled form of the core (or of a side shelf) holds; None when it must be remade."""
    file = _file_of(shelf)
    if not _is_fresh(file):
        return None
    try:
        with file.open("rb") as stream:
            return pickle.load(stream)  # type: ignore[no-any-return]
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError):
        return None  # cut short, or of another version of the records


def write_compiled(shelf: str, build: Callable[[], T]) -> T:
    """Build a value and write its compiled form, if the place can be written to."""
    newest = _newest()  # asked before reading: a file changed meanwhile is newer than the compiled one
    value, file = build(), _file_of(shelf)
    try:
        fresh = file.with_suffix(f".{os.getpid()}.new")  # two programs may compile at once
        with fresh.open("wb") as stream:
            pickle.dump(value, stream, protocol=pickle.HIGHEST_PROTOCOL)
        os.utime(fresh, ns=(newest, newest))
        fresh.replace(file)
    except OSError:
        pass  # a read-only installation still works, only slower
    return value


def _file_of(shelf: str) -> Path:
    return COMPILED.with_name(f"{COMPILED.stem}_{shelf}.pickle") if shelf else COMPILED


def _is_fresh(file: Path) -> bool:
    """In a working copy: no file of knowledge or of its records is newer. Installed: the file is there."""
    if not file.exists():
        return False
    if not (PACKAGE.parent.parent / "pyproject.toml").exists():
        return True
    return _newest() <= file.stat().st_mtime_ns


def _newest() -> int:
    """When the knowledge, or code that its compiled form depends on, last changed."""
    code = [p for room in ("library", "records") for p in _folders(PACKAGE / room)]
    folders = [KNOWLEDGE, *(p for p in KNOWLEDGE.iterdir() if p.is_dir())]
    files = [p for folder in folders + code for p in folder.iterdir() if p.suffix in (".yaml", ".py")]
    others = [p for p in (PACKAGE / "units.py", KNOWLEDGE / "VERSION") if p.exists()]
    return max(path.stat().st_mtime_ns for path in (*folders, *files, *others))


def _folders(root: Path) -> list[Path]:
    """A folder of code and those in it."""
    return [root, *(p for p in root.iterdir() if p.is_dir() and p.name != "__pycache__")]
