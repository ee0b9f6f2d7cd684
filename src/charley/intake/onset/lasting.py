"""Whether a time is how long the complaint has lasted: "a rock since Thursday", "both calves, two weeks"."""

from __future__ import annotations

from charley.intake.onset.owning import ALIEN, OWN, is_owned, owns, told_before
from charley.intake.patterns import pieces as word
from charley.intake.patterns.pieces import Ground
from charley.intake.quantities.lengths import When

SOME_HOURS, SOME_DAYS = 1.0, 7.0
"""Days of what began today, and of a cramp that can be told as the first."""

LEADS, WIDE = 8, 30
"""How many words may stand between "since" and the time, and are looked through for what makes it new."""

NIGHTS = frozenset(("night", "nights", "morning", "mornings", "evenings"))
"""Units of which a bare number is how often, not how long."""

NEW = frozenset(("nowhere", "sudden", "suddenly", "first", "never", "still"))
"""Words that make a cramp of last night the first one."""

HEDGES = frozenset((
    "about", "maybe", "mebbe", "roughly", "approx", "around", "like", "or", "so", "now", "been", "must",
    "be", "for", "it", "is", "has", "'s", "nearly", "almost", "over", "a", "good", "just", "some", "say",
    "i", "would", "x", "going", "on", "to", "date", "the", "since", "hx", "history", "probably", "perhaps",
))  # fmt: skip
"""All that may stand beside a length of time which fills its piece."""


def lasts(when: When, ground: Ground) -> bool:
    """Whether a stretch of time is that of the complaint."""
    if when.way == "ago" and when.days < SOME_HOURS:
        return is_owned(when, when.start, ground) and not _is_day(when, ground)
    since = _since(when, ground)
    if when.way == "span" or (when.way == "for" and since is None and _fills(when, ground)):
        return _fills(when, ground) or _of_it(when, ground)
    if since is None and (when.way != "for" or when.days < SOME_HOURS):
        return False
    return is_owned(when, when.start if since is None else since, ground)


def is_new(when: When, ground: Ground) -> bool:
    """Whether a cramp of these days is told as the first: "out of nowhere last night my calf locked"."""
    layout, items = ground.context.layout, ground.context.tokens.items
    if when.way != "ago" or when.days > SOME_DAYS:
        return False
    sentence = range(
        max(layout.sentence_start[when.start], when.start - WIDE),
        min(layout.sentence_end[when.start], when.end + WIDE),
    )
    kinds = ground.of(sentence.start, sentence.stop)
    new = any(items[p].norm in NEW for p in sentence if not when.start <= p < when.end)
    return new and bool(kinds & OWN) and not kinds & ALIEN


def _since(when: When, ground: Ground) -> int | None:
    """The "since" or "from" that leads to a time."""
    items, layout = ground.context.tokens.items, ground.context.layout
    first = max(layout.clause_start[when.start], when.start - LEADS)
    found = (p for p in range(when.start - 1, first - 1, -1) if items[p].norm == "since")
    return next(found, None) if when.way in ("since", "ago", "for", "last") else None


def _is_day(when: When, ground: Ground) -> bool:
    return ground.context.tokens.items[when.end - 1].norm not in ("ago", "back")


def _fills(when: When, ground: Ground) -> bool:
    """Whether a length of time is all that its piece tells, behind the cramp: "both calves, two weeks"."""
    items, layout = ground.context.tokens.items, ground.context.layout
    start, end = when.start, when.end
    low, high = max(layout.sentence_start[start], start - LEADS), min(layout.sentence_end[start], end + LEADS)
    while start > low and not items[start].before:
        start -= 1
    while end < high and not items[end].before:
        end += 1
    rest = [items[p].norm for p in (*range(start, when.start), *range(when.end, end))]
    if items[when.end - 1].norm in NIGHTS:
        return False
    if HEDGES.issuperset(rest):
        before = told_before(start, ground)
        return before is not None and owns(ground, before, 0.0) and not ground.kinds[before] & ALIEN
    bare = range(start, when.start)
    return end == when.end and all(ground.kinds[p] & OWN or items[p].norm in HEDGES for p in bare)


def _of_it(when: When, ground: Ground) -> bool:
    """ "Three days of pain in the calf"."""
    items, end = ground.context.tokens.items, when.end
    if end >= len(items) or items[end].norm != "of":
        return False
    return bool(
        ground.of(end, min(end + 4, ground.context.layout.clause_end[end])) & (word.CRAMP | word.PAIN)
    )
