"""A beginning as a story tells it: "that was four hours ago", "for five days the left hip has been worse",
"two years of that", "on Sunday I got a hot pain down the front of my thigh"."""

from __future__ import annotations

from collections.abc import Iterator

from charley.intake.onset.ends import ENDS
from charley.intake.onset.narrating import (
    A_DAY,
    AHEAD,
    FAR,
    HABIT,
    LIKE,
    NEAR,
    NO_END,
    POINTS,
    SOME_WEEKS,
    SUBJECT,
    WHO,
    WIDE,
    is_other,
    tells,
)
from charley.intake.onset.owning import ALIEN, OWN
from charley.intake.onset.stretches_told import (
    all_that,
    has_been,
    heads,
    since_event,
    since_then,
    still_well,
    that_was,
)
from charley.intake.patterns import pieces as word
from charley.intake.patterns.pieces import Ground
from charley.intake.quantities.lengths import When

Onset = tuple[int, int, float, str]
"""First token, place after the last, days ago, and the rule."""

A_STORY = 50
"""Only so long a text is a story; in a short one a bare time may be anything's."""

WHOSE = frozenset(("my", "his", "her", "their", "the", "both", "one", "this"))

WELL_NOW = NO_END - {"until", "till", "without"}

BEFELL = frozenset((
    "slid", "slipped", "backed", "caught", "keeled", "collapsed", "knocked", "bumped", "tripped", "tumbled",
    "clattered", "jarred", "barged", "shoved", "toppled", "stumbled",
))  # fmt: skip
"""What befell somebody, beside the group of the lexicon."""

AT = frozenset(("at", "around", "about", "round", "by"))

NOON = frozenset(("noon", "midday", "lunchtime", "dinnertime", "teatime", "lunch", "tea"))

LAST_HOUR, SOME_OF_A_DAY = 12.0, 0.2

EVERY = frozenset(("every", "each"))

SINCE_EVENT = "since what happened then"

BY_THE_CLOCK = "at an hour of this day"

THAT_WAS = "so long ago, said of what was told before"

ALL_THAT = "so long of it"

UP_TO_NOW = "a stretch of time up to now that heads what is told"

STILL_WELL = "well so long ago"

HAPPENED = "when what is told first happened"


def onsets_by_narration(ground: Ground, times: list[When]) -> Iterator[Onset]:
    """Each beginning that a long story tells, the surest way of telling first."""
    if len(ground.kinds) < A_STORY or not ground.of(0, len(ground.kinds)) & OWN:
        return
    plain = [t for t in times if ground.context.is_plain(t.start) and not ground.context.others[t.start]]
    earlier = {
        why: [t for t in plain if is_so(t, ground)]
        for why, is_so in ((THAT_WAS, that_was), (HAPPENED, _happened))
    }
    for that in earlier[THAT_WAS]:
        first = next((t for t in earlier[HAPPENED] if t.start < that.start and t.days > that.days), None)
        if first is not None:
            yield first.start, first.end, first.days, HAPPENED
    for is_so, why in (
        (all_that, ALL_THAT),
        (that_was, THAT_WAS),
        (heads, UP_TO_NOW),
        (since_then, UP_TO_NOW),
        (has_been, UP_TO_NOW),
        (since_event, SINCE_EVENT),
        (still_well, STILL_WELL),
    ):
        yield from ((t.start, t.end, t.days, why) for t in plain if is_so(t, ground))
    for index, when in enumerate(plain):
        if (when.days >= A_DAY or _is_first(plain[:index], ground)) and _happened(when, ground):
            yield when.start, when.end, when.days, HAPPENED
    yield from _by_the_clock(ground)


def _is_first(earlier: list[When], ground: Ground) -> bool:
    """Whether no time before tells of the complaint."""
    layout = ground.context.layout
    return not any(
        ground.of(layout.sentence_start[t.start], layout.sentence_end[t.end - 1]) & OWN for t in earlier
    )


def _by_the_clock(ground: Ground) -> Iterator[Onset]:
    """ "At two she began pulling at her leg", "around noon he moaned that his legs were knotting"."""
    items, layout, numbers = ground.context.tokens.items, ground.context.layout, ground.context.numbers
    for place in sorted({*layout.sentence_start}):
        if items[place].norm not in AT or place + 2 >= len(items) or not ground.context.is_plain(place):
            continue
        hour = place + 1 in numbers and 1 <= numbers[place + 1].value <= LAST_HOUR
        if not (hour or items[place + 1].norm in NOON) or items[place + 2].norm not in WHO | WHOSE:
            continue
        if items[place].norm == "by" and not hour:
            continue  # by teatime my legs are like lead: of every day
        if tells(range(place + 2, min(layout.sentence_end[place], place + WIDE)), ground):
            yield place, place + 2, SOME_OF_A_DAY, BY_THE_CLOCK


def _happened(when: When, ground: Ground) -> bool:
    """ "On Sunday I got a hot pain down my thigh", "yesterday she slid and turned her leg"."""
    layout, items = ground.context.layout, ground.context.tokens.items
    if when.start and items[when.start - 1].norm in EVERY | {"within"}:
        return False
    counted = when.way == "span" and when.end < len(items) and items[when.end].norm == "since"
    if not (when.way in POINTS or counted) or when.days > SOME_WEEKS:
        return False
    first, end = layout.sentence_start[when.start], layout.sentence_end[when.end - 1]
    if end - first <= when.end - when.start + 1:
        return False
    beside = range(max(first, when.start - NEAR), min(end, when.end + NEAR))
    if any(is_other(ground.kinds[p]) for p in beside) or any(items[p].norm in LIKE for p in beside):
        return False
    near = range(max(first, when.start - WIDE), min(end, when.end + WIDE))
    if tells(near, ground):
        return not any(
            items[p].norm in WELL_NOW and items[p + 1].norm != "reason" for p in near if p + 1 < end
        )
    if any(t.norm == "fine" for t in items[end : end + 2 * SUBJECT]):
        return False
    if any(t.norm in HABIT for t in items[end : end + AHEAD]):
        return False
    if counted or any(_befell(p, ground) for p in near):
        return tells(range(end, min(len(items), end + FAR)), ground, first=False)
    after = layout.sentence_end[end] if end < len(items) else end
    if any(items[p].norm in ENDS for p in range(end, after)):
        return False
    free = not ground.of(near.start, near.stop) & ALIEN
    return free and tells(range(end, min(after, end + WIDE)), ground)


def _befell(place: int, ground: Ground) -> bool:
    """Whether something befell somebody here."""
    told = ground.marks.has("befell", place) or bool(ground.kinds[place] & word.HAPPENING)
    return told or ground.context.tokens.items[place].norm in BEFELL
