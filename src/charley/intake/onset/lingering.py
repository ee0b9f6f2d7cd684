"""What is so today and was told with a time before: it began then, and not today."""

from __future__ import annotations

from bisect import bisect_left

from charley.intake.onset.owning import OWN
from charley.intake.patterns import pieces as word
from charley.intake.patterns.governing import option_for
from charley.intake.patterns.pieces import Ground
from charley.intake.quantities.lengths import When
from charley.intake.values import Reading
from charley.records.library import Library

TODAY = "today"
STILL = frozenset(("today", "tonight"))
SOME_DAYS = 10.0
STORY = 80
"""So many words before "today" an earlier time is looked for."""

OPENING = 5
"""So many words beside a time say whose it is."""

GONE_BY = ("ago", "last", "since")
STILL_SO = "so today, and at the time told before"


OTHER = word.ELSEWHERE | word.SIGN


def begun_before(reading: Reading, starts: list[int], ground: Ground, library: Library) -> Reading:
    """ "Fell on Saturday ... still hurts today": what is so today began at the time told before."""
    if reading.what != "first_started" or reading.status != "taken" or reading.answer != TODAY:
        return reading
    first, last = bisect_left(starts, reading.start), bisect_left(starts, reading.end)
    if not any(ground.context.tokens.items[p].norm in STILL for p in range(first, last)):
        return reading
    near = (ground.context.times[p] for p in range(max(0, first - STORY), first) if p in ground.context.times)
    earlier = [t for t in near if 1.0 <= t.days <= SOME_DAYS and t.way in GONE_BY and _may_be_it(t, ground)]
    if not earlier:
        return reading
    when = max(earlier, key=lambda t: t.start)
    option = option_for(library.findings[reading.what], when.days)
    return reading._replace(answer=option, why=f"{reading.why}; {STILL_SO}") if option else reading


def _may_be_it(when: When, ground: Ground) -> bool:
    """Whether a time is not plainly that of an illness or of a sign elsewhere."""
    kinds = ground.of(max(0, when.start - OPENING), when.end + OPENING)
    alien = kinds & (OTHER | word.ILLNESS) and not kinds & OWN
    return not alien and ground.context.is_plain(when.start)
