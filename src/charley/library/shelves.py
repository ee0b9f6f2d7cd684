"""The side shelves of the library: advice and the like, each read only when it is asked for.

A shelf is a folder of knowledge (`knowledge/<shelf>/`) with its own builder and its own compiled
file, so that what an assessment does not need costs it nothing. The ids of the core (sources,
findings, causes, tests, medicine classes, conditions) may be named in it and are checked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from charley.errors import KnowledgeError
from charley.library import store

if TYPE_CHECKING:  # a compiled shelf is loaded without YAML and pydantic
    from charley.library.assemble import Readied
    from charley.library.folder import Reader
    from charley.library.workbench import Workbench

T = TypeVar("T")
Builder: TypeAlias = "Callable[[Reader, Workbench], object | None]"


def builder_of(shelf: str) -> Builder:
    """The function that builds a shelf: it reads the folder's files and collects faults on the bench."""
    from charley.library.folder import SHELVES

    module, _, name = SHELVES[shelf].partition(":")
    builder: Builder = getattr(import_module(module), name)
    return builder


@lru_cache(maxsize=32)
def load_shelf(shelf: str, kind: type[T], directory: Path | None = None) -> T:
    """One shelf of the built-in library, or of another folder of knowledge, as a value of type `kind`.

    Raises KnowledgeError when the folder breaks the rules of knowledge.
    """
    if directory is not None:
        return _checked(build_shelf(shelf, directory), kind, shelf)
    value = store.compiled(shelf)
    if not isinstance(value, kind):
        value = compile_shelf(shelf)
    return _checked(value, kind, shelf)


def compile_shelf(shelf: str) -> object:
    """Build a shelf from its YAML and write the compiled form, if it can."""
    return store.write_compiled(shelf, lambda: build_shelf(shelf, store.KNOWLEDGE))


def build_shelf(shelf: str, directory: Path) -> object:
    """Read, check and build one shelf of `directory`.

    Raises KnowledgeError with every fault found, each with file and line.
    """
    from charley.library.assemble import in_order, ready
    from charley.library.workbench import Workbench

    bench = Workbench()
    value = shelf_of(shelf, ready(directory, bench))
    if bench.faults or value is None:
        raise KnowledgeError(in_order(bench.faults))
    return value


def shelf_of(shelf: str, readied: Readied) -> object | None:
    """One shelf from a folder whose ids are known already; faults are left on the bench."""
    return builder_of(shelf)(readied.reader, readied.bench)


def shelves_in(directory: Path) -> list[str]:
    """The shelves that a folder of knowledge holds."""
    from charley.library.folder import SHELVES

    return [shelf for shelf in SHELVES if (directory / shelf).is_dir()]


def _checked(value: object, kind: type[T], shelf: str) -> T:
    if not isinstance(value, kind):
        raise TypeError(f"the shelf '{shelf}' holds {type(value).__name__}, not {kind.__name__}")
    return value
