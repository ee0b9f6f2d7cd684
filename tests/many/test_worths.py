"""The worth of open questions for many people in one call of the kernel: that of each by itself."""

from __future__ import annotations

import numpy as np
import pytest

from charley.library import load
from charley.network.engine import CauseScore, Ranking
from charley.network.kernel.worth import options, questions
from charley.network.worth import worths

LIBRARY = load()
CAUSES, FINDINGS = list(LIBRARY.causes), list(LIBRARY.findings)
CHANCE = np.random.default_rng(4)


def shares(people: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Chances of being responsible, as rows that stand apart from each other in a wider table."""
    wide = np.full((people, len(CAUSES) + 7), np.nan)
    wide[:, : len(CAUSES)] = 0.97 * CHANCE.dirichlet(np.full(len(CAUSES), 0.2), size=people)
    return wide[:, : len(CAUSES)]


def test_open_questions_are_worth_what_they_are_for_one_person_and_closed_ones_nothing() -> None:
    responsible = shares(7)
    open_ = CHANCE.integers(0, 2, size=(7, len(FINDINGS)), dtype=np.uint8)
    bits, utility = (np.full(open_.shape, -1.0) for _ in range(2))
    questions(LIBRARY).worths(options(LIBRARY), responsible.data, open_.data, bits.data, utility.data)
    for person, row in enumerate(responsible):
        scores = tuple(
            CauseScore(id_, 0.5, 0.0, 1.0, share, ()) for id_, share in zip(CAUSES, row, strict=True)
        )
        single = worths(LIBRARY, Ranking("", scores, 0.5))
        for place, finding in enumerate(FINDINGS):
            asked = finding in single and open_[person, place]
            wanted = (single[finding].bits, single[finding].utility) if asked else (0.0, 0.0)
            assert (bits[person, place], utility[person, place]) == pytest.approx(wanted, abs=1e-12)


@pytest.mark.parametrize(
    ("people", "causes", "findings"),
    [(3, len(CAUSES), len(FINDINGS)), (2, len(CAUSES) - 1, len(FINDINGS)), (2, len(CAUSES), 5)],
    ids=["too few people", "too few causes", "too few questions"],
)
def test_tables_that_do_not_fit_are_refused(people: int, causes: int, findings: int) -> None:
    open_, room = np.ones((people, findings), np.uint8), np.zeros((people, findings))
    with pytest.raises(ValueError, match=r"fit|columns"):
        questions(LIBRARY).worths(
            options(LIBRARY), np.zeros((2, causes)).data, open_.data, room.data, room.data
        )
