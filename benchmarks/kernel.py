"""The compiled kernel beside pyAgrum and the plain engine, on the real network, each history asked in turn.

240 histories of 10 to 30 answers made from the vignettes. Every program gets the same person's network
and answers P(present | person) of all causes. pyAgrum has two forms: lazy propagation on noisy-OR chains
(its network is built before the clock starts) and Shafer-Shenoy on signed factors of rank two, which
have to be built for each history. The kernel's row does more: the log ratios of all answers, the responsible
cause and intervals by the delta method; the next row adds ten mechanisms and the true cramp.

Prints the median and the 95th percentile in milliseconds and how many times faster the kernel's row is.
"""

from __future__ import annotations

import statistics
import sys
import time
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "network"))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "network" / "exact"))

from exact_peer import ask_chain, ask_rank_two, chain_form
from real_people import people

from charley.history import History
from charley.library import load
from charley.network.causal import CausalNetwork
from charley.network.engine import Ranking
from charley.network.exact import information, solve
from charley.network.kernel.engine import SEED, Compiled, compiled, person_of
from charley.network.kernel.worth import kernel_bits, kernel_values, options, questions
from charley.network.person import person_network
from charley.network.worth import plain_values, spoken

PEOPLE = 240
LEAST_ANSWERS, MOST_ANSWERS = 10, 30
REPEATS = 5
DRAWS = 200
KERNEL = "kernel: posterior of all causes"
Program = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Told:
    """One history, and all that is made of it before the clock starts."""

    programs: dict[str, Program]


def told(history: History, here: Compiled) -> Told:
    """What is timed for one history."""
    library = load()
    person = person_network(history, library)
    network, evidence = person.network, person.evidence
    chain = chain_form(network)
    ranking = CausalNetwork().rank(history, library)
    return Told(
        {
            KERNEL: kernel_rank(here, history, causes_only=True),
            "kernel: with mechanisms": kernel_rank(here, history),
            "kernel: one more negative answer": one_more(here, history),
            "kernel: value of all questions": worths(ranking),
            f"kernel: intervals of {DRAWS} draws": intervals(here, history),
            "plain engine, plan given": lambda: solve(network, evidence, person.plan),
            "pyAgrum rank 2, Markov net": lambda: ask_rank_two(network, evidence),
            "pyAgrum lazy, chain": lambda: ask_chain(network, evidence, chain),
            "plain: value of all questions": lambda: plain_values(library, shares(ranking)),
            "plain: value, open signs alone": lambda: information(network, evidence, person.plan),
        }
    )


def shares(ranking: Ranking) -> list[float]:
    """Who is responsible, in the order of the library."""
    responsible = {score.cause: score.responsible for score in ranking.scores}
    return [responsible[id_] for id_ in load().causes]


def kernel_rank(here: Compiled, history: History, causes_only: bool = False) -> Program:
    """One answer of the kernel, from the truths of the person's answers."""
    asked = person_of(history, load(), here)
    row, one, silence = array("d", bytes(8 * here.kernel.stride)), array("i", [0]), bytearray([asked.silence])
    told = (1, asked.truth, asked.answered, asked.priors, one, silence, row, False, causes_only)
    return lambda: here.kernel.rank(*told)


def one_more(here: Compiled, history: History) -> Program:
    """The same after a "no" to an open question that the causes speak of."""
    library = load()
    open_ = next(
        entry.condition.finding
        for entry in spoken(library)
        if entry.condition.finding not in history.answers
        and library.findings[entry.condition.finding].type == "yes_no"
    )
    told = History(**{**fields(history), "answers": {**history.answers, open_: False}})
    return kernel_rank(here, told, causes_only=True)


def fields(history: History) -> dict[str, object]:
    """A history as keywords."""
    return {name: getattr(history, name) for name in History.__dataclass_fields__}


def worths(ranking: Ranking) -> Program:
    """Bits, utility and chance of every condition, and the bits of every choice."""
    library, responsible = load(), array("d", shares(ranking))
    asked, choices = questions(library), options(library)
    out, bits = array("d", bytes(24 * len(spoken(library)))), array("d", bytes(8 * 1000))

    def run() -> None:
        asked.worth(responsible, out)
        choices.bits(responsible, bits)

    assert len(kernel_values(library, responsible)) == len(spoken(library)) and kernel_bits(
        library, responsible
    )
    return run


def intervals(here: Compiled, history: History) -> Program:
    """Intervals of all causes, and what each number explains of the first one."""
    asked = person_of(history, load(), here)
    return lambda: here.kernel.intervals(
        asked.truth, asked.answered, asked.priors, asked.silence, SEED, DRAWS, 0
    )


def histories() -> Iterator[History]:
    """Those of 10 to 30 answers."""
    return (h for h in people(PEOPLE, seed=2) if LEAST_ANSWERS <= len(h.answers) <= MOST_ANSWERS)


def seconds(run: Program) -> float:
    """The median of a few runs, so that a peer's first use is not what counts."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Print the table."""
    here = compiled(load())
    times: dict[str, list[float]] = {}
    for history in histories():
        for name, run in told(history, here).programs.items():
            times.setdefault(name, []).append(seconds(run))
    base = statistics.median(times[KERNEL])
    print(f"{len(times[KERNEL])} histories of {LEAST_ANSWERS} to {MOST_ANSWERS} answers, in turn")
    print(f"{'median and 95th percentile, ms':<36}{'median':>9}{'95%':>9}{'ratio':>9}")
    for name, taken in times.items():
        middle, high = statistics.median(taken), sorted(taken)[int(0.95 * len(taken))]
        print(f"{name:<36}{1000 * middle:>9.3f}{1000 * high:>9.3f}{middle / base:>9.1f}")


if __name__ == "__main__":
    main()
