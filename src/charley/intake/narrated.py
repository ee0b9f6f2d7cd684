"""A beginning as a story tells it: "that was four hours ago", "for five days the left hip has been worse", "two
years of that", "on Sunday I got a hot pain down the front of my thigh"."""

from __future__ import annotations

from collections.abc import Iterator

from charley.intake import pieces as word
from charley.intake.ends import ENDS, GONE
from charley.intake.lengths import When
from charley.intake.owning import ALIEN, CHANGED, OWN
from charley.intake.pieces import Ground

Onset = tuple[int, int, float, str]
"""First token, place after the last, days ago, and the rule."""

SOME_HOURS, A_DAY, SOME_WEEKS = 0.02, 1.0, 45.0
"""Days of an attack that is still going on, of a stretch, and for which a point in time still tells it."""

A_STORY = 40
"""Only so long a text is a story; in a short one a bare time may be anything's."""

POINTS = ("ago", "last", "since")
BACK, NEAR, AHEAD = 45, 6, 14
"""How many words before "that was", beside a time, and behind one are looked through."""

IT = frozenset(("that", "this", "it", "all"))
WAS = frozenset(("was", "'s", "is", "were", "happened", "be"))
HEDGES = frozenset((
    "about", "maybe", "roughly", "around", "over", "nearly", "almost", "only", "just", "at", "all", "some",
    "a", "good", "now", "must", "have", "been", "be", "for", "on", "getting", "well", "say",
))  # fmt: skip
OPENERS = HEDGES | frozenset((
    "but", "and", "so", "since", "from", "the", "these", "this", "past", "last", "then", "over", "ever",
    "however", "anyway", "well", "sometime", "only", "thing", "different", "new",
))  # fmt: skip
GOES_ON = frozenset(("of", "i", "he", "she", "we", "they", "it", "my", "his", "her", "the", "this", "now", "there"))
"""Right behind a length of time that heads a sentence: "two weeks I've been hobbling"."""

ENDED = ENDS | GONE | {"nowt", "retired", "married", "pregnant", "gone", "used"}
TOLD = OWN | word.SIGN
OTHERS = word.MEDICINE | word.ILLNESS

THAT_WAS = "so long ago, said of what was told before"
ALL_THAT = "so long of it"
UP_TO_NOW = "a stretch of time up to now that heads what is told"
HAPPENED = "when what is told first happened"


def onsets_by_narration(ground: Ground, times: list[When]) -> Iterator[Onset]:
    """Each beginning that a long story tells, the surest way of telling first."""
    if len(ground.kinds) < A_STORY or not ground.of(0, len(ground.kinds)) & OWN:
        return
    plain = [t for t in times if ground.context.is_plain(t.start) and not ground.context.others[t.start]]
    for is_so, why in ((_that_was, THAT_WAS), (_all_that, ALL_THAT), (_heads, UP_TO_NOW), (_happened, HAPPENED)):
        yield from ((t.start, t.end, t.days, why) for t in plain if is_so(t, ground))


def _that_was(when: When, ground: Ground) -> bool:
    """ "That was four hours ago", "it's been half a day"."""
    items, place = ground.context.tokens.items, when.start
    first = ground.context.layout.sentence_start[when.start]
    if when.way not in POINTS or when.days < SOME_HOURS:
        return False
    while place > first and items[place - 1].norm in HEDGES:
        place -= 1
    if place - 2 < first or items[place - 1].norm not in WAS or items[place - 2].norm not in IT:
        return False
    opens = place - 2 == first or bool(items[place - 2].before) or items[place - 3].norm in ("and", "but", "so")
    before = ground.of(max(0, place - BACK), place)
    return opens and bool(before & TOLD)


def _all_that(when: When, ground: Ground) -> bool:
    """ "Two years of that", "eighteen months of being told shin splints"."""
    items, end = ground.context.tokens.items, when.end
    if when.way not in ("span", "for") or when.days < A_DAY or end + 1 >= len(items):
        return False
    if items[end].norm != "of" or items[end].before or not _is_head(when, ground):
        return False
    after = items[end + 1].norm
    return after in IT or after.endswith("ing") or bool(ground.of(end, end + 6) & TOLD)


def _heads(when: When, ground: Ground) -> bool:
    """ "For five days the left hip has been getting worse", "since July he wakes sobbing"."""
    items, layout = ground.context.tokens.items, ground.context.layout
    since = when.way == "since" or (when.start and items[when.start - 1].norm == "since")
    if not (since or when.way in ("for", "in") or (when.way == "span" and _goes_on(when, ground))):
        return False
    if (not since and when.days < A_DAY) or not _is_head(when, ground):
        return False
    ahead = range(when.end, min(layout.sentence_end[when.end - 1], when.end + AHEAD))
    return _tells(ahead, ground)


def _happened(when: When, ground: Ground) -> bool:
    """ "On Sunday I got a hot pain down my thigh", "yesterday she slid and turned her leg"."""
    layout, items = ground.context.layout, ground.context.tokens.items
    if when.way not in POINTS or when.days > SOME_WEEKS:
        return False
    if ground.of(max(0, when.start - NEAR), when.end + NEAR) & OTHERS:
        return False
    first, end = layout.sentence_start[when.start], layout.sentence_end[when.end - 1]
    if _tells(range(max(first, when.start - 2 * AHEAD), min(end, when.end + 2 * AHEAD)), ground):
        return True
    befell = any(ground.marks.has("befell", p) or ground.kinds[p] & word.HAPPENING for p in range(first, end))
    after = layout.sentence_end[end] if end < len(items) else end
    return befell and _tells(range(end, min(after, end + 2 * AHEAD)), ground)


def _goes_on(when: When, ground: Ground) -> bool:
    """Whether who has it follows a bare length of time at once."""
    items = ground.context.tokens.items
    return when.end < len(items) and not items[when.end].before and items[when.end].norm in GOES_ON


def _is_head(when: When, ground: Ground) -> bool:
    """Whether a time opens its sentence, or a piece behind a mark."""
    items, place = ground.context.tokens.items, when.start
    first = ground.context.layout.sentence_start[when.start]
    while place > first and not items[place].before and items[place - 1].norm in OPENERS:
        place -= 1
    return place == first or bool(items[place].before)


def _tells(places: range, ground: Ground) -> bool:
    """Whether a complaint or another sign is told here first, and no end of it."""
    items = ground.context.tokens.items
    told = next((p for p in places if ground.kinds[p] & (TOLD | ALIEN)), None)
    if told is None or not ground.context.is_plain(told) or ground.kinds[told] & OTHERS:
        return False
    if any(items[p].norm in ENDED or items[p].norm in CHANGED for p in places):
        return False
    return any(ground.kinds[p] & TOLD and ground.context.is_plain(p) for p in places)
