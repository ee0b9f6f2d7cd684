"""The plain exact engine beside pyAgrum, each history asked of all of them in turn, in one run.

The corpus is that of the tests: 10 networks of 60 causes, 6 mechanisms and 121 findings, 200 histories
of 5 to 20 answers. Every program answers P(present | evidence) of all causes and mechanisms. pyAgrum has
two forms: lazy propagation on noisy-OR chains, whose network is built once and not counted, and
Shafer-Shenoy on the engine's own factors of rank two, which have to be built for each history.
Prints milliseconds, the ratio to the engine, and the largest difference of any posterior.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "network" / "exact"))

from exact_networks import Case, corpus
from exact_peer import Answer, ask_chain, ask_rank_two, chain_form

from charley.network.exact import Evidence, Posterior, information, plan, solve

GROUPS = ((5, 9), (10, 14), (15, 20))
ENGINE = "solve, plan made anew"


@dataclass
class Row:
    """The times of one program by number of answers, and how far its posteriors are from the engine's."""

    times: list[tuple[int, float]] = field(default_factory=list)
    error: float = 0.0

    def seconds(self, low: int, high: int) -> list[float]:
        """The times of histories with so many answers."""
        return [seconds for answers, seconds in self.times if low <= answers <= high]


def measure(case: Case, rows: dict[str, Row]) -> None:
    """Ask every program about every history of a network, in turn."""
    chain = chain_form(case.network)
    for history in case.histories:
        made = plan(case.network, history.positive)
        truth = solve(case.network, history, made)
        programs = programs_for(case, history)
        for name, run in programs.items():
            start = time.perf_counter()
            answer = run(chain if "chain" in name else made)
            seconds = time.perf_counter() - start
            answers = len(history.positive) + len(history.negative) - 1
            row = rows.setdefault(name, Row())
            row.times.append((answers, seconds))
            row.error = max(row.error, difference(truth, answer))


def programs_for(case: Case, history: Evidence) -> dict[str, Callable[..., object]]:
    """What is timed; each gets what was built beforehand."""
    network = case.network
    return {
        ENGINE: lambda _: solve(network, history),
        "plan alone": lambda _: plan(network, history.positive),
        "solve, plan given": lambda made: solve(network, history, made),
        "value of all questions": lambda made: information(network, history, made),
        "pyAgrum rank 2, Markov net": lambda _: ask_rank_two(network, history),
        "pyAgrum lazy, chain": lambda chain: ask_chain(network, history, chain),
    }


def difference(truth: Posterior, answer: object) -> float:
    """The largest difference of any posterior; zero for what is no posterior."""
    if not isinstance(answer, Answer | Posterior):
        return 0.0
    both = zip(truth.causes + truth.mechanisms, answer.causes + answer.mechanisms, strict=True)
    return max(abs(one - other) for one, other in both)


def main() -> None:
    """Print the table."""
    rows: dict[str, Row] = {}
    sizes = []
    for case in corpus():
        measure(case, rows)
        sizes += [plan(case.network, history.positive).entries for history in case.histories]
    middle, most = statistics.median(sizes), max(sizes)
    print(f"{len(sizes)} histories in turn; table entries: median {middle:.0f}, most {most}")
    heads = "".join(f"{f'{low}-{high}':>9}" for low, high in GROUPS)
    print(f"{'median ms by number of answers':<32}{heads}{'all':>9}{'worst':>10}{'ratio':>8}{'differs':>10}")
    base = statistics.median(rows[ENGINE].seconds(0, 99))
    for name, row in rows.items():
        every = row.seconds(0, 99)
        medians = [statistics.median(row.seconds(*group)) for group in GROUPS]
        cells = "".join(f"{1000 * value:>9.2f}" for value in [*medians, statistics.median(every)])
        ratio = statistics.median(every) / base
        print(f"{name:<32}{cells}{1000 * max(every):>10.2f}{ratio:>8.2f}{row.error:>10.0e}")


if __name__ == "__main__":
    main()
