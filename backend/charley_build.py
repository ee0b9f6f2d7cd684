"""The build backend: scikit-build-core, after the YAML knowledge was compiled into what a start reads.

It refuses to build from knowledge that `charley check` would refuse.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from scikit_build_core import build as backend
from scikit_build_core.build import (
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


def build_wheel(directory: str, settings: Settings = None, metadata: str | None = None) -> str:
    """A wheel with the compiled knowledge and, where a compiler is, the compiled kernel."""
    _compile_knowledge()
    return backend.build_wheel(directory, settings, metadata)


def build_editable(directory: str, settings: Settings = None, metadata: str | None = None) -> str:
    """An installation that imports the working copy."""
    _compile_knowledge()
    return backend.build_editable(directory, settings, metadata)


def build_sdist(directory: str, settings: Settings = None) -> str:
    """The sources."""
    return backend.build_sdist(directory, settings)


def _compile_knowledge() -> None:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
    from charley.library.store import compile_everything

    compile_everything()
