"""A beginning dated by what befell somebody: "fell off my bike Sunday and my shin has got tighter", "did 200
squats on Friday. Thighs cramping like mad", "started indapamide in May and within a week the cramps came"."""

from __future__ import annotations

from collections.abc import Iterator

from charley.intake.onset.ends import ENDS
from charley.intake.onset.following import COMPLAINT
from charley.intake.patterns import pieces as word
from charley.intake.patterns.pieces import Ground
from charley.intake.quantities.lengths import When

LATEST = 22.0
"""Days for which what befell somebody still owns the complaint told behind it."""

BESIDE, AHEAD = 9, 22
"""How many words from its time the event is looked for, and behind it the complaint."""

LINKS = frozenset(("within", "since", "sins", "after", "afterwards", "later", "by", "come"))
"""Words behind a medicine and its time that lead to what came of it."""

ENDED = ENDS | frozenset((
    "nowt", "used", "usually", "always", "years", "old", "again", "less", "fewer", "different", "separate",
    "once", "other", "stopping", "halved",
))  # fmt: skip
"""Words of the complaint that tell of an end, or of one known before."""

LATER = frozenset(("within", "after", "afterwards", "later"))
"""The same behind the complaint: "and I'd swear the cramps began within the week"."""

HABIT = frozenset(("night", "nights", "nightly", "every", "each", "most", "bed", "evenings"))
"""Words right behind a cramp that comes again and again."""

GONE_BY = ("ago", "last", "in")
WHY = "since what befell then"


def onsets_by_what_befell(ground: Ground, times: list[When]) -> Iterator[tuple[int, int, float, str]]:
    """First token, place after the last, days ago and the rule, for each time of an event with the complaint
    behind it and none before it."""
    first_told = _told(ground, range(len(ground.kinds)))
    if first_told is None:
        return
    for index, when in enumerate(times):
        if when.start > first_told:
            return
        if not ground.context.is_plain(when.start) or when.way not in GONE_BY:
            continue
        place = _complaint(ground, when, times[index + 1 : index + 1 + AHEAD])
        if place is None:
            continue
        if _is_event(ground, when) or _is_medicine(ground, when, place):
            yield when.start, when.end, when.days, WHY


def _is_event(ground: Ground, when: When) -> bool:
    marks = ground.marks
    return when.days <= LATEST and any(marks.has("befell", p) for p in _near(ground, when))


def _is_medicine(ground: Ground, when: When, place: int) -> bool:
    """Whether a medicine was begun then and a word of the complaint's sentence leads on to it."""
    items, layout = ground.context.tokens.items, ground.context.layout
    if not any(ground.kinds[p] & word.MEDICINE for p in _near(ground, when)):
        return False
    first, end = max(when.end, layout.sentence_start[place]), min(layout.sentence_end[place], place + BESIDE)
    led = any(items[p].norm in LINKS for p in range(first, place))
    return led or any(items[p].norm in LATER for p in range(place, end))


def _near(ground: Ground, when: When) -> range:
    layout = ground.context.layout
    first = max(layout.sentence_start[when.start], when.start - BESIDE)
    return range(first, min(layout.sentence_end[when.end - 1], when.end + BESIDE))


def _complaint(ground: Ground, when: When, later: list[When]) -> int | None:
    """Where the complaint is told behind a time, in its sentence or the next, without a time of its own."""
    layout = ground.context.layout
    end = layout.sentence_end[when.end - 1]
    if end < len(layout.sentence_end):
        end = layout.sentence_end[end]
    place = _told(ground, range(when.end, min(end, when.end + AHEAD)))
    if place is None:
        return None
    near = range(max(when.end, place - BESIDE), min(end, place + BESIDE))
    if any(ground.context.tokens.items[p].norm in ENDED for p in near) or _comes_round(ground, when, place):
        return None
    return None if any(t.start in near and t.way in ("ago", "last", "since") for t in later) else place


def _comes_round(ground: Ground, when: When, place: int) -> bool:
    """Whether the next sentence tells of a cramp that comes again and again: "My calf cramps at night"."""
    layout, items = ground.context.layout, ground.context.tokens.items
    if layout.sentence[place] == layout.sentence[when.start]:
        return False
    return any(t.norm in HABIT for t in items[place + 1 : min(place + 4, layout.sentence_end[place])])


def _told(ground: Ground, places: range) -> int | None:
    """Where a cramp or a pain is said to be."""
    plain = (p for p in places if ground.kinds[p] & COMPLAINT and ground.context.is_plain(p))
    return next(plain, None)
