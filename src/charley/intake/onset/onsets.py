"""Since when, where no phrase of the lexicon told it: a time belongs to what is told nearest before it, and
"since then" to the time that was told last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from charley.intake.onset.befallen import onsets_by_what_befell
from charley.intake.onset.ends import GONE, WELL
from charley.intake.onset.following import onsets_by_events
from charley.intake.onset.lasting import is_new, lasts
from charley.intake.onset.lingering import begun_before
from charley.intake.onset.narrated import onsets_by_narration
from charley.intake.onset.owning import BACK, OWN
from charley.intake.onset.stretches import is_of_a_child, onsets_by_stretches
from charley.intake.onset.thence import began_then, leads_back, time_before
from charley.intake.patterns import pieces as word
from charley.intake.patterns.governing import option_for
from charley.intake.patterns.hits import Context
from charley.intake.patterns.pieces import Ground
from charley.intake.patterns.topics import tells_cramp
from charley.intake.quantities.lengths import When
from charley.intake.values import Reading
from charley.records.library import Library

STARTED = "first_started"
LEG_SIGNS = frozenset(("one_leg_swollen", "whole_leg_swollen", "leg_red_hot", "leg_sudden_cold_pale"))
"""Findings of a leg that are the complaint as much as a cramp is."""

A_LENGTH = 0.1
"""Days: a few hours or less are how long a cramp lasts."""

OVER_SINCE = WELL | GONE | {"worse", "less", "fewer", "oftener"}
"""Words before "since" that tell of an end, or of a change."""

SINCE = 8
"""How many words before a time its "since" is looked for."""

OTHER = word.ELSEWHERE | word.SIGN
OPENS = frozenset(("and", "but", "then", "now", "also"))
"""Words before "since" that open a piece: what stands behind the time owns it."""

OWNERS = frozenset(("my", "his", "her", "their"))
WHY = "since when, by the words nearest to it"
THEN = "since then: the time told before"


def onset_readings(readings: list[Reading], ground: Ground, library: Library) -> list[Reading]:
    """The readings without times of something else, and with when it began where no pattern tells it."""
    context = ground.context
    if not context.times:
        told = any(r.what == STARTED and r.status == "taken" for r in readings)
        return readings if told else [*readings, *_found(ground, context, library)]
    starts = [token.start for token in context.tokens.items]
    if not tells_cramp(context, ground.marks):
        ground = _with_legs(readings, starts, ground)
    kept = [begun_before(_own(reading, starts, ground), starts, ground, library) for reading in readings]
    if any(r.what == STARTED and r.status == "taken" for r in kept):
        return kept
    found = _found(ground, context, library)
    return [*kept, *(begun_before(reading, starts, ground, library) for reading in found)]


def _own(reading: Reading, starts: list[int], ground: Ground) -> Reading:
    """A reading of when it began, dropped where its time is that of something else."""
    if reading.what != STARTED or reading.status != "taken":
        return reading
    first, last = bisect_left(starts, reading.start), bisect_left(starts, reading.end)
    when = next((ground.context.times[p] for p in range(first, last) if p in ground.context.times), None)
    if when is None:
        ill = ground.of(max(0, first - 3), first) & word.ILLNESS
        return reading.dropped("since when one is ill") if ill else reading
    if when.way == "for" and when.days < A_LENGTH:
        return reading.dropped("how long it lasts")
    if is_of_a_child(when, ground):
        return reading.dropped("how far gone she is")
    if not (_of_the_last(first, when, ground) or _of_another(when, ground)):
        return reading
    return reading.dropped("the time of something else")


def _of_the_last(first: int, when: When, ground: Ground) -> bool:
    """ "The last cramp was three weeks ago", "cramp free for a month", "in all my 72 years"."""
    items = ground.context.tokens.items
    low = max(ground.context.layout.sentence_start[when.start], when.start - SINCE)
    sinces = (p for p in range(when.start - 1, low, -1) if items[p].norm == "since")
    lead = next(sinces, when.start)
    if lead != when.start and items[lead - 1].norm in OVER_SINCE:
        return True
    before = range(
        max(ground.context.layout.clause_start[when.start], first - 2, when.start - BACK), when.start
    )
    return items[when.start - 1].norm in OWNERS or any(
        (items[p].norm == "last" and ground.kinds[p + 1] & word.CRAMP)
        or (items[p].norm == "free" and p and ground.kinds[p - 1] & word.CRAMP)
        for p in before
    )


def _of_another(when: When, ground: Ground) -> bool:
    """Whether the piece that holds a time tells only of another sign: "fever since Monday, calf cramps", "and
    since yesterday he's muddled"."""
    items, layout = ground.context.tokens.items, ground.context.layout
    lead = when.start - (items[when.start - 1].norm == "since")
    if when.way not in ("since", "for") and lead == when.start:
        return False
    start, end = when.start, when.end
    low, high = max(layout.sentence_start[start], start - BACK), min(layout.sentence_end[end - 1], end + BACK)
    if lead == low or items[lead].before or items[lead - 1].norm in OPENS:
        stop = next((p for p in range(end, high) if items[p].before), high)
        return _tells_other(ground, range(end, stop))
    while start > low and not items[start].before:
        start -= 1
    while end < high and not items[end].before:
        end += 1
    before, all_of_it = ground.of(start, lead), ground.of(start, lead) | ground.of(when.end, end)
    return bool(before & OTHER) and not all_of_it & (OWN | word.VAGUE | word.HAPPENING)


def _tells_other(ground: Ground, ahead: range) -> bool:
    """Whether the first thing told here is another sign."""
    told = next((ground.kinds[p] for p in ahead if ground.kinds[p] & (OWN | OTHER | word.BODY)), 0)
    return bool(told) and not told & OWN


def _found(ground: Ground, context: Context, library: Library) -> list[Reading]:
    told = next(_told(ground, context), None)
    if told is None:
        return []
    start, end, days, why = told
    option = option_for(library.findings[STARTED], days)
    return [Reading("finding", STARTED, option, *context.words(start, end), why, days=days)] if option else []


def _with_legs(readings: list[Reading], starts: list[int], ground: Ground) -> Ground:
    """The kinds of words of a text that tells of no cramp: a leg swollen, red or cold is the complaint."""
    kinds = list(ground.kinds)
    for reading in readings:
        if reading.what in LEG_SIGNS and reading.status == "taken" and reading.answer is True:
            first, last = bisect_left(starts, reading.start), bisect_left(starts, reading.end)
            for place in range(first, min(last, first + BACK)):
                kinds[place] = word.PAIN
    return replace(ground, kinds=kinds)


def _told(ground: Ground, context: Context) -> Iterator[tuple[int, int, float, str]]:
    times = sorted(context.times.values(), key=lambda t: t.start)
    for when in times:
        if when.way == "for" and when.days < A_LENGTH:
            continue
        if context.is_plain(when.start) and (lasts(when, ground) or is_new(when, ground)):
            yield when.start, when.end, when.days, WHY
    yield from onsets_by_stretches(ground, times)
    yield from onsets_by_events(ground, times)
    for place in range(len(context.tokens.items)):
        if (leads_back(place, ground) or began_then(place, ground)) and context.is_plain(place):
            before = time_before(place, times, context)
            if before is not None:
                yield place, place + 1, before.days, THEN
    yield from onsets_by_what_befell(ground, times)
    yield from onsets_by_narration(ground, times)
