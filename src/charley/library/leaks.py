"""Leaks: how common an answer is among people whose cause says nothing of it.

The background of a finding is its chance among all people who ask, so it already holds the share of
those whose cause produces it:

    background = sum over naming causes of share x chance + (1 - sum of shares) x leak

Solved for the leak. Comparing a cause with the background instead would count its own people on
both sides, and would let a cause that explains nothing keep the average for every answer.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from charley.records.causes import Cause
from charley.records.conditions import OneFinding

LEAST_SHARE = 0.3
"""A leak is at least this share of its background: the shares are too rough for more (judged)."""


def with_leaks(causes: Mapping[str, Cause], own_background: Collection[str]) -> dict[str, Cause]:
    """The causes with the leak of every entry; findings in `own_background` keep their background."""
    total = sum(cause.prior.value for cause in causes.values())
    named: dict[OneFinding, list[tuple[float, float]]] = {}
    for cause in causes.values():
        for entry in cause.evidence:
            share = cause.prior.value / total
            named.setdefault(entry.condition, []).append((share, entry.chance.value))
    leaks = {
        condition: pairs for condition, pairs in named.items() if condition.finding not in own_background
    }
    return {
        id_: replace(
            cause,
            evidence=tuple(
                replace(e, leak=leak(e.background.value, leaks.get(e.condition, []))) for e in cause.evidence
            ),
        )
        for id_, cause in causes.items()
    }


def leak(background: float, named: Collection[tuple[float, float]]) -> float:
    """The leak that makes shares and chances of the naming causes add up to the background.

    `named` holds (share of people who ask, chance of the answer) of every cause that names it.

    >>> round(leak(0.1, [(0.2, 0.3)]), 3)
    0.05
    """
    share = sum(part for part, _ in named)
    if not named or share >= 1:
        return background
    rest = (background - sum(part * chance for part, chance in named)) / (1 - share)
    return min(0.999, max(LEAST_SHARE * background, rest))
