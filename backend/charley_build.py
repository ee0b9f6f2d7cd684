"""The build backend: scikit-build-core, after the YAML knowledge was compiled into what a start reads.

It refuses to build from knowledge that `charley check` would refuse.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

# The builder looks for the program Ninja in a package of that name; django-ninja bears it too and would be
# imported without its settings.
sys.modules["ninja"] = None  # type: ignore[assignment]

from scikit_build_core import build as backend  # noqa: E402
from scikit_build_core.build import (  # noqa: E402
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    get_requires_for_build_wheel,
)

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
]

Settings = dict[str, Any] | None

SOURCES = Path(__file__).resolve().parent.parent / "src"
KERNELS = ("charley/network/kernel/", "charley/intake/text/kernel/")


def build_wheel(directory: str, settings: Settings = None, metadata: str | None = None) -> str:
    """A wheel with the compiled knowledge and, where a compiler is, the compiled kernels."""
    _compile_knowledge()
    return backend.build_wheel(directory, settings, metadata)


def build_editable(directory: str, settings: Settings = None, metadata: str | None = None) -> str:
    """An installation that imports the working copy; the kernels are put beside their sources."""
    _compile_knowledge()
    _kernels_beside_sources(settings)
    return backend.build_editable(directory, {**(settings or {}), "wheel.cmake": "false"}, metadata)


def build_sdist(directory: str, settings: Settings = None) -> str:
    """The sources."""
    return backend.build_sdist(directory, settings)


def _kernels_beside_sources(settings: Settings) -> None:
    """Take the kernels out of a wheel made aside. Old ones go, so that none is older than its sources."""
    for old in [file for room in KERNELS for file in (SOURCES / room).glob("_*.*.so")]:
        old.unlink()
    with (
        TemporaryDirectory() as folder,
        ZipFile(Path(folder) / backend.build_wheel(folder, settings)) as wheel,
    ):
        for name in wheel.namelist():
            if name.startswith(KERNELS) and name.endswith((".so", ".pyd")):
                (SOURCES / name).write_bytes(wheel.read(name))


def _compile_knowledge() -> None:
    sys.path.insert(0, str(SOURCES))
    from charley.library.store import compile_everything

    compile_everything()
