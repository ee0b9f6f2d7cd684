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
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import polars

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "network"))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "network" / "exact"))

from exact_peer import ask_chain, ask_rank_two, chain_form
from real_people import told_people

from charley.library import load
from charley.many import assess_table
from charley.many.chances import chances
from charley.many.knowledge import knowledge
from charley.many.reader import Reader
from charley.many.rows import assess_row
from charley.many.sheet import sheet_of
from charley.many.who import who
from charley.network.person import person_network
from charley.reading import read_history

ROOT = Path(__file__).resolve().parent.parent
KEYS = ("age", "sex", "pregnant", "conditions", "medicines", "labs")
NESTED = ("conditions", "medicines", "labs", "findings")
COUNT = 2_000
ROWS, FEW, TEN, TURNS, PEER = 16_384, 100, 2_000, 8, 20


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


def table(rows: list[dict[str, Any]]) -> Any:
    """Histories as a Polars table, with what is nested as JSON text."""
    told = {
        key: [json.dumps(row[key]) if key in row and key in NESTED else row.get(key) for row in rows]
        for key in ("id", *KEYS, "findings")
    }
    return polars.DataFrame(told, infer_schema_length=None, strict=False)


def of_ten_answers(count: int) -> list[dict[str, Any]]:
    """Histories of real people put together, with ten findings each."""
    told = (person for person in told_people(20 * count, seed=3, most=10) if len(person["findings"]) == 10)
    return [{"id": str(place), **person} for place, person in zip(range(count), told, strict=False)]


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Wall and processor seconds of this process, the better of three runs."""
    runs = []
    for _ in range(3):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        runs.append((time.perf_counter() - wall, time.process_time() - cpu))
    return min(runs)


def row(name: str, threads: int, count: int, seconds: tuple[float, float]) -> None:
    """One line of the table; the last figure is what so many free cores would give."""
    wall, cpu = seconds
    free = threads * count / max(cpu, 1e-9)
    print(f"{name:<38}{threads:>8}{count / wall:>12,.0f}{1e6 * cpu / count:>12,.1f}{free:>14,.0f}")


def tables(cores: int) -> None:
    """Posteriors and full assessments of tables, beside single ones and pyAgrum."""
    library, frame = load(), table(histories(ROWS))
    assess_table(frame.head(10), library, 1)
    print(f"\n{'tables':<38}{'threads':>8}{'a second':>12}{'cpu us each':>12}{'by free cores':>14}")
    for threads in sorted({1, min(2, cores)}):
        row("posteriors at 10 answers", threads, TEN * TURNS, posteriors(threads))
        full = timed(partial(assess_table, frame, library, threads, full=True))
        row("full assessments of a table", threads, ROWS, full)
    few = frame.head(FEW).to_dicts()
    alone = timed(lambda: [assess_row(told, library, None, full=True) for told in few])
    row("full assessments, row by row", 1, FEW, alone)
    peer()


def posteriors(threads: int) -> tuple[float, float]:
    """Seconds of the posteriors of all causes at ten answers, from rows that were read before."""
    known = knowledge(load())
    chunk = Reader(load(), known.atoms, None).read(table(of_ten_answers(TEN)))
    people = who(sheet_of(chunk, len(known.atoms.numbers), known.library))
    work = partial(chances, people, known, causes_only=True)
    with ThreadPoolExecutor(threads) as pool:
        return timed(lambda: [*pool.map(lambda _: work(), range(TURNS))])


def peer() -> None:
    """The same people's posteriors by pyAgrum, in both forms; the network of each is made beforehand."""
    told = of_ten_answers(PEER)
    people = [person_network(read_history(person, load()), load()) for person in told]
    both = [(person, chain_form(person.network)) for person in people]
    by_chain = timed(lambda: [ask_chain(p.network, p.evidence, chain) for p, chain in both])
    row("  pyAgrum, chain form", 1, PEER, by_chain)
    by_rank = timed(lambda: [ask_rank_two(p.network, p.evidence) for p in people])
    row("  pyAgrum, rank two", 1, PEER, by_rank)


def main() -> None:
    """Print the tables."""
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
    tables(cores)


if __name__ == "__main__":
    main()
