"""How likely each cause is before any answer: by age, sex and pregnancy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from charley.history import History
from charley.people import pregnancy_states
from charley.records.causes import Cause

LEAST = 1e-9

PREGNANT_SHARE = {"pregnant": 0.015, "recent_birth": 0.0025, "neither": 0.9825}
"""Pregnancy among women of 12 to 39 who ask and did not say. By birth rates 6 in 100 are pregnant, and
1 in 100 gave birth in the last weeks; judged: three in four of them say so unasked."""

RARER = ((45.0, 0.01), (40.0, 0.15))
"""From an age on, how much of that share is left: 10.3 births a year per 1,000 women of 40 to 44, and 0.5 of
those of 45 to 54, against 73 of those of 15 to 39 (the mean of five rates). Sources: QuickStats in MMWR
2012;61(47), for 2011; for 45 to 54 the National Center for Health Statistics, press facts of 2004."""


def prior_shares(causes: Sequence[Cause], history: History) -> tuple[float, ...]:
    """Chance of each cause before any answer, for somebody of this age, sex and pregnancy who asks."""
    weights = [max(LEAST, prior_weight(cause, history)) for cause in causes]
    total = sum(weights)
    return tuple(weight / total for weight in weights)


def prior_weight(cause: Cause, history: History) -> float:
    """Share of the people who ask, at this age, sex and pregnancy, whose complaint comes from the cause."""
    base = cause.prior.value / 1000
    return (base * _by_age(cause.by_age, history.age) * _by_sex(cause.by_sex, history.sex)) * _by_pregnancy(
        cause.by_pregnancy, history
    )


def _by_age(table: Mapping[str, float], age: float | None) -> float:
    if age is None:
        return table["from_40"]
    if age < 16:
        return table["under_16"]
    if age < 40:
        return table["from_16"]
    return table["from_40"] if age < 65 else table["from_65"]


def _by_sex(table: Mapping[str, float], sex: str | None) -> float:
    if not table:
        return 1.0
    return table.get(sex or "", (table["female"] + table["male"]) / 2)


def _by_pregnancy(table: Mapping[str, float], history: History) -> float:
    if not table:
        return 1.0
    left = 1.0 if history.age is None else next((part for age, part in RARER if history.age >= age), 1.0)
    shares = {
        state: PREGNANT_SHARE[state] * (1.0 if state == "neither" else left)
        for state in pregnancy_states(history)
    }
    return sum(share * table[state] for state, share in shares.items()) / sum(shares.values())
