"""A beginning dated by what happened: "cramps every evening since", "since they put me on it in May", "a week
after that the cramps began"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from charley.intake.onset.ends import ENDS, GONE
from charley.intake.onset.owning import CHANGED, nearest, owns, told_before
from charley.intake.onset.thence import time_before
from charley.intake.patterns import pieces as word
from charley.intake.patterns.pieces import Ground
from charley.intake.quantities.lengths import When

AHEAD, BACK = 14, 12
"""How many words behind "since" an event's time is looked for, and before or behind that the complaint."""

ENDED = ENDS | GONE | {"nowt", "quit", "used"}
"""Words that tell of an end and not of a beginning."""

COMPLAINT = word.CRAMP | word.PAIN
THEN = ("then", "that")
FAR = 2
"""How many sentences back "since then" reaches."""

LATER = frozenset(("later", "after", "afterwards"))
WHY_SINCE = "since what happened then"
WHY_LATER = "so long after what happened then"

MOST_BEFORE, MOST_BEHIND = 12, 4
"""How many times told before a word, and behind it, are looked at."""

Onset = tuple[int, int, float, str]
"""First token, place after the last, days ago, and the rule."""

Rule = Callable[[int, Ground, list[When]], Iterator[Onset]]


def onsets_by_events(ground: Ground, times: list[When]) -> Iterator[Onset]:
    """Every beginning of the complaint that is dated by something else. `times` are in order; of them only
    those close by are looked at."""
    items, starts = ground.context.tokens.items, [when.start for when in times]
    for place, token in enumerate(items):
        rule = _rule(token.norm)
        if rule is None or not ground.context.is_plain(place):
            continue
        here = bisect_left(starts, place)
        yield from rule(place, ground, times[max(0, here - MOST_BEFORE) : here + MOST_BEHIND])


def _rule(word: str) -> Rule | None:
    if word == "since":
        return _since
    return _later if word in LATER else None


def _since(place: int, ground: Ground, times: list[When]) -> Iterator[Onset]:
    """Since an event with a time; or "since" behind a complaint, or "and since", for the time before."""
    items, end = ground.context.tokens.items, min(_end(place, ground), place + 2 * AHEAD)
    stop = next((p for p in range(place + 1, end) if items[p].before), end)
    if place and items[place - 1].norm in CHANGED:
        return
    when = next((t for t in times if place < t.start < min(place + AHEAD, stop) and t.way != "span"), None)
    if when is not None:
        if when.start > place + 1 and _owns_event(place, when, ground):
            yield place, when.end, when.days, WHY_SINCE
        return
    told = _told_last(place, ground, times)
    if told is None:
        return
    before_it = range(max(_start(place, ground), told.end), place)
    ahead = range(place + 1, min(end, place + AHEAD) if stop > place + 1 else place + 1)
    if _tells(ground, ahead) or (_points_back(place, ground) and _tells(ground, before_it)):
        yield place, place + 1, told.days, WHY_SINCE


def _owns_event(place: int, when: When, ground: Ground) -> bool:
    """Whether the complaint is told right before "since", or behind the event where "since" comes first."""
    before = told_before(place, ground)
    if before is not None:
        return _is_told(ground, before, COMPLAINT | word.VAGUE)
    opens = place - ground.context.layout.clause_start[place] <= 1
    ahead = range(when.end, min(_end(place, ground), when.end + AHEAD))
    if not opens or _tells(ground, ahead):
        return opens
    ended = any(ground.context.tokens.items[p].norm in ENDED for p in ahead)
    return not ended and any(
        ground.kinds[p] & word.LIMB and owns(ground, p, 0.0) for p in nearest(ground, ahead)
    )


def _told_last(place: int, ground: Ground, times: list[When]) -> When | None:
    """The time that "since" points back to: before it; of "and since we landed" in its own sentence."""
    items, sentence = ground.context.tokens.items, ground.context.layout.sentence
    if _points_back(place, ground):
        then = place + 1 < len(items) and items[place + 1].norm in THEN
        far = (t for t in reversed(times) if t.end <= place and sentence[place] - sentence[t.start] <= FAR)
        near = time_before(place, times, ground.context)
        return near or (next((t for t in far if t.way == "ago"), None) if then else None)
    if place == 0 or items[place - 1].norm != "and":
        return None
    told = time_before(place, times, ground.context)
    return told if told is not None and sentence[told.start] == sentence[place] else None


def _points_back(place: int, ground: Ground) -> bool:
    """Whether "since" ends what is told, or a "then" follows."""
    items = ground.context.tokens.items
    following = items[place + 1] if place + 1 < len(items) else None
    return following is None or bool(following.before) or following.norm in THEN


def _later(place: int, ground: Ground, times: list[When]) -> Iterator[Onset]:
    """ "A week after that the cramps began": so long after the time told before."""
    length = next((t for t in times if t.end == place and t.way in ("span", "for")), None)
    told = time_before(length.start, times, ground.context) if length is not None else None
    if length is None or told is None:
        return
    near = range(max(_start(place, ground), length.start - BACK), min(_end(place, ground), place + AHEAD))
    if _tells(ground, near):
        yield length.start, place + 1, max(told.days - length.days, 0.0), WHY_LATER


def _tells(ground: Ground, places: range) -> bool:
    """Whether a cramp or a pain is told here, and no end of it."""
    items = ground.context.tokens.items
    if any(items[p].norm in ENDED for p in places):
        return False
    return any(_is_told(ground, p, COMPLAINT) for p in places)


def _is_told(ground: Ground, place: int, kinds: int) -> bool:
    return bool(ground.kinds[place] & kinds) and ground.context.is_plain(place)


def _start(place: int, ground: Ground) -> int:
    return ground.context.layout.sentence_start[place]


def _end(place: int, ground: Ground) -> int:
    return ground.context.layout.sentence_end[place]
