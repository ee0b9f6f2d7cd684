"""The verbs of a sentence that say whether a medicine is taken, stopped or never was taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charley.intake.named.names import Named
from charley.intake.patterns.hits import Context
from charley.intake.text.marks import Marks

TAKES = frozenset((
    "take", "takes", "taking", "use", "uses", "using", "on", "started", "added", "restarted", "given",
    "prescribed", "gave", "put", "swallow", "have", "still",
))  # fmt: skip
TAKEN = frozenset((
    "take", "took", "taken", "taking", "started", "start", "tried", "used", "filled", "collected", "touched",
    "swallowed", "bothered", "buy", "bought",
))  # fmt: skip
ENDS = frozenset(("discontinued", "ditched", "binned", "quit", "withdrawn", "stopped"))
REFUSED = frozenset(("refused", "declined", "turned", "offered", "said", "wants", "want", "wanted"))
BACK = frozenset(("it", "them", "that", "this", "everything", "both", "all", "these", "those"))
ANY = frozenset(("any", "anything", "nothing", "more", "much", "other"))
FINISHES = frozenset(("finished", "gave", "given", "giving"))
GOES_ON = frozenset(("kept", "keep", "keeping", "continued", "continue", "continuing"))
INSTEAD = frozenset(("now", "nowadays", "currently", "instead"))
ONLY = frozenset(("just", "only"))
REASONS = frozenset(("because", "due", "for", "from", "as", "after", "since", "with", "when", "cos", "over"))
"""Behind "stopped" they lead to a reason: simvastatin stopped because of aches."""

REACH = 40
"""How many words around a medicine its verbs are looked for."""

AHEAD = 4
"""How many words behind "stopped" are looked through for what was stopped."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A verb of a sentence that says that something is taken (`state` empty), stopped or not taken."""

    start: int
    end: int
    state: str


def turns_of(name: Named, names: Sequence[Named], context: Context, marks: Marks) -> Iterator[Turn]:
    """The verbs of the name's sentence, and of the next one that names no medicine."""
    end = context.layout.sentence_end[name.start]
    count = len(context.tokens.items)
    after = context.layout.sentence_end[end] if end < count else end
    if any(end <= other.start < after for other in names):
        after = end
    place = max(context.layout.sentence_start[name.start], name.start - REACH)
    after = min(after, name.end + REACH)
    while place < after:
        turn = _turn(place, names, context, marks)
        if turn is not None and (turn.start < end or (turn.state and names_it(turn, context))):
            yield turn
        place = turn.end if turn else place + 1


def _turn(place: int, names: Sequence[Named], context: Context, marks: Marks) -> Turn | None:
    items = context.tokens.items
    word = items[place].norm
    denied = word in ("never", "not")
    if denied:
        return _never(place, context)
    ends = word in ENDS or _finishes(place, names, context)
    end = max(marks.end("stopped", place), place + 1 if ends else 0)
    if end:
        if word == "off" and not any(end <= n.start <= end + 1 for n in names):
            return None  # off the old doctor, off the shelf
        if _spares(place, end, names, context, marks):
            return None
        return Turn(place, end, "not taken" if REFUSED & {t.norm for t in items[place:end]} else "stopped")
    return Turn(place, place + 1, "") if _takes(place, names, context) else None


def _takes(place: int, names: Sequence[Named], context: Context) -> bool:
    """Whether a word says that something is taken: on, kept, now furosemide; "only" behind a comma."""
    items = context.tokens.items
    word = items[place].norm
    if word in TAKES or word in GOES_ON or word in ("restarted", "resumed"):
        return True
    if word == "back":
        return place + 1 < len(items) and items[place + 1].norm == "on"
    if word not in INSTEAD and not (word in ONLY and items[place].before):
        return False
    return any(place < n.start <= place + AHEAD for n in names)


def _finishes(place: int, names: Sequence[Named], context: Context) -> bool:
    """Whether a course came to its end: finished it on Tuesday, gave up Champix; not "finished work"."""
    items = context.tokens.items
    word = items[place].norm
    if word not in FINISHES:
        return False
    ahead = items[place + 1 : place + 3]
    if word != "finished":
        return ahead[:1] != [] and ahead[0].norm == "up" and any(n.start == place + 2 for n in names)
    if place and items[place - 1].norm in ("one", "ones", "course"):
        return False
    timed = any(p in context.times for p in (place + 1, place + 2))
    return bool(ahead) and (ahead[0].norm in BACK or timed)


def _never(place: int, context: Context) -> Turn | None:
    """Never took, was not supposed to take; but not "I take nothing except"."""
    items, clause = context.tokens.items, context.layout.clause
    ahead = range(place + 1, min(place + 5, len(items)))
    taken = next((p for p in ahead if items[p].norm in TAKEN), None)
    if taken is None or clause[taken] != clause[place]:
        return None
    only = taken + 1 < len(items) and items[taken + 1].norm in ANY
    return None if only else Turn(place, taken + 1, "not taken")


def _spares(start: int, end: int, names: Sequence[Named], context: Context, marks: Marks) -> bool:
    """Whether no medicine is stopped: not stopped, it stopped the cramps, the cramps stopped."""
    items, limit = context.tokens.items, context.layout.sentence_end[start]
    if start and items[start - 1].norm in ("not", "never", "without"):
        return True
    if items[start].norm not in ENDS:
        return False
    ahead = range(end, min(end + AHEAD, limit))
    stops = next((p for p in ahead if items[p].norm in REASONS or any(p == n.start for n in names)), limit)
    if any(items[p].norm not in BACK and _is_ill(marks, p) for p in ahead if p < stops):
        return True
    if any(p == n.start for p in ahead for n in names):
        return False
    return any(_is_ill(marks, p) and items[p].norm not in BACK for p in range(max(start - 1, 0), start))


def _is_ill(marks: Marks, place: int) -> bool:
    return any(marks.has(group, place) for group in ("cramp", "complaint", "body"))


def names_it(turn: Turn, context: Context) -> bool:
    items = context.tokens.items
    near = [items[p].norm for p in range(max(turn.start - 3, 0), turn.end + 1) if p < len(items)]
    return not BACK.isdisjoint(near)
