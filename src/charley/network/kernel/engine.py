"""The compiled engine: the same answer as the plain one, and intervals from draws of every number."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace

from charley.history import History
from charley.network.engine import CauseScore, LaterWeights, Narrowing, Ranking
from charley.network.kernel._kernel import CompiledModel
from charley.network.kernel.atoms import told_enough
from charley.network.kernel.model import Model, flatten
from charley.network.likelihood import TOLD_ENOUGH, weights_of
from charley.network.precision import named
from charley.network.priors import prior_shares
from charley.records.causes import Cause
from charley.records.derived import once_per_library
from charley.records.library import Library

BY_CAUSE = 5
"""Numbers of a row for each cause: responsible, present, chance, low and high end."""

BESIDE = 3
"""Numbers at the end of a row: true cramp, causes drawn, and the error of drawing them."""

SEED = 20261121
"""Of the draws behind every interval: the same history and library give the same answer."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A library's tables, and the kernel that holds them."""

    model: Model
    kernel: CompiledModel
    causes: tuple[Cause, ...]


@once_per_library
def compiled(library: Library) -> Compiled:
    """The kernel of a library, made once."""
    model = flatten(library)
    kernel = CompiledModel(model.arrays, model.counts, model.constants)
    if kernel.stride != BY_CAUSE * len(library.causes) + len(model.mechanisms) + BESIDE:
        raise RuntimeError("the compiled kernel is older than its sources: install the package anew")
    return Compiled(model, kernel, tuple(library.causes.values()))


@dataclass(frozen=True, slots=True)
class Asked:
    """One person as the kernel reads them."""

    truth: bytearray
    answered: bytearray
    priors: array[float]
    silence: bool


class CompiledNetwork:
    """A CauseEngine: see `charley.network.causal` for the model and this room's kernel.h for the parts."""

    name = "causal-network/compiled"

    def rank(self, history: History, library: Library, draws: int = 0) -> Ranking:
        """All causes for this history, most likely first."""
        here = compiled(library)
        asked = person_of(history, library, here)
        row = answer_of(here, asked)
        ranking = _ranking(here, row, history, library)
        return _with_intervals(ranking, here, asked, draws) if draws else ranking


def person_of(history: History, library: Library, here: Compiled) -> Asked:
    """The answers of one person as the kernel's rows."""
    return Asked(
        here.model.atoms.truths(history, library),
        bytearray(id_ in history.answers for id_ in here.model.findings),
        array("d", prior_shares(here.causes, history)),
        told_enough(history, TOLD_ENOUGH),
    )


def answer_of(here: Compiled, asked: Asked) -> array[float]:
    """One row of the kernel's answer (see `CompiledModel.rank`)."""
    row = array("d", bytes(8 * here.kernel.stride))
    one = array("i", [0])
    here.kernel.rank(1, asked.truth, asked.answered, asked.priors, one, bytearray([asked.silence]), row)
    return row


def _ranking(here: Compiled, row: array[float], history: History, library: Library) -> Ranking:
    n, names = len(here.causes), here.model.mechanisms
    scores = [
        CauseScore(
            cause.id, row[2 * n + place], row[3 * n + place], row[4 * n + place], row[place],
            LaterWeights(lambda cause=cause: weights_of(cause, history, library)),  # type: ignore[misc]
        )
        for place, cause in enumerate(here.causes)
    ]  # fmt: skip
    mechanisms = dict(zip(names, row[5 * n : 5 * n + len(names)], strict=True))
    return Ranking(
        engine=engine_name(int(row[-2]), row[-1]),
        scores=tuple(sorted(scores, key=lambda score: (-score.probability, score.cause))),
        true_cramp=row[-3],
        mechanisms=dict(sorted(mechanisms.items(), key=lambda item: (-item[1], item[0]))),
    )


def engine_name(causes: int, error: float) -> str:
    """The engine as an answer names it, with what it drew instead of summing it up."""
    return CompiledNetwork.name + (named(causes, error) if causes else "")


def _with_intervals(ranking: Ranking, here: Compiled, asked: Asked, draws: int) -> Ranking:
    """The same chances with the 10% and 90% quantiles over draws, and what the first one hangs on most."""
    places = {cause.id: place for place, cause in enumerate(here.causes)}
    first = ranking.scores[0].cause
    low, high, explained = here.kernel.intervals(
        asked.truth, asked.answered, asked.priors, asked.silence, SEED, draws, places[first]
    )
    scores = tuple(
        replace(
            score,
            low=min(score.probability, low[places[score.cause]]),
            high=max(score.probability, high[places[score.cause]]),
        )
        for score in ranking.scores
    )
    return replace(ranking, scores=scores, narrow=_narrowing(here, first, explained))


def _narrowing(here: Compiled, cause: str, explained: list[float]) -> Narrowing | None:
    """The number that explains most of the spread; equal ones in the order of the library."""
    rows = [(share, -place) for place, share in enumerate(explained) if share > 0]
    if not rows:
        return None
    share, place = max(rows)
    parameter = here.model.parameters[-place]
    return Narrowing(parameter, cause, share) if parameter is not None else None
