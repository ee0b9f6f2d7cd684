"""A stretch of time up to now that tells since when: "for eight months my legs are not mine", "three days of
it now", "it's crept up over two years", "legs and feet for four months"."""

from __future__ import annotations

from collections.abc import Iterator

from charley.intake.onset.lasting import HEDGES, NIGHTS
from charley.intake.onset.owning import ALIEN, OWN
from charley.intake.onset.stretches_of import (
    A_DAY,
    AHEAD,
    LEADS,
    WHOSE,
    is_the_complaint,
    joins,
    of_a_bare_limb,
    of_it,
)
from charley.intake.patterns import pieces as word
from charley.intake.patterns.pieces import Ground
from charley.intake.quantities.lengths import When

MOST_BARE = 56.0
"""Days: more weeks than these, set off by a comma, are those of a child."""
FEW_WEEKS = 28.0
"""Days from which somebody may count her weeks."""


FROM = frozenset(("since", "from"))
HEADS = (
    HEDGES
    | FROM
    | {"but", "and", "so", "these", "those", "this", "all", "past", "last", "well", "then", "or"}
    | {"coming", "up", "close", "near", "getting", "nigh"}
)
"""All that may stand before a time that opens what is told."""


RATE = frozenset((
    "a", "per", "each", "every", "out", "after", "later", "before", "old", "until", "till", "off",
    "pregnant", "gone", "ago", "ahead", "away", "early", "late", "on",
))  # fmt: skip
CARRYING = frozenset((
    "pregnant", "midwife", "bump", "antenatal", "trimester", "baby", "expecting", "maternity", "scan",
))  # fmt: skip
"""In such a text bare weeks are those of a child."""

TO_SINCE = (HEDGES - FROM) | {"last", "this"}
"""Words between "since" and its time."""

TOLD = OWN | ALIEN | word.SIGN
WHY = "a stretch of time up to now, told of the complaint"


def onsets_by_stretches(ground: Ground, times: list[When]) -> Iterator[tuple[int, int, float, str]]:
    """First token, place after the last, days and the rule, for each stretch of the complaint."""
    carrying = any(token.norm in CARRYING for token in ground.context.tokens.items)
    for when in times:
        if not _is_stretch(when, ground, carrying):
            continue
        if _opens(when, ground) or of_it(when, ground) or of_a_bare_limb(when, ground):
            yield when.start, when.end, when.days, WHY


def _is_stretch(when: When, ground: Ground, carrying: bool) -> bool:
    """Whether a time may be how long something has gone on."""
    items, context = ground.context.tokens.items, ground.context
    if when.days < A_DAY or not context.is_plain(when.start) or context.others[when.start]:
        return False
    follows = items[when.end] if when.end < len(items) else None
    parted = follows is None or bool(follows.before)
    if items[when.end - 1].norm in NIGHTS or _of_a_child(when, ground, carrying, parted):
        return False
    if follows is not None and not parted and follows.norm in RATE:
        return False
    if when.way == "last":
        return items[when.start].norm == "past" or items[when.start - 1].norm in ("the", "this", "these")
    return when.way in ("for", "span") or _follows_since(when, ground)


def _of_a_child(when: When, ground: Ground, carrying: bool, parted: bool) -> bool:
    """Whether bare weeks are how far gone somebody is."""
    weeks = ground.context.tokens.items[when.end - 1].norm in ("weeks", "wks")
    return weeks and when.way == "span" and (carrying or (parted and when.days > MOST_BARE))


def is_of_a_child(when: When, ground: Ground) -> bool:
    """Whether bare weeks, a sentence or a piece of their own, are how far gone somebody is: "30 weeks."."""
    items, context = ground.context.tokens.items, ground.context
    follows = items[when.end] if when.end < len(items) else None
    opens = when.start == context.layout.sentence_start[when.start]
    if not opens or not (follows is None or follows.before) or when.days < FEW_WEEKS:
        return False
    carrying = any(token.norm in CARRYING for token in items)
    return _of_a_child(when, ground, carrying, True)


def _follows_since(when: When, ground: Ground) -> bool:
    """Whether a "since" or "from" leads to a time."""
    items, first = ground.context.tokens.items, ground.context.layout.sentence_start[when.start]
    place = when.start
    while place > max(first, when.start - 3) and items[place - 1].norm in TO_SINCE:
        place -= 1
    return place > first and items[place - 1].norm in FROM


def _opens(when: When, ground: Ground) -> bool:
    """Whether the time heads a sentence (or a piece behind a comma) and the complaint follows at once."""
    items, layout = ground.context.tokens.items, ground.context.layout
    first = layout.sentence_start[when.start]
    place = when.start
    while (
        place > max(first, when.start - LEADS) and not items[place].before and items[place - 1].norm in HEADS
    ):
        place -= 1
    if place != first and (not items[place].before or joins(when, ground)):
        return False
    ahead = range(when.end, min(layout.sentence_end[when.end - 1], when.end + AHEAD))
    told = next((p for p in ahead if ground.kinds[p] & TOLD or items[p].norm not in WHOSE), None)
    return told is not None and is_the_complaint(told, when, ground)
