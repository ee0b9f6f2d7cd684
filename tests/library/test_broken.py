"""Every refusal of the loader, each with a broken file of its own.

`valid/` is a whole library in miniature. A case is a folder of `broken/`; it holds only the files
that replace those of `valid/`. `broken.txt` says which faults, and no others, the loader must find.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from charley.errors import Fault

HERE = Path(__file__).parent
FOLDERS = sorted(folder.name for folder in (HERE / "broken").iterdir())
SAYS_THE_RULE = re.compile(
    r"\b(must|needs?|should|takes|lies?|looks|use|has no|has one of|holds?|can never)\b"
)


def _table() -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for line in (HERE / "broken.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            case, where, piece = line.split(" | ")
            table.setdefault(case, []).append((where, piece))
    return table


EXPECTED = _table()


def test_every_folder_stands_in_the_table_and_every_row_has_its_folder() -> None:
    assert sorted(EXPECTED) == FOLDERS


def test_the_miniature_library_has_no_fault(faults: Callable[[], tuple[Fault, ...]]) -> None:
    assert faults() == ()


@pytest.mark.parametrize("case", FOLDERS)
def test_refused(case: str, knowledge: Path, faults: Callable[[], tuple[Fault, ...]]) -> None:
    shutil.copytree(HERE / "broken" / case, knowledge, dirs_exist_ok=True)
    found = faults()
    assert [fault.where for fault in found] == [where for where, _ in EXPECTED[case]]
    for fault, (where, piece) in zip(found, EXPECTED[case], strict=True):
        assert str(fault).startswith(f"{where}: {piece}")
        assert fault.mend or SAYS_THE_RULE.search(fault.problem), "a message says how to mend"
        assert "\n" not in str(fault)
        assert str(knowledge) not in str(fault), "a message names the file as the author knows it"
