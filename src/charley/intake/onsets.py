"""Since when, where no phrase of the lexicon told it: a time belongs to what is told nearest before it, and
"since then" to the time that was told last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from charley.intake import pieces as word
from charley.intake.governing import option_for
from charley.intake.hits import Context
from charley.intake.lengths import When
from charley.intake.marks import Marks
from charley.intake.pieces import Ground, ground_of
from charley.intake.scopes import NONE
from charley.intake.values import Reading
from charley.records.library import Library

STARTED = "first_started"
OWN = word.CRAMP | word.PAIN | word.LIMB
"""Kinds of words that tell of the complaint."""

ALIEN = word.MEDICINE | word.ILLNESS | word.HAPPENING | word.ELSEWHERE | word.FOOD
"""Kinds of words that own a time of their own."""

BACK, AHEAD = 12, 12
"""How many words before a time, and behind one that opens its sentence, are looked through for its owner."""

BESIDE = 6
SOME_WEEKS = 31.0
NIGHTS = frozenset(("night", "nights", "morning", "mornings", "evenings"))
"""Units of which a bare number is how often, not how long."""

LEG_SIGNS = frozenset((
    "one_leg_swollen", "whole_leg_swollen", "leg_red_hot", "leg_sudden_cold_pale",
))  # fmt: skip
"""Findings of a leg that are the complaint as much as a cramp is."""

LEADS = 8
"""How many words may stand between "since" and the time."""

ENDED = frozenset((
    "no", "none", "nothing", "not", "never", "free", "better", "fine", "gone", "stopped", "quit", "without", "clear",
    "ok", "okay", "grand", "married", "retired", "away", "off", "ended", "improved", "until", "till", "every", "each",
    "per", "awake", "walk", "walking", "stand", "standing", "sit", "sitting", "run", "running", "last", "lasts",
    "lasted", "lasting", "stays", "sleep", "slept", "asleep", "same", "took", "take", "taken", "sat",
))  # fmt: skip
"""Words of a clause whose time is that of an end, of a rate or of something done."""

NEW = frozenset(("nowhere", "sudden", "suddenly", "first", "never", "still"))
"""Words that make a cramp of last night the first one."""

HEDGES = frozenset((
    "about", "maybe", "mebbe", "roughly", "approx", "around", "like", "or", "so", "now", "been", "must", "be", "for",
    "it", "is", "has", "'s", "nearly", "almost", "over", "a", "good", "just", "some", "say", "i", "would", "x", "going",
    "on", "to", "date", "the", "since", "hx", "history", "probably", "perhaps",
))  # fmt: skip
"""All that may stand beside a length of time which fills its piece."""

WHY = "since when, by the words nearest to it"
THEN = "since then: the time told before"
SOME_HOURS = 1.0


def onset_readings(
    readings: list[Reading], context: Context, marks: Marks, library: Library
) -> list[Reading]:
    """A reading of when it began, where none of the lexicon counts."""
    if not context.times or any(r.what == STARTED and r.status == "taken" for r in readings):
        return []
    ground = _ground(readings, context, marks)
    told = next(_told(ground, context), None)
    if told is None:
        return []
    start, end, days, why = told
    option = option_for(library.findings[STARTED], days)
    return [Reading("finding", STARTED, option, *context.words(start, end), why, days=days)] if option else []


def _ground(readings: list[Reading], context: Context, marks: Marks) -> Ground:
    """The kinds of words, where a leg that is swollen, red or cold counts as the complaint."""
    ground = ground_of(context, marks)
    starts = [token.start for token in context.tokens.items]
    for reading in readings:
        if reading.what in LEG_SIGNS and reading.status == "taken" and reading.answer is True:
            first, last = bisect_left(starts, reading.start), bisect_left(starts, reading.end)
            for place in range(first, min(last, first + BACK)):
                ground.kinds[place] = word.PAIN
    return ground


def _told(ground: Ground, context: Context) -> Iterator[tuple[int, int, float, str]]:
    times = sorted(context.times.values(), key=lambda t: t.start)
    for when in times:
        if _stands(when.start, context) and (_lasts(when, ground) or _is_new(when, ground)):
            yield when.start, when.end, when.days, WHY
    for place, token in enumerate(context.tokens.items):
        if not _stands(place, context):
            continue
        if (token.norm in THEN_WORDS and _leads_back(place, ground)) or _began(place, ground):
            before = _before(place, times, context)
            if before is not None:
                yield place, place + 1, before.days, THEN


def _stands(place: int, context: Context) -> bool:
    """Whether a word is neither denied nor asked nor supposed nor said of somebody else."""
    scopes = context.scopes
    governed = any(s[place] != NONE for s in (scopes.denied, scopes.supposed))
    return not (governed or scopes.asked[place] or context.others[place])


def _lasts(when: When, ground: Ground) -> bool:
    """Whether a stretch of time is that of the complaint."""
    if when.way == "ago" and when.days < SOME_HOURS:
        return _owner(when, when.start, ground) and not _is_day(when, ground)
    since = _since(when, ground)
    if when.way == "span" or (when.way == "for" and since is None and _fills(when, ground)):
        return _fills(when, ground) or _of_it(when, ground)
    if since is None and (when.way != "for" or when.days < SOME_HOURS):
        return False
    return _owner(when, when.start if since is None else since, ground)


def _is_ended(place: int, ground: Ground) -> bool:
    """Whether a word tells of an end, a rate or something done; "last" before a time does not."""
    items = ground.context.tokens.items
    if items[place].norm == "off" and place and items[place - 1].norm in ("on", "and"):
        return False
    timed = place in ground.context.times or place + 1 in ground.context.times
    return items[place].norm in ENDED and not (items[place].norm == "last" and timed)


def _since(when: When, ground: Ground) -> int | None:
    """The "since" or "from" that leads to a time."""
    items, layout = ground.context.tokens.items, ground.context.layout
    first = max(layout.clause_start[when.start], when.start - LEADS)
    found = (p for p in range(when.start - 1, first - 1, -1) if items[p].norm == "since")
    return next(found, None) if when.way in ("since", "ago", "for", "last") else None


def _is_day(when: When, ground: Ground) -> bool:
    return ground.context.tokens.items[when.end - 1].norm not in ("ago", "back")


def _owner(when: When, lead: int, ground: Ground) -> bool:
    """Whether the words nearest before a time (behind one that opens its sentence) tell of the complaint."""
    layout = ground.context.layout
    clause = range(layout.clause_start[lead], layout.clause_end[when.end - 1])
    if any(_is_ended(p, ground) for p in clause if not lead <= p < when.end):
        return False
    before = _before_it(lead, ground)
    if before is not None:
        return _is_own(before, lead, when.days, ground)
    ahead = range(when.end, min(layout.sentence_end[when.end - 1], when.end + AHEAD))
    if any(ground.kinds[p] & (word.CRAMP | word.PAIN) for p in ahead):
        return not ground.of(ahead.start, ahead.stop) & (word.MEDICINE | word.HAPPENING)
    return lead < when.start and any(_owns(ground, p, 0.0) for p in _nearest(ground, ahead))


def _before_it(lead: int, ground: Ground) -> int | None:
    """The place nearest before a time, in its sentence, that tells of something."""
    first = max(ground.context.layout.sentence_start[lead], lead - BACK)
    return next(iter(_nearest(ground, range(lead - 1, first - 1, -1))), None)


def _is_own(place: int, lead: int, days: float, ground: Ground) -> bool:
    """Whether what stands before a time is the complaint, and nothing between or beside it is another thing."""
    items, first = ground.context.tokens.items, max(ground.context.layout.sentence_start[place], place - BESIDE)
    start = next((p for p in range(place, first, -1) if items[p].before), first)
    return not ground.of(start, lead) & ALIEN and _owns(ground, place, days)


def _owns(ground: Ground, place: int, days: float) -> bool:
    """Whether a place tells of the complaint; a leg alone only for some weeks, and with no other sign."""
    kinds = ground.kinds[place]
    if kinds & (word.CRAMP | word.PAIN):
        return True
    near = range(max(0, place - BESIDE), min(len(ground.kinds), place + BESIDE))
    signs = [p for p in near if ground.kinds[p] & word.SIGN and not ground.marks.has("swollen", p)]
    return bool(kinds & word.LIMB) and days <= SOME_WEEKS and not signs


def _nearest(ground: Ground, places: range) -> list[int]:
    """The first place that tells of something, if any does."""
    found = (p for p in places if ground.kinds[p] & (OWN | ALIEN | word.SIGN))
    return [place for place in (next(found, None),) if place is not None]


def _fills(when: When, ground: Ground) -> bool:
    """Whether a length of time is all that its piece tells, behind the cramp: "both calves, two weeks"."""
    items, layout = ground.context.tokens.items, ground.context.layout
    start, end = when.start, when.end
    while start > layout.sentence_start[when.start] and not items[start].before:
        start -= 1
    while end < layout.sentence_end[when.start] and not items[end].before:
        end += 1
    rest = [items[p].norm for p in (*range(start, when.start), *range(when.end, end))]
    if items[when.end - 1].norm in NIGHTS:
        return False
    if HEDGES.issuperset(rest):
        before = _before_it(start, ground)
        return before is not None and _owns(ground, before, 0.0) and not ground.kinds[before] & ALIEN
    bare = range(start, when.start)
    return end == when.end and all(ground.kinds[p] & OWN or items[p].norm in HEDGES for p in bare)


def _of_it(when: When, ground: Ground) -> bool:
    """ "Three days of pain in the calf"."""
    items, end = ground.context.tokens.items, when.end
    if end >= len(items) or items[end].norm != "of":
        return False
    return bool(ground.of(end, min(end + 4, ground.context.layout.clause_end[end])) & (word.CRAMP | word.PAIN))


def _is_new(when: When, ground: Ground) -> bool:
    """Whether a cramp of these days is told as the first: "out of nowhere last night my calf locked"."""
    layout, items = ground.context.layout, ground.context.tokens.items
    if when.way != "ago" or when.days > DAYS_NEW:
        return False
    sentence = range(layout.sentence_start[when.start], layout.sentence_end[when.start])
    kinds = ground.of(sentence.start, sentence.stop)
    new = any(items[p].norm in NEW for p in sentence if not when.start <= p < when.end)
    return new and bool(kinds & OWN) and not kinds & ALIEN


DAYS_NEW = 7.0
THEN_WORDS = frozenset(("since", "after", "afterwards", "later"))


def _leads_back(place: int, ground: Ground) -> bool:
    """Whether "since" points to a time told before, in a clause that tells of the complaint."""
    items, layout = ground.context.tokens.items, ground.context.layout
    following = items[place + 1] if place + 1 < len(items) else None
    ends = following is None or bool(following.before) or following.norm in ("then", "that")
    opens = items[place].norm == "since" and place > 0 and items[place - 1].norm == "ever"
    if not (ends or opens):
        return False
    start, end = layout.clause_start[place], layout.clause_end[place]
    if items[place].norm == "later" and not any(ground.marks.has("onset", p) for p in range(start, place)):
        return False
    near = range(max(layout.sentence_start[place], place - BESIDE), min(end, place + BESIDE))
    if any(_is_ended(p, ground) for p in near):
        return False
    before = _before_it(place, ground)
    told = [before] if before is not None else _nearest(ground, range(place + 1, min(end, place + AHEAD)))
    return any(_owns(ground, p, 0.0) for p in told)


def _began(place: int, ground: Ground) -> bool:
    """Whether the cramp is said to have begun here, in a clause without a time of its own: "I changed my
    shoes a month ago and my calves started cramping", "that's when the cramps came"."""
    items, context = ground.context.tokens.items, ground.context
    start, end = context.layout.clause_start[place], context.layout.clause_end[place]
    if items[place].norm not in BEGAN or any(p in context.times for p in range(start, end)):
        return False
    if any(_is_ended(p, ground) for p in range(start, end)):
        return False
    near = ground.kinds[max(start, place - BESIDE) : min(end, place + NEXT)]
    return any(kind & word.CRAMP for kind in near) and not ground.of(start, end) & ALIEN


BEGAN = frozenset(("started", "began", "came", "appeared"))
NEXT = 4


def _before(place: int, times: list[When], context: Context) -> When | None:
    """The last point in time told before, in this sentence or the one before it."""
    sentence = context.layout.sentence
    return next(
        (
            when
            for when in reversed(times)
            if when.end <= place
            and sentence[place] - sentence[when.start] <= 1
            and when.way in ("ago", "since", "last", "in")
            and not context.others[when.start]
        ),
        None,
    )
