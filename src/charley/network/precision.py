"""How far the chances shown may be off when they come from states that were drawn.

A chance is the share of being responsible, r = K a P / S with S = sum over d of a_d P_d, plus (1 - r) P k for
adding to the cramps. Each state moves every P a little; to the first order that moves the chances shown by

    (1 - P k) dr + (1 - r) k dP,    dr = (K a dP - r sum over d of a_d dP_d) / S = r (dP / P - dS / S),

and the squares of these over all states add up to the variance (delta method).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from charley.network.exact import Sampled
from charley.network.likelihood import UNLISTED

DEVIATIONS = 2.58
"""Standard deviations of the error that is named: it holds for 99 in 100."""


LEAST = 1e-9


def widest(
    drawn: Sampled, present: Sequence[float], responsible: Sequence[float], adds: Sequence[float]
) -> float:
    """The largest half width of all chances shown."""
    worths = [r / max(LEAST, p) for r, p in zip(responsible, present, strict=True)]
    off = [0.0] * len(drawn.shares)
    rows: dict[int, list[float]] = {}
    for cause, given in zip(drawn.causes, drawn.given, strict=True):
        mean, worth = present[cause], worths[cause] / (1 - UNLISTED)
        rows[cause] = [share * (p - mean) for share, p in zip(drawn.shares, given, strict=True)]
        off = [total + worth * change for total, change in zip(off, rows[cause], strict=True)]
    squares = (
        _square(rows.get(c), off, worths[c], (present[c], responsible[c], adds[c]))
        for c in range(len(present))
    )
    return widened(drawn.effective) * math.sqrt(max(squares))


def _square(
    row: Sequence[float] | None, off: Sequence[float], worth: float, chances: tuple[float, float, float]
) -> float:
    """The variance of one chance; without a row the cause was not drawn."""
    present, responsible, adds = chances
    by_share = 1 - present * adds
    by_own = by_share * worth + (1 - responsible) * adds
    by_all = by_share * responsible
    if row is None:
        return sum((by_all * other) ** 2 for other in off)
    return sum((by_own * own - by_all * other) ** 2 for own, other in zip(row, off, strict=True))


def widened(effective: float) -> float:
    """Standard deviations for so many effective draws: as the t distribution's tails are longer."""
    return DEVIATIONS + (DEVIATIONS**3 + DEVIATIONS) / (4 * max(1.0, effective - 1))


def named(causes: int, error: float) -> str:
    """What an engine adds to its name when states were drawn; the error is rounded up."""
    return f", sampled over {causes} causes, error up to {math.ceil(error * 1000) / 1000:g}"
