"""The shelf of what danger signs sound like: signs that are known, weights that are numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from charley.errors import KnowledgeError
from charley.library.shelves import build_shelf
from charley.records.likeness import Likeness, Sign

GOOD = """learned_from: "three sayings"
signs:
  - {finding: one_leg_swollen, start: -1, floor: 0.2}
weights:
  "balloon": "one_leg_swollen 0.9"
  "like balloon": "one_leg_swollen 0.5"
"""


def shelf(knowledge: Path, text: str) -> object:
    (knowledge / "likeness").mkdir(exist_ok=True)
    (knowledge / "likeness" / "words.yaml").write_text(text, encoding="utf-8")
    return build_shelf("likeness", knowledge)


def test_signs_and_weights_are_read(knowledge: Path) -> None:
    assert shelf(knowledge, GOOD) == Likeness(
        (Sign("one_leg_swollen", -1.0, 0.2),), {"balloon": ((0, 0.9),), "like balloon": ((0, 0.5),)}
    )


@pytest.mark.parametrize(
    ("change", "line", "problem"),
    [
        (("finding: one_leg_swollen", "finding: one_leg_swolen"), 3, "unknown finding 'one_leg_swolen'"),
        (("finding: one_leg_swollen", "finding: cramp_minutes"), 3, "no question of yes or no"),
        (('"balloon": "one_leg_swollen 0.9"', '"balloon": "dark_urine 0.9"'), 5, "unknown sign 'dark_urine'"),
        (("swollen 0.9", "swollen much"), 5, "'much' is no number"),
        (("start: -1", "begin: -1"), 3, "begin"),
    ],
)
def test_a_fault_is_named_with_its_line(
    knowledge: Path, change: tuple[str, str], line: int, problem: str
) -> None:
    with pytest.raises(KnowledgeError) as told:
        shelf(knowledge, GOOD.replace(*change))
    assert f"likeness/words.yaml:{line}" in str(told.value)
    assert problem in str(told.value)
