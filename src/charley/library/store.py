"""The compiled form of the knowledge: made at build time, remade when a file is newer."""

from __future__ import annotations

import os
import pickle
from functools import lru_cache
from pathlib import Path

from charley.records.library import Library

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
    if not _is_fresh():
        return compile_knowledge()
    try:
        with COMPILED.open("rb") as stream:
            library = pickle.load(stream)
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError):
        library = None  # cut short, or of another version of the records
    return library if isinstance(library, Library) else compile_knowledge()


def compile_knowledge() -> Library:
    """Build the library from its YAML and write the compiled form beside this module, if it can."""
    from charley.library.assemble import build_library

    newest = _newest()  # asked before reading: a file changed meanwhile is newer than the compiled one
    library = build_library(KNOWLEDGE)
    try:
        fresh = COMPILED.with_suffix(f".{os.getpid()}.new")  # two programs may compile at once
        with fresh.open("wb") as stream:
            pickle.dump(library, stream, protocol=pickle.HIGHEST_PROTOCOL)
        os.utime(fresh, ns=(newest, newest))
        fresh.replace(COMPILED)
    except OSError:
        pass  # a read-only installation still works, only slower
    return library


def _is_fresh() -> bool:
    """In a working copy: no file of knowledge or of its records is newer. Installed: the file is there."""
    if not COMPILED.exists():
        return False
    if not (PACKAGE.parent.parent / "pyproject.toml").exists():
        return True
    return _newest() <= COMPILED.stat().st_mtime_ns


def _newest() -> int:
    """When the knowledge, or code that its compiled form depends on, last changed."""
    library = PACKAGE / "library"
    folders = [KNOWLEDGE, *(p for p in KNOWLEDGE.iterdir() if p.is_dir()), PACKAGE / "records"]
    code = [folder for folder in (library, library / "files") if folder.is_dir()]
    files = [p for folder in folders + code for p in folder.iterdir() if p.suffix in (".yaml", ".py")]
    others = [p for p in (PACKAGE / "units.py", KNOWLEDGE / "VERSION") if p.exists()]
    return max(path.stat().st_mtime_ns for path in (*folders, *files, *others))
