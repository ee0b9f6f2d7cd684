"""What may be behind it: the causes of a plan, the likeliest first, each with its meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass

from charley.assessment import Assessment, CauseFound
from charley.records.library import Library

LEAST_NAMED = 0.25
"""Chance under which no cause is named as the one that the answers point to."""

LEAST_SHOWN = 0.15
MOST_SHOWN = 3
SHORT = 110
"""Letters of a meaning that still reads at a glance."""

SENTENCE = re.compile(r"(?<=[.!?]) +")
LIKE_NO_CRAMP = 0.25
EVEN = 0.5
"""A cause whose complaints are true cramps at least as often as not is never called no cramp."""

UNLIKE_A_CRAMP = 0.4
SURE_LOOK_ALIKE = 0.45


@dataclass(frozen=True, slots=True)
class Likely:
    """A cause that may be behind it, with one sentence on what it is."""

    id: str
    name: str
    probability: float
    meaning: str


def leading(answer: Assessment) -> CauseFound | None:
    """The likeliest cause, when its chance is large enough for it to be named."""
    first = max(answer.causes, key=lambda cause: cause.probability, default=None)
    return first if first is not None and first.probability >= LEAST_NAMED else None


def likely_causes(answer: Assessment) -> tuple[Likely, ...]:
    """Up to three causes, the likeliest first; none when no cause stands out."""
    if leading(answer) is None:
        return ()
    found = sorted(answer.causes, key=lambda cause: (-cause.probability, cause.id))
    return tuple(
        Likely(cause.id, cause.name, cause.probability, meaning(cause.summary))
        for cause in found[:MOST_SHOWN]
        if cause.probability >= LEAST_SHOWN
    )


def unlike_a_cramp(answer: Assessment, library: Library) -> str:
    """The name of the leading cause, when it is something else than a true cramp; else empty."""
    first = leading(answer)
    if first is None:
        return ""
    cramp = answer.true_cramp.probability
    if library.causes[first.id].mimic:
        other = cramp < UNLIKE_A_CRAMP or first.probability >= SURE_LOOK_ALIKE
    else:
        other = cramp < LIKE_NO_CRAMP and library.causes[first.id].true_cramp.value < EVEN
    return first.name if other else ""


def meaning(text: str) -> str:
    """The first sentence of a text, and the second when both together are short."""
    first, second, *_ = (*SENTENCE.split(text), "", "")
    both = f"{first} {second}".strip()
    return both if len(both) <= SHORT else first
