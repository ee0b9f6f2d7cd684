"""The answer as the pages show it: values only, made from an Assessment and the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from charley.assessment import Assessment, CauseFound, Contribution, RuledOut, UrgencySource
from charley.records.library import Library
from charley.records.numbers import Source
from charley.records.rules import Urgency
from charley_web import wording
from charley_web.drawing.chain import Chain, draw_chain
from charley_web.visit import Visit

MOST_LEADING, LEADING = 3, 0.05
"""So many causes, at least so likely, are shown in full; the others open on a tap."""
MOST_SETTLED = 3
MOST_OPEN = 4
STRONG, MIDDLE = 6.0, 3.0
"""Decibans from which a reason counts as strong, and as middling."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for or against, with its strength in a word."""

    says: str
    strength: str


@dataclass(frozen=True, slots=True)
class CauseShown:
    """One likely cause, ready to be shown; one that `leads` at once in full.

    Lengths of bars are in per cent of the whole.
    """

    found: CauseFound
    leads: bool
    words: str
    natural: str
    span: str
    dots: int
    low: int
    width: int
    speaks_for: tuple[Reason, ...]
    against: tuple[Reason, ...]
    chain: Chain
    facts: int
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class FearedShown:
    """A dangerous cause that is settled, or still open."""

    entry: RuledOut
    natural: str


def causes_shown(assessment: Assessment, library: Library) -> tuple[CauseShown, ...]:
    """The likely causes in their order."""
    return tuple(_cause_shown(cause, place, library) for place, cause in enumerate(assessment.causes))


def _cause_shown(cause: CauseFound, place: int, library: Library) -> CauseShown:
    facts = len(cause.chain) - len(library.causes[cause.id].mechanism)
    return CauseShown(
        found=cause,
        leads=not place or (place < MOST_LEADING and cause.probability >= LEADING),
        words=wording.chance_in_words(cause.probability),
        natural=wording.natural(cause.probability),
        span=wording.span(cause.interval, cause.probability),
        dots=wording.hundred(cause.probability),
        low=round(cause.interval[0] * 100),
        width=max(1, round(cause.interval[1] * 100) - round(cause.interval[0] * 100)),
        speaks_for=tuple(_reason(c) for c in cause.speaks_for[:6]),
        against=tuple(_reason(c) for c in cause.against[:5]),
        chain=draw_chain(tuple(_(step) for step in cause.chain), facts),
        facts=facts,
        sources=tuple(library.sources[id_] for id_ in cause.sources if id_ in library.sources),
    )


def _reason(contribution: Contribution) -> Reason:
    weight = abs(contribution.weight)
    strength = _("strong") if weight >= STRONG else _("middling") if weight >= MIDDLE else _("weak")
    return Reason(contribution.says, strength)


def feared_shown(assessment: Assessment) -> dict[str, Any]:
    """Dangerous causes: those settled, those still open, and how many more are open."""
    entries = sorted(
        (entry for entry in assessment.ruled_out if entry.look_for and entry.urgency >= Urgency.SAME_DAY),
        key=lambda entry: -entry.probability,
    )
    settled = [FearedShown(e, wording.natural(e.probability)) for e in entries if e.settled]
    unsettled = [FearedShown(e, wording.natural(e.probability)) for e in entries if not e.settled]
    return {
        "settled": settled[:MOST_SETTLED],
        "more_settled": settled[MOST_SETTLED:],
        "open": unsettled[:MOST_OPEN],
        "more_open": unsettled[MOST_OPEN:],
    }


def noticed(assessment: Assessment) -> tuple[UrgencySource, ...]:
    """Blood results, chances and general reasons that set the urgency; rules are shown by their own cards."""
    urgent, alone = assessment.urgency >= Urgency.SAME_DAY, assessment.unruled
    return tuple(
        voice
        for voice in assessment.reasons
        if voice.name.startswith("lab:") or voice in alone or (voice.name.startswith("floor:") and not urgent)
    )


def understood(assessment: Assessment, visit: Visit) -> list[tuple[str, bool]]:
    """How names and results were read, and whether it was a guess."""
    guess = " (a guess)"
    return [
        (meaning.removesuffix(guess), meaning.endswith(guess))
        for where, meaning in assessment.understood
        if where.startswith(("medicines", "conditions", "labs", "findings.medicines", "findings.known"))
    ]
