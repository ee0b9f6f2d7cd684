"""The time that stands nearest to a hit."""

from __future__ import annotations

from collections.abc import Mapping

from charley.intake.patterns.hits import WITHIN_SENTENCE, Context, Hit
from charley.intake.quantities.times import When


def time_of(hit: Hit, context: Context, event: bool = False) -> When | None:
    """The time nearest to a hit in its clause or right before it ("last Wednesday | I flew"), else in its
    sentence; of an event a point before a stretch: trapped for ages, that was yesterday."""
    best: tuple[int, int, int, When] | None = None
    sentence, clause = context.layout.sentence[hit.start], context.layout.clause[hit.start]
    low, high = context.layout.sentence_start[hit.start], context.layout.sentence_end[hit.start]
    low, high = max(low, hit.start - WITHIN_SENTENCE), min(high, hit.end + WITHIN_SENTENCE)
    for place, when in _between(low, high, context.times):
        if when.way == "span" or context.layout.sentence[place] != sentence:
            continue
        away = max(hit.start - when.end, when.start - hit.end, 0)
        stretch = int(event and when.way == "for")
        heads = when.end == context.layout.clause_start[hit.start]
        rank = (stretch, int(context.layout.clause[place] != clause and not heads), away, when)
        if best is None or rank[:3] < best[:3]:
            best = rank
    return best[3] if best else None


def _between(low: int, high: int, times: Mapping[int, When]) -> list[tuple[int, When]]:
    """The times that begin there, in order; whichever is shorter is gone through, the words or the times."""
    if len(times) < high - low:
        return [(place, when) for place, when in times.items() if low <= place < high]
    return [(place, times[place]) for place in range(low, high) if place in times]
