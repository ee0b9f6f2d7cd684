"""Many histories at once."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
KEYS = ("age", "sex", "pregnant", "conditions", "medicines", "labs")
COUNT = 2_000


def histories(count: int = COUNT, seed: int = 1) -> list[dict[str, Any]]:
    """Histories made from the vignettes: their findings shuffled, and some of them left out."""
    chance = random.Random(seed)
    files = [ROOT / "vignettes" / name for name in ("dev.json", "blind.json")]
    told = [entry for file in files for entry in json.loads(file.read_text(encoding="utf-8"))]
    return [_thinned(told[place % len(told)], place, chance) for place in range(count)]


def _thinned(vignette: dict[str, Any], place: int, chance: random.Random) -> dict[str, Any]:
    findings = [*vignette.get("findings", {}).items()]
    chance.shuffle(findings)
    kept = findings[: chance.randint((len(findings) + 1) // 2, len(findings))]
    about = {key: vignette[key] for key in KEYS if vignette.get(key) is not None}
    return {"id": f"h{place}", **about, "findings": dict(kept)}


def measure(file: str, jobs: int) -> tuple[float, float, str]:
    """Wall seconds, processor seconds and a fingerprint of the answers of one run."""
    command = [sys.executable, "-m", "charley", "assess", file, "--ndjson", "--jobs", str(jobs)]
    start, before = time.perf_counter(), os.times()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    wall, after = time.perf_counter() - start, os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, spent, hashlib.sha256(done.stdout).hexdigest()[:12]


def main() -> None:
    """Print the table."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "histories.ndjson"
        file.write_text("".join(json.dumps(told) + "\n" for told in histories()), encoding="utf-8")
        print(f"{COUNT:,} histories, start-up counted")
        print(f"{'processes':<12}{'wall s':>8}{'cpu s':>8}{'a second':>10}{'to one':>8}  answers")
        base = 0.0
        for jobs in sorted({1, min(2, cores), cores}):
            wall, cpu, answers = measure(str(file), jobs)
            base = base or wall
            print(f"{jobs:<12}{wall:>8.2f}{cpu:>8.2f}{COUNT / wall:>10.0f}{base / wall:>7.2f}x  {answers}")


if __name__ == "__main__":
    main()
