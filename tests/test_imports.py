"""What a start loads, and which room may import which."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import charley
from charley.advice.claims import load_claims
from charley.library import load
from charley.library.assemble import build_library

PACKAGE = Path(charley.__file__).parent
PROJECT = Path(__file__).parents[1]
VALID = Path(__file__).parent / "library" / "valid"
HEAVY = (
    "django",
    "hypothesis",
    "ninja",
    "numpy",
    "polars",
    "pydantic",
    "pydantic_core",
    "rapidfuzz",
    "scipy",
    "yaml",
)
LOADED = """
import json, sys
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules} & set(sys.argv[1].split()))))
"""
FROM_COMPILED = """
from pathlib import Path
from charley.assess import assess
from charley.history import History
from charley.library import load, store
store.PACKAGE = store.KNOWLEDGE = Path({folder!r})
store.COMPILED = store.PACKAGE / "compiled.pickle"
library = load()
assert library.version == "2026.1"
assert {{cause.id for cause in assess(History(), library).causes}} <= set(library.causes)
"""
CLAIMS_FROM_COMPILED = """
from pathlib import Path
from charley.library import store
store.PACKAGE = store.KNOWLEDGE = Path({folder!r})
store.COMPILED = store.PACKAGE / "compiled.pickle"
from charley.advice.claims import finder
assert finder().find("tonic water").hits
"""


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """A command in a fresh process that finds this very copy of the package."""
    environment = os.environ | {"PYTHONPATH": str(PACKAGE.parent)}
    return subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, env=environment, check=False)


def loaded_by(code: str) -> list[str]:
    """The heavy packages that a fresh interpreter has loaded after running `code`, which prints nothing."""
    done = run(sys.executable, "-W", "error", "-c", code + LOADED, " ".join(HEAVY))
    assert (done.returncode, done.stderr) == (0, "")
    return list(json.loads(done.stdout))


def test_importing_charley_loads_nothing_heavy_and_prints_nothing() -> None:
    assert loaded_by("import charley\n") == []


def test_importing_charley_loads_no_other_part_of_it() -> None:
    code = "import sys, charley\nprint([name for name in sys.modules if name.startswith('charley.')])"
    done = run(sys.executable, "-W", "error", "-c", code)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_assessing_with_the_compiled_library_loads_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "compiled.pickle").write_bytes(pickle.dumps(build_library(VALID)))
    assert loaded_by(FROM_COMPILED.format(folder=str(tmp_path))) == []


def test_asking_what_works_with_the_compiled_cards_loads_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "compiled.pickle").write_bytes(pickle.dumps(load()))
    (tmp_path / "compiled_claims.pickle").write_bytes(pickle.dumps(load_claims()))
    assert loaded_by(CLAIMS_FROM_COMPILED.format(folder=str(tmp_path))) == []


@pytest.mark.parametrize("room", ["pydantic", "yaml"])
def test_the_list_of_heavy_packages_would_be_noticed(room: str) -> None:
    assert room in loaded_by("import charley.library.assemble\n")


def test_imports_between_rooms_point_one_way() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    done = run(str(linter), "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Contracts: 4 kept, 0 broken." in done.stdout
