"""The order in which likely causes are shown. It changes no chance. See docs/decisions/0003."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from charley.network.engine import CauseScore, Ranking
from charley.records.rules import Urgency

FIRST_PLACES = 3
"""What must be ruled out first is never further down the list than this."""

UNNAMED = "idiopathic_nocturnal_leg_cramps"

NAMED_SHARE = 0.4
"""A named cause with at least this share of the unnamed one's chance is shown before it (judged):
"no other cause found" is what is left when nothing is found."""


def in_order(ranking: Ranking, suspected: Mapping[str, Urgency]) -> Ranking:
    """The same ranking, reordered. `suspected` maps causes to the level of the rule that suspects them."""

    def key(score: CauseScore) -> tuple[float, str]:
        weight = NAMED_SHARE if score.cause == UNNAMED else 1.0
        return (-score.probability * weight, score.cause)

    ordered = _with_suspect(sorted(ranking.scores, key=key), suspected)
    return replace(ranking, scores=tuple(ordered))


def _with_suspect(scores: list[CauseScore], suspected: Mapping[str, Urgency]) -> list[CauseScore]:
    """The likeliest cause that the most urgent rules suspect stands within the first places."""
    level = max(suspected.values(), default=Urgency.SELF_CARE)
    if level < Urgency.SAME_DAY:
        return scores
    places = [i for i, score in enumerate(scores) if suspected.get(score.cause) == level]
    if not places or places[0] < FIRST_PLACES:
        return scores
    suspect = scores[places[0]]
    rest = [score for score in scores if score is not suspect]
    return [*rest[: FIRST_PLACES - 1], suspect, *rest[FIRST_PLACES - 1 :]]


def suspects(fired: list[tuple[Urgency, tuple[str, ...]]]) -> dict[str, Urgency]:
    """The highest level at which each cause is suspected, from (level, suspected causes) of fired rules."""
    result: dict[str, Urgency] = {}
    for level, causes in fired:
        for cause in causes:
            result[cause] = max(level, result.get(cause, Urgency.SELF_CARE))
    return result
