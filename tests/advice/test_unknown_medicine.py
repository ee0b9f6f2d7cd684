"""A medicine that the program does not know may be any: no check of medicines closes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from charley.advice.interventions import interventions
from charley.advice.situations import holds
from charley.history import History
from charley.records.library import Library
from charley.truth import Truth


@pytest.mark.parametrize(
    ("told", "truth"),
    [
        ({"medicines": ["amlodipine", "blorpimol"]}, Truth.UNKNOWN),
        ({"medicines": ["circulation tablets"]}, Truth.UNKNOWN),
        ({"findings": {"medicines": "none"}, "text": "I take a new white tablet"}, Truth.UNKNOWN),
        ({"findings": {"medicines": "none"}, "text": "My blorp is bad"}, Truth.NO),
        ({"medicines": ["amlodipine"]}, Truth.NO),
        ({"medicines": ["amlodipine", "warfarin"]}, Truth.YES),
    ],
)
def test_the_check_for_warfarin(
    read: Callable[[dict[str, Any]], History], library: Library, told: dict[str, Any], truth: Truth
) -> None:
    assert holds(interventions().situations["takes_warfarin_kind"], read(told), library) is truth
