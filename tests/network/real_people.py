"""Histories of the real network: the vignettes thinned, and several of one sort of person put together."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from charley.history import History
from charley.library import load
from charley.reading import read_history

ROOT = Path(__file__).resolve().parents[2]
ABOUT = ("age", "sex", "pregnant", "conditions", "medicines", "labs")
TODAY = date(2026, 11, 21)


@cache
def stories() -> list[dict[str, Any]]:
    """The vignettes as a program may be given them."""
    files = [ROOT / "vignettes" / name for name in ("dev.json", "blind.json")]
    told = [entry for file in files for entry in json.loads(file.read_text(encoding="utf-8"))]
    return [
        {key: entry[key] for key in ABOUT if entry.get(key) is not None} | {"findings": entry["findings"]}
        for entry in told
    ]


def people(count: int, seed: int = 1, most: int = 30) -> Iterator[History]:
    """So many histories of up to `most` answers: one story, or the answers of up to four in turn."""
    library = load()
    return (read_history(told, library, TODAY) for told in told_people(count, seed, most))


def told_people(count: int, seed: int = 1, most: int = 30) -> Iterator[dict[str, Any]]:
    """The same as told."""
    chance = random.Random(seed)
    for turn in range(count):
        several = chance.sample(stories(), 1 + turn % 4)
        findings: dict[str, Any] = {}
        for story in several:
            findings = story["findings"] | findings
        kept = chance.sample(sorted(findings), min(len(findings), most))
        told = several[0] | {"findings": {id_: findings[id_] for id_ in kept}}
        yield _agreed(told)


def _agreed(told: dict[str, Any]) -> dict[str, Any]:
    """Without answers of another person that speak of who somebody is."""
    own = {"age", "sex_at_birth", "pregnant", "weeks_pregnant", "can_be_pregnant", "medicines", "conditions"}
    findings = {id_: answer for id_, answer in told["findings"].items() if id_ not in own}
    return told | {"findings": findings}
