"""Who should take extra care with what a card is about, judged for one person."""

from __future__ import annotations

from dataclasses import dataclass

from charley.history import History
from charley.records.claims import CareGroup, Claim, Claims
from charley.records.library import Library
from charley.truth import Truth, judge

EVERYBODY = "everyone"


@dataclass(frozen=True, slots=True)
class Care:
    """A group that a card names, and whether this person is of it. Unknown is never reassurance."""

    group: CareGroup
    truth: Truth


def care_for(card: Claim, claims: Claims, history: History, library: Library) -> tuple[Care, ...]:
    """Every group that the card names, those of this person first, then those not known, then the rest."""
    groups = [claims.groups[id_] for id_ in card.careful]
    judged = [Care(group, _truth(group, history, library)) for group in groups]
    return tuple(sorted(judged, key=lambda care: -care.truth))


def _truth(group: CareGroup, history: History, library: Library) -> Truth:
    if group.id == EVERYBODY:
        return Truth.YES
    return Truth.UNKNOWN if group.when is None else judge(group.when, history, library).truth
