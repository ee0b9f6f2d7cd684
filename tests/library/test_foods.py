"""The builder of the foods shelf: what is wrong is named with file and line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from charley.errors import KnowledgeError
from charley.library.shelves import build_shelf
from charley.library.store import KNOWLEDGE
from charley.records.foods import Foods

Change = Callable[[str, str, str], str]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(KNOWLEDGE, tmp_path_factory.mktemp("whole") / "knowledge"))


@pytest.fixture
def change(whole: Path) -> Change:
    """Replace a text of one foods file, build the shelf, put the file back, and tell the faults."""

    def build(name: str, old: str, new: str) -> str:
        file = whole / "foods" / name
        before = file.read_text("utf-8")
        assert old in before
        file.write_text(before.replace(old, new, 1), "utf-8")
        try:
            build_shelf("foods", whole)
        except KnowledgeError as error:
            return str(error)
        finally:
            file.write_text(before, "utf-8")
        return ""

    return build


def test_the_built_in_shelf_is_sound(whole: Path) -> None:
    assert isinstance(build_shelf("foods", whole), Foods)


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("bread.yaml", "tags: [gluten]", "tags: [glutn]", "unknown tag of a food 'glutn'"),
        ("bread.yaml", "group: bread", "group: bred", "unknown group of foods 'bred'. Did you mean 'bread'?"),
        ("bread.yaml", "source: usda_sr_legacy", "source: usda_sr", "unknown source 'usda_sr'"),
        ("bread.yaml", "source: usda_sr_legacy", "source: scf2001_magnesium", "was never read"),
        ("bread.yaml", "magnesium: 75", "magnesim: 75", "unknown nutrient 'magnesim'"),
        ("bread.yaml", "magnesium: 75", "magnesium: -75", "magnesium is below zero"),
        ("bread.yaml", "id: bread_rye", "id: bread_wholemeal", "defined twice"),
        ("bread.yaml", "    source: usda_sr_legacy\n", "", "the key 'source' is missing"),
        ("limits.yaml", "has: kidney disease", "has: kidney diseas", "unknown answer"),
        ("limits.yaml", "not_raise: [potassium]", "not_raise: [potasium]", "unknown nutrient 'potasium'"),
        ("limits.yaml", "    applies_to: pregnant\n", "", "a limit needs 'when'"),
        ("planner.yaml", "kind: judged, why:", "kind: judged, wy:", "unknown key 'wy'"),
        ("usual_week.yaml", "{food: cod,", "{food: cot,", "unknown food 'cot'. Did you mean 'cod'?"),
        ("reference_intakes.yaml", "upper_source: dri_upper_levels,", "", "needs 'upper_source'"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(change: Change, name: str, old: str, new: str, fault: str) -> None:
    told = change(name, old, new)
    assert fault in told
    assert f"foods/{name}:" in told


def test_a_shelf_without_a_planner_is_refused(whole: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(whole, tmp_path / "knowledge"))
    (copy / "foods" / "planner.yaml").unlink()
    with pytest.raises(KnowledgeError, match="has no 'planner'"):
        build_shelf("foods", copy)
