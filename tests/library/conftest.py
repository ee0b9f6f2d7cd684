"""A miniature library on disk, and ways to break it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from charley.errors import Fault, KnowledgeError
from charley.library.assemble import build_library
from charley.library.text import Document
from charley.library.workbench import Place, Workbench
from charley.records.library import Library
from charley.records.numbers import Number, Source
from charley.units import Conversion

HERE = Path(__file__).parent
VALID = HERE / "valid"


@pytest.fixture(scope="session")
def mini() -> Library:
    """The library of valid/."""
    return build_library(VALID)


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    """A copy of valid/ to change."""
    return Path(shutil.copytree(VALID, tmp_path / "knowledge"))


@pytest.fixture
def faults(knowledge: Path) -> Callable[[], tuple[Fault, ...]]:
    """Build the copy and return its faults, none when it is sound."""

    def build() -> tuple[Fault, ...]:
        try:
            build_library(knowledge)
        except KnowledgeError as error:
            return error.faults
        return ()

    return build


@pytest.fixture
def bench() -> Workbench:
    """A workbench that knows a few ids."""
    bench = Workbench()
    bench.ids.sources = {
        "survey": Source("survey", "A survey", seen=True),
        "memory": Source("memory", "Remembered", seen=False),
    }
    bench.ids.findings = {
        "swollen": ("yes_no", ()),
        "diabetes": ("choice", ("no", "type 1", "type 2")),
        "site": ("multi", ("calf", "thigh")),
        "minutes": ("number", ()),
        "medicines": ("medicines", ()),
        "illnesses": ("conditions", ()),
    }
    bench.ids.classes = {"statin"}
    bench.ids.medicines = {"simvastatin"}
    bench.ids.illnesses = {"gout"}
    bench.ids.scores = {"wells"}
    bench.ids.labs = {"potassium": {"mmol/L": Conversion(1.0), "mg/dL": Conversion(0.25)}}
    bench.chance_words = {"often": Number(0.7, 0.5, 0.85, "judged", why="a word", word="often")}
    bench.against_words = {"weakly": Number(0.6, 0.4, 0.9, "judged", why="a word", word="weakly")}
    return bench


@pytest.fixture
def place() -> Place:
    """The root of a file of eleven keys, one a line."""
    keys = ("when", "at", "is", "has", "chance", "weight", "source", "lab", "unit", "id", "why")
    lines = {(): 1} | {(key,): number for number, key in enumerate(keys, start=1)}
    return Place(Document("causes/clot.yaml", data={}, lines=lines))
