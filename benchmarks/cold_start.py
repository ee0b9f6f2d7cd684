"""Cold start: one whole `charley assess` as a process, beside an empty Python, in turn.

Prints processor time (user and system), wall time and peak memory: the median of several pairs.
The target is at most 0.35 s of processor time and 100 MB for one assessment.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAIRS = 9
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "python -c 'import json, argparse'": [sys.executable, "-c", "import json, argparse"],
    "charley assess (text)": [sys.executable, "-m", "charley", "assess", "examples/water_tablet_72.json"],
    "charley assess (json)": [
        sys.executable, "-m", "charley", "assess", "examples/many_answers_66.json", "--format", "json",
    ],
}  # fmt: skip


@dataclass(frozen=True)
class Run:
    """One finished process: processor seconds, wall seconds, peak resident memory in MB."""

    cpu: float
    wall: float
    memory: float


def measure(command: list[str]) -> Run:
    """Run a command to its end; the operating system counts what it used."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed with exit code {process.returncode}")
    return Run(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / 1024)


def main() -> None:
    """Print the table."""
    for command in COMMANDS.values():
        measure(command)
    runs: dict[str, list[Run]] = {name: [] for name in COMMANDS}
    for _ in range(PAIRS):
        for name, command in COMMANDS.items():
            runs[name].append(measure(command))
    base = statistics.median(run.cpu for run in runs["python -c pass"])
    print(f"median of {PAIRS} runs, in turn, after one warm-up")
    print(f"{'command':<36}{'cpu s':>8}{'wall s':>8}{'MB':>7}{'cpu / empty':>13}")
    for name, measured in runs.items():
        cpu, wall, memory = (
            statistics.median(getattr(r, key) for r in measured) for key in ("cpu", "wall", "memory")
        )
        print(f"{name:<36}{cpu:>8.3f}{wall:>8.3f}{memory:>7.1f}{cpu / base:>12.1f}x")


if __name__ == "__main__":
    main()
